// The tour: the story in steps, which any reader can follow or leave.
import assert from 'node:assert/strict';
import { releasePolicy } from './harness.mjs';
import {
  LANGUAGES, PHONE, STORY, becomes, eventually, focused, fragment, inEveryBrowser, marks, nodes, painted, standing, text, view,
} from './support.mjs';

const STEPS = STORY.steps;

/** A policy under which no script runs. */
const NO_SCRIPTS = releasePolicy().replace(/script-src [^;]*/, "script-src 'none'");

/** The alliances and organizations, by id, that a step names itself. */
const named = (step) => (step.emphasis ?? []).filter((id) => !STORY.events.some((event) => event.id === id));

/** What the page shows of a step that it tells. */
async function checkTold(page, step, language) {
  await becomes(() => text(page, '#tour-title'), step.title[language]);
  assert.equal(await text(page, '.told .text'), step.text[language]);
  await becomes(async () => (await fragment(page)).step, step.id);
  const link = await fragment(page);
  assert.deepEqual([link.at, link.focus, link.layer], [undefined, undefined, undefined], 'the step says them');
  assert.equal(await page.getAttribute('#relations', 'aria-checked'), String(step.layer === 'relations'));
  await becomes(async () => (await nodes(page)).filter((it) => it.chosen).map((it) => it.id),
    STORY.events.some((event) => event.id === step.focus) || !step.focus ? [] : [step.focus]);
  const shown = await nodes(page);
  for (const id of named(step)) assert.equal(shown.find((it) => it.id === id)?.stands, 'out', id);
  assert.ok(shown.some((it) => it.stands === 'back'), 'the rest recedes');
  const statement = await text(page, '.statement strong');
  assert.ok(statement.includes(step.at.slice(0, 4)), `${statement}: ${step.at}`);
}

const width = (page) => page.evaluate(() => document.querySelector('#network').viewBox.baseVal.width);
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

