// The accounts side by side: a picture for each on wide pages, rows on phones.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { LANGUAGES, STORY, becomes, focused, follow, fragment, inEveryBrowser, text } from './support.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const WIDE = { viewport: { width: 1280, height: 800 } };
const TABLET = { viewport: { width: 768, height: 1024 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Whom an account names, by the file alone. */
const namedBy = (account) => {
  const named = STORY.memberships.filter((it) => it.named_by.some((naming) => naming.account === account));
  return [...new Set(named.map((it) => it.organization))].sort();
};
/** The accounts that name somebody, in their order. */
const ACCOUNTS = STORY.accounts.map((it) => it.id).filter((id) => namedBy(id).length > 0);
const MEMBERS = [...new Set(STORY.memberships.map((it) => it.organization))];
const isAgreed = (it) => ACCOUNTS.every((account) => it.named_by.some((naming) => naming.account === account));
/** A member that all name, one that some do not, and its name. */
const AGREED = MEMBERS.find((id) => STORY.memberships.every((it) => it.organization !== id || isAgreed(it)));
const DIFFERING = STORY.memberships.find((it) => !isAgreed(it)).organization;
const nameOf = (id, lang) => STORY.organizations.find((it) => it.id === id).name[lang];

/** What each picture has: whom it names, and what stands out of it. */
const pictures = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.compare figure')].map((figure) => {
      const nodes = [...figure.querySelectorAll('.node')].filter((node) => node.querySelector('.shape'));
      const slug = (node) => node.id.split('node-')[1];
      return {
        named: nodes.filter((node) => !node.querySelector('.unnamed')).map(slug).sort(),
        marked: [...figure.querySelectorAll('[data-marked]')].map(slug),
        receded: nodes.filter((node) => node.classList.contains('receded')).map(slug),
      };
    }),
  );

const marked = async (page) => (await pictures(page)).map((it) => it.marked);

/** Whether the first element that fits is seen. */
const isSeen = (page, selector) => page.evaluate((it) => document.querySelector(it)?.checkVisibility() ?? false, selector);

/** Opens the comparison by a link, which brings the studio. */
async function compared(open, link, context) {
  const page = await open(link, context);
  await page.waitForSelector('.compare', { state: 'attached' });
  return page;
}

