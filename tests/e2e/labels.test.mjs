// Names in the picture: none on another, on a node that is not its own, on the end of a
// tie, or cut; and as wide as was computed, from the boxes that the browser draws.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, becomes, follow, inEveryBrowser } from './support.mjs';

/** The widths of windows for which the picture is proved. */
const WIDTHS = [360, 768, 1280, 1920];

/** What the layout is computed with; a test of the crate writes it. */
function computedWidths() {
  const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
  const path = join(target, 'tmp/label-widths.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path} is missing: run cargo xtask test unit`, { cause });
  }
}

/** The boxes of the picture in CSS px of the window. */
const boxes = (page) =>
  page.evaluate(() => {
    const box = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
    const network = document.querySelector('#network');
    const canvas = document.createElement('canvas').getContext('2d');
    // The ink of a line, not its line box: fonts leave room for marks that it does not have.
    const ink = (line) => {
      const style = getComputedStyle(line);
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = canvas.measureText(line.textContent);
      const scale = line.getScreenCTM().a;
      const baseline = network.getBoundingClientRect().top
        + (Number(line.getAttribute('y')) - network.viewBox.baseVal.y) * scale;
      const { left, right } = line.getBoundingClientRect();
      return { left, right, top: baseline - up * scale, bottom: baseline + down * scale };
    };
    const nodes = [...network.querySelectorAll('[id^="node-"]')].map((node) => ({
      id: node.id.slice('node-'.length),
      lines: [...node.querySelectorAll('.label tspan')].map(ink),
      body: box(node.querySelector('.ring, .hub, .shape').getBoundingClientRect()),
      round: node.querySelector('.ring, .hub, .shape').localName === 'circle',
      middle: (() => {
        const { left, top, width, height } = node.querySelector('.target').getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      })(),
    }));
    const ends = [...network.querySelectorAll('.edge > path:not(.head)')].flatMap((path) => {
      const matrix = path.getScreenCTM();
      return [0, path.getTotalLength()].map((at) => {
        const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
        return { x, y };
      });
    });
    return { frame: box(network.getBoundingClientRect()), nodes, ends };
  });

/** Less than this in common is no overlap, in CSS px: boxes come rounded. */
const TOUCHING = 0.5;

const overlap = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCHING
  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCHING;

/** Whether a box comes into the circle that fills another. */
function overlapsCircle(box, { left, right, top, bottom }) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(dx, dy) < (right - left) / 2 - TOUCHING;
}

const contains = (box, { x, y }) =>
  x > box.left + TOUCHING && x < box.right - TOUCHING && y > box.top + TOUCHING && y < box.bottom - TOUCHING;

/** Everything that is wrong with a picture's names, in words. */
function faults({ frame, nodes, ends }) {
  const found = [];
  const nearest = (point) => {
    const distance = ({ middle }) => Math.hypot(middle.x - point.x, middle.y - point.y);
    return nodes.reduce((best, node) => (distance(node) < distance(best) ? node : best));
  };
  const owners = ends.map((end) => ({ end, owner: nearest(end).id }));
  for (const [index, node] of nodes.entries()) {
    for (const line of node.lines) {
      const inside = line.left >= frame.left - TOUCHING && line.right <= frame.right + TOUCHING
        && line.top >= frame.top - TOUCHING && line.bottom <= frame.bottom + TOUCHING;
      if (!inside) found.push(`${node.id} is cut`);
      for (const other of nodes.slice(index + 1)) {
        if (other.lines.some((it) => overlap(line, it))) found.push(`${node.id} on the name of ${other.id}`);
      }
      for (const other of nodes) {
        const meets = other.round ? overlapsCircle : overlap;
        if (other !== node && meets(line, other.body)) found.push(`${node.id} on the node ${other.id}`);
      }
      for (const { end, owner } of owners) {
        if (owner !== node.id && contains(line, end)) found.push(`${node.id} on the end of a tie of ${owner}`);
      }
    }
  }
  return [...new Set(found)];
}

/** What the page draws of each line: its text, its kind, and its width in the drawing's own units. */
const drawn = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#network .label tspan, #close-up [id^="event-"] > text')].map((line) => ({
      text: line.textContent.replace(/[\u2066-\u2069]/g, ''),
      kind: line.closest('#close-up') ? 'event' : line.closest('.title') ? 'title' : 'name',
      width: line.getComputedTextLength(),
    })),
  );

inEveryBrowser('The names in the picture', (test) => {
  for (const width of WIDTHS) {
    test(`stand clear of everything and whole at ${width} px`, async ({ open }) => {
      const page = await open('lang=ar', { viewport: { width, height: 900 } });
      for (const lang of LANGUAGES) {
        for (const layer of ['', '&layer=relations']) {
          await follow(page, `lang=${lang}${layer}`);
          await becomes(() => page.evaluate(() => document.documentElement.lang), lang);
          const picture = await boxes(page);
          assert.ok(picture.nodes.length >= 15 && picture.ends.length >= 30, 'there is a picture');
          assert.ok(picture.nodes.every((node) => node.lines.length > 0), 'every node has a name');
          assert.deepEqual(faults(picture), [], `in ${lang}${layer}`);
        }
      }
    });
  }

  test('are as wide as was computed, within 5 %', async ({ open }) => {
    const computed = computedWidths();
    for (const width of [360, 1280]) {
      const page = await open('lang=ar&layer=relations', { viewport: { width, height: 900 } });
      for (const lang of LANGUAGES) {
        await follow(page, `lang=${lang}&layer=relations&window=2018-01-01..2026-12-31`);
        await becomes(() => page.evaluate(() => document.documentElement.lang), lang);
        const lines = await drawn(page);
        assert.ok(lines.length > 25);
        const compared = lines.map((it) => ({ ...it, computed: computed[it.kind][it.text] }));
        const wrong = compared.filter((it) => !(Math.abs(it.width - it.computed) <= 0.05 * it.width));
        assert.deepEqual(wrong, [], lang);
      }
    }
  });
});
