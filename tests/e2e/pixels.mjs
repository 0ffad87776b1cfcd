// A program that is no browser draws SVG, and what it drew is compared with what a browser drew.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Resvg, initWasm } = require('@resvg/resvg-wasm');
await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** Pixels are compared in squares of so many a side: what smooths edges differs between programs. */
const SQUARE = 4;

/** How much air a text's box gets, in units of the drawing: what is drawn may reach out of it. */
const AIR = 3;

/**
 * Means of squares of pixels.
 *
 * @typedef {object} Picture
 * @property {number} width in pixels
 * @property {number} height in pixels
 * @property {number} columns in squares
 * @property {Float32Array} means red, green and blue of each square, row by row
 */

/** A drawing with its fonts, so many pixels a unit. */
export function drawn(svg, fonts, scale) {
  const font = { fontBuffers: fonts, loadSystemFonts: false };
  return picture(new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } }).render());
}

/** The pixels of a PNG. */
export function decoded(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = `width="${width}" height="${height}"`;
  const image = `<image ${size} image-rendering="optimizeSpeed" href="data:image/png;base64,${png.toString('base64')}"/>`;
  return drawn(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`, [], 1);
}

function picture({ width, height, pixels }) {
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const means = new Float32Array(columns * rows * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const square = 3 * (Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE));
      for (const channel of [0, 1, 2]) means[square + channel] += pixels[4 * (y * width + x) + channel] / SQUARE ** 2;
    }
  }
  return { width, height, columns, means };
}

/** How far two pictures are apart, as the mean of all differences, of 255. */
export function apart(one, other) {
  let sum = 0;
  for (let index = 0; index < one.means.length; index += 1) sum += Math.abs(one.means[index] - other.means[index]);
  return sum / one.means.length;
}

/** What two pictures differ by in a box of the drawing. */
function between(one, other, { left, top, right, bottom }, scale) {
  const square = (units) => Math.round((units * scale) / SQUARE);
  const rows = one.means.length / 3 / one.columns;
  let sum = 0;
  for (let y = Math.max(0, square(top - AIR)); y < Math.min(rows, square(bottom + AIR)); y += 1) {
    const [from, to] = [Math.max(0, square(left - AIR)), Math.min(one.columns, square(right + AIR))];
    for (let index = 3 * (y * one.columns + from); index < 3 * (y * one.columns + to); index += 1) {
      sum += Math.abs(one.means[index] - other.means[index]);
    }
  }
  return sum;
}

/**
 * How much of a text is not where it should be, as a share of its ink: nothing where it is drawn
 * alike, 1 where it is missing, up to 2 where it is elsewhere.
 *
 * @param {Picture} seen
 * @param {Picture} expected
 * @param {Picture} blank what is expected, without its texts
 * @param {{left: number, top: number, right: number, bottom: number}} box of the text
 * @param {number} scale pixels a unit
 */
export function astray(seen, expected, blank, box, scale) {
  return between(seen, expected, box, scale) / between(expected, blank, box, scale);
}
