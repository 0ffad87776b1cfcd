// For everyone: no barrier that axe-core knows of, a keyboard that reaches everything and is
// seen, targets that can be hit, and calm where calm is asked for.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { DESKTOP, LANGUAGES, PHONE, becomes, eventually, follow, inEveryBrowser } from './support.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const VIEWS = ['focus=stepfun', 'focus=huawei&layer=relations&view=table', 'at=2022-01-01&only=listed'];

/** The serious and critical barriers on the page, each with what it concerns. */
const barriers = (page) =>
  page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`).join('\n  ')}`);
  });

inEveryBrowser(
  'axe-core',
  (test) => {
    for (const [name, context, themes] of [['a desktop', DESKTOP, ['light', 'dark']], ['a phone', PHONE, ['light']]]) {
      test(`finds no serious barrier on ${name}, in no language, theme or view`, async ({ open }) => {
        const page = await open('lang=ar', context);
        await page.addScriptTag({ path: AXE });
        const found = [];
        for (const lang of LANGUAGES) {
          for (const theme of themes) {
            for (const view of VIEWS) {
              await follow(page, `lang=${lang}&theme=${theme}&${view}`);
              await becomes(() => page.evaluate(() => document.documentElement.lang), lang);
              await page.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)));
              for (const barrier of await barriers(page)) found.push(`${lang} ${theme} ${view}: ${barrier}`);
            }
          }
        }
        assert.deepEqual(found, []);
      });
    }
  },
  // axe-core comes as an inline script, which the release's policy would refuse.
  { policy: null },
);

/** Everything that Tab should come to: what is visible, enabled and in the order of the page. */
const stops = (page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll('a[href], button:not(:disabled), input, summary, [tabindex="0"]');
    const shown = [...all].filter((it) => it.checkVisibility() && it.tabIndex === 0);
    shown.forEach((it, index) => it.setAttribute('data-stop', index));
    return shown.length;
  });

/** Where the keyboard is, and whether a reader sees it there. */
const here = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const target = element.querySelector(':scope > .target, :scope > g > .target, :scope > .dot');
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
    const drawn = target !== null && getComputedStyle(target).stroke !== 'none'
      && Number.parseFloat(getComputedStyle(target).strokeWidth) >= 2;
    const { top, bottom, width } = element.getBoundingClientRect();
    return {
      stop: Number(element.getAttribute('data-stop') ?? -1),
      seen: outlined || drawn,
      inWindow: width > 0 && bottom > 0 && top < innerHeight,
      says: `${element.localName} ${element.id} ${element.textContent.slice(0, 40)}`,
    };
  });

inEveryBrowser('The keyboard', (test) => {
  for (const [lang, context] of [['en', DESKTOP], ['ar', DESKTOP], ['ar', PHONE]]) {
    test(`comes to every control in the order of the page, and is always seen (${lang}, ${context.viewport.width} px)`, async ({
      open,
    }) => {
      const page = await open(`lang=${lang}&focus=baidu&layer=relations`, context);
      const count = await stops(page);
      assert.ok(count > 20);
      for (let stop = 0; stop < count; stop += 1) {
        await page.keyboard.press('Tab');
        const at = await here(page);
        assert.equal(at.stop, stop, `after ${stop} stops it is at ${at.says}`);
        assert.ok(at.seen, `it is not seen at ${at.says}`);
        // A browser scrolls there in its own time.
        await eventually(async () => assert.ok((await here(page)).inWindow, `it is out of sight at ${at.says}`));
      }
      await page.keyboard.press('Tab');
      assert.equal((await here(page)).stop <= 0, true, 'it leaves the page: there is no trap');
    });
  }

  test('skips to the details with the first link', async ({ open }) => {
    const page = await open('lang=en&focus=baidu');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await becomes(() => page.evaluate(() => document.activeElement.id), 'details');
    assert.equal(await page.evaluate(() => location.hash), '#lang=en&focus=baidu', 'the address says the view');
  });

  test('is enough to read a story from its first to its last step', async ({ open }) => {
    const page = await open('lang=en');
    const to = async (selector) => {
      for (let presses = 0; presses < 400; presses += 1) {
        if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return;
        await page.keyboard.press('Tab');
      }
      assert.fail(`Tab never came to ${selector}`);
    };
    const link = () => page.evaluate(() => location.hash);
    await to('#language');
    await page.keyboard.press('Enter');
    await becomes(link, '#lang=ar');
    await to('#relations');
    await page.keyboard.press('Space');
    await becomes(link, '#lang=ar&layer=relations');
    await to('[id^="node-"]');
    await page.keyboard.press('Space');
    const { slug } = await page.evaluate(() => ({ slug: document.activeElement.id.slice('node-'.length) }));
    await becomes(link, `#lang=ar&focus=${slug}&layer=relations`);
    await to('#play');
    await to('[id^="event-"]');
    await page.keyboard.press('Enter');
    const event = await page.evaluate(() => document.activeElement.id.slice('event-'.length));
    await becomes(async () => (await link()).includes(`focus=${event}`), true);
    await page.keyboard.press('Escape');
    await becomes(async () => (await link()).includes('focus='), false);
  });
});

