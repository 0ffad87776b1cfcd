// One instrument: picture, date and facts in one window, and nothing that moves while the date does.
import assert from 'node:assert/strict';
import { LANGUAGES, STORY, becomes, eventually, firstDay, follow, inEveryBrowser, painted, fragment, text } from './support.mjs';

/** The windows of readers: phones, upright and on their side, a tablet, and screens. */
const WINDOWS = [[360, 640], [390, 844], [844, 390], [768, 1024], [1280, 800], [1440, 900], [1920, 1080]];

/** Shares of a box at which it is looked at. */
const SHARES = [0.02, 0.25, 0.5, 0.75, 0.98];

/** So many that what is seen of a box is known to some hundredths. */
const FINE = Array.from({ length: 33 }, (_, at) => (at + 0.5) / 33);

/**
 * How much of an element can be seen: of some points in it, the share that lies in the window with
 * no other part over it. A box in the window may be covered; a point that is hit is not.
 */
const seen = (page, selector, shares = SHARES) =>
  page.evaluate(([it, shares]) => {
    const element = document.querySelector(it);
    const { left, top, width, height } = element.getBoundingClientRect();
    const points = shares.flatMap((x) => shares.map((y) => [left + x * width, top + y * height]));
    const hit = ([x, y]) => {
      const found = document.elementFromPoint(x, y);
      // What holds the element is its own ground; a node's mark has others over it.
      const part = element.closest('.node') ?? element;
      return found && (part.contains(found) || found.contains(part));
    };
    return points.filter(hit).length / points.length;
  }, [selector, shares]);

/** Checks that these parts are seen whole, and that nothing scrolls sideways. */
async function checkSeen(page, parts, when) {
  await painted(page);
  for (const part of parts) assert.equal(await seen(page, part), 1, `${part}, ${when}`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(sideways <= 0, `${when}: ${sideways} px can be scrolled sideways`);
}

/** The boxes of what keeps its place while the date moves, in whole CSS px. */
const places = (page) =>
  page.evaluate(() =>
    ['h1', '#picture', '#network', '.legend', '#strip', '#day', '#play', '.day', '#details', '#timeline'].map((it) => {
      const { x, y, width, height } = document.querySelector(it).getBoundingClientRect();
      // The day's words are as long as they are.
      return [it, it === '.day' ? '' : x, y, it === '.day' ? '' : width, height].map((side) => (side === +side ? Math.round(side) : side)).join(' ');
    }),
  );

/** Closes what is chosen. */
const leave = async (page) => {
  await page.click('#back');
  await becomes(() => page.locator('.page[data-focus]').count(), 0);
  await page.evaluate(() => scrollTo(0, 0));
  await painted(page);
};

inEveryBrowser('The instrument', (test) => {
  for (const [width, height] of WINDOWS) {
    for (const lang of LANGUAGES) {
      const of = `${width} × ${height} (${lang})`;

      test(`shows headline, picture and date at load, and while the date moves, ${of}`, async ({ open }) => {
        const page = await open(`lang=${lang}&at=2025-07-24`, { viewport: { width, height } });
        const parts = ['h1', '#network', '#day', '#play', '.day'];
        await checkSeen(page, parts, 'at load');
        const before = await places(page);
        const fields = () => page.locator('#network .field').count();
        assert.equal(await fields(), 0, 'no alliance yet');
        await page.focus('#day');
        for (const day of [25, 26, 27, 28]) {
          await page.keyboard.press(lang === 'ar' ? 'ArrowLeft' : 'ArrowRight');
          await becomes(async () => (await fragment(page)).at, `2025-07-${day}`);
          await checkSeen(page, parts, `on ${day} July`);
          assert.deepEqual(await places(page), before, `on ${day} July`);
        }
        assert.ok((await fields()) > 0, 'the alliances are there');
        const { x, y, width: length, height: thickness } = await page.locator('#day').boundingBox();
        await page.mouse.move(x + length / 2, y + thickness / 2);
        await page.mouse.down();
        for (const share of [0.2, 0.9, 0.4]) {
          await page.mouse.move(x + length * share, y + thickness / 2, { steps: 4 });
          await checkSeen(page, parts, `dragged to ${share}`);
          assert.deepEqual(await places(page), before, `dragged to ${share}`);
        }
        await page.mouse.up();
      });

      test(`shows facts, date and what was pressed, ${of}`, async ({ open }) => {
        const page = await open(`lang=${lang}`, { viewport: { width, height } });
        const chosen = [...STORY.alliances, ...STORY.organizations]
          .filter(({ id }) => STORY.memberships.some((it) => [it.alliance, it.organization].includes(id)));
        for (const { id } of chosen) {
          // As a reader does, who sees it: a click by its selector may scroll first.
          const mark = await page.locator(`#node-${id} .target`).boundingBox();
          await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
          await becomes(async () => (await fragment(page)).focus, id);
          await checkSeen(page, ['#details h2', '#back', '#day', '#play'], id);
          // A round mark does not reach the corners of its box.
          assert.equal(await seen(page, `#node-${id} .target`, [0.3, 0.5, 0.7]), 1, `${id} itself`);
          const share = await seen(page, '#network', FINE);
          assert.ok(share >= 0.73, `${id}: ${share} of the picture`);
          await leave(page);
        }
      });

      test(`shows an event's facts, the date and the event, ${of}`, async ({ open }) => {
        const page = await open(`lang=${lang}&window=2025-07-01..2025-08-31`, { viewport: { width, height } });
        const event = STORY.events.find((it) => it.core && firstDay(it.when) > '2025-07-01');
        const listed = page.locator(`a[href="#focus=${event.id}"]`);
        const year = page.locator('#timeline details:not([open])', { has: listed }).locator('summary');
        if (await year.count()) await year.click();
        const mark = page.locator(`#event-${event.id} .dot, #timeline a[href="#focus=${event.id}"]`).first();
        await mark.scrollIntoViewIfNeeded();
        await mark.click();
        await becomes(async () => (await fragment(page)).focus, event.id);
        await checkSeen(page, ['#details h2', '#day', '#play'], event.id);
      });

      test(`shows picture, words and date at each step, ${of}`, async ({ open }) => {
        const page = await open(`lang=${lang}`, { viewport: { width, height } });
        await page.click('#tour-entry');
        for (const [index, step] of STORY.steps.entries()) {
          await becomes(() => text(page, '#tour-title'), step.title[lang]);
          await checkSeen(page, ['#tour-title', '#network', '#day', '#play', '#tour-next'], step.id);
          if (index + 1 < STORY.steps.length) await page.click('#tour-next');
        }
      });
    }
  }

  test('says the event of its day, and leads to its facts', async ({ open }) => {
    const event = STORY.events.find((it) => it.core && firstDay(it.when) === it.when);
    const page = await open(`lang=ar&at=${firstDay(event.when)}`);
    const titles = STORY.events.filter((it) => firstDay(it.when) === firstDay(event.when)).map((it) => it.title.ar);
    assert.ok(titles.includes(await text(page, '#strip .caption bdi')));
    await page.click('#strip .caption a');
    await eventually(async () => assert.ok(titles.includes(await text(page, '#details h2'))));
    await follow(page, 'lang=ar&at=2019-01-02');
    await becomes(() => text(page, '#strip .caption'), '');
  });
});