inEveryBrowser('Accounts side by side', (test) => {
  for (const lang of LANGUAGES) {
    test(`open at a press, each naming whom it names, and close by Back (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}`, WIDE);
      await page.click('#compare');
      await page.waitForSelector('.compare');
      await becomes(async () => (await fragment(page)).view, 'compare');
      await becomes(async () => (await pictures(page)).map((it) => it.named), ACCOUNTS.map(namedBy));
      assert.equal(await page.getAttribute('#compare', 'aria-pressed'), 'true');
      const receded = (await pictures(page)).map((it) => it.receded);
      assert.ok(receded.every((it) => it.includes(AGREED) && !it.includes(DIFFERING)), 'differences stand out');
      await page.goBack();
      await becomes(() => page.locator('.compare').count(), 0);
      await page.waitForSelector('#network');
    });

    test(`open by a link on any width, and keep what is chosen in the other language (${lang})`, async ({ open }) => {
      for (const [context, hasPictures, hasRows] of [[WIDE, true, false], [TABLET, true, true], [PHONE, false, true]]) {
        const page = await compared(open, `lang=${lang}&focus=${DIFFERING}&view=compare`, context);
        const width = `${context.viewport.width} px`;
        assert.equal(await isSeen(page, '.compare-pictures'), hasPictures, `pictures at ${width}`);
        assert.equal(await isSeen(page, '.compare-rows'), hasRows, `rows at ${width}`);
        await becomes(async () => (await text(page, '.compare-said p')).includes(nameOf(DIFFERING, lang)), true);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.equal(wider, false, `nothing scrolls sideways at ${width}`);
        const other = LANGUAGES.find((it) => it !== lang);
        await page.click('#language');
        await becomes(async () => (await text(page, '.compare-said p')).includes(nameOf(DIFFERING, other)), true);
        assert.deepEqual(await fragment(page), { lang: other, focus: DIFFERING, view: 'compare' });
      }
    });
  }

  test('show names that can be read, whole pictures and the strip of the day in one window', async ({ open }) => {
    const page = await compared(open, 'lang=ar&view=compare', WIDE);
    const seen = await page.evaluate(() => {
      const heights = [...document.querySelectorAll('.compare .label tspan')].map((line) => {
        const scale = line.ownerSVGElement.getScreenCTM().a;
        return Number.parseFloat(getComputedStyle(line).fontSize) * scale;
      });
      const bottoms = [...document.querySelectorAll('.compare svg')].map((it) => it.getBoundingClientRect().bottom);
      const said = document.querySelector('.compare-said').getBoundingClientRect();
      const strip = document.querySelector('#strip').getBoundingClientRect();
      return { smallest: Math.min(...heights), pictures: Math.max(...bottoms), said, strip, window: innerHeight };
    });
    assert.ok(seen.smallest >= 12.5, `names are ${seen.smallest} px high`);
    assert.ok(seen.pictures <= seen.said.top + 1, `pictures end at ${seen.pictures}, words begin at ${seen.said.top}`);
    assert.ok(seen.said.bottom <= seen.strip.top + 1, 'the words stand above the strip');
    assert.ok(seen.strip.bottom <= seen.window + 1, 'the strip is in the window');
  });

  test('mark in each what is under the pointer, and say who names it', async ({ open }) => {
    const page = await compared(open, 'lang=en&view=compare', WIDE);
    const said = await text(page, '.compare-said p');
    const { height } = await page.locator('.compare').boundingBox();
    await page.hover(`#compare-1-node-${DIFFERING} .target`);
    await becomes(() => marked(page), ACCOUNTS.map(() => [DIFFERING]));
    const name = nameOf(DIFFERING, 'en');
    await becomes(async () => (await text(page, '.compare-said p')).includes(name), true);
    assert.equal((await page.locator('.compare').boundingBox()).height, height, 'nothing moves');
    await page.mouse.move(1, 1);
    await becomes(() => marked(page), ACCOUNTS.map(() => []));
    await becomes(() => text(page, '.compare-said p'), said);
  });

  test('answer keys: one stop a picture, arrows, Enter, and Escape back step by step', async ({ open }) => {
    const page = await compared(open, 'lang=en&view=compare', WIDE);
    const stops = await page.locator('.compare [tabindex="0"]').count();
    assert.equal(stops, ACCOUNTS.length);
    await page.focus('.compare figure:nth-of-type(2) [tabindex="0"]');
    const first = await focused(page);
    await page.keyboard.press('End');
    const last = await focused(page);
    assert.notEqual(last, first);
    const slug = last.split('node-')[1];
    // Who names nobody of an alliance has no hub of it.
    const isShown = await Promise.all(ACCOUNTS.map((_, at) => page.locator(`#compare-${at}-node-${slug}`).count()));
    await becomes(() => marked(page), isShown.map((it) => (it ? [slug] : [])));
    await page.keyboard.press('Enter');
    await becomes(async () => (await fragment(page)).focus, slug);
    await page.keyboard.press('Escape');
    await becomes(() => fragment(page), { lang: 'en', view: 'compare' });
    await page.keyboard.press('Escape');
    await becomes(() => fragment(page), { lang: 'en' });
    await becomes(() => focused(page), 'compare');
  });

  test('lead from an account to its picture alone, and from what is chosen to its facts', async ({ open }) => {
    const page = await compared(open, 'lang=en&view=compare', WIDE);
    await page.click('.choices .segments button:nth-of-type(2)');
    await becomes(() => fragment(page), { lang: 'en', by: STORY.accounts[0].id });
    await page.click('#compare');
    await page.click(`#compare-0-node-${DIFFERING} .target`);
    await page.click('.compare-said .tool');
    await becomes(() => fragment(page), { lang: 'en', focus: DIFFERING });
    await becomes(() => text(page, '#details h2'), nameOf(DIFFERING, 'en'));
  });

  test('are rows on a phone, with words for each mark, and fold what all agree on', async ({ open }) => {
    const page = await compared(open, 'lang=ar&view=compare', PHONE);
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('.compare-rows th[scope="row"]')].map((head) => ({
        name: head.textContent,
        says: [...head.parentElement.querySelectorAll('td')].map((cell) => cell.textContent),
      })),
    );
    const differing = STORY.memberships.filter((it) => !isAgreed(it));
    assert.equal(rows.length, differing.length);
    assert.ok(rows.every((row) => row.says.length === ACCOUNTS.length && row.says.every(Boolean)));
    assert.equal(await isSeen(page, '.compare-rows details li'), false, 'what is agreed on is folded');
    /** A click for a tap, which Firefox's driver has none of; what stays under the pointer would be looked at. */
    const press = async (it) => {
      await it.click();
      await page.mouse.move(1, 1);
    };
    await press(page.locator('.compare-rows summary').first());
    await becomes(() => isSeen(page, '.compare-rows details li'), true);
    const button = page.locator('.compare-rows th button').first();
    await press(button);
    await becomes(async () => MEMBERS.includes((await fragment(page)).focus), true);
    await becomes(async () => (await text(page, '.compare-said p')).includes(await button.textContent()), true);
    const hidden = await page.evaluate(() => {
      const { left, top, width, height } = document.querySelector('.compare-said p').getBoundingClientRect();
      return !document.querySelector('.compare-said').contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    assert.equal(hidden, false, 'who names it is in sight');
    await press(button);
    await becomes(async () => (await fragment(page)).focus, undefined);
  });

  test('leave the step that is told its place on a phone', async ({ open }) => {
    const page = await compared(open, `lang=ar&step=${STORY.steps[0].id}&view=compare`, PHONE);
    const covered = await page.evaluate(() =>
      ['#tour-previous', '#tour-next', '#tour-leave'].filter((it) => {
        const { left, top, width, height } = document.querySelector(it).getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.closest(it) === null;
      }),
    );
    assert.deepEqual(covered, []);
    // The next step is told with the picture of all.
    await page.click('#tour-next');
    await becomes(async () => (await fragment(page)).view, undefined);
  });

  test('follow the day: before there is an alliance there is nothing to compare', async ({ open }) => {
    const page = await compared(open, 'lang=en&at=2022-01-01&view=compare', WIDE);
    assert.equal(await page.locator('.compare-rows').count(), 0);
    assert.deepEqual((await pictures(page)).map((it) => it.receded), ACCOUNTS.map(() => []));
  });
});

inEveryBrowser(
  'axe-core',
  (test) => {
    for (const [name, context] of [['a desktop', WIDE], ['a tablet', TABLET], ['a phone', PHONE]]) {
      test(`finds no serious barrier in the comparison on ${name}, in no language or theme`, async ({ open }) => {
        const page = await compared(open, 'lang=ar&view=compare', context);
        await page.addScriptTag({ path: AXE });
        const found = [];
        for (const lang of LANGUAGES) {
          for (const theme of ['light', 'dark']) {
            await follow(page, `lang=${lang}&focus=${DIFFERING}&theme=${theme}&view=compare`);
            await becomes(() => page.evaluate(() => document.documentElement.lang), lang);
            await page.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)));
            const violations = await page.evaluate(async () => {
              const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
              return violations
                .filter(({ impact }) => ['serious', 'critical'].includes(impact))
                .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`)}`);
            });
            found.push(...violations.map((it) => `${lang} ${theme}: ${it}`));
          }
        }
        assert.deepEqual(found, []);
      });
    }
  },
  // axe-core comes as an inline script, which the release's policy would refuse.
  { policy: null },
);
