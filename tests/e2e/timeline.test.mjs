// The timeline: nothing hidden, a cursor for everything, and the ways to move through time.
import assert from 'node:assert/strict';
import { PHONE, STORY, becomes, dayNumber, eventually, firstDay, focused, follow, fragment, inEveryBrowser, inView, marks, nodeIds, painted, text } from './support.mjs';

const WHOLE = 'window=2018-01-01..2026-12-31';
/** The window of a first visit. */
const OPENING = ['2025-01-01', '2026-12-31'];
const DAYS = STORY.events.map((it) => firstDay(it.when)).sort();

/** The numbers in the texts that fit. */
const numbers = (page, selector, from) =>
  page.evaluate(
    ([it, attribute]) =>
      [...document.querySelectorAll(it)].map((element) => attribute ? element.getAttribute(attribute) : element.textContent),
    [selector, from],
  );

/** How many events each way of showing them accounts for. */
async function accounted(page) {
  const clusters = await numbers(page, '#close-up .cluster text');
  const outside = await numbers(page, '#close-up .outside');
  const sum = (texts) => texts.flatMap((it) => it.match(/\d+/g) ?? []).reduce((total, it) => total + Number(it), 0);
  return { single: (await marks(page)).length, counted: sum(clusters), outside: sum(outside) };
}

/** The days that the close-up shows. */
const shownWindow = async (page) => (await fragment(page)).window?.split('..') ?? null;

const daysBetween = (first, last) => dayNumber(last) - dayNumber(first);

/** How many days the close-up shows. */
const length = async (page) => daysBetween(...((await shownWindow(page)) ?? OPENING));

/** The overview's window, from the left, in CSS px of the browser's window. */
const overviewWindow = (page) => inView(page, '#overview .window');

