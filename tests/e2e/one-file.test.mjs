// Everything in one file that opens from a disk: no server, no network, nothing but itself.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { BROWSERS, SHELL, launch, openPage, serve } from './harness.mjs';
import { opened as dialogOpened, saved } from './saving.mjs';
import { DESKTOP, LANGUAGES, STORY, becomes, eventually, fragment, membersFounded, nodeIds, painted, standing, text } from './support.mjs';
import { findWebKit, openWebKit } from './webkit.mjs';

/** The most that the file of this story may weigh. */
const BUDGETS = { lean: 435_000, whole: 672_000 };

let folder;
const paths = {};
/** The files without the tools, by language. */
const leanPaths = {};

/** The address of the file that opens in a language. */
const address = (lang, link = '') => pathToFileURL(paths[lang]).href + link;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tahaluf-'));
  const root = fileURLToPath(new URL('../../', import.meta.url));
  for (const lang of LANGUAGES) {
    paths[lang] = join(folder, `story-${lang}.html`);
    const words = ['run', '--quiet', '--package', 'tahaluf-cli', '--', 'one-file', '--app', SHELL, '--lang', lang, '--out', paths[lang]];
    await promisify(execFile)(process.env.CARGO ?? 'cargo', words, { cwd: root });
    leanPaths[lang] = join(folder, `lean-${lang}.html`);
    const lean = [...words.slice(0, -1), leanPaths[lang], '--lean'];
    await promisify(execFile)(process.env.CARGO ?? 'cargo', lean, { cwd: root });
  }
});

after(() => rm(folder, { recursive: true }));

describe('The one file', () => {
  for (const lang of LANGUAGES) {
    it(`weighs no more than agreed (${lang})`, async () => {
      for (const [kind, path] of [['whole', paths[lang]], ['lean', leanPaths[lang]]]) {
        const { length } = await readFile(path);
        assert.ok(length <= BUDGETS[kind], `${kind}: ${length} bytes; the budget is ${BUDGETS[kind]}`);
      }
    });

    it(`lets only what it holds run, by its hash (${lang})`, async () => {
      const file = await readFile(paths[lang], 'utf8');
      const policy = file.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)[1];
      const sources = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
      const hash = /^'sha256-[A-Za-z0-9+/]{43}='$/;
      assert.deepEqual(sources.get('default-src'), ["'none'"]);
      assert.deepEqual(sources.get('script-src').filter((it) => !hash.test(it)), ["'wasm-unsafe-eval'"]);
      assert.deepEqual(sources.get('style-src').filter((it) => !hash.test(it)), []);
      for (const kind of ['img-src', 'font-src']) assert.deepEqual(sources.get(kind), ['data:']);
      for (const kind of ['connect-src', 'frame-src', 'object-src']) assert.equal(sources.get(kind), undefined);
      assert.ok(file.indexOf(policy) < file.search(/<(script|style)/), 'it is said before anything can run');
    });
  }
});

