// What the tests have in common: a reader's page in each browser, the story as data, and
// questions that a page answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, DIST, eventually, launch, openPage, serve } from './harness.mjs';

export { eventually };

/** The story's file as the release ships it. */
export const STORY = JSON.parse(readFileSync(join(DIST, 'story.json'), 'utf8'));

/** The languages of the page. */
export const LANGUAGES = ['ar', 'en'];

/** A desktop window. */
export const DESKTOP = { viewport: { width: 1280, height: 900 } };

/** A phone's window. */
export const PHONE = { viewport: { width: 360, height: 740 } };

/**
 * Runs tests in every browser: one browser and one server for all of them, a fresh profile for
 * every page that a test opens, and nothing to complain about on any of these at the end.
 *
 * @param {string} subject what the tests are about
 * @param {(test: (title: string, body: (tools: Tools) => Promise<void>) => void, engine: string) => void} define
 * @param {Parameters<typeof serve>[0]} [server] how the release is served
 *
 * @typedef {object} Tools
 * @property {(link?: string, context?: object) => Promise<import('playwright-core').Page>} open
 *   opens the page at a fragment and waits until it stands
 * @property {Awaited<ReturnType<typeof serve>>} site
 * @property {import('playwright-core').Browser} browser
 */
export function inEveryBrowser(subject, define, server = {}) {
  for (const engine of BROWSERS) {
    describe(`${subject}, in ${engine}`, () => {
      let browser;
      let site;
      before(async () => {
        site = await serve(server);
        browser = await launch(engine);
      });
      after(async () => {
        await browser?.close();
        await site?.close();
      });
      const test = (title, body) =>
        it(title, { timeout: 60_000 }, async () => {
          const opened = [];
          const open = async (link = '', context = {}) => {
            const url = site.url + (link && `#${link}`);
            const visit = await openPage(browser, { url, context: { locale: 'en-GB', ...DESKTOP, ...context } });
            opened.push(visit);
            await standing(visit.page);
            return visit.page;
          };
          try {
            await body({ open, site, browser });
            assert.deepEqual(opened.flatMap((visit) => visit.complaints), []);
          } finally {
            await Promise.all(opened.map((visit) => visit.close()));
          }
        });
      define(test, engine);
    });
  }
}

/** Waits until the story is shown by the app, and the address says the state. */
export async function started(page) {
  // The app's own picture or table, or what is shown before a room; the still page's has no such id.
  await page.waitForFunction(() => document.querySelector('#network, .table, .compare, #stage, #lectern') && /lang=/.test(location.hash));
}

/** Waits until the story is shown, in the page's own fonts, and the address says the state. */
export async function standing(page) {
  await started(page);
  await page.waitForSelector('html.typeset', { state: 'attached' });
  await painted(page);
}

/** Waits until what is asked for next has been drawn. */
export function painted(page) {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
  );
}

/**
 * Waits until an answer is the expected one; where it never is, fails with both.
 *
 * @param {() => Promise<unknown>} ask
 * @param {unknown} expected
 */
export async function becomes(ask, expected, message) {
  return eventually(async () => assert.deepEqual(await ask(), expected, message));
}

/** Changes the fragment as a link on the page would. */
export async function follow(page, link) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await painted(page);
  await painted(page);
}

/** What the address's fragment says, by key. */
export function fragment(page) {
  return page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
}

/** The id of the element that has the keyboard; the empty text where none has it. */
export function focused(page) {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

/** The text of the first element that fits. */
export function text(page, selector) {
  return page.evaluate((it) => document.querySelector(it)?.textContent.trim() ?? null, selector);
}

/**
 * The nodes of the picture in the order of the document, with the places of their middles from
 * the picture's left and top edge in CSS px.
 *
 * @returns {Promise<{id: string, x: number, y: number, stands: 'out' | 'back' | 'plain', listed: boolean, chosen: boolean}[]>}
 */
export function nodes(page) {
  return page.evaluate(() => {
    const frame = document.querySelector('#network').getBoundingClientRect();
    return [...document.querySelectorAll('#network [id^="node-"]')].map((node) => {
      const target = node.querySelector('.target').getBoundingClientRect();
      const stands = node.classList.contains('strong') ? 'out' : 'plain';
      return {
        id: node.id.slice('node-'.length),
        x: target.left + target.width / 2 - frame.left,
        y: target.top + target.height / 2 - frame.top,
        stands: node.classList.contains('receded') ? 'back' : stands,
        listed: node.querySelector('.ring') !== null,
        chosen: node.getAttribute('aria-pressed') === 'true',
      };
    });
  });
}

/** Scrolls the first element that fits into the window; its box there, for the mouse. */
export async function inView(page, selector) {
  await page.locator(selector).first().evaluate((it) => it.scrollIntoView({ block: 'center' }));
  await painted(page);
  return page.locator(selector).first().boundingBox();
}

/** The ids of the nodes that fit, sorted. */
export async function nodeIds(page, fits = () => true) {
  const found = await nodes(page);
  return found.filter(fits).map((node) => node.id).sort();
}

/** What a reader sees, as far as a link must restore it. */
export async function view(page) {
  return {
    link: await page.evaluate(() => location.hash),
    language: await page.evaluate(() => document.documentElement.lang),
    statement: await text(page, '.statement'),
    heading: await text(page, '#details h2'),
    nodes: await page.evaluate(() => document.querySelector('#network') && true) && (await nodes(page)),
    table: await page.evaluate(() => document.querySelector('#app table')?.textContent ?? null),
    events: await marks(page),
    background: await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
  };
}

/** The events that are drawn one by one, with their places from the close-up's left edge. */
export function marks(page) {
  return page.evaluate(() => {
    const frame = document.querySelector('#close-up')?.getBoundingClientRect();
    return [...document.querySelectorAll('#close-up [id^="event-"]')].map((event) => {
      const dot = event.querySelector('.dot').getBoundingClientRect();
      return {
        id: event.id.slice('event-'.length),
        x: dot.left + dot.width / 2 - frame.left,
        y: dot.top + dot.height / 2 - frame.top,
        stands: event.classList.contains('strong'),
        chosen: event.getAttribute('aria-pressed') === 'true',
      };
    });
  });
}

/** The first day of a date of any precision, as ISO 8601 writes days. */
export function firstDay(date) {
  return date.split('/')[0].padEnd('2025-01-01'.length, '-01');
}

/** Days since 1970-01-01, as the slider counts them. */
export function dayNumber(day) {
  return Date.parse(day) / 86_400_000;
}

/** The organizations that an account ever names in an alliance, and that are founded by a day. */
export function membersFounded(day) {
  const members = new Set(STORY.memberships.map((membership) => membership.organization));
  return STORY.organizations.filter(
    (it) => members.has(it.id) && (!it.founded || firstDay(it.founded.when) <= day),
  );
}

/** Whether an organization is on an official list on a day. */
export function isListed(organization, day) {
  return (organization.listings ?? []).some((listing) => firstDay(listing.from) <= day);
}
