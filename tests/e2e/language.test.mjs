// Two languages, one press: everything changes sides and words, and nothing else changes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './harness.mjs';
import { DESKTOP, PHONE, STORY, becomes, focused, follow, fragment, inEveryBrowser, marks, nodes, painted } from './support.mjs';

const KEPT = 'focus=metax&at=2026-02-01&layer=relations&window=2025-01-01..2025-12-31&theme=dark';

/** The texts on the page in the page's language: not names and titles in their own. */
const texts = (page) =>
  page.evaluate(() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      // Publishers and names stand as they are written, isolated.
      if (parent.closest('body [lang], bdi, script, style, noscript')) continue;
      found.add(walker.currentNode.textContent);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [aria-valuetext], [data-column]')) {
      if (element.closest('body [lang]')) continue;
      for (const name of ['aria-label', 'title', 'aria-valuetext', 'aria-roledescription', 'data-column']) {
        if (element.hasAttribute(name)) found.add(element.getAttribute(name));
      }
    }
    found.add(document.title);
    return [...found].map((it) => it.trim()).filter((it) => /\p{Letter}/u.test(it));
  });

/** The page's landmarks and regions in the order of the document. */
const landmarks = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('header, main, aside, footer, section, nav, [role]')]
      .filter((it) => !it.closest('svg') || it.id === 'network' || it.id === 'close-up')
      .map((it) => [it.localName, it.id, it.getAttribute('role')].join(' ')),
  );

const width = (page, id) => page.evaluate((it) => document.getElementById(it).getBoundingClientRect().width, id);

/** Asserts that marks in one language stand as in a mirror of those in the other. */
function mirrored(english, arabic, across) {
  const there = new Map(arabic.map((mark) => [mark.id, mark]));
  assert.deepEqual(english.map((it) => it.id).sort(), [...there.keys()].sort());
  for (const { id, x, y } of english) {
    assert.ok(Math.abs(there.get(id).x - (across - x)) <= 1, `${id}: ${x} and ${there.get(id).x} of ${across}`);
    assert.ok(Math.abs(there.get(id).y - y) <= 1, `${id}: ${y} and ${there.get(id).y} from the top`);
  }
}

inEveryBrowser('A browser that translates', (test) => {
  for (const lang of ['en', 'ar']) {
    test(`does not turn the page by what it writes to the root before the start (${lang})`, async ({ browser, site }) => {
      const context = await browser.newContext({ locale: lang === 'ar' ? 'ar-EG' : 'en-GB' });
      const page = await context.newPage();
      // Before the program is there, which comes after the end of the page.
      await page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute('lang', 'fr'));
      });
      await page.goto(`${site.url}${lang === 'ar' ? '' : 'en/'}`);
      await page.waitForSelector('#network');
      await becomes(() => page.evaluate(() => document.documentElement.lang), lang);
      assert.equal(await page.textContent('h1'), STORY.title[lang]);
      await context.close();
    });
  }
});