for (const engine of BROWSERS) {
  describe(`The one file, in ${engine}`, () => {
    let browser;
    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser?.close());

    /** Opens a file, and asserts that it asked for nothing and complained of nothing but what is expected. */
    async function opened(url, context, body, expected = /^$/, before = () => {}) {
      const { page, complaints, close } = await openPage(browser, { url: 'about:blank', context: { ...DESKTOP, ...context } });
      const asked = [];
      page.on('request', (it) => asked.push(it.url()));
      try {
        await before(page);
        await page.goto(url, { waitUntil: 'domcontentloaded' });
        await body(page);
        const others = asked.filter((it) => !/^(data|blob):/.test(it) && it.split('#')[0] !== url.split('#')[0]);
        assert.deepEqual(others, []);
        assert.deepEqual(complaints.filter((it) => !expected.test(it)), []);
      } finally {
        await close();
      }
    }

    it('opens in its own language, whatever the browser’s', { timeout: 60_000 }, async () => {
      for (const lang of LANGUAGES) {
        await opened(address(lang), { locale: lang === 'ar' ? 'en-GB' : 'ar' }, async (page) => {
          await standing(page);
          assert.deepEqual(await fragment(page), { lang });
          assert.equal(await text(page, 'h1'), STORY.title[lang]);
          const fonts = await page.evaluate(() =>
            [...document.fonts].filter((it) => it.status === 'loaded').map((it) => it.family.replaceAll('"', '')),
          );
          assert.ok(fonts.includes(lang === 'ar' ? 'IBM Plex Sans Arabic' : 'IBM Plex Sans'), fonts.join());
        });
      }
    });

    it('moves nothing when its fonts and its program come', { skip: engine !== 'chromium', timeout: 60_000 }, async () => {
      for (const lang of LANGUAGES) {
        const slowly = async (page) => {
          const session = await page.context().newCDPSession(page);
          await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
          await page.addInitScript(() => {
            // What the engine calls a layout shift: the share of the window that moved, times how far.
            window.moved = 0;
            new PerformanceObserver((list) => {
              for (const { value } of list.getEntries()) window.moved += value;
            }).observe({ type: 'layout-shift', buffered: true });
          });
        };
        const stands = async (page) => {
          await standing(page);
          // What the program does after its first frame, it does in the next ones.
          for (let frames = 0; frames < 15; frames += 1) await painted(page);
          const moved = await page.evaluate(() => window.moved);
          assert.ok(moved < 0.01, `${moved}`);
        };
        await opened(address(lang), {}, stands, undefined, slowly);
      }
    });

    it('answers as the site does: a node, the day, the language, the colours', { timeout: 60_000 }, async () => {
      await opened(address('en'), {}, async (page) => {
        await standing(page);
        await page.locator('#node-huawei .shape').click();
        await eventually(async () => assert.match(await text(page, '#details h2'), /Huawei/));
        await page.focus('#day');
        await page.keyboard.press('ArrowLeft');
        await becomes(async () => typeof (await fragment(page)).at, 'string');
        await page.click('#language');
        await eventually(async () => assert.match(await text(page, '#details h2'), /هواوي/));
        assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
        await page.click('#theme');
        await becomes(async () => (await fragment(page)).theme, 'light');
        await page.reload();
        await standing(page);
        assert.match(await text(page, '#details h2'), /هواوي/);
        assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'light');
      });
    });

    it('opens without its tools as well, and offers none', { timeout: 60_000 }, async () => {
      for (const lang of LANGUAGES) {
        await opened(`${pathToFileURL(leanPaths[lang]).href}#lang=${lang}&focus=huawei`, {}, async (page) => {
          await standing(page);
          assert.match(await text(page, '#details h2'), lang === 'ar' ? /هواوي/ : /Huawei/);
          assert.equal(await page.locator('[data-studio]:visible').count(), 0);
          await page.click('#language');
          await becomes(() => page.evaluate(() => document.documentElement.lang), lang === 'ar' ? 'en' : 'ar');
        });
      }
    });

    it('shows what a link to it says', { timeout: 60_000 }, async () => {
      const link = { lang: 'en', focus: 'stepfun', at: '2025-07-28', layer: 'relations' };
      await opened(address('ar', `#${new URLSearchParams(link)}`), {}, async (page) => {
        await standing(page);
        assert.deepEqual(await fragment(page), link);
        assert.match(await text(page, '#details h2'), /StepFun/);
        const there = new Set(await nodeIds(page));
        for (const { id } of membersFounded(link.at)) assert.ok(there.has(id), id);
      });
    });

    it('says what can be shared of a file on a disk', { timeout: 60_000 }, async () => {
      await opened(address('ar', '#lang=en&focus=huawei'), {}, async (page) => {
        await standing(page);
        await page.click('#share');
        await page.waitForSelector('#share-dialog[open] #share-code');
        assert.match(await text(page, '.share-help'), /your own device/);
        assert.equal(await page.inputValue('#share-code'), '#lang=en&focus=huawei');
        assert.equal(await page.locator('#share-dialog input').count(), 0, 'nothing to choose');
      });
    });

    it('gives a picture that has its letters', { timeout: 60_000 }, async () => {
      await opened(address('ar', '#lang=ar'), {}, async (page) => {
        await standing(page);
        await dialogOpened(page);
        const drawing = (await saved(page, 'save-svg')).bytes.toString('utf8');
        const fonts = drawing.match(/@font-face[^}]*url\((&quot;|")data:font\/woff2;base64,d09G/g) ?? [];
        assert.equal(fonts.length, 6, 'each font of the file, and it is one');
      });
    });

    it('says so where it was cut off or changed, and keeps its picture', { timeout: 120_000 }, async () => {
      for (const lang of LANGUAGES) {
        const whole = await readFile(paths[lang]);
        const cut = (share) => whole.subarray(0, whole.length * share);
        // The first `a` of what is packed, for which there is a `b`.
        const changed = (id) => {
          const at = whole.indexOf('a', whole.indexOf('>', whole.indexOf(`id="packed-${id}"`)));
          return Buffer.concat([whole.subarray(0, at), Buffer.from('b'), whole.subarray(at + 1)]);
        };
        const bad = join(folder, `bad-${lang}.html`);
        for (const [what, file] of Object.entries({
          'before the style ends': cut(0.2),
          'before the program ends': cut(0.9),
          'the style': changed('style'),
          'the story': changed('story'),
          'the program': changed('program'),
        })) {
          await writeFile(bad, file);
          // Firefox reports what ended a stream on its own as well.
          const expected = /packed-\w+ was cut off or damaged|TypeError: The input (is|data|has)/;
          await opened(pathToFileURL(bad).href, {}, async (page) => {
            await page.locator('#notice').waitFor({ state: 'visible' });
            const words = await page.locator('#notice').innerText();
            assert.match(words, lang === 'ar' ? /لم يصل برنامج الصفحة/ : /program did not arrive whole/, what);
            assert.doesNotMatch(words, lang === 'ar' ? /مقروء هنا/ : /can be read here/, 'it has no record to promise');
            assert.ok((await page.locator('.network:visible .label').count()) > 10, what);
            assert.equal(await page.locator('.page button:visible').count(), 0, 'no control that does nothing');
          }, expected);
        }
      }
    });

    /** Opens a file as a server sends it. */
    async function fromServer(name, policy, context, body, expected) {
      const site = await serve({ root: folder, policy });
      // The page was blank before, so that the server is another origin.
      const complaints = new RegExp(`^request to another origin: ${site.url}${name}$|${expected}`);
      try {
        await opened(site.url + name, context, body, complaints);
      } finally {
        await site.close();
      }
    }

    it('can be looked at without scripts', { timeout: 60_000 }, async () => {
      for (const lang of LANGUAGES) {
        const looked = async (page) => {
          assert.equal(await page.locator('h1').innerText(), STORY.title[lang]);
          assert.ok((await page.locator('.network:visible .label').count()) > 10);
          assert.ok(await page.locator('noscript .notice').isVisible());
          const shape = page.locator('#node-huawei .shape');
          const [, blue] = await shape.evaluate((it) => getComputedStyle(it).fill.match(/(\d+)\)$/));
          assert.ok(blue > 128, 'in the colour of its alliance');
        };
        // Firefox is told by a server that no script may run.
        if (engine === 'firefox') await fromServer(`story-${lang}.html`, 'sandbox', {}, looked, 'blocked a script|script-src');
        else await opened(address(lang), { javaScriptEnabled: false }, looked);
      }
    });

    it('opens across line ends that a mail put in', { timeout: 60_000 }, async () => {
      const file = await readFile(paths.en, 'utf8');
      const mailed = join(folder, 'mailed.html');
      await writeFile(mailed, file.replace(/(?<=type="application\/gzip"[^>]*>)[^<]+/g, (it) => it.replace(/.{76}/g, '$&\r\n')));
      await opened(pathToFileURL(mailed).href, {}, async (page) => {
        await standing(page);
        assert.equal(await text(page, 'h1'), STORY.title.en);
      });
    });

    it('says so where the browser cannot unpack it, and keeps its picture', { timeout: 60_000 }, async () => {
      for (const lang of LANGUAGES) {
        const isOld = (page) => page.addInitScript(() => delete window.DecompressionStream);
        await opened(address(lang), {}, async (page) => {
          await page.locator('#notice').waitFor({ state: 'visible' });
          assert.match(await page.locator('#notice').innerText(), lang === 'ar' ? /متصفحك أقدم/ : /browser is too old/);
          assert.ok((await page.locator('.network:visible .label').count()) > 10);
          assert.equal(await page.locator('.page button:visible').count(), 0, 'no control that does nothing');
        }, /this browser has no DecompressionStream/, isOld);
      }
    });

    it('opens from a server that says its letters are UTF-8', { timeout: 60_000 }, async () => {
      const stands = async (page) => {
        await standing(page);
        assert.equal(await text(page, 'h1'), STORY.title.ar);
      };
      await fromServer('story-ar.html', null, {}, stands, '^$');
    });
  });
}

const webKit = findWebKit();

describe('The one file, in WebKit', { skip: webKit ? false : 'it is not installed: on Debian, webkit2gtk-driver, xvfb and xauth' }, () => {
  it('opens, and a press on a node shows its details', { timeout: 120_000 }, async () => {
    const { ask, close } = await openWebKit(webKit);
    try {
      await ask('POST', 'url', { url: address('en') });
      const run = (script) => ask('POST', 'execute/sync', { script, args: [] });
      await becomes(() => run("return document.querySelector('#network') !== null && location.hash"), '#lang=en');
      assert.equal(await run("return document.querySelector('h1').textContent"), STORY.title.en);
      const node = await ask('POST', 'element', { using: 'css selector', value: '#node-huawei .shape' });
      await ask('POST', `element/${Object.values(node)[0]}/click`, {});
      await eventually(async () => {
        assert.match(await run("return document.querySelector('#details h2').textContent"), /Huawei/);
      });
      // The address follows the page; a driver may ask in between.
      await becomes(() => run('return location.hash'), '#lang=en&focus=huawei');
      assert.equal(await run("return document.querySelectorAll('.still, .notice:not([hidden])').length"), 0);
    } finally {
      await close();
    }
  });
});