inEveryBrowser('The tour', (test, engine) => {
  for (const language of LANGUAGES) {
    test(`leads through every step and is left where the reader is: ${language}`, async ({ open }) => {
      const page = await open(`lang=${language}`);
      await page.click('#tour-entry');
      await becomes(() => focused(page), 'tour-title');
      for (const [index, step] of STEPS.entries()) {
        await checkTold(page, step, language);
        const position = await text(page, '.position');
        assert.match(position, new RegExp(`${index + 1}.*${STEPS.length}`));
        // By the mouse and by the keyboard, in turn.
        if (index + 1 === STEPS.length) break;
        if (index % 2) await page.click('#tour-next');
        else await page.press('#tour-next', 'Enter');
      }
      assert.equal(await page.getAttribute('#tour-next', 'aria-disabled'), 'true');
      await page.press('#tour-next', 'Enter');
      await painted(page);
      assert.equal((await fragment(page)).step, STEPS.at(-1).id, 'there is no step after the last');
      assert.equal(await focused(page), 'tour-next', 'and the keyboard stays');
      await page.press('#tour-previous', 'Space');
      await checkTold(page, STEPS.at(-2), language);
      const before = await page.evaluate(() => [
        document.querySelector('.statement').textContent, document.querySelector('#network').getAttribute('viewBox'),
      ]);
      await page.click('#tour-leave');
      await becomes(() => focused(page), 'tour-entry');
      assert.deepEqual(await page.evaluate(() => [
        document.querySelector('.statement').textContent, document.querySelector('#network').getAttribute('viewBox'),
      ]), before);
      const link = await fragment(page);
      assert.deepEqual([link.step, link.at], [undefined, STEPS.at(-2).at]);
    });
  }

  test('is in the link: a step is restored, and back goes a step back', async ({ open }) => {
    const page = await open('lang=en');
    await page.click('#tour-entry');
    await page.click('#tour-next');
    await page.click('#tour-next');
    await checkTold(page, STEPS[2], 'en');
    await page.evaluate(() => document.activeElement.blur());
    const before = await view(page);
    await page.reload();
    await standing(page);
    await becomes(() => view(page), before);
    const go = (by) => page.evaluate((steps) => history.go(steps), by);
    await go(-1);
    await checkTold(page, STEPS[1], 'en');
    await go(-2);
    await becomes(() => page.locator('#tour-title').count(), 0);
    assert.deepEqual(await fragment(page), { lang: 'en' });
    await go(1);
    await checkTold(page, STEPS[0], 'en');
  });

  test('stands back where the reader looks elsewhere', async ({ open }) => {
    const page = await open(`lang=en&step=${STEPS[3].id}`);
    await page.click('#node-minimax .target');
    await becomes(async () => (await nodes(page)).find((it) => it.id === 'minimax').stands, 'out');
    await page.mouse.move(1, 1);
    const link = await fragment(page);
    assert.deepEqual([link.step, link.focus], [STEPS[3].id, 'minimax']);
    await page.click('#tour-next');
    await checkTold(page, STEPS[4], 'en');
  });

  test('brings close what a step looks at, and gives the camera to the reader', async ({ open }) => {
    const step = STEPS.find((it) => it.around && it.layer);
    const whole = await width(await open(`lang=ar&step=${step.id}&layer=none`, PHONE));
    const page = await open(`lang=ar&step=${step.id}`);
    const close = await width(page);
    assert.ok(close < 900 && whole > 0, `${close}`);
    const fit = '.zoom button:last-child';
    await page.click(fit);
    await becomes(async () => (await width(page)) > close, true);
    await page.click('.zoom button:first-child');
    await page.click('.zoom button:first-child');
    await page.click('.zoom button:first-child');
    const own = await width(page);
    await page.click('#theme');
    await painted(page);
    assert.equal(await width(page), own, 'nothing takes the camera back');
    await page.click('#tour-previous');
    await page.click('#tour-next');
    await becomes(() => width(page), close, 'but the step, when it is told again');
  });

  test('emphasises on the timeline as well', async ({ open }) => {
    const step = STEPS[0];
    const page = await open(`lang=en&step=${step.id}`);
    await page.locator('#timeline').scrollIntoViewIfNeeded();
    const out = (await marks(page)).filter((it) => it.stands).map((it) => it.id);
    assert.ok(out.length > 3);
    for (const id of out) assert.ok(step.emphasis.includes(id), id);
  });

  test('cites its sources, one action from the sentence and two from the page', async ({ open }) => {
    const page = await open(`lang=ar&step=${STEPS[0].id}`);
    const addresses = STORY.sources.filter(({ id }) => STEPS[0].sources.includes(id)).map(({ url }) => url);
    await page.click('#tour .evidence > button');
    const all = page.locator('#tour .cited li > a');
    await becomes(() => all.evaluateAll((links) => links.map((it) => it.getAttribute('href'))), addresses);
    assert.ok(await all.first().isVisible());
  });

  test('is heard: what is told changes in a live region that was there before', async ({ open }) => {
    const page = await open('lang=ar');
    const region = await page.$('.told[aria-live="polite"]');
    await page.click('#tour-entry');
    await becomes(() => region.evaluate((it) => it.isConnected && it.querySelector('h3')?.textContent), STEPS[0].title.ar);
    await page.click('#tour-next');
    await becomes(() => region.evaluate((it) => it.querySelector('h3')?.textContent), STEPS[1].title.ar);
  });

  for (const language of LANGUAGES) {
    test(`fits a phone, covers nothing and scrolls nothing: ${language}`, async ({ open }) => {
      const page = await open(`lang=${language}`, PHONE);
      await page.click('#tour-entry');
      for (const step of STEPS) {
        await checkTold(page, step, language);
        assert.ok((await sideways(page)) <= 0, step.id);
        const [told, picture, details] = await page.evaluate(() =>
          ['#tour', '#network', '#details'].map((it) => {
            const { top, bottom } = document.querySelector(it).getBoundingClientRect();
            return { top: top + scrollY, bottom: bottom + scrollY };
          }));
        assert.ok(told.top >= picture.bottom, `${step.id}: the step covers the picture`);
        assert.ok(details.top >= picture.bottom, `${step.id}: the details cover the picture`);
        const top = await page.evaluate(() => scrollY);
        if (step !== STEPS.at(-1)) await page.click('#tour-next');
        await painted(page);
        assert.equal(await page.evaluate(() => scrollY), top, `${step.id}: the page was scrolled`);
      }
      const touch = await page.evaluate(() => getComputedStyle(document.querySelector('#network')).touchAction);
      assert.equal(touch, 'pan-x pan-y', 'a finger scrolls over the picture');
    });
  }

  for (const language of LANGUAGES) {
    test(`is read without scripts as well: ${language}`, async ({ site, browser }) => {
      // Firefox ignores that scripts are off; a policy that forbids them comes to the same.
      const [folder, file] = language === 'ar' ? ['', 'index.html'] : ['en/', 'en/index.html'];
      site.overrides[file] = { policy: NO_SCRIPTS };
      const context = await browser.newContext({ javaScriptEnabled: engine === 'firefox', viewport: PHONE.viewport });
      const page = await context.newPage();
      await page.goto(site.url + folder);
      await page.click('#tour-entry');
      const first = page.locator(`[id="step=${STEPS[0].id}"]`);
      await first.waitFor();
      const items = page.locator('.story > li');
      assert.equal(await items.count(), STEPS.length);
      for (const [index, step] of STEPS.entries()) {
        const item = items.nth(index);
        assert.equal(await item.locator('h4').textContent(), step.title[language]);
        assert.equal(await item.locator('.text').textContent(), step.text[language]);
        assert.equal(await item.locator('sup a').count(), step.sources.length);
      }
      await eventually(async () => {
        const { y } = await first.boundingBox();
        assert.ok(y >= -1 && y < PHONE.viewport.height / 2, `the entry leads there, ${y} px from the top`);
      });
      await context.close();
      delete site.overrides[file];
    });
  }
});