inEveryBrowser('Everything that is pressed', (test, engine) => {
  test('is 24 px or more in both directions, or stands in a line of text', async ({ open }) => {
    for (const context of [DESKTOP, PHONE]) {
      const page = await open('lang=en', context);
      for (const view of ['lang=en&focus=stepfun&layer=relations', 'lang=ar', 'lang=ar&view=table', 'lang=en&only=listed']) {
        await follow(page, view);
        const small = await page.evaluate(() =>
          [...document.querySelectorAll('button, summary, input, #language, [role="button"] .target')]
            .filter((it) => it.checkVisibility() && it.getBoundingClientRect().width > 0)
            // A link in a sentence has the height of its line (WCAG 2.2, 2.5.8, “Inline”).
            .filter((it) => getComputedStyle(it).display !== 'inline')
            .filter((it) => !it.matches('p *, li > .link, li > .when, dd > .link, dd > .when, th > .link'))
            .map((it) => [it, it.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 23.9 || height < 23.9)
            .map(([it, { width, height }]) => `${it.className} ${it.textContent.slice(0, 30)}: ${width} × ${height}`),
        );
        assert.deepEqual(small, [], `${view} at ${context.viewport.width} px`);
      }
    }
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`has pressed entries of the legend that can be read (${colorScheme})`, async ({ open }) => {
      const page = await open('lang=ar&only=listed', { colorScheme });
      const [words, sign] = await page.evaluate(() => {
        // Relative luminance and contrast ratio: WCAG 2.2.
        const luminance = (colour) => {
          const parts = colour.match(/[\d.]+/g).slice(0, 3).map((it) => Number(it) / 255);
          const [r, g, b] = parts.map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const entry = document.querySelector('.entry[aria-pressed="true"]');
        const ground = luminance(getComputedStyle(entry).backgroundColor);
        const inks = [getComputedStyle(entry).color, getComputedStyle(entry.querySelector('.ring')).stroke];
        return inks.map(luminance).map((ink) => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05));
      });
      assert.ok(words >= 4.5, `its words: ${words}`);
      assert.ok(sign >= 3, `its sign: ${sign}`);
    });
  }

  // Firefox's driver does not pretend that calm is asked for.
  if (engine === 'chromium') {
    test('moves nothing where calm is asked for', async ({ open }) => {
      const page = await open('lang=en', { reducedMotion: 'reduce' });
      const calm = new Set(['opacity', 'color', 'background-color', 'fill', 'stroke', 'border-color']);
      const moves = await page.evaluate(() =>
        [...document.querySelectorAll('body *')].flatMap((element) =>
          [null, '::before', '::after'].flatMap((part) => {
            const { transitionProperty, transitionDuration, animationName } = getComputedStyle(element, part);
            const lasts = transitionDuration.split(', ').some((it) => Number.parseFloat(it) > 0.01);
            const moved = lasts ? transitionProperty.split(', ') : [];
            return animationName === 'none' ? moved : [...moved, animationName];
          }),
        ),
      );
      assert.deepEqual([...new Set(moves)].filter((it) => !calm.has(it)), []);
    });
  }
});
