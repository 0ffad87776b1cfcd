// What comes over the wire while a page is visited, by the kind of file.

/** The kinds of files. */
export const KINDS = ['HTML', 'CSS', 'JS', 'wasm', 'JSON', 'fonts', 'other'];
const KIND_OF = [
  [/\.html$|\/$/, 'HTML'],
  [/\.css$/, 'CSS'],
  [/\.m?js$/, 'JS'],
  [/\.wasm$/, 'wasm'],
  [/\.json$/, 'JSON'],
  [/\.(?:woff2?|ttf)$/, 'fonts'],
];

/** The kind of file at an address. */
function kindOf(url) {
  const { pathname } = new URL(url);
  return KIND_OF.find(([ending]) => ending.test(pathname))?.[1] ?? 'other';
}

/**
 * Counts the bytes that come over the wire, headers included, by the kind of file; what a page
 * must not do is in `complaints`.
 */
export async function countBytes(page, origin) {
  const bytes = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  const loading = new Map();
  const complaints = [];
  page.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('http')) return;
    loading.set(requestId, request.url);
    if (!request.url.startsWith(origin)) complaints.push(`request to another origin: ${request.url}`);
  });
  page.on('Network.responseReceived', ({ response }) => {
    if (response.status >= 400) complaints.push(`${response.status}: ${response.url}`);
  });
  page.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = loading.get(requestId);
    if (url) bytes[kindOf(url)] += encodedDataLength;
    loading.delete(requestId);
  });
  page.on('Network.loadingFailed', ({ requestId, errorText }) => {
    if (loading.delete(requestId)) complaints.push(`not loaded: ${errorText}`);
  });
  // No answer is kept for whoever might ask what it was: decoding it would slow the page.
  await page.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
  return { bytes, loading, complaints };
}
