// What is printed: the sheet, in the language and of the day that the page shows.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { SHELL, launch, openPage, serve } from './harness.mjs';
import { DESKTOP, LANGUAGES, PHONE, STORY, becomes, inEveryBrowser, standing } from './support.mjs';

const run = promisify(execFile);

/** The sizes of paper, with their widths and heights in PDF points. */
const PAPERS = { A4: [595, 842], Letter: [612, 792] };

/** The most pages that a sheet may have. */
const MOST_PAGES = 8;

/** The share of a page that may be ink: a dark page would be nearly all. */
const MOST_INK = 0.3;

const opens = (lang) => (lang === 'ar' ? '' : 'en/');

/** What every sheet of the bundled story says on its first page. */
const members = (lang) =>
  STORY.memberships.map(({ organization }) => STORY.organizations.find((it) => it.id === organization).name[lang]);

/** Words of the page that are none of the sheet: what its controls say. */
const CONTROLS = {
  ar: ['الانتقال إلى التفاصيل', 'الحدث السابق', 'English'],
  en: ['Skip to the details', 'Zoom in', 'العربية', 'Previous event'],
};

/** Who made the picture, and what may be done with the program and the letters. */
const CREDIT = {
  ar: ['الصورة: «تحالف»', 'البرنامج برخصة MIT أو Apache 2.0، والخط IBM Plex Sans برخصة OFL 1.1.'],
  en: ['Picture: Tahaluf', 'Program: MIT or Apache 2.0. Typeface: IBM Plex Sans, OFL 1.1.'],
};

/** Text without the marks that say how it is drawn, spaces as one. */
const plain = (text) =>
  text
    .normalize('NFKC')
    .replace(/[\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

/**
 * The words of a text, in order. pdftotext turns the letters of an Arabic ligature around, sets
 * a vowel mark apart, and parts a word there: each word is its letters in alphabetical order, and
 * what a mark touches is left out.
 */
const words = (text) =>
  plain(text)
    .replace(/[^\s]*[\u064b-\u0652][^\s]*/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => [...word].sort().join(''));

/** Whether a text has the words of another, side by side and in order. */
const says = (text, part) => ` ${words(text).join(' ')} `.includes(` ${words(part).join(' ')} `);

/**
 * Whether a text has the words of another, wherever its lines and columns break. In Arabic a third
 * may be missing: pdftotext parts words at ligatures and beside vowel marks.
 */
function tells(text, part) {
  const all = new Set(words(text));
  const wanted = words(part);
  const missing = wanted.filter((word) => !all.has(word)).length;
  return missing <= (/\p{Script=Arabic}/u.test(part) ? Math.ceil(wanted.length / 3) : 0);
}

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tahaluf-print-'));
});
after(() => rm(folder, { recursive: true }));

/** The pages of a PDF as text. */
async function pagesOf(pdf) {
  const path = join(folder, 'read.pdf');
  await writeFile(path, pdf);
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 1 << 24 });
  const pages = stdout.split('\f');
  assert.equal(pages.pop().trim(), '', 'a page ends with a form feed');
  return pages.map(plain);
}

/** How much of each page is ink, as a share. */
async function inkOf(pdf) {
  const path = join(folder, 'seen.pdf');
  await writeFile(path, pdf);
  const pages = [];
  const { stdout } = await run('pdfinfo', [path]);
  const count = Number(stdout.match(/Pages:\s+(\d+)/)[1]);
  for (let page = 1; page <= count; page += 1) {
    const words = ['-r', '40', '-gray', '-f', page, '-l', page, path];
    const { stdout: image } = await run('pdftoppm', words.map(String), { encoding: 'buffer', maxBuffer: 1 << 24 });
    // Portable graymap: a head of three lines, then a byte for each pixel.
    const head = image.toString('latin1', 0, 32).match(/^P5\s+\d+\s+\d+\s+255\s/)[0].length;
    const pixels = image.subarray(head);
    pages.push(pixels.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0) / pixels.length);
    // Paper is white to its edge.
    assert.equal(pixels[0], 255);
  }
  return pages;
}

