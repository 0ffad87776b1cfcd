// Everything in one file that opens from a disk: no server, no network, nothing but itself.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { BROWSERS, SHELL, launch, openPage } from './harness.mjs';
import { DESKTOP, LANGUAGES, STORY, becomes, eventually, membersFounded, nodeIds, said, standing, text } from './support.mjs';
import { findWebKit, openWebKit } from './webkit.mjs';

/** The most that the file of this story may weigh. */
const BUDGETS = { lean: 350_000, whole: 445_000 };

let folder;
const paths = {};
/** The same without the tools. */
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

    /** Opens a file, and asserts that it asked for nothing and complained of nothing. */
    async function opened(url, context, body, expected = /^$/) {
      const { page, complaints, close } = await openPage(browser, { url: 'about:blank', context: { ...DESKTOP, ...context } });
      const asked = [];
      page.on('request', (it) => asked.push(it.url()));
      try {
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
          assert.deepEqual(await said(page), { lang });
          assert.equal(await text(page, 'h1'), STORY.title[lang]);
          const fonts = await page.evaluate(() =>
            [...document.fonts].filter((it) => it.status === 'loaded').map((it) => it.family.replaceAll('"', '')),
          );
          assert.ok(fonts.includes(lang === 'ar' ? 'IBM Plex Sans Arabic' : 'IBM Plex Sans'), fonts.join());
        });
      }
    });

    it('answers as the site does: a node, the day, the language, the colours', { timeout: 60_000 }, async () => {
      await opened(address('en'), {}, async (page) => {
        await standing(page);
        await page.locator('#node-huawei .shape').click();
        await eventually(async () => assert.match(await text(page, '#details h2'), /Huawei/));
        await page.focus('#day');
        await page.keyboard.press('ArrowLeft');
        await becomes(async () => typeof (await said(page)).at, 'string');
        await page.click('#language');
        await eventually(async () => assert.match(await text(page, '#details h2'), /هواوي/));
        assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
        await page.click('#theme');
        await becomes(async () => (await said(page)).theme, 'light');
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
        assert.deepEqual(await said(page), link);
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

    it('says so where it was cut off, and keeps its picture', { timeout: 60_000 }, async () => {
      for (const lang of LANGUAGES) {
        const whole = await readFile(paths[lang]);
        const cut = join(folder, `cut-${lang}.html`);
        await writeFile(cut, whole.subarray(0, whole.length * 0.9));
        const expected = /exception|atob|decod|decompress|compress|CompileError|Unexpected end|InvalidCharacter|TypeError/i;
        await opened(pathToFileURL(cut).href, {}, async (page) => {
          await page.locator('#notice').waitFor({ state: 'visible' });
          const words = await page.locator('#notice').innerText();
          assert.match(words, lang === 'ar' ? /لم يصل برنامج الصفحة/ : /program did not arrive whole/);
          assert.doesNotMatch(words, lang === 'ar' ? /مقروء هنا/ : /can be read here/, 'it has no record to promise');
          assert.ok((await page.locator('.network:visible .label').count()) > 10);
          assert.equal(await page.locator('.page button:visible').count(), 0, 'no control that does nothing');
        }, expected);
      }
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
