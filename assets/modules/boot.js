/**
 * Starts the app in place of the prerendered page, and the studio in place of the app where a
 * reader asks for one of its tools. What a reader did meanwhile is not lost (handover.js). Where a
 * program does not come, opening.js says so, and the page stays as it is.
 *
 * The start is a conversation of opening.js, which runs before the first paint; this module; and
 * the program in WebAssembly (`Moment` in src/platform.rs). They may come late or never, so they
 * share no variables: they dispatch events, and read attributes.
 *
 * | event | on | dispatched by | means | heard by |
 * |---|---|---|---|---|
 * | `booting` | window | handover.js | this module runs, or a program takes over: who keeps presses puts them into the event's `detail` | opening.js |
 * | `starting` | `#app` | a program | it renders now, in place of what is in `#app` | opening.js, handover.js, the app, which leaves |
 * | `ready` | `#app` | a program | it has rendered and answers | opening.js, handover.js, typeset.js, print.js, frame.js |
 * | `story-missing` | `#app` | the app | the page carries no story that this program reads | boot.js: the studio is started, which reads `story.json` |
 * | `story-failed` | `#app` | the studio, boot.js | there is no story to show | opening.js |
 * | `error` | `#app` | boot.js | the program did not come; scripts that fail and programs that stop say the same | opening.js, boot.js |
 * | `unsupported` | `#app` | boot.js | the browser lacks what this page needs | opening.js |
 * | `tools-failed` | the button, or `#app` | boot.js | the studio did not come; the app goes on | opening.js |
 *
 * | attribute | of | written by | means | read by |
 * |---|---|---|---|---|
 * | `data-prerendered` | `#app` | the page | the language of what was prerendered in it; the shell of `serve` has none | print.js, the studio |
 * | `data-lazy-studio` | `#app` | the page | the studio is a program of its own; the `key=value` pairs of a link that ask for it | boot.js |
 * | `data-sheet-keys` | `#app` | the page | the keys of a link that change what is printed | print.js |
 * | `data-booted` | `#app` | boot.js | this module has run | opening.js |
 * | `data-view-box` | `#app` | handover.js | the part of the network that the last program showed | the studio |
 * | `data-studio` | a button | the app | only the studio can answer it | boot.js, opening.js |
 * | `data-id` | a node of the tall picture | the page | the id that the node has in the app | handover.js |
 */
import { handover } from './handover.js';
import { printing } from './print.js';
import { keepRecordLinks } from './record.js';
import { typesetting } from './typeset.js';

/**
 * Starts the page's first program, and listens for what asks for another.
 *
 * @param {(program: 'app' | 'studio') => Promise<void>} load fetches or unpacks a program and
 *   starts it; rejects where it cannot
 */
export async function boot(load) {
  const app = document.getElementById('app');
  const reader = handover(app);
  app.dataset.booted = '';
  keepRecordLinks();
  typesetting(app);

  /** The pairs of a link that ask for the studio; none where one program has everything. */
  const studioPairs = app.dataset.lazyStudio?.split(' ');
  /** The program that is here, or on its way. */
  let program = null;

  /** Starts a program; `failed` is the event that says that it did not come, on `target`. */
  async function start(name, failed, target = app) {
    const before = program;
    program = name;
    try {
      // The program measures where the page's parts are: all of them must be shown before.
      await reader.pageShown();
      await load(name);
    } catch (error) {
      program = before;
      // A rejection is no error that others hear of.
      const event = error instanceof UnsupportedError ? 'unsupported' : failed;
      target.dispatchEvent(new Event(event, { bubbles: true }));
      app.removeAttribute('aria-busy');
      reader.forgetPresses();
      throw error;
    }
  }

  /** Starts the studio, where the app is what is here; `button` is what was pressed, if anything. */
  function openStudio(button) {
    if (program !== 'app') return;
    app.setAttribute('aria-busy', 'true');
    start('studio', 'tools-failed', button);
  }

  // The page came without its story, or not with the whole of it: the studio reads the story's
  // file. A file that carries the app alone has neither.
  app.addEventListener('story-missing', () => {
    if (studioPairs) start('studio', 'error');
    else app.dispatchEvent(new Event('story-failed', { bubbles: true }));
  });
  app.addEventListener(
    'click',
    (event) => {
      const button = event.target.closest('[data-studio]');
      if (!button) return;
      event.stopPropagation();
      reader.keepPress(button);
      openStudio(button);
    },
    true,
  );

  /** Whether the link asks for what only the studio shows. */
  const asksForStudio = () => {
    const pairs = location.hash.slice(1).split('&');
    return studioPairs?.some((pair) => pairs.includes(pair));
  };
  addEventListener('hashchange', () => {
    if (asksForStudio()) openStudio();
  });
  if (studioPairs) printing(app, () => program === 'app', openStudio);

  explainTraps();

  const first = asksForStudio() ? 'studio' : 'app';
  if (first === 'studio') takePreload();
  await start(first, 'error');
}

/** The browser lacks what starting a program needs: another try would fail as well. */
export class UnsupportedError extends Error {}

/** Takes what the page has preloaded in vain, or the browser would complain that nobody does. */
function takePreload() {
  const preload = document.querySelector('link[rel="preload"][as="fetch"]');
  if (preload) fetch(preload.href).catch(() => {});
}

/** A release's programs stop at a panic without its words (docs/adr/0011): says what can be done. */
function explainTraps() {
  addEventListener('error', ({ error }) => {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    console.error('The program has stopped at a panic. `cargo xtask serve` makes one that says where and why.');
  });
}