/** Asserts that a PDF is a sheet in a language; its pages as text. */
async function isSheet(pdf, lang) {
  const pages = await pagesOf(pdf);
  assert.ok(pages.length >= 2 && pages.length <= MOST_PAGES, `${pages.length} pages`);
  for (const [index, page] of pages.entries()) {
    assert.ok(page.length > 300, `page ${index + 1} is nearly blank: ${page}`);
    const [number, count] = [index + 1, pages.length];
    assert.match(page, new RegExp(`\\b(${number} ?/ ?${count}|${count} ?/ ?${number})\\b`), 'the page has its number');
  }
  const whole = pages.join(' ');
  // On the page that is handed out alone, and on no other.
  for (const part of CREDIT[lang]) assert.ok(tells(pages[0], part), `${part} on ${pages[0]}`);
  assert.deepEqual(pages.map((page) => page.split(/\bOFL\b/).length - 1), [1, ...pages.slice(1).fill(0)]);
  for (const control of CONTROLS[lang]) assert.ok(!says(whole, control), control);
  assert.ok(tells(pages[0], STORY.title[lang]), `the title: ${pages[0]}`);
  for (const ink of await inkOf(pdf)) assert.ok(ink > 0.001 && ink < MOST_INK, `${ink} of a page is ink`);
  return pages;
}

/** Asserts that a PDF is the sheet of the whole story as it opens. */
async function isWhole(pdf, lang) {
  const pages = await isSheet(pdf, lang);
  for (const name of members(lang)) assert.ok(tells(pages[0], name), `${name} on ${pages[0]}`);
  // The first page is a briefing of its own: no list goes on overleaf.
  assert.ok(tells(pages[0], STORY.summary[lang]), `the summary: ${pages[0]}`);
  assert.ok(!pages[0].includes('http') && !members(lang).some((name) => pages[1].startsWith(plain(name))), pages[1]);
  const whole = pages.join(' ');
  for (const event of STORY.events.filter((it) => it.core)) {
    assert.ok(tells(whole, event.title[lang]), `${event.title[lang]} in ${whole}`);
  }
  // Addresses in full, for a reader with paper.
  const cited = STORY.events.filter((it) => it.core).flatMap((it) => it.sources);
  // pdftotext leaves out a hyphen where a line ends. A machine without a font for Chinese prints
  // boxes, which are no letters.
  const close = (text) => text.replace(/[\s\p{Script=Han}-]/gu, '');
  const closed = close(whole);
  for (const id of cited) {
    const { url } = STORY.sources.find((it) => it.id === id);
    assert.ok(closed.includes(close(url)), `${url} in full`);
  }
  // What a reader should know of each of them stands with it, as on the page.
  for (const { note } of cited.map((id) => STORY.sources.find((it) => it.id === id))) {
    const isThere = !note || closed.includes(close(note[lang])) || tells(whole, note[lang]);
    assert.ok(isThere, `${note?.[lang]} in ${whole}`);
  }
  return pages;
}

