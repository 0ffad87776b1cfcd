// How long a reader waits from a press to the next paint, on a slow phone: Chromium with its
// processor slowed four times, the release in dist/, the median of many presses. What it finds is
// printed by node bench/presses.mjs, and one of the bars of speed.mjs.
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { launch, openPage, serve } from '../tests/e2e/harness.mjs';

const SLOWDOWN = 4;
const PRESSES = 15;
/** The most that a press may take, in milliseconds. */
export const PRESS_BAR_MS = 100;

/** What is pressed: a name, and the elements' selectors, pressed in turn. */
const ACTIONS = [
  ['focus', ['#node-huawei', '#node-stepfun', '#node-sensetime']],
  ['date', ['.steps button:first-child', '.steps button:nth-child(3)']],
  ['language', ['#language']],
  ['relations', ['#relations']],
];

/** Milliseconds from a click on an element to the paint that follows it. */
async function press(page, selector) {
  return page.evaluate(async (found) => {
    const element = document.querySelector(found);
    const start = performance.now();
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    // A frame is painted between its callbacks and the next task.
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    });
    return performance.now() - start;
  }, selector);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const WINDOWS = [
  ['360 px', { width: 360, height: 740 }],
  ['1280 px', { width: 1280, height: 860 }],
];

/**
 * Presses everything in each window.
 *
 * @returns {Promise<{name: string, action: string, ms: number}[]>} the median of each, in whole
 *   milliseconds
 */
export async function presses() {
  const site = await serve();
  const browser = await launch('chromium');
  const found = [];
  for (const [name, viewport] of WINDOWS) {
    const { page, close } = await openPage(browser, { url: `${site.url}#lang=ar`, context: { viewport } });
    await page.waitForSelector('#network');
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    for (const [action, selectors] of ACTIONS) {
      const times = [];
      for (let index = 0; index < PRESSES; index += 1) {
        times.push(await press(page, selectors[index % selectors.length]));
      }
      found.push({ name, action, ms: Math.round(median(times)) });
    }
    await close();
  }
  await browser.close();
  await site.close();
  return found;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, action, ms } of await presses()) {
    console.log(
      `${name}, ${action}: ${ms} ms to the next paint ` +
        `(median of ${PRESSES}, processor slowed ${SLOWDOWN} times; at most ${PRESS_BAR_MS})`,
    );
  }
}
