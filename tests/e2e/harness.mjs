// What every end-to-end test needs: the release on a server, a browser, and a page that
// remembers whatever went wrong on it.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { delimiter, extname, join, normalize, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium, firefox } from 'playwright-core';

/** The release that `cargo xtask build` made. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The app without a story's pages: what a page is made of, and what `serve` shows. */
export const SHELL = process.env.TAHALUF_APP ?? fileURLToPath(new URL('../../target/app/', import.meta.url));

/** How `serve` shows the shell: its one program has everything. */
export const asServed = () => ({
  root: SHELL,
  overrides: {
    'app.js': { body: readFileSync(join(SHELL, 'studio.js')) },
    'app_bg.wasm': { body: readFileSync(join(SHELL, 'studio_bg.wasm')) },
  },
});

/** The engines that the tests drive. */
export const BROWSERS = ['chromium', 'firefox'];

/**
 * What a folder's `_headers` has a server send: for each path or pattern its headers, by their
 * names in lower case. Nothing where there is no such file.
 *
 * @param {string} root
 * @returns {Map<string, Record<string, string>>}
 */
export function headerRules(root) {
  const path = join(root, '_headers');
  const rules = existsSync(path) ? readFileSync(path, 'utf8').trim().split(/\n(?=\S)/) : [];
  return new Map(
    rules.map((rule) => {
      const [path, ...lines] = rule.split('\n');
      const pairs = lines.map((line) => line.trim().match(/^([^:]+): (.*)$/).slice(1));
      return [path, Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]))];
    }),
  );
}

/**
 * The policy that the release is published with, which its pages must live under. It is read when
 * it is asked for: the tests of `serve` use this module where no release was built.
 *
 * @returns {string}
 */
export function releasePolicy() {
  const policy = headerRules(DIST).get('/*')?.['content-security-policy'];
  if (!policy) throw new Error('dist/_headers has no policy: run cargo xtask build');
  return policy;
}

/** What each kind of file is, by how its name ends. */
export const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * Serves files on a free port of this machine.
 *
 * @param {object} [options]
 * @param {string} [options.root] the directory to serve
 * @param {string} [options.base] the path below which it is served, with slashes at both ends
 * @param {string | null} [options.policy] the Content-Security-Policy sent with every file: left
 *   out, that of the release
 * @param {boolean} [options.brotli] whether text and wasm are compressed
 * @param {boolean} [options.cors] whether other origins may read: a sandboxed frame is one
 * @param {Record<string, Override>} [options.overrides] answers for some files instead of what is
 *   on disk, by name relative to `root`. May be changed while serving.
 *
 * @typedef {object} Override
 * @property {number} [status]
 * @property {string} [type] the MIME type
 * @property {string} [policy] the Content-Security-Policy
 * @property {string} [link] what its headers have a browser load early
 * @property {string | Buffer} [body] left out: the file itself
 * @property {number} [delay] milliseconds before the answer
 * @property {Promise<unknown>} [until] what the answer waits for
 * @property {number} [breaksAfter] the bytes after which the connection breaks
 *
 * @returns {Promise<{origin: string, url: string, overrides: object, close: () => Promise<void>}>}
 *   `url` is the page's address
 */
export async function serve({
  root = DIST,
  base = '/',
  policy = releasePolicy(),
  brotli = false,
  cors = false,
  overrides = {},
} = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : null;
    const name = inside?.replace(/(^|\/)$/, '$1index.html') ?? null;
    const override = overrides[name] ?? {};
    const body = override.body ?? (await contents(root, name));
    const status = override.status ?? (body === null ? 404 : 200);
    const headers = {
      'content-type': override.type ?? TYPES[extname(name ?? '')] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    };
    const rules = override.policy ?? policy;
    if (rules) headers['content-security-policy'] = rules;
    if (override.link) headers.link = override.link;
    if (cors) headers['access-control-allow-origin'] = '*';
    const small = brotli && body !== null && extname(name) !== '.woff2';
    if (small) headers['content-encoding'] = 'br';
    if (override.delay) await new Promise((resolve) => setTimeout(resolve, override.delay));
    await override.until;
    const sent = small ? brotliCompressSync(body) : (body ?? 'not found');
    if (override.breaksAfter !== undefined) {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(sent) });
      response.write(sent.subarray(0, override.breaksAfter), () => response.destroy());
      return;
    }
    response.writeHead(status, headers);
    response.end(sent);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + base,
    overrides,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A file below a directory, or null when there is none. */
async function contents(root, name) {
  if (name === null) return null;
  const path = normalize(join(root, name));
  if (!path.startsWith(normalize(root + sep))) return null;
  return readFile(path).catch(() => null);
}

/** The first of several programs on the search path. */
function find(programs) {
  const directories = (process.env.PATH ?? '').split(delimiter);
  const paths = programs.flatMap((program) => directories.map((directory) => join(directory, program)));
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Error(`none of ${programs.join(', ')} is on PATH: run cargo xtask test`);
  return found;
}

/** Where Chromium is on this machine. */
export const chromiumPath = () => find(['chromium', 'chromium-browser', 'google-chrome']);

/** What Chromium is started with: nothing of its own on the network, and no need of a screen. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a browser without a window.
 *
 * @param {'chromium' | 'firefox'} name
 */
export function launch(name) {
  if (name === 'firefox') {
    // The channel makes Playwright speak WebDriver BiDi, which a plain Firefox understands.
    return firefox.launch({ channel: 'moz-firefox', executablePath: find(['firefox-esr', 'firefox']) });
  }
  return chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
}

/**
 * Opens a page in a fresh profile and collects what must not happen on it: console errors and
 * warnings, exceptions, policy violations, failed answers, and requests that leave the origin.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {object} options
 * @param {string} options.url the address to open
 * @param {import('playwright-core').BrowserContextOptions} [options.context] viewport, locale, …;
 *   Firefox ignores `colorScheme`, `reducedMotion` and `javaScriptEnabled`
 * @returns {Promise<{page: import('playwright-core').Page, complaints: string[], close: () => Promise<void>}>}
 *   `complaints` grows while the page lives: assert that it is empty at the end of the test
 */
export async function openPage(browser, { url, context: options = {} }) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (address.protocol.startsWith('http') && address.origin !== origin) {
      complaints.push(`request to another origin: ${address.href}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  // Not every engine writes policy violations to the console that a driver sees.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/**
 * Waits until an assertion holds; where it never does, fails as it does.
 *
 * @param {() => Promise<void>} assertion
 * @param {number} [patience] how long it may take, in milliseconds
 */
export async function eventually(assertion, patience = 5_000) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await assertion();
    } catch (failure) {
      if (Date.now() > end) throw failure;
      await pause(20);
    }
  }
}