inEveryBrowser('The timeline', (test) => {
  test('shows, stacks or counts every event, whatever the window', async ({ open }) => {
    const page = await open('lang=en');
    for (const width of [768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      for (const window of ['2018-01-01..2026-12-31', '2025-01-01..2025-12-31', '2025-07-10..2025-08-10', '2021-01-01..2021-12-31']) {
        await follow(page, `lang=en&window=${window}`);
        await eventually(async () => {
          const { single, counted, outside } = await accounted(page);
          assert.equal(single + counted + outside, STORY.events.length, `${window} at ${width}: ${single} + ${counted} + ${outside}`);
        });
      }
    }
  });

  test('has a cursor on the day shown, and says which it is', async ({ open }) => {
    const page = await open('lang=en&at=2025-07-25&window=2025-01-01..2025-12-31');
    const cursor = await page.locator('#close-up .cursor').boundingBox();
    const event = await page.locator('#event-step3-and-alliance .dot').boundingBox();
    assert.ok(Math.abs(cursor.x + cursor.width / 2 - event.x - event.width / 2) < 2);
    assert.equal(await text(page, 'output[for="day"]'), '25 July 2025');
    assert.equal(await page.locator('#overview .cursor').count(), 1);
  });

  test('a click beside the events moves the day there', async ({ open }) => {
    const page = await open('lang=en&window=2025-01-01..2025-12-31');
    const frame = await inView(page, '#close-up');
    const event = await page.locator('#event-us-h20-licence .dot').boundingBox();
    await page.mouse.click(event.x + event.width / 2, frame.y + frame.height - 24);
    await becomes(async () => {
      const { at } = await fragment(page);
      return Math.abs(Date.parse(at) - Date.parse('2025-04-09')) <= 86_400_000;
    }, true);
  });

  test('plays through the events from the first, pauses, and stops at the last', async ({ open }) => {
    const page = await open('lang=en');
    // The button says what it will do next; a pressed state beside that would say it twice.
    const offered = () => page.getAttribute('#play', 'aria-label');
    await page.click('#play');
    await becomes(async () => (await fragment(page)).at, DAYS[0]);
    assert.equal(await offered(), 'Pause');
    const next = DAYS.find((day) => day > DAYS[0]);
    await becomes(async () => (await fragment(page)).at, next);
    await page.click('#play');
    await becomes(offered, 'Play');
    await follow(page, 'lang=en&at=2026-11-20');
    await page.click('#play');
    await becomes(async () => (await fragment(page)).at, undefined, 'it came to the latest day');
    await becomes(offered, 'Play');
  });

  test('steps to the event before and to the one after', async ({ open }) => {
    const page = await open('lang=ar&at=2022-10-07');
    const [before, after, latest] = await page.locator('#strip [role="group"] button:not(#play)').all();
    await before.click();
    await becomes(async () => (await fragment(page)).at, '2021-12-30');
    await after.click();
    await after.click();
    await becomes(async () => (await fragment(page)).at, '2022-12-16');
    await latest.click();
    await becomes(async () => (await fragment(page)).at, undefined);
    assert.equal(await latest.isDisabled(), true);
  });

  for (const [lang, later, earlier] of [['en', 'ArrowRight', 'ArrowLeft'], ['ar', 'ArrowLeft', 'ArrowRight']]) {
    test(`arrows walk along its events and Enter chooses one (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&window=2025-01-01..2025-12-31`);
      const order = (await marks(page)).map((mark) => `event-${mark.id}`);
      const days = order.map((id) => firstDay(STORY.events.find((it) => `event-${it.id}` === id).when));
      assert.deepEqual(days, [...days].sort(), 'they stand in the order of their days');
      assert.equal(await page.locator('#close-up [id^="event-"][tabindex="0"]').count(), 1, 'one stop of Tab');
      await page.focus('#close-up [id^="event-"][tabindex="0"]');
      await page.keyboard.press('Home');
      await becomes(() => focused(page), order[0]);
      for (const [key, index] of [[later, 1], [later, 2], [earlier, 1], ['End', order.length - 1]]) {
        await painted(page);
        await page.keyboard.press(key);
        await becomes(() => focused(page), order[index], `${key} to ${index}`);
      }
      const chosen = STORY.events.find((it) => it.id === 'step3-and-alliance');
      await page.focus(`#event-${chosen.id}`);
      await painted(page);
      await page.keyboard.press('Enter');
      await becomes(async () => (await fragment(page)).focus, chosen.id);
      assert.equal((await fragment(page)).at, firstDay(chosen.when));
      assert.equal(await focused(page), `event-${chosen.id}`);
      assert.equal(await page.getAttribute(`#event-${chosen.id}`, 'aria-pressed'), 'true');
      const there = await nodeIds(page);
      await becomes(
        () => nodeIds(page, (node) => node.stands === 'out'),
        chosen.about.filter((id) => there.includes(id)).sort(),
      );
      assert.equal(await text(page, '#details h2'), chosen.title[lang]);
    });
  }

  test('marks the events of the organization that is chosen', async ({ open }) => {
    const page = await open('lang=en&focus=huawei&window=2025-07-01..2025-12-31');
    const concerned = (id) => STORY.events.find((it) => it.id === id).about.includes('huawei');
    const found = await marks(page);
    assert.ok(found.some((mark) => mark.stands));
    for (const mark of found) assert.equal(mark.stands, concerned(mark.id), mark.id);
  });

  for (const [lang, sign] of [['en', 1], ['ar', -1]]) {
    test(`a drag in the overview moves the window (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&window=2021-01-01..2022-12-31&at=2022-01-01`);
      const before = await overviewWindow(page);
      const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + sign * 50, y, { steps: 4 });
      await page.mouse.move(x + sign * 100, y, { steps: 4 });
      await page.mouse.up();
      await eventually(async () => {
        const now = await overviewWindow(page);
        assert.ok(Math.abs(now.x - before.x - sign * 100) < 5, `${before.x} to ${now.x}`);
        assert.ok(Math.abs(now.width - before.width) < 2, 'it is as long as before');
      });
      const [first] = await shownWindow(page);
      assert.ok(first > '2021-01-01', first);
      await page.mouse.move(x, y);
      await painted(page);
      assert.deepEqual((await shownWindow(page))[0], first, 'the drag has ended');
    });
  }

  test('a cluster opens the window in which its events stand apart', async ({ open }) => {
    const ways = {
      press: () => page.keyboard.press('Enter'),
      click: () => page.locator('#close-up .cluster .dot').first().click(),
    };
    const page = await open(`lang=en&${WHOLE}`, { viewport: { width: 800, height: 900 } });
    for (const [name, act] of Object.entries(ways)) {
      await follow(page, `lang=en&${WHOLE}`);
      await becomes(() => shownWindow(page), ['2018-01-01', '2026-12-31']);
      assert.ok((await accounted(page)).counted > 1, 'the whole time has a cluster');
      await page.locator('#close-up .cluster').first().focus();
      await act();
      await eventually(async () => assert.ok((await length(page)) < daysBetween('2018-01-01', '2026-12-31'), name));
    }
    while ((await page.locator('#close-up .cluster').count()) > 0) {
      const now = await length(page);
      await ways.click();
      await eventually(async () => assert.ok((await length(page)) < now, 'each click comes closer'));
    }
  });

  test('a wheel with Ctrl zooms it, and the buttons do', async ({ open }) => {
    const page = await open('lang=ar&window=2024-01-01..2026-12-31');
    const before = await length(page);
    const frame = await inView(page, '#close-up');
    await page.mouse.move(frame.x + 300, frame.y + 20);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await eventually(async () => assert.ok((await length(page)) < before));
    const [closer, farther, opening, all] = await page.locator('#strip [role="group"]').nth(1).locator('button').all();
    const now = await length(page);
    await closer.click();
    await eventually(async () => assert.ok((await length(page)) < now));
    const close = await length(page);
    await farther.click();
    await eventually(async () => assert.ok((await length(page)) > close));
    await all.click();
    await becomes(() => shownWindow(page), ['2018-01-01', '2026-12-31']);
    await opening.click();
    await becomes(() => shownWindow(page), null);
  });
});