inEveryBrowser('Switching the language', (test) => {
  test('takes one press and keeps the keyboard, the day, the window, the layer and what is chosen', async ({
    open,
  }) => {
    const page = await open(`lang=en&${KEPT}`);
    const before = await fragment(page);
    await page.focus('#language');
    await page.keyboard.press('Enter');
    await becomes(() => fragment(page), { ...before, lang: 'ar' });
    assert.equal(await focused(page), 'language');
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
    await page.click('#language');
    await becomes(() => fragment(page), before);
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'ltr');
  });

  test('changes nothing else, wherever the keyboard is', async ({ open }) => {
    const page = await open(`lang=en&${KEPT}`);
    for (const id of ['node-huawei', 'day', 'play', 'event-deepseek-r1']) {
      // What is out of sight takes the keyboard when it has followed.
      await becomes(() => page.locator('[data-turning]').count(), 0);
      await page.evaluate((it) => document.getElementById(it).focus(), id);
      await painted(page);
      const { lang, ...rest } = await fragment(page);
      await page.evaluate(() => document.querySelector('#language').click());
      await becomes(() => fragment(page), { ...rest, lang: lang === 'en' ? 'ar' : 'en' });
      assert.equal(await focused(page), id);
    }
  });

  test('turns what is in sight in the first frame, and the rest in the next without moving anything', async ({ open }) => {
    const page = await open('lang=en');
    const frames = (from) =>
      page.evaluate(async (it) => {
        const timeline = document.querySelector('#timeline');
        const look = () => [timeline.hasAttribute('data-turning'), timeline.getBoundingClientRect().top + scrollY];
        document.querySelector(it)?.scrollIntoView();
        const found = [look()];
        document.querySelector('#language').click();
        for (let frame = 0; frame < 4; frame += 1) {
          await new Promise(requestAnimationFrame);
          found.push(look());
        }
        return found;
      }, from);
    await page.setViewportSize({ width: 1280, height: 600 });
    await painted(page);
    const away = await frames('.masthead');
    assert.deepEqual(away.map(([waits]) => waits).slice(0, 2), [false, true]);
    assert.equal(away.at(-1)[0], false);
    const moved = away.map(([, top]) => Math.abs(top - away[0][1]));
    assert.ok(Math.max(...moved.slice(1)) - Math.min(...moved.slice(1)) < 1, `it moves: ${moved}`);
    const near = await frames('#timeline');
    assert.ok(near.every(([waits]) => !waits));
  });

  test('keeps the zoom and mirrors what it shows', async ({ open }) => {
    const page = await open('lang=en');
    await page.click('#frame [role="group"] button');
    await painted(page);
    const english = await nodes(page);
    await page.click('#language');
    await becomes(() => page.evaluate(() => document.documentElement.lang), 'ar');
    await painted(page);
    mirrored(english, await nodes(page), await width(page, 'network'));
  });

  for (const [name, context] of [['a desktop', DESKTOP], ['a phone', PHONE]]) {
    test(`mirrors every node and every event on ${name}, and keeps the order of the landmarks`, async ({ open }) => {
      const page = await open('lang=en&layer=relations', context);
      const english = { nodes: await nodes(page), events: await marks(page), landmarks: await landmarks(page) };
      await page.click('#language');
      await becomes(() => page.evaluate(() => document.documentElement.lang), 'ar');
      await painted(page);
      mirrored(english.nodes, await nodes(page), await width(page, 'network'));
      if (english.events.length > 0) {
        mirrored(english.events, await marks(page), await width(page, 'close-up'));
      }
      assert.deepEqual(await landmarks(page), english.landmarks);
    });
  }

  test('puts the details on the other side of the picture', async ({ open }) => {
    const page = await open('lang=en');
    const side = () =>
      page.evaluate(() => {
        const left = (id) => document.getElementById(id).getBoundingClientRect().left;
        return left('details') > left('picture') ? 'right' : 'left';
      });
    assert.equal(await side(), 'right');
    await page.click('#language');
    await becomes(side, 'left');
  });

  test('changes every word', async ({ open }) => {
    const page = await open('lang=en');
    const places = ['layer=relations', 'focus=huawei&layer=relations&view=table', 'focus=model-chip-alliance', 'focus=step3-and-alliance&at=2022-01-01&window=2018-01-01..2026-12-31'];
    for (const place of places) {
      await follow(page, `lang=en&${place}`);
      await becomes(() => page.evaluate(() => document.documentElement.lang), 'en');
      const english = new Set(await texts(page));
      assert.ok(english.size > 40, `only ${english.size} texts`);
      await follow(page, `lang=ar&${place}`);
      await becomes(() => page.evaluate(() => document.documentElement.lang), 'ar');
      const arabic = await texts(page);
      assert.deepEqual(arabic.filter((it) => english.has(it)), [], place);
      assert.deepEqual(arabic.filter((it) => !/\p{Script=Arabic}/u.test(it)), [], `not Arabic, in ${place}`);
    }
  });

  test('writes months, digits and plurals as Arabic does', async ({ open }) => {
    const page = await open('lang=ar&at=2025-07-25&focus=waic-2026');
    // What is read, and not the data that the page carries.
    const body = await page.evaluate(() => {
      const read = document.body.cloneNode(true);
      for (const script of read.querySelectorAll('script')) script.remove();
      return read.textContent;
    });
    assert.match(body, /25 يوليو 2025/);
    assert.doesNotMatch(body, /[٠-٩]/, 'digits are Latin');
    assert.doesNotMatch(body, /#/, 'no gap in a sentence is left open');
    assert.match(await page.evaluate(() => document.querySelector('.statement').textContent), /تحالف واحد|تحالفان/);
  });

  test('says the direction of its language, whatever the page said before', async ({ open, site }) => {
    // A page that knows of no page in another language, as that which `serve` shows.
    const published = readFileSync(join(DIST, 'index.html'), 'utf8').replaceAll(/ data-to-\w+="[^"]*"/g, '');
    for (const wrong of [published.replace('dir="rtl"', 'dir="ltr"'), published.replace('lang="ar"', 'lang="en"')]) {
      assert.notEqual(wrong, published);
      site.overrides['index.html'] = { body: wrong };
      const page = await open('lang=ar');
      const language = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
      await becomes(language, ['ar', 'rtl']);
    }
    delete site.overrides['index.html'];
  });
});
