// How soon one file from a disk is painted and answers, in Chromium: medians, files in turn, so
// that two versions of a file can be compared in one run.
//
//     node bench/one-file.mjs [--rounds N] [--slow TIMES] FILE…
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from '../tests/e2e/harness.mjs';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '13' }, slow: { type: 'string', default: '4' } },
  allowPositionals: true,
});
if (positionals.length === 0) throw new Error('name one or more files that `tahaluf one-file` made');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds from the start of a visit to the first paint, and to the program's first frame. */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slow) });
  await page.addInitScript(() => {
    addEventListener('ready', () => requestAnimationFrame(() => { window.answers = performance.now(); }), true);
  });
  await page.goto(url);
  await page.waitForFunction(() => window.answers && performance.getEntriesByName('first-contentful-paint').length > 0);
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    answers: window.answers,
  }));
  await context.close();
  return times;
}

const browser = await launch('chromium');
const visits = new Map(positionals.map((file) => [file, []]));
// The first round warms the machine up.
for (let round = 0; round <= Number(values.rounds); round += 1) {
  for (const [file, times] of visits) {
    const time = await visit(browser, pathToFileURL(resolve(file)).href);
    if (round > 0) times.push(time);
  }
}
await browser.close();
for (const [file, times] of visits) {
  const [paint, answers] = ['paint', 'answers'].map((key) => median(times.map((it) => it[key])).toFixed(0));
  console.log(`${file}: first paint ${paint} ms, answers after ${answers} ms (median of ${times.length}, processor slowed ${values.slow} times)`);
}
