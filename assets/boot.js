// Starts the app in place of the still page, and the studio in place of the app where a reader
// asks for its tools: what was done meanwhile is not lost. Where that fails, opening.js says so,
// and the page stays as it is.

const app = document.getElementById('app');

/** What a reader pressed that nothing answered yet, in order, and what has all of the page seen. */
const waiting = { pressed: [], looked: null };
/** Has opening.js say it, which may come later or not at all. */
const ask = () => dispatchEvent(new CustomEvent('booting', { detail: waiting }));
ask();
app.dataset.runs = '';
/** What had the keyboard when the app took the still page's place. */
let focused = null;
/** What a reader looks at, where on the page it stood, and how far the reader had scrolled to it. */
let sight = app;
let stood = 0;
let scrolled = 0;

/** What an element is called, by which its like in the app is found. */
const name = (element) => element.getAttribute('aria-label') ?? element.textContent;

/** How far an element is from the top of the page. */
const placeOf = (element) => element.getBoundingClientRect().top + scrollY;

/** The element of the app that does what one of the still page would have done. */
function like(element) {
  const all = [...app.querySelectorAll('a, button, input, [role="button"]')];
  const id = element.id || element.dataset.id;
  return all.find((it) => it.id && it.id === id) ?? all.find((it) => name(it) === name(element));
}

/**
 * Has the app start with what a reader has chosen, or it would draw the page once more for it. As
 * with a press in the app, "back" returns from it. What was pressed after something else waits for
 * that.
 */
function choose() {
  let choice;
  while (/#focus=/.test(waiting.pressed[0]?.getAttribute('href'))) {
    [, choice] = waiting.pressed.shift().getAttribute('href').split('#');
  }
  if (choice) history.pushState(null, '', `${location.hash || '#'}&${choice}`);
  return choice;
}

app.addEventListener('starting', () => {
  ask();
  focused = app.contains(document.activeElement) ? document.activeElement : null;
  // In the record it is what stands in the middle: what is above it may yet get its height.
  sight = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('#record [id]') ?? app;
  stood = placeOf(sight);
  // Where nobody has scrolled, the app may, to show what the link chooses; and what was pressed.
  scrolled = choose() ? 0 : scrollY;
  // Where the drawing of the app looks, for the one that takes its place.
  const drawn = document.getElementById('network')?.getAttribute('viewBox');
  if (drawn) app.dataset.sight = drawn.split(' ').map(Math.round).join(' ');
});
app.addEventListener('ready', () => {
  // Again, for opening.js may be what is missing.
  document.documentElement.classList.remove('still', 'early');
  if (focused) like(focused)?.focus({ preventScroll: true });
  if (scrolled) scrollTo(scrollX, scrolled + placeOf(sight) - stood);
  for (const element of waiting.pressed.splice(0)) {
    like(element)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
});
// The record is not the app's: its links lead to their places, and leave the address, which
// says what the app shows, alone.
addEventListener('click', (event) => {
  const link = event.target.closest('#record a[href^="#"]');
  const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!place || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  link.closest('#record').classList.add('whole');
  place.scrollIntoView();
  place.focus({ preventScroll: true });
});

/** Whether the studio is a program apart: one file, and what `serve` shows, have one for all. */
const apart = app.hasAttribute('data-apart');
/** The program that is here, or on its way. */
let program = null;

/** Whether the link asks for what only the studio shows. */
const asksForStudio = () => /[#&]stage=(room|lectern)(&|$)/.test(location.hash);

/** Starts a program; `failed` is the event that says that it did not come. */
async function start(name, failed, asked = app) {
  const before = program;
  program = name;
  try {
    // Its places are those of what it replaces.
    await waiting.looked;
    await (await import('./load.js')).load(name);
  } catch (error) {
    // A page that is left for the other language's ends what it had begun.
    if (document.documentElement.hidden) return;
    program = before;
    // A rejection is no error that others hear of.
    asked.dispatchEvent(new Event(failed, { bubbles: true }));
    app.removeAttribute('aria-busy');
    waiting.pressed.length = 0;
    throw error;
  }
}

/** Takes what the page has asked for in vain, or the browser would complain that nobody does. */
function takePreload() {
  const preload = document.querySelector('link[rel="preload"][as="fetch"]');
  if (preload) fetch(preload.href).catch(() => {});
}

/** Starts the studio, where the app is what is here; `asked` is what was pressed, if anything. */
function open(asked) {
  if (program !== 'app') return;
  app.setAttribute('aria-busy', 'true');
  start('studio', 'toolless', asked);
}

// The page came without its story, or not with the whole of it: the studio reads the story's file.
// A file that carries the app alone has neither.
app.addEventListener('unread', () => {
  if (apart) start('studio', 'error');
  else app.dispatchEvent(new Event('failed', { bubbles: true }));
});

app.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest('[data-studio]');
    if (!button) return;
    event.stopPropagation();
    // As long as the app is on its way, opening.js has kept it.
    if (waiting.pressed.at(-1) !== button) waiting.pressed.push(button);
    open(button);
  },
  true,
);
// The page's own sheet is of the story's opening, in the page's language. Any other is made by
// the studio, which is here before the browser's dialog is.
const opening = () => document.documentElement.lang === app.dataset.still && !/[#&](at|step|by|layer|only|view)=/.test(location.hash);
let printing = false;
addEventListener('keydown', (event) => {
  const asked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyP';
  if (!asked || !apart || program !== 'app' || opening()) return;
  event.preventDefault();
  printing = true;
  open();
});
app.addEventListener('ready', () => {
  if (!printing) return;
  printing = false;
  // A script that asks for the dialog waits in it: the sheet must be there before, and the studio
  // listens only once it has said that it is ready.
  setTimeout(() => {
    dispatchEvent(new Event('beforeprint'));
    setTimeout(print);
  });
});
addEventListener('hashchange', () => {
  if (apart && asksForStudio()) open();
});

const first = apart && asksForStudio() ? 'studio' : 'app';
if (first === 'studio') takePreload();
await start(first, 'error');
