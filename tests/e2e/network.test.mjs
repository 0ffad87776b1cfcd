// The picture: what stands out, by mouse and by keyboard; zoom and pan; the relation layer.
import assert from 'node:assert/strict';
import {
  STORY,
  becomes,
  eventually,
  focused,
  fragment,
  inEveryBrowser,
  nodeIds,
  nodes,
  painted,
  text,
} from './support.mjs';

/** An organization in both alliances, its ties, and those it has no tie with. */
const CHOSEN = 'stepfun';
const MEMBERS = new Set(STORY.memberships.flatMap((it) => [it.organization, it.alliance]));
const TIED = [
  CHOSEN,
  ...STORY.memberships.filter((it) => it.organization === CHOSEN).map((it) => it.alliance),
].sort();
const UNTIED = [...MEMBERS].filter((id) => !TIED.includes(id)).sort();
const NAME = STORY.organizations.find((it) => it.id === CHOSEN).name;

/** The node's place in the window, for the mouse. */
async function place(page, id) {
  const box = await page.locator(`#node-${id} .target`).boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Asserts that the chosen organization and its ties stand out, and nothing else. */
async function stands(page, chosen) {
  await becomes(() => nodeIds(page, (node) => node.stands === 'out'), TIED);
  await becomes(() => nodeIds(page, (node) => node.stands === 'back'), UNTIED);
  await becomes(() => nodeIds(page, (node) => node.chosen), chosen);
}

/** Waits until the address says what is chosen, which it does after the frame that shows it. */
const addressNames = (page, id) => becomes(async () => (await fragment(page)).focus, id);

/** Asserts that nothing stands out and nothing is chosen. */
async function rests(page) {
  await becomes(() => nodeIds(page, (node) => node.stands !== 'plain' || node.chosen), []);
}

/** Presses Tab until a node has the keyboard. */
async function tabIntoPicture(page) {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).startsWith('node-')) return;
  }
  assert.fail('Tab never came to the picture');
}

/** The part of the picture that is shown: left, top, width, height. */
const shown = (page) =>
  page.evaluate(() => document.querySelector('#network').getAttribute('viewBox').split(' ').map(Number));

inEveryBrowser('Choosing an organization', (test) => {
  test('a click pins it: its ties stand out, the rest recedes, the details tell of it', async ({ open }) => {
    const page = await open('lang=en');
    await page.mouse.click(...(await place(page, CHOSEN)));
    await page.mouse.move(1, 1);
    await stands(page, [CHOSEN]);
    await becomes(() => text(page, '#details h2'), NAME.en);
    await addressNames(page, CHOSEN);
    const faded = await page.evaluate(
      (id) => Number(getComputedStyle(document.querySelector(`#node-${id} .target`).parentNode).opacity),
      UNTIED[0],
    );
    assert.ok(faded < 1, 'receding can be seen');
  });

  test('a hover only previews', async ({ open }) => {
    const page = await open('lang=en');
    await page.mouse.move(...(await place(page, CHOSEN)));
    await stands(page, []);
    assert.equal((await fragment(page)).focus, undefined);
    await page.mouse.move(1, 1);
    await rests(page);
  });

  test('a click beside every node, or on “back”, lets go', async ({ open }) => {
    const page = await open(`lang=en&focus=${CHOSEN}`);
    await stands(page, [CHOSEN]);
    const frame = await page.locator('#network').boundingBox();
    await page.mouse.click(frame.x + 3, frame.y + 3);
    await rests(page);
    await page.mouse.click(...(await place(page, CHOSEN)));
    await page.click('#back');
    await page.mouse.move(1, 1);
    await rests(page);
    await addressNames(page, undefined);
  });

  for (const [lang, towards] of [['en', 'ArrowRight'], ['ar', 'ArrowLeft']]) {
    test(`the keyboard alone is enough, and arrows go where they point (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}`);
      await tabIntoPicture(page);
      assert.equal(
        await page.evaluate(() => document.querySelectorAll('#network [tabindex="0"]').length),
        1,
        'the picture is one stop of Tab',
      );
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) await leadsThere(page, key);
      await page.keyboard.press('Home');
      await walkTo(page, CHOSEN);
      await stands(page, []);
      await page.keyboard.press('Enter');
      await stands(page, [CHOSEN]);
      await becomes(() => text(page, '#details h2'), NAME[lang]);
      assert.equal(await focused(page), `node-${CHOSEN}`, 'the keyboard stays');
      await page.keyboard.press('Escape');
      await becomes(() => nodeIds(page, (node) => node.chosen), []);
      await addressNames(page, undefined);
      await page.keyboard.press(towards);
      await eventually(async () => assert.notEqual(await focused(page), `node-${CHOSEN}`, 'the keyboard is free again'));
      await page.keyboard.press('Tab');
      assert.equal((await focused(page)).startsWith('node-'), false, 'and leaves with Tab');
    });
  }

  test('every node can be reached by arrows', async ({ open }) => {
    const page = await open('lang=ar&layer=relations');
    await page.focus('#network [tabindex="0"]');
    const reached = await page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const found = new Set([document.activeElement.id]);
      for (const id of found) {
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
          const node = document.getElementById(id);
          node.focus();
          await frame();
          node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          found.add(document.activeElement.id);
        }
      }
      return [...found].sort();
    });
    assert.deepEqual(reached, (await nodeIds(page)).map((id) => `node-${id}`));
  });
});

