// WebKit by its own driver (W3C WebDriver), on a display that nobody sees: Playwright drives only
// builds of its own, and this is the one that comes with a system.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A program on the search path, or undefined. */
function find(program) {
  return (process.env.PATH ?? '').split(delimiter).map((it) => join(it, program)).find((it) => existsSync(it));
}

/**
 * The driver, the display and the browser, or undefined where one of them is not there.
 *
 * @returns {{driver: string, display: string, browser: string} | undefined}
 */
export function findWebKit() {
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const browsers = libraries.flatMap((machine) =>
    ['4.1', '4.0'].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`),
  );
  const found = {
    driver: find('WebKitWebDriver'),
    display: find('xvfb-run'),
    browser: browsers.find((it) => existsSync(it)),
  };
  // The display asks for the last without naming it among what it needs.
  return Object.values(found).every(Boolean) && find('xauth') ? found : undefined;
}

/** A port of this machine that nobody uses. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts WebKit.
 *
 * @param {NonNullable<ReturnType<typeof findWebKit>>} programs
 * @returns {Promise<{ask: (method: string, path: string, body?: object) => Promise<any>, close: () => Promise<void>}>}
 *   `ask` sends a command of the session, and throws where the driver answers with an error
 */
export async function openWebKit({ driver, display, browser }) {
  const port = await freePort();
  // A group of its own: the display ends with the driver, and with the browser.
  const words = ['-a', driver, `--port=${port}`, '--host=127.0.0.1'];
  const child = spawn(display, words, { detached: true, stdio: 'ignore' });
  const send = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const end = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid);
    await gone;
  };
  try {
    await answering(() => send('GET', 'status'));
    const options = { binary: browser, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = await send('POST', 'session', { capabilities });
    return {
      ask: (method, path, body) => send(method, `session/${sessionId}/${path}`, body),
      close: async () => {
        await send('DELETE', `session/${sessionId}`).catch(() => null);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Waits until a driver that is starting answers. */
async function answering(ask) {
  const patience = Date.now() + 20_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > patience) throw error;
      await pause(50);
    }
  }
}
