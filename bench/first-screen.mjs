// What must arrive before a reader sees the network: the page's HTML down to the end of the
// picture, and the style sheets that keep the browser from painting.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotli } from './serve.mjs';

/** What a new connection brings at once: ten packets of 1460 bytes (RFC 6928), less their headers. */
export const FIRST_SCREEN_BAR = 14_000;

/** The value of an attribute in a tag, with or without quotes. */
function attribute(tag, name) {
  const [, double, single, unquoted] = tag.match(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')) ?? [];
  return double ?? single ?? unquoted ?? null;
}

/**
 * Where the picture ends in a page's HTML, or null where the HTML has none. A page has a picture
 * for each shape of window; whichever it shows, the last must have come. The one of the sheet,
 * at the page's very end, is for paper.
 */
function endOfNetwork(html) {
  const screen = html.split('<article class="sheet"')[0];
  const last = [...screen.matchAll(/<svg\b[^>]*>/gi)].findLast(([tag]) =>
    attribute(tag, 'class')?.split(' ').includes('network'),
  );
  return last ? html.indexOf('</svg>', last.index) + '</svg>'.length : null;
}

/** The addresses of the style sheets that block painting: those that are asked for before the picture ends. */
function blockingStyles(html) {
  return [...html.matchAll(/<link\b[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, 'rel') === 'stylesheet' && attribute(tag, 'media') !== 'print')
    .map((tag) => attribute(tag, 'href'));
}

/**
 * Weighs the first screen of a release, in bytes of Brotli at its highest quality.
 *
 * @param {string} root the release's directory
 */
export async function firstScreen(root) {
  const html = await readFile(join(root, 'index.html'), 'utf8');
  const end = endOfNetwork(html);
  const styles = await Promise.all(
    blockingStyles(html.slice(0, end ?? html.length)).map(async (href) => ({ href, bytes: brotli(await readFile(join(root, href))).length })),
  );
  const htmlBytes = brotli(Buffer.from(html.slice(0, end ?? html.length))).length;
  const total = styles.reduce((sum, { bytes }) => sum + bytes, htmlBytes);
  return { hasNetwork: end !== null, htmlBytes, styles, total };
}
