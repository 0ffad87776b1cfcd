// Pictures elsewhere: a program that is no browser draws the saved SVG as the saved PNG has it, every
// text at its place, in its direction, and with its letters joined.
import assert from 'node:assert/strict';
import { fontsIn } from './letters.mjs';
import { apart, astray, decoded, drawn } from './pixels.mjs';
import { opened, saved } from './saving.mjs';
import { STORY, inEveryBrowser } from './support.mjs';

/** The pixels a unit of the saved PNG. */
const SCALE = 2;

/** What is saved in each language: much of everything, in all kinds of ink. */
const LINKS = {
  ar: 'lang=ar&layer=relations&theme=light',
  en: 'lang=en&layer=relations&theme=dark&focus=stepfun',
};

/**
 * The most of a line's ink that may be elsewhere. Measured in Chromium 156 and Firefox 153: half of
 * the lines up to 0.10, the worst 0.39, a faint name beside a dotted ring, which each program dots
 * in its own way. A line that is missing has 1, one that is moved by 2 units 0.59 and more.
 */
const MOST_ASTRAY = 0.5;

/** The most by which all of a picture may differ, of 255. Measured: 0.23 to 0.47; without its texts 3.6. */
const MOST_APART = 1;

/**
 * How much nearer a line must be to the one with joined letters than to the one without, as a
 * share. Measured: 0.26 at most; all of a picture 0.05.
 */
const MOST_JOINED = 0.5;

/** A line of text in the document, with its place. */
const LINE = /(<tspan x=")([\d.-]+)(" y="[\d.-]+">)([^<]*)(<\/tspan>)/g;

/** The document with its lines written anew; a line of which nothing is made is left out. */
const rewritten = (svg, write) =>
  svg.replace(LINE, (_, start, x, middle, line, end) => {
    const made = write({ x: Number(x), line });
    return made === null ? '' : `${start}${made.x}${middle}${made.line}${end}`;
  });

/** A line without the marks that say how it runs. */
const plain = (line) => line.replace(/[\u2066-\u2069]/g, '');

/** Lines whose Arabic letters stand each by itself, as in a program that does not join them. */
const unjoined = (line) => line.replace(/(\p{Script=Arabic}\p{M}*)(?=\p{Script=Arabic})/gu, '$1\u200c');

/** Shows a document to a browser on a page of its own, which is asked something then. */
async function shown(browser, svg, ask) {
  const page = await browser.newPage();
  try {
    await page.setContent(svg.replace('<svg ', '<style>body { margin: 0 } svg { display: block }</style><svg '));
    await page.evaluate(() => document.fonts.ready.then(() => true));
    return await page.evaluate(ask);
  } finally {
    await page.close();
  }
}

/** The lines of a document, each with its box as a browser sees it, in units of the drawing. */
function boxes() {
  const { left: x, top: y } = document.querySelector('svg').getBoundingClientRect();
  return [...document.querySelectorAll('tspan')].map((it) => {
    const { left, top, right, bottom } = it.getBoundingClientRect();
    return { text: it.textContent, left: left - x, top: top - y, right: right - x, bottom: bottom - y };
  });
}

/**
 * The words and the marks between them of every line, from left to right: as the document has them,
 * and as they are where a page says which direction they have.
 */
function orders() {
  const direction = document.querySelector('svg').getAttribute('direction');
  return [...document.querySelectorAll('tspan')].map((it) => {
    const text = it.textContent;
    const unwrapped = text.replace(/^\u2067(.*)\u2069$/s, '$1');
    const line = document.createElement('div');
    line.dir = direction;
    line.style.whiteSpace = 'nowrap';
    line.append(unwrapped);
    document.body.append(line);
    const parts = [...unwrapped.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\u2066-\u2069]/gu)];
    const order = ({ firstChild: node }, start) => {
      const place = ({ 0: part, index }) => {
        const range = document.createRange();
        range.setStart(node, start + index);
        range.setEnd(node, start + index + part.length);
        return range.getBoundingClientRect().left;
      };
      return parts.toSorted((a, b) => place(a) - place(b)).map(([part]) => part).join(' ');
    };
    return [order(it, text.indexOf(unwrapped)), order(line, 0)];
  });
}

/** What is saved of a view, as both programs draw it, and what tells how far its lines stray. */
async function taken({ open, browser }, link) {
  const page = await open(link);
  await opened(page);
  const svg = (await saved(page, 'save-svg')).bytes.toString('utf8');
  const png = decoded((await saved(page, 'save-png-2')).bytes);
  const fonts = await fontsIn(svg);
  const draw = (write) => drawn(write ? rewritten(svg, write) : svg, fonts, SCALE);
  const [whole, blank] = [draw(), draw(() => null)];
  const lines = await shown(browser, svg, boxes);
  const strays = (seen, expected = whole) => lines.map((line) => astray(seen, expected, blank, line, SCALE));
  const lost = (seen) => {
    const found = strays(seen);
    // Of a line that neither draws the share is no number.
    return lines.filter((_, index) => !(found[index] <= MOST_ASTRAY)).map(({ text }) => plain(text));
  };
  return { png, whole, lines, draw, strays, lost };
}

inEveryBrowser('A picture in another program', (test) => {
  for (const [lang, link] of Object.entries(LINKS)) {
    test(`is the one that was saved (${lang})`, async (tools) => {
      const { png, whole, lines, draw, lost } = await taken(tools, link);
      assert.deepEqual([png.width, png.height], [whole.width, whole.height]);
      assert.ok(lines.length > 90, `${lines.length} lines`);
      assert.deepEqual(lost(png), []);
      const far = apart(png, whole);
      assert.ok(far < MOST_APART, `${far} of 255 between them`);

      // It would be seen: a name that is missing, and one that is a little elsewhere.
      const { name } = STORY.organizations.find((it) => it.id === 'huawei');
      const isIts = (line) => plain(line) === name[lang];
      assert.deepEqual(lost(draw((it) => (isIts(it.line) ? null : it))), [name[lang]]);
      assert.deepEqual(lost(draw((it) => (isIts(it.line) ? { ...it, x: it.x + 10 } : it))), [name[lang]]);
    });
  }

  for (const [lang, link] of Object.entries(LINKS)) {
    test(`has its words in the order of their direction (${lang})`, async ({ open, browser }) => {
      const page = await open(link);
      await opened(page);
      const svg = (await saved(page, 'save-svg')).bytes.toString('utf8');
      const lines = await shown(browser, svg, orders);
      assert.ok(lines.length > 90, `${lines.length} lines`);
      assert.deepEqual(lines.map(([drawn]) => drawn), lines.map(([, meant]) => meant));
    });
  }

  test('has joined Arabic letters', async (tools) => {
    const { png, whole, lines, draw, strays } = await taken(tools, LINKS.ar);
    const parted = draw((it) => ({ ...it, line: unjoined(it.line) }));
    const [joined, single, differing] = [strays(png), strays(png, parted), strays(parted)];
    // Numbers, and what is written in Latin, are the same either way.
    const arabic = lines.map((line, index) => ({ ...line, index })).filter(({ index }) => differing[index] > 0.3);
    assert.ok(arabic.length > 90, `${arabic.length} Arabic lines`);
    const nearer = ({ index }) => joined[index] < MOST_JOINED * single[index];
    assert.deepEqual(arabic.filter((line) => !nearer(line)).map(({ text }) => plain(text)), []);
    assert.ok(apart(png, whole) < MOST_JOINED * apart(png, parted));
  });
});
