// How fast the release shows and answers on a slow phone, beside two pages made of customary
// parts, and what readers may expect of it at least (see README.md):
// node bench/speed.mjs [first-screen | first-visit] [--visits 5] [--json FILE] [--figures FILE]
// Ends with an error where a bar is missed.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { FIRST_SCREEN_BAR, firstScreen } from './first-screen.mjs';
import { PRESS_BAR_MS, presses } from './presses.mjs';
import { probe } from './probe.mjs';
import { serve } from './serve.mjs';
import { KINDS, countBytes } from './traffic.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const PAGES = [
  { id: 'tahaluf', name: 'Tahaluf', root: here('../dist/'), answer: '#details h2', made: 'cargo xtask build' },
  { id: 'd3', name: 'd3', root: here('peers/dist/d3/'), answer: '#panel h2', made: 'see bench/README.md' },
  {
    id: 'timelinejs',
    name: 'd3 + TimelineJS3',
    root: here('peers/dist/timelinejs/'),
    answer: '#panel h2',
    made: 'see bench/README.md',
  },
];

const ROUND_TRIP_MS = 150;
const DOWN_BITS_PER_S = 1_600_000;
const UP_BITS_PER_S = 750_000;
const SLOWDOWN = 4;
const PHONE = { width: 360, height: 740, deviceScaleFactor: 2, language: 'ar' };
/** Who is pressed: a member of one alliance. */
const PRESSED = 'huawei';
const PRESS_EVERY_MS = 50;
/** How long a page is left alone after its last request, for what it still has to draw. */
const SETTLE_MS = 2_000;
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 250;
/** A longer task keeps a reader waiting by what is beyond this. */
const LONG_TASK_MS = 50;

