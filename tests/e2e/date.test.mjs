// The day shown: a story told by its dates, and the ways to move through them.
import assert from 'node:assert/strict';
import {
  STORY,
  becomes,
  dayNumber,
  firstDay,
  fragment,
  inEveryBrowser,
  isListed,
  membersFounded,
  nodeIds,
  text,
} from './support.mjs';

/** A day before both alliances, and what was there on it. */
const DAY = '2022-01-01';
const THERE = membersFounded(DAY);
const LISTED = THERE.filter((it) => isListed(it, DAY));
const ids = (organizations) => organizations.map((it) => it.id).sort();

/** Asserts that the picture, and the sentence above it, are those of the day. */
async function showsTheDay(page) {
  await becomes(() => nodeIds(page), ids(THERE));
  assert.deepEqual(await nodeIds(page, (node) => node.listed), ids(LISTED));
  assert.equal(await page.locator('#network .field').count(), 0, 'no alliance has a field');
}

inEveryBrowser('The first of January 2022', (test) => {
  test('by a link it shows no alliance, and only the listings of that day', async ({ open }) => {
    const page = await open(`lang=en&at=${DAY}`);
    await showsTheDay(page);
    assert.deepEqual(ids(LISTED), ['huawei', 'sensetime'], 'the story as it is');
    assert.ok(!ids(THERE).includes('stepfun'), 'StepFun was founded later');
  });

  for (const [lang, day, none] of [['en', '1 January 2022', 'no alliance'], ['ar', '1 يناير 2022', 'لا تحالف']]) {
    test(`it is said in words (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&at=${DAY}`);
      const statement = await text(page, '.statement');
      assert.ok(statement.includes(day), statement);
      assert.ok(statement.includes(none), statement);
      assert.ok(statement.includes(String(THERE.length)), statement);
      assert.equal(await page.getAttribute('.statement', 'role'), 'status');
      assert.equal(await page.getAttribute('#day', 'aria-valuetext'), day);
    });
  }

  test('by the keys of the slider', async ({ open }) => {
    const page = await open('lang=en&window=2022-01-01..2022-12-31&at=2022-01-04');
    await page.focus('#day');
    for (const left of ['2022-01-03', '2022-01-02']) {
      await page.keyboard.press('ArrowLeft');
      await becomes(async () => (await fragment(page)).at, left);
    }
    await page.keyboard.press('Home');
    await becomes(async () => (await fragment(page)).at, DAY);
    await showsTheDay(page);
    assert.equal(await page.inputValue('#day'), String(dayNumber(DAY)));
  });

  test('in Arabic the slider goes the other way', async ({ open }) => {
    const page = await open('lang=ar&window=2022-01-01..2022-12-31&at=2022-01-02');
    await page.focus('#day');
    await page.keyboard.press('ArrowRight');
    await becomes(async () => (await fragment(page)).at, DAY);
    await showsTheDay(page);
  });
});

inEveryBrowser('An event', (test) => {
  const event = STORY.events.find((it) => it.id === 'sensetime-entity-list');

  test('that is chosen moves everything to its day', async ({ open }) => {
    const page = await open('lang=en&window=2019-01-01..2021-12-31');
    await page.click(`#event-${event.id} .dot`);
    await becomes(async () => (await fragment(page)).at, firstDay(event.when));
    assert.deepEqual(await nodeIds(page), ids(membersFounded(event.when)));
    assert.deepEqual(
      await nodeIds(page, (node) => node.listed),
      ids(membersFounded(event.when).filter((it) => isListed(it, event.when))),
    );
    assert.equal(await text(page, '#details h2'), event.title.en);
  });

  test('shows the day before it as it was', async ({ open }) => {
    const page = await open('lang=en&at=2019-10-08');
    assert.ok(!(await nodeIds(page, (node) => node.listed)).includes('sensetime'));
  });
});

inEveryBrowser('The alliances', (test) => {
  const born = STORY.alliances.map((it) => [it.id, firstDay(it.announced ?? it.reported)]);
  for (const [id, day] of born) {
    test(`${id} appears on the day of its announcement, not before`, async ({ open }) => {
      const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      const page = await open(`lang=en&at=${before}`);
      assert.ok(!(await nodeIds(page)).includes(id), before);
      await page.evaluate((at) => {
        location.hash = `lang=en&at=${at}`;
      }, day);
      await becomes(async () => (await nodeIds(page)).includes(id), true);
    });
  }
});