/** Asserts that an arrow goes to a node on its side, or stays where there is none. */
async function leadsThere(page, key) {
  const found = await nodes(page);
  const from = await focused(page);
  await page.keyboard.press(key);
  await painted(page);
  const to = await focused(page);
  if (to === from) return;
  const at = (id) => found.find((node) => `node-${node.id}` === id);
  const [dx, dy] = [at(to).x - at(from).x, at(to).y - at(from).y];
  const ahead = { ArrowLeft: -dx, ArrowRight: dx, ArrowUp: -dy, ArrowDown: dy }[key];
  assert.ok(ahead > 0, `${key} went from ${from} to ${to}`);
}

/** Goes to a node by arrows, as a reader does who sees where it is. */
async function walkTo(page, id) {
  const found = await nodes(page);
  const goal = found.find((node) => node.id === id);
  for (let presses = 0; presses < 40; presses += 1) {
    const here = (await focused(page)).slice('node-'.length);
    if (here === id) return;
    const node = found.find((it) => it.id === here);
    const [dx, dy] = [goal.x - node.x, goal.y - node.y];
    const across = dx > 0 ? 'ArrowRight' : 'ArrowLeft';
    const along = dy > 0 ? 'ArrowDown' : 'ArrowUp';
    const keys = Math.abs(dx) > Math.abs(dy) ? [across, along] : [along, across];
    for (const key of keys) {
      await page.keyboard.press(key);
      await painted(page);
      if ((await focused(page)) !== `node-${here}`) break;
    }
  }
  assert.fail(`no arrows lead to ${id}`);
}

/** Enlarges the picture by two presses of a key. */
async function zoomIn(page) {
  for (let presses = 0; presses < 2; presses += 1) {
    await page.keyboard.press('+');
    await painted(page);
  }
}

inEveryBrowser('Zooming and panning', (test) => {
  test('a wheel with Ctrl zooms about the pointer, a plain wheel scrolls the page', async ({ open }) => {
    const page = await open('lang=en');
    const whole = await shown(page);
    // Far from the middle, where a wrong scale shows.
    const [{ id }] = (await nodes(page)).toSorted((a, b) => a.x - b.x);
    const [x, y] = await place(page, id);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 120);
    await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > 0, 'the page scrolled'));
    assert.deepEqual(await shown(page), whole);
    await page.evaluate(() => scrollTo(0, 0));
    await painted(page);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await eventually(async () => assert.ok((await shown(page))[2] < whole[2], 'less of it is shown'));
    assert.equal(await page.evaluate(() => scrollY), 0);
    const [nowX, nowY] = await place(page, id);
    assert.ok(Math.hypot(nowX - x, nowY - y) < 2, `what lay under the pointer went by ${nowX - x}, ${nowY - y}`);
  });

  test('the buttons zoom in and out, and “fit” returns', async ({ open }) => {
    const page = await open('lang=ar');
    const whole = await shown(page);
    const [closer, farther, fit] = await page.locator('#frame [role="group"] button').all();
    assert.equal(await farther.isDisabled(), true);
    assert.equal(await fit.isDisabled(), true);
    await closer.click();
    await closer.click();
    await eventually(async () => assert.ok((await shown(page))[2] < whole[2] / 1.5));
    const close = await shown(page);
    await farther.click();
    await eventually(async () => assert.ok((await shown(page))[2] > close[2]));
    await fit.click();
    await becomes(() => shown(page), whole);
  });

  test('the keys + − 0 zoom as the buttons do', async ({ open }) => {
    const page = await open('lang=en');
    const whole = await shown(page);
    await page.focus('#network [tabindex="0"]');
    await zoomIn(page);
    await eventually(async () => assert.ok((await shown(page))[2] < whole[2] / 1.5));
    const close = await shown(page);
    await page.keyboard.press('-');
    await eventually(async () => assert.ok((await shown(page))[2] > close[2]));
    await page.keyboard.press('0');
    await becomes(() => shown(page), whole);
  });

  for (const lang of ['en', 'ar']) {
    test(`a drag moves the enlarged picture with the pointer and chooses nothing (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}`);
      await page.focus('#network [tabindex="0"]');
      await zoomIn(page);
      await page.evaluate(() => document.activeElement.blur());
      await painted(page);
      const [x, y] = await place(page, CHOSEN);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 20, y + 15, { steps: 4 });
      await page.mouse.move(x + 60, y + 30, { steps: 4 });
      await page.mouse.up();
      await painted(page);
      const [nowX, nowY] = await place(page, CHOSEN);
      assert.ok(Math.hypot(nowX - x - 60, nowY - y - 30) < 3, `moved by ${nowX - x}, ${nowY - y}`);
      assert.equal((await fragment(page)).focus, undefined);
      await page.mouse.click(nowX, nowY);
      await addressNames(page, CHOSEN);
    });
  }
});

