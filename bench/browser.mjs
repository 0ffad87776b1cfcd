// Chromium, driven by its own protocol (https://chromedevtools.github.io/devtools-protocol/) and
// by nothing else. What drives the tests keeps each answer's text at hand, decoded, and runs
// scripts of its own in each page: with the processor slowed, a page's start would pay for both.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../tests/e2e/harness.mjs';

/** What ends a message in the pipes, both ways. */
const END = '\0';
/** The pipes to the browser and from it, by their place among its files. */
const TO_BROWSER = 3;
const FROM_BROWSER = 4;

/** What a browser's pipes say and are told. */
class Connection {
  #pending = new Map();
  #listeners = new Map();
  #nextId = 1;
  #rest = '';
  #writer;

  constructor(writer, reader) {
    this.#writer = writer;
    reader.setEncoding('utf8');
    reader.on('data', (text) => {
      const messages = (this.#rest + text).split(END);
      this.#rest = messages.pop();
      messages.forEach((message) => this.#receive(JSON.parse(message)));
    });
    reader.on('close', () => this.#pending.forEach(({ reject }) => reject(new Error('the browser has ended'))));
  }

  #receive({ id, sessionId, method, params, result, error }) {
    if (id === undefined) {
      this.#listeners.get(`${sessionId} ${method}`)?.(params);
      return;
    }
    const { what, resolve, reject } = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) reject(new Error(`${what}: ${error.message}`));
    else resolve(result);
  }

  /** Sends a command, to the browser itself or to a page of it. */
  send(method, params, sessionId) {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#writer.write(JSON.stringify({ id, method, params, sessionId }) + END);
    return new Promise((resolve, reject) => this.#pending.set(id, { what: method, resolve, reject }));
  }

  /** Has an event of a page heard. */
  on(sessionId, method, listener) {
    this.#listeners.set(`${sessionId} ${method}`, listener);
  }
}

/** A page of a profile of its own. */
class Page {
  #connection;
  #session;
  #profile;

  constructor(connection, session, profile) {
    this.#connection = connection;
    this.#session = session;
    this.#profile = profile;
  }

  send(method, params) {
    return this.#connection.send(method, params, this.#session);
  }

  on(method, listener) {
    this.#connection.on(this.#session, method, listener);
  }

  /**
   * What an expression is in the page, as JSON can say it.
   *
   * @param {string} expression
   */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
    return result.value;
  }

  /** Ends the page, and its profile with it. */
  close() {
    return this.#connection.send('Target.disposeBrowserContext', { browserContextId: this.#profile });
  }
}

/**
 * Starts a browser without a window.
 *
 * @returns {Promise<{version: string, open: (phone: Phone) => Promise<Page>, close: () => Promise<void>}>}
 *   `open` makes an empty page in a new profile
 *
 * @typedef {object} Phone
 * @property {number} width of its window, in pixels of CSS
 * @property {number} height
 * @property {number} deviceScaleFactor how many of its own pixels one of CSS is wide
 * @property {string} language what its browser asks for
 */
export async function launch() {
  const directory = await mkdtemp(join(tmpdir(), 'tahaluf-bench-'));
  const child = spawn(
    chromiumPath(),
    [...CHROMIUM_ARGUMENTS, '--headless', '--remote-debugging-pipe', `--user-data-dir=${directory}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const connection = new Connection(child.stdio[TO_BROWSER], child.stdio[FROM_BROWSER]);
  const { product, userAgent } = await connection.send('Browser.getVersion');

  const open = async ({ width, height, deviceScaleFactor, language }) => {
    const { browserContextId } = await connection.send('Target.createBrowserContext');
    const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(connection, sessionId, browserContextId);
    await page.send('Page.enable');
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: true });
    await page.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await page.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language });
    return page;
  };
  const close = async () => {
    await connection.send('Browser.close');
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  return { version: product.split('/').at(-1), open, close };
}
