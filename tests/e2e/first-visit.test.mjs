// What a first visit fetches over a slow line: each reader one page, whatever language the
// browser asks for and whatever address was opened.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { DIST, TYPES, openPage } from './harness.mjs';
import { PHONE, inEveryBrowser, standing } from './support.mjs';

/** What a new connection may send before it is answered (RFC 6928), in bytes. */
const FIRST_FLIGHT = 14_600;
/** What a packet holds, in bytes. */
const PACKET = 1_460;
const ROUND_TRIP_MS = 150;
const BYTES_PER_MS = 200;
/** The most that the way by the top address may cost an English reader, to the page itself. */
const DETOUR_BAR = 1.1;

/** A file of the release as a server sends it; none where there is no such file. */
function answer(root, pathname) {
  const path = join(root, pathname.replace(/\/$/, '/index.html'));
  let raw;
  try {
    raw = readFileSync(path);
  } catch {
    return {};
  }
  // Quickly: one way is compared with another, not with a bar.
  const body = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { body, headers: { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length } };
}

/**
 * Serves the release over a slow line: an answer begins after a round trip, with a first flight;
 * then packets follow one by one, of all answers in turn. What was not sent when the browser gave
 * an answer up is never sent.
 *
 * @returns {Promise<{url: string, sent: {path: string, bytes: number}[], close: () => Promise<void>}>}
 *   `sent` grows by one for each request; its bytes grow while it is answered
 */
async function serveSlowly(root) {
  const sent = [];
  /** When the line has carried all that it was given, in milliseconds. */
  let free = 0;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const record = { path: pathname, bytes: 0 };
    sent.push(record);
    const { headers, body } = answer(root, pathname);
    await pause(ROUND_TRIP_MS);
    response.writeHead(body ? 200 : 404, headers);
    for (let size = FIRST_FLIGHT; body && record.bytes < body.length && !response.destroyed; size = PACKET) {
      // What follows the first flight waits until that has been acknowledged.
      if (record.bytes === FIRST_FLIGHT) await pause(ROUND_TRIP_MS);
      const packet = body.subarray(record.bytes, record.bytes + size);
      record.bytes += packet.length;
      response.write(packet);
      free = Math.max(free, performance.now()) + packet.length / BYTES_PER_MS;
      await pause(free - performance.now());
    }
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    sent,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Visits an address with nothing in the cache; what was sent, by path. */
async function visit(browser, site, path, locale) {
  site.sent.length = 0;
  const { page, complaints, close } = await openPage(browser, { url: site.url + path, context: { locale, ...PHONE } });
  try {
    await standing(page);
    assert.deepEqual(complaints, []);
    return site.sent.map((it) => ({ ...it }));
  } finally {
    await close();
  }
}

const total = (sent) => sent.reduce((sum, { bytes }) => sum + bytes, 0);
const paths = (sent) => sent.map((it) => it.path);

inEveryBrowser('A first visit over a slow line', (test) => {
  test('by the top address fetches one page, in the reader’s language', async ({ browser }) => {
    const site = await serveSlowly(DIST);
    try {
      const direct = await visit(browser, site, 'en/', 'en-GB');
      const byTheTop = await visit(browser, site, '', 'en-GB');
      const [top, ...rest] = byTheTop;
      assert.equal(top.path, '/');
      assert.deepEqual(paths(rest).sort(), paths(direct).sort(), 'and nothing twice');
      const ratio = total(byTheTop) / total(direct);
      assert.ok(ratio <= DETOUR_BAR, `${total(byTheTop)} bytes are ${ratio.toFixed(3)} of ${total(direct)}; ${top.bytes} of the top page`);
      const arabic = await visit(browser, site, '', 'ar');
      assert.ok(!paths(arabic).includes('/en/'), 'an Arabic reader is where he arrived');
    } finally {
      await site.close();
    }
  });
});
