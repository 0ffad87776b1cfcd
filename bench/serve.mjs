// A server of static files that are compressed beforehand, as publishers serve them.
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { TYPES as OWN_TYPES, headerRules } from '../tests/e2e/harness.mjs';

/** The types of our files, and of what else other pages bring. */
const TYPES = { ...OWN_TYPES, '.ttf': 'font/ttf', '.woff': 'font/woff' };
/** What is compressed by its format. */
const COMPRESSED = ['.woff', '.woff2'];

/** Bytes as Brotli at its highest quality. */
export function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** A directory's files by their path in an address, each with its headers, ready to be sent. */
async function prepare(root) {
  // What a page has browsers load early changes what is measured; other headers only add bytes, of
  // all pages alike.
  const early = headerRules(root).get('/')?.link;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const answers = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const raw = await readFile(path);
      const compressed = COMPRESSED.includes(extname(path));
      const body = compressed ? raw : brotli(raw);
      const address = `/${relative(root, path).split(sep).join('/')}`;
      const link = address === '/index.html' ? early : undefined;
      const headers = {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-length': body.length,
        'cache-control': 'no-cache',
        ...(!compressed && { 'content-encoding': 'br' }),
        ...(link && { link }),
      };
      return [address, { headers, body }];
    });
  return new Map(await Promise.all(answers));
}

/**
 * Serves a directory on a free port of this machine, over HTTP/1.1.
 *
 * @param {string} root
 * @returns {Promise<{url: string, close: () => Promise<void>}>} `url` is the page's address
 */
export async function serve(root) {
  const answers = await prepare(root);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const answer = answers.get(pathname.replace(/\/$/, '/index.html'));
    response.writeHead(answer ? 200 : 404, answer?.headers).end(answer?.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