const VISIBLE_BAR = 0.45;
const INTERACTIVE_BAR = 1.15;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Waits until something is so. */
async function until(what, holds) {
  for (const end = Date.now() + PATIENCE_MS; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`not ${what} within ${PATIENCE_MS / 1000} s`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Ends where the browser does not say when it showed a frame, which the probe asks. */
async function demandFrameTimes(browser) {
  const page = await browser.open(PHONE);
  const says = await page.evaluate("'presentationTime' in (globalThis.PerformanceLongAnimationFrameTiming?.prototype ?? {})");
  await page.close();
  if (!says) throw new Error(`Chromium ${browser.version} does not say when a frame was shown: take a newer one`);
}

/**
 * Visits a page once with nothing in the cache.
 *
 * @param {Awaited<ReturnType<typeof launch>>} browser
 * @param {{url: string, answer: string}} page
 * @param {{count: number, name: string}} story
 * @param {boolean} pressing whether a node is pressed until the page answers
 */
async function visit(browser, { url, answer }, { count, name }, pressing) {
  const page = await browser.open(PHONE);
  try {
    const { bytes, loading, complaints } = await countBytes(page, url);
    await page.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: ROUND_TRIP_MS,
      downloadThroughput: DOWN_BITS_PER_S / 8,
      uploadThroughput: UP_BITS_PER_S / 8,
    });
    await page.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const options = { count, target: `#node-${PRESSED}`, answer, name, every: pressing ? PRESS_EVERY_MS : null };
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${probe})(${JSON.stringify(options)})` });
    await page.send('Page.navigate', { url });
    const awaited = pressing ? 'interactive' : 'visible';
    await until(awaited, () => page.evaluate(`(window.speed?.${awaited} ?? null) !== null`));
    if (!pressing) await until('loaded', () => loading.size === 0);
    await pause(SETTLE_MS);
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    const paint = await page.evaluate(
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null",
    );
    return { ...(await page.evaluate('window.speed')), paint, bytes };
  } finally {
    await page.close();
  }
}

/** The time that long tasks kept a reader waiting between two moments. */
function blocked(tasks, from, to) {
  return sum(
    tasks.map(({ startTime, duration }) => {
      const start = Math.max(startTime + LONG_TASK_MS, from);
      const end = Math.min(startTime + duration, to);
      return Math.max(0, end - start);
    }),
  );
}

/**
 * Measures a page in one round: once left alone, so that nothing but the page moves it, and once
 * with presses.
 */
async function round(browser, page, story) {
  const quiet = await visit(browser, page, story, false);
  const pressed = await visit(browser, page, story, true);
  return {
    bytes: quiet.bytes,
    total: sum(Object.values(quiet.bytes)),
    paint: quiet.paint,
    visible: quiet.visible,
    interactive: pressed.interactive,
    blocked: blocked(pressed.tasks, pressed.paint, pressed.interactive),
    shift: sum(quiet.shifts.map(({ value }) => value)),
    shifts: quiet.shifts,
  };
}

/** The medians of a page's rounds. */
function summary(rounds) {
  const of = (read) => median(rounds.map(read));
  return {
    bytes: Object.fromEntries(KINDS.map((kind) => [kind, of(({ bytes }) => bytes[kind])])),
    ...Object.fromEntries(
      ['total', 'paint', 'visible', 'interactive', 'blocked', 'shift'].map((key) => [key, of((it) => it[key])]),
    ),
  };
}

/** What the release should reach, and what it reached. */
function bars({ tahaluf, d3, timelinejs }) {
  const ratio = (value, peer) => Number((value / peer).toFixed(2));
  const shift = Number(tahaluf.shift.toFixed(3));
  const fasterPeer = Math.min(d3.visible, timelinejs.visible);
  return [
    ['network visible, to the faster peer', ratio(tahaluf.visible, fasterPeer), VISIBLE_BAR],
    ['interactive, to d3 + TimelineJS3', ratio(tahaluf.interactive, timelinejs.interactive), INTERACTIVE_BAR],
    ['layout shift', shift, 0],
  ].map(barred);
}

/** What a release should reach, and whether it does. */
const barred = ([what, value, bar]) => ({ what, value, bar, met: value <= bar });

const NAME_WIDTH = 36;
const WIDTH = 20;

/** Prints one row of the table. */
function row(name, cells) {
  console.log(name.padEnd(NAME_WIDTH) + cells.map((cell) => String(cell).padStart(WIDTH)).join(''));
}

function printBar({ what, value, bar, met }) {
  row(what, [value, `at most ${bar}`, met ? 'met' : 'missed']);
}

function printPages(results) {
  const all = PAGES.map(({ id }) => results[id]);
  const [own, ...peers] = all;
  row('', [...PAGES.map(({ name }) => name), ...PAGES.slice(1).map(({ name }) => `/ ${name}`)]);
  const line = (name, read, digits = 0) =>
    row(name, [
      ...all.map((page) => read(page).toFixed(digits)),
      ...peers.map((peer) => (read(peer) > 0 ? (read(own) / read(peer)).toFixed(2) : '–')),
    ]);
  for (const kind of KINDS) line(`${kind}, bytes`, ({ bytes }) => bytes[kind]);
  line('whole first visit, bytes', ({ total }) => total);
  line('first contentful paint, ms', ({ paint }) => paint);
  line('network visible, ms', ({ visible }) => visible);
  line('interactive, ms', ({ interactive }) => interactive);
  line('blocked until interactive, ms', (page) => page.blocked);
  line('layout shift', ({ shift }) => shift, 3);
}

function printFirstScreen({ hasNetwork, htmlBytes, styles }) {
  console.log('First screen, bytes of Brotli:');
  row(hasNetwork ? 'HTML to the end of the network' : 'HTML, all of it', [htmlBytes]);
  for (const { href, bytes } of styles) row(href, [bytes]);
  if (!hasNetwork) console.log('The HTML holds no network: what is weighed shows none.');
}

/** What a first visit fetches over a line of any speed, in bytes with the headers of answers. */
async function firstVisit() {
  const site = await serve(PAGES[0].root);
  const browser = await launch();
  try {
    const page = await browser.open(PHONE);
    const { bytes, loading, complaints } = await countBytes(page, site.url);
    await page.send('Page.navigate', { url: site.url });
    await until('started', () => page.evaluate("document.querySelector('#network') !== null"));
    await until('loaded', () => loading.size === 0);
    await pause(SETTLE_MS);
    await until('loaded', () => loading.size === 0);
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    return { ...bytes, total: sum(Object.values(bytes)) };
  } finally {
    await browser.close();
    await site.close();
  }
}

const USAGE = 'usage: node bench/speed.mjs [first-screen | first-visit] [--visits 5] [--json FILE] [--figures FILE]';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { visits: { type: 'string', default: '5' }, json: { type: 'string' }, figures: { type: 'string' } },
});
const visits = Number(values.visits);
const [part = 'all'] = positionals;
if (!Number.isInteger(visits) || visits < 1 || !['all', 'first-screen', 'first-visit'].includes(part)) throw new Error(USAGE);
for (const { root, made } of part === 'all' ? PAGES : PAGES.slice(0, 1)) {
  if (!existsSync(join(root, 'index.html'))) throw new Error(`${root} holds no page: ${made}`);
}

const report = { bars: [], figures: [] };
if (part === 'all') {
  Object.assign(report, await measure());
  report.figures = report.bars.map(({ what, value }) => [what, what === 'layout shift' ? 'sum' : 'ratio', value]);
  for (const { name, action, ms } of await presses()) {
    report.bars.push(barred([`press to paint, ${action}, ${name}`, ms, PRESS_BAR_MS]));
    report.figures.push([`press to paint: ${action} at ${name}`, 'ms', ms]);
  }
}
if (part === 'first-visit') {
  report.firstVisit = await firstVisit();
  for (const [kind, bytes] of Object.entries(report.firstVisit)) {
    const name = kind === 'total' ? 'first visit' : `first visit: ${kind}`;
    if (bytes > 0) report.figures.push([name, 'bytes', bytes]);
  }
  for (const [name, , bytes] of report.figures) row(name, [bytes]);
} else {
  report.firstScreen = await firstScreen(PAGES[0].root);
  printFirstScreen(report.firstScreen);
  const { hasNetwork, total } = report.firstScreen;
  report.bars.push(barred(['first screen, bytes', hasNetwork ? total : Infinity, FIRST_SCREEN_BAR]));
  report.figures.push(['first screen', 'bytes', total]);
}
if (report.bars.length > 0) console.log('\nBars:');
report.bars.forEach(printBar);
if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
if (values.figures) await writeFile(values.figures, report.figures.map((line) => `${line.join(',')}\n`).join(''));
if (report.bars.some(({ met }) => !met)) process.exitCode = 1;

async function measure() {
  const { alliances, memberships, organizations } = JSON.parse(
    await readFile(join(PAGES[0].root, 'story.json'), 'utf8'),
  );
  const story = {
    count: alliances.length + new Set(memberships.map(({ organization }) => organization)).size,
    name: organizations.find(({ id }) => id === PRESSED).name.ar,
  };
  const sites = await Promise.all(PAGES.map(({ root }) => serve(root)));
  const browser = await launch();
  await demandFrameTimes(browser);
  const rounds = Object.fromEntries(PAGES.map(({ id }) => [id, []]));
  // The first round only warms the machine.
  for (let index = 0; index <= visits; index += 1) {
    // The pages take turns, so that what else the machine does falls on all of them.
    for (const [at, page] of PAGES.entries()) {
      const result = await round(browser, { ...page, url: sites[at].url }, story);
      if (index > 0) rounds[page.id].push(result);
    }
    console.error(index === 0 ? 'warmed up' : `round ${index} of ${visits}`);
  }
  const { version } = browser;
  await browser.close();
  await Promise.all(sites.map((site) => site.close()));

  const pages = Object.fromEntries(PAGES.map(({ id }) => [id, summary(rounds[id])]));
  const results = bars(pages);
  console.log(
    `Chromium ${version}, ${ROUND_TRIP_MS} ms round trip, ${DOWN_BITS_PER_S / 1000} kbit/s down, ` +
      `${UP_BITS_PER_S / 1000} kbit/s up, processor slowed ${SLOWDOWN} times, ` +
      `${PHONE.width}×${PHONE.height}; medians of ${visits}\n`,
  );
  printPages(pages);
  console.log('');
  return { browser: version, visits, pages, bars: results, rounds };
}