describe('The printed sheet', () => {
  let browser;
  let site;
  before(async () => {
    site = await serve();
    browser = await launch('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page and gives what it asks for. */
  async function on(link, context, body, expected = /^$/) {
    const visit = await openPage(browser, { url: site.url + link, context: { locale: 'ar', ...DESKTOP, ...context } });
    try {
      await body(visit.page);
      assert.deepEqual(visit.complaints.filter((it) => !expected.test(it)), []);
    } finally {
      await visit.close();
    }
  }

  /** Presses what prints, where the studio has to come first; its dialog is left out. */
  async function press(page) {
    await page.evaluate(() => {
      window.print = () => {
        window.asked = document.querySelectorAll('#app > .sheet').length;
      };
    });
    await page.keyboard.press('Control+p');
    await page.waitForFunction(() => window.asked !== undefined);
    assert.equal(await page.evaluate(() => window.asked), 1, 'its sheet is there before the dialog');
  }

  for (const lang of LANGUAGES) {
    for (const [format, size] of Object.entries(PAPERS)) {
      it(`is whole on ${format} (${lang})`, { timeout: 60_000 }, () =>
        on(`${opens(lang)}#lang=${lang}`, {}, async (page) => {
          await standing(page);
          const pdf = await page.pdf({ format });
          await isWhole(pdf, lang);
          const path = join(folder, 'size.pdf');
          await writeFile(path, pdf);
          const { stdout } = await run('pdfinfo', [path]);
          const [, width, height] = stdout.match(/Page size:\s+([\d.]+) x ([\d.]+)/);
          assert.ok(Math.abs(width - size[0]) < 2 && Math.abs(height - size[1]) < 2, stdout);
        }));
    }

    it(`is whole without scripts (${lang})`, { timeout: 60_000 }, () =>
      on(
        opens(lang),
        { javaScriptEnabled: false },
        async (page) => isWhole(await page.pdf({ format: 'A4' }), lang),
        // The program that no script asks for.
        /was preloaded/,
      ));

    it(`comes from a phone and in the dark as ink on white (${lang})`, { timeout: 60_000 }, () =>
      on(`${opens(lang)}#lang=${lang}&theme=dark&focus=stepfun&layer=relations`, { ...PHONE, colorScheme: 'dark' }, async (page) => {
        await standing(page);
        await isSheet(await page.pdf({ format: 'A4' }), lang);
      }));
  }

  it('is of the day shown, and says which', { timeout: 60_000 }, () =>
    on('en/#lang=en&at=2022-01-01', {}, async (page) => {
      await standing(page);
      await press(page);
      const [first] = await isSheet(await page.pdf({ format: 'A4' }), 'en');
      assert.match(first, /On 1 January 2022: \d+ organisations, no alliance yet/);
      assert.match(first, /Sources reach to .* 20\d\d; checked on \d/, 'and of when the rest is');
      assert.ok(!first.includes('Model-Chip Alliance: '), first);
    }));

  it('is in the language that the page was switched to', { timeout: 60_000 }, () =>
    on('#lang=ar', {}, async (page) => {
      await standing(page);
      await page.locator('#language').click();
      await becomes(() => page.evaluate(() => document.documentElement.lang), 'en');
      await press(page);
      const [first] = await isWhole(await page.pdf({ format: 'A4' }), 'en');
      assert.ok(first.includes(`Picture: Tahaluf, ${new URL(site.url).host}.`), `where the page is: ${first}`);
    }));

  it('is whole where the app does not come', { timeout: 60_000 }, async () => {
    const broken = await serve({ overrides: { 'app_bg.wasm': { status: 404, body: '' } } });
    const { page, close } = await openPage(browser, { url: broken.url, context: { locale: 'ar' } });
    try {
      await page.waitForSelector('html.still');
      await isWhole(await page.pdf({ format: 'A4' }), 'ar');
    } finally {
      await close();
      await broken.close();
    }
  });

  it('tells the fields apart without their hues', () =>
    on('en/#lang=en', {}, async (page) => {
      await standing(page);
      await page.emulateMedia({ media: 'print' });
      const looks = await page.evaluate(() => {
        const looks = [...document.querySelectorAll('body > .sheet .network .field')].map((it) => getComputedStyle(it));
        const strength = (color) => color.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
        return looks.map((it) => ({ dashes: it.strokeDasharray, strength: strength(it.stroke) }));
      });
      assert.equal(looks.length, 2);
      assert.notEqual(looks[0].dashes, looks[1].dashes);
      assert.ok(Math.abs(looks[0].strength - looks[1].strength) > 80, JSON.stringify(looks));
    }));
});

describe('The sheet without a person', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const tahaluf = (...words) =>
    run(process.env.CARGO ?? 'cargo', ['run', '--quiet', '--package', 'tahaluf-cli', '--', ...words, '--app', SHELL], { cwd: root });

  for (const lang of LANGUAGES) {
    it(`is printed by a command (${lang})`, { timeout: 120_000 }, async () => {
      const out = join(folder, `sheet-${lang}.pdf`);
      await tahaluf('sheet', '--lang', lang, '--out', out, '--paper', 'letter');
      await isWhole(await readFile(out), lang);
    });
  }

  it('says what to do where nothing prints', { timeout: 120_000 }, async () => {
    const out = join(folder, 'none.pdf');
    const told = tahaluf('sheet', '--out', out, '--browser', join(folder, 'no-browser'));
    await assert.rejects(told, ({ stderr }) => /no-browser cannot be started[^]*install Chromium/.test(stderr));
    await assert.rejects(readFile(out));
  });

  it('comes out of the one file', { timeout: 120_000 }, async () => {
    const out = join(folder, 'one.html');
    await tahaluf('one-file', '--out', out, '--lang', 'ar');
    const browser = await launch('chromium');
    try {
      const { page, close } = await openPage(browser, { url: pathToFileURL(out).href, context: DESKTOP });
      await standing(page);
      await isWhole(await page.pdf({ format: 'A4' }), 'ar');
      await close();
    } finally {
      await browser.close();
    }
  });
});

inEveryBrowser('The sheet on the page', (test) => {
  test('is seen by nobody before and after', async ({ open }) => {
    const page = await open('lang=en&stage=room');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#network');
    const sheets = () => page.evaluate(() => document.querySelectorAll('#app > .sheet').length);
    const seen = () =>
      page.evaluate(() => [...document.querySelectorAll('.sheet')].some((it) => it.getClientRects().length > 0));
    assert.equal(await sheets(), 0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await becomes(sheets, 1);
    assert.equal(await seen(), false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await becomes(sheets, 0);
  });
});
