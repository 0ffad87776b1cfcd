// The page as a whole: its width, its colours, its links, and a frame that trusts it with nothing.
import assert from 'node:assert/strict';
import { openPage, serve } from './harness.mjs';
import { DESKTOP, LANGUAGES, PHONE, STORY, becomes, eventually, follow, fragment, inEveryBrowser, painted } from './support.mjs';

const WIDTHS = [320, 360, 768, 1280, 1920, 2560];

/** Views that differ in what they lay out. */
const VIEWS = ['', '&layer=relations&view=table', '&focus=huawei&at=2022-01-01', '&window=2018-01-01..2026-12-31&focus=model-chip-alliance'];

const background = (page) => page.evaluate(() => getComputedStyle(document.body.parentElement).backgroundColor);

/** What the browser holds for the page's origin. */
const stored = (page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: 'caches' in window ? (await caches.keys()).length : 0,
    workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  }));

inEveryBrowser('The page', (test, engine) => {
  for (const width of WIDTHS) {
    test(`never scrolls sideways at ${width} px`, async ({ open }) => {
      const page = await open('lang=ar', { viewport: { width, height: 800 } });
      for (const lang of LANGUAGES) {
        for (const rest of VIEWS) {
          await follow(page, `lang=${lang}${rest}`);
          await becomes(() => page.evaluate(() => document.documentElement.lang), lang);
          const [has, shows] = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.scrollingElement;
            return [scrollWidth, clientWidth];
          });
          assert.ok(has <= shows, `${has} px in ${shows} px: ${lang}${rest}`);
        }
      }
    });
  }

  test('changes its colours by the switch, by the link, and stores nothing', async ({ open }) => {
    const page = await open('lang=en');
    const seen = new Map();
    for (const theme of ['light', 'dark', undefined]) {
      await page.click('#theme');
      await becomes(async () => (await fragment(page)).theme, theme);
      await painted(page);
      seen.set(theme, await background(page));
    }
    assert.notEqual(seen.get('light'), seen.get('dark'));
    assert.equal(seen.get(undefined), seen.get('light'), 'the system is light');
    const other = await open('lang=ar&theme=dark');
    assert.equal(await background(other), seen.get('dark'));
    const nothing = { local: 0, session: 0, cookies: '', databases: 0, caches: 0, workers: 0 };
    assert.deepEqual(await stored(page), nothing);
    assert.deepEqual(await stored(other), nothing);
  });

  // Firefox's driver does not pretend another system.
  if (engine === 'chromium') {
    test('takes its colours from the system', async ({ open }) => {
      const dark = await open('lang=en', { colorScheme: 'dark' });
      const light = await open('lang=en', { colorScheme: 'light' });
      assert.notEqual(await background(dark), await background(light));
      const chosen = await open('lang=en&theme=light', { colorScheme: 'dark' });
      assert.equal(await background(chosen), await background(light), 'a choice outweighs it');
    });
  }

  test('leads out only by links to the web, in a new tab that learns nothing', async ({ open }) => {
    const page = await open('lang=en');
    const core = STORY.events.filter((it) => it.core).slice(0, 10);
    const subjects = ['', ...[...STORY.alliances, ...STORY.organizations, ...core].map((it) => it.id)];
    const found = new Set();
    for (const focus of subjects) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `lang=en${focus && `&focus=${focus}`}`);
      await becomes(async () => (await fragment(page)).focus ?? '', focus);
      await page.locator('#details').evaluate((it) => it.querySelectorAll('.evidence > button').forEach((button) => button.click()));
      await painted(page);
      const links = await page.evaluate(() =>
        [...document.querySelectorAll('a[href]')]
          .filter((it) => !it.getAttribute('href').startsWith('#'))
          .map((it) => [it.protocol, it.target, it.rel, it.href]),
      );
      for (const [protocol, target, rel, href] of links) {
        assert.match(protocol, /^https?:$/);
        assert.deepEqual([target, rel], ['_blank', 'noopener noreferrer'], href);
        found.add(href);
      }
    }
    assert.ok(found.size > 60, `${found.size} sources are linked`);
  });

  test('opens the sources of a fact in place, each under its number', async ({ open }) => {
    const page = await open('lang=ar&focus=huawei');
    const before = await fragment(page);
    const button = page.locator('#details .evidence > button').first();
    const { height } = await button.boundingBox();
    assert.ok(height >= 24, `${height} px high`);
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await button.click();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    const cited = await page.locator('#details .cited').first().evaluate((list) =>
      [...list.children].map((it) => ({ number: it.value, url: it.querySelector('a').getAttribute('href') })),
    );
    const { sources } = STORY.organizations.find((it) => it.id === 'huawei');
    const expected = STORY.sources.flatMap(({ id, url }, index) => (sources.includes(id) ? [{ number: index + 1, url }] : []));
    assert.deepEqual(cited, expected);
    assert.equal(await page.evaluate(() => document.activeElement.matches('.evidence > button')), true);
    assert.deepEqual(await fragment(page), before, 'the address still says the view');
    await button.click();
    assert.equal(await page.locator('#details .cited').count(), 0);
  });

  // Firefox's driver does not switch scripts off.
  if (engine === 'chromium') {
    test('says where scripts do not run that it stands still, and tells the story', async ({ browser, site }) => {
      const context = { ...DESKTOP, javaScriptEnabled: false };
      const { page, complaints, close } = await openPage(browser, { url: site.url, context });
      const words = await page.locator('body').textContent();
      await close();
      assert.match(words, /البرامج النصية متوقفة/);
      for (const { name } of STORY.organizations) assert.ok(words.includes(name.ar), name.ar);
      assert.deepEqual(complaints, []);
    });
  }
});

inEveryBrowser(
  'A sandboxed frame of another origin',
  (test) => {
    test('shows the whole page, which works without storage and history', async ({ browser, site }) => {
      const frame = `<iframe sandbox="allow-scripts" src="${site.url}#lang=en" width="1200" height="850" title="story"></iframe>`;
      const body = `<!doctype html><html lang="en"><title>A newspaper</title>${frame}</html>`;
      const host = await serve({ policy: null, overrides: { 'index.html': { body }, 'favicon.ico': { body: '' } } });
      const { page, complaints, close } = await openPage(browser, { url: host.url, context: DESKTOP });
      try {
        const inside = page.frameLocator('iframe');
        await inside.locator('#network').waitFor();
        await inside.locator('#node-huawei .target').click();
        await eventually(async () => assert.match(await inside.locator('#details h2').innerText(), /Huawei/));
        await inside.locator('#language').click();
        await eventually(async () => assert.match(await inside.locator('#details h2').innerText(), /هواوي/));
        await inside.locator('#theme').click();
        await eventually(async () => assert.equal(await inside.locator('html').getAttribute('data-theme'), 'light'));
        await inside.locator('#relations').click();
        await inside.locator('#node-nvidia').waitFor();
        // Seen from the newspaper, the frame is another origin; nothing else may be.
        const other = complaints.filter((it) => !it.startsWith(`request to another origin: ${site.url}`));
        assert.deepEqual(other, []);
      } finally {
        await close();
        await host.close();
      }
    });
  },
  { cors: true },
);

inEveryBrowser(
  'Any plain web server',
  (test) => {
    test('can serve the page from a path below its root', async ({ open }) => {
      const page = await open('lang=ar&focus=stepfun', PHONE);
      assert.match(page.url(), /\/news\/2025\/story\//);
    });
  },
  { base: '/news/2025/story/' },
);
