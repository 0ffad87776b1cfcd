// A first visit: the language, the direction, the title and the address.
import assert from 'node:assert/strict';
import { STORY, becomes, focused, fragment, inEveryBrowser, nodeIds, text } from './support.mjs';

/** What the document says of its language. */
const document_ = (page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title,
  }));

const IN = {
  ar: { lang: 'ar', dir: 'rtl', title: STORY.title.ar },
  en: { lang: 'en', dir: 'ltr', title: STORY.title.en },
};

inEveryBrowser('Opening the page', (test) => {
  for (const [lang, locale] of [['ar', 'en-GB'], ['en', 'ar-EG']]) {
    test(`a link decides for ${lang}, whatever the browser prefers`, async ({ open }) => {
      const page = await open(`lang=${lang}`, { locale });
      assert.deepEqual(await document_(page), IN[lang]);
      assert.equal(await text(page, 'h1'), STORY.title[lang]);
    });
  }

  for (const [locale, lang] of [['ar-SA', 'ar'], ['en-US', 'en'], ['fr-FR', 'ar']]) {
    test(`without a link a browser in ${locale} gets ${lang}`, async ({ open }) => {
      const page = await open('', { locale });
      assert.deepEqual(await document_(page), IN[lang]);
    });
  }

  test('a plain visit writes the canonical link', async ({ open }) => {
    const page = await open('');
    await becomes(() => page.evaluate(() => location.hash), '#lang=en');
    const entries = (it) => it.evaluate(() => history.length);
    assert.equal(await entries(page), await entries(await open('lang=en')), 'a link writes none either');
  });

  test('nothing takes the keyboard on load, and nothing is scrolled', async ({ open }) => {
    const page = await open('lang=ar&focus=stepfun');
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    assert.equal(await focused(page), '');
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  test('both alliances and all their members stand in the picture', async ({ open }) => {
    const page = await open('lang=en');
    const named = STORY.memberships.flatMap((it) => [it.organization, it.alliance]);
    assert.deepEqual(await nodeIds(page), [...new Set(named)].sort());
  });

  test('the fonts are those that come with the page', async ({ open }) => {
    const page = await open('lang=ar');
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family.replaceAll('"', '')),
    );
    assert.ok(loaded.some((family) => family.includes('Plex Sans Arabic')), loaded.join());
    assert.ok(loaded.some((family) => /Plex Sans$/.test(family)), loaded.join());
  });

  test('every key that a link can carry stands in the address again', async ({ open }) => {
    const link = {
      lang: 'en',
      focus: 'huawei',
      at: '2025-09-01',
      layer: 'relations',
      by: 'reuters',
      only: 'chip-maker',
      window: '2025-01-01..2025-12-31',
      theme: 'dark',
      view: 'table',
    };
    const page = await open(Object.entries(link).map((part) => part.join('=')).join('&'));
    assert.deepEqual(await fragment(page), link);
  });
});
