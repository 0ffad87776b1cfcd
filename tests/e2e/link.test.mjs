// The address: it says the view, restores it, and leaves alone what is not the page's.
import assert from 'node:assert/strict';
import { PHONE, becomes, follow, fragment, inEveryBrowser, standing, text, view } from './support.mjs';

const LINKS = [
  'lang=ar&focus=stepfun&at=2025-07-29&layer=relations&theme=dark',
  'lang=en&focus=model-chip-alliance&by=article&window=2025-01-01..2025-12-31&view=table',
  'lang=en&focus=step3-and-alliance&only=listed',
];

/** The address's fragment. */
const hash = (page) => page.evaluate(() => location.hash.slice(1));

inEveryBrowser('A link', (test) => {
  for (const link of LINKS) {
    test(`gives the same view when loaded again: ${link}`, async ({ open }) => {
      const page = await open(link);
      const before = await view(page);
      assert.equal(before.link, `#${link}`, 'it is canonical');
      await page.reload();
      await standing(page);
      await becomes(() => view(page), before);
    });
  }

  test('copied after a walk through the page gives that view to another reader', async ({ open }) => {
    const page = await open('lang=en');
    await page.click('#node-huawei .target');
    await page.click('#relations');
    await page.click('#language');
    await page.click('#theme');
    await page.mouse.move(1, 1);
    await page.evaluate(() => document.activeElement.blur());
    const other = await open(await hash(page));
    await becomes(() => view(other), await view(page));
  });

  test('works on a phone as well', async ({ open }) => {
    const page = await open(LINKS[0], PHONE);
    assert.equal(await hash(page), LINKS[0]);
  });

  test('goes back and forward through what was chosen', async ({ open }) => {
    const page = await open('lang=en');
    const go = (steps) => page.evaluate((by) => history.go(by), steps);
    await page.click('#node-huawei .target');
    await becomes(async () => (await fragment(page)).focus, 'huawei');
    const huawei = await text(page, '#details h2');
    await page.click('#language');
    await becomes(() => hash(page), 'lang=ar&focus=huawei');
    await go(-1);
    await becomes(() => hash(page), 'lang=en&focus=huawei');
    await becomes(() => text(page, '#details h2'), huawei);
    await go(-1);
    await becomes(() => hash(page), 'lang=en');
    await becomes(() => page.locator('#back').count(), 0);
    await go(2);
    await becomes(() => hash(page), 'lang=ar&focus=huawei');
    await becomes(() => page.evaluate(() => document.documentElement.dir), 'rtl');
  });

  test('keeps what belongs to others', async ({ open }) => {
    const page = await open('amp=1&lang=en&?secret=abcdefghij');
    await page.click('#node-huawei .target');
    await becomes(() => hash(page), 'amp=1&?secret=abcdefghij&lang=en&focus=huawei');
    await page.click('#language');
    await becomes(() => hash(page), 'amp=1&?secret=abcdefghij&lang=ar&focus=huawei');
  });

  test('falls back where a value is bad and honours the rest', async ({ open }) => {
    const page = await open(
      'lang=xx&focus=nobody&at=2025-02-30&layer=relations&by=nobody&only=nothing&window=x&theme=pink&view=hologram',
    );
    assert.equal(await hash(page), 'lang=en&layer=relations');
    await follow(page, 'lang=ar&at=1900-01-01&focus=huawei');
    await becomes(() => hash(page), 'lang=ar&focus=huawei&at=2018-01-01');
    for (const garbage of ['%', '%E0%A4%A', '&&&==&', 'lang', '#'.repeat(200), 'at=-1&focus=%00']) {
      await follow(page, garbage);
      assert.deepEqual(await page.evaluate(() => document.documentElement.lang), 'en', garbage);
      await page.click('#language');
      await becomes(async () => (await fragment(page)).lang, 'ar', garbage);
    }
  });
});