inEveryBrowser('The layer of relations', (test) => {
  test('brings its organizations and its legend, and takes them away again', async ({ open }) => {
    const page = await open('lang=en');
    const entries = () => page.locator('.legend li').count();
    const ties = () => page.locator('#network .edge').count();
    const [fewer, before] = [await entries(), await ties()];
    const members = await nodeIds(page);
    await page.click('#relations');
    await becomes(
      () => nodeIds(page),
      [...STORY.alliances, ...STORY.organizations].map((it) => it.id).sort(),
    );
    await becomes(() => page.getAttribute('#relations', 'aria-checked'), 'true');
    await becomes(async () => (await fragment(page)).layer, 'relations');
    assert.ok((await entries()) > fewer, 'the legend tells the kinds of relation');
    assert.ok((await ties()) >= before + STORY.relations.length, 'every relation is drawn');
    await page.click('#relations');
    await becomes(() => nodeIds(page), members);
    await becomes(entries, fewer);
    await becomes(async () => (await fragment(page)).layer, undefined);
  });

  for (const lang of ['ar', 'en']) {
    test(`what the legend picks out is said in the sentence, and let go there (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}`);
      const height = () => page.$eval('.picture .statement', (it) => it.getBoundingClientRect().height);
      const before = await height();
      const entry = page.locator('.legend button').last();
      await entry.click();
      await becomes(() => page.locator('.statement #picked').count(), 1);
      const name = await entry.textContent();
      const said = await page.$eval('#picked', (it) => [it.firstChild.textContent, it.getAttribute('aria-label')]);
      assert.equal(said[0].trim(), name.trim());
      assert.ok(said[1].endsWith(said[0]));
      assert.equal(await height(), before, 'nothing moves for it');
      const box = await page.locator('#picked').boundingBox();
      assert.ok(Math.min(box.width, box.height) >= 24);
      await page.focus('#picked');
      await page.keyboard.press('Enter');
      await becomes(async () => (await fragment(page)).only, undefined);
      await becomes(() => page.locator('#picked').count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement.id), 'relations', 'the keyboard stays beside it');
    });
  }

  test('every kind in the legend picks its own', async ({ open }) => {
    const page = await open('lang=ar&layer=relations');
    const kinds = [...new Set(STORY.relations.map((it) => it.kind))].filter((it) => it !== 'regulator-action');
    for (const kind of kinds) {
      await page.evaluate((it) => {
        location.hash = `lang=ar&layer=relations&only=${it}`;
      }, kind);
      const relations = STORY.relations.filter((it) => it.kind === kind);
      const ends = [...new Set(relations.flatMap((it) => [it.from, it.to]))].sort();
      await becomes(() => nodeIds(page, (node) => node.stands === 'out'), ends, kind);
      assert.equal(await page.locator('.legend [aria-pressed="true"]').count(), 1, kind);
    }
  });
});