inEveryBrowser('The timeline on a phone', (test) => {
  test('is a list by years that holds every event, open at the day shown', async ({ open }) => {
    const page = await open('lang=ar&at=2025-07-28', PHONE);
    const years = [...new Set(DAYS.map((day) => day.slice(0, 4)))];
    const headings = await numbers(page, '#timeline-frame summary h3');
    for (const year of years) assert.ok(headings.includes(year), year);
    assert.deepEqual([...headings].sort(), headings, 'in the order of time');
    assert.equal(await page.locator('#timeline-frame details li a').count(), STORY.events.length);
    assert.deepEqual(await numbers(page, '#timeline-frame details[open] summary h3'), ['2025']);
    assert.equal(await page.locator('#close-up').count(), 0);
    const [year, events] = await page.$eval('#timeline-frame details[open]', (it) =>
      ['summary', 'ol'].map((part) => it.querySelector(part).getBoundingClientRect().toJSON()),
    );
    assert.ok(Math.round(events.top) >= Math.round(year.bottom), `events from ${events.top} px, below their year, to ${year.bottom}`);
    assert.ok(events.width > 0.8 * year.width, `events ${events.width} px wide, their year ${year.width}`);
  });

  test('has the same cursor, between what was and what was to come', async ({ open }) => {
    const page = await open('lang=en&at=2025-07-28', PHONE);
    const around = () =>
      page.evaluate(() => {
        const items = [...document.querySelectorAll('#timeline-frame details[open] li')];
        const at = items.findIndex((it) => it.getAttribute('aria-current') === 'date');
        return { before: at, after: items.length - at - 1, says: items[at].textContent };
      });
    const of2025 = DAYS.filter((day) => day.startsWith('2025'));
    const before = of2025.filter((day) => day <= '2025-07-28').length;
    const { says, ...counts } = await around();
    assert.deepEqual(counts, { before, after: of2025.length - before });
    assert.match(says, /28 July 2025/);
    await page.click('#timeline-frame details[open] li:first-child a');
    await becomes(async () => (await fragment(page)).at, of2025[0]);
    await becomes(async () => (await around()).before > 0, true);
    assert.ok((await fragment(page)).focus);
  });
});
