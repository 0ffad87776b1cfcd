// A story file that cannot be shown: the page says what is wrong, and recovers.
import assert from 'node:assert/strict';
import { asServed, openPage } from './harness.mjs';
import { DESKTOP, STORY, eventually, inEveryBrowser } from './support.mjs';

/** What the page says in a language; isolating controls are not for reading. */
const says = (page, lang) =>
  page.evaluate(
    (it) => document.querySelector(`[role="alert"] section[lang="${it}"]`)?.innerText.replace(/[\u2066-\u2069]/g, ''),
    lang,
  );

/** Opens the page with a body for the story's file, waits for its excuse, and hands it over. */
async function withStory({ site, browser }, override, body, expected = /^$/) {
  site.overrides['story.json'] = override;
  const { page, complaints, close } = await openPage(browser, { url: site.url, context: DESKTOP });
  try {
    await page.waitForSelector('[role="alert"] section');
    await body(page);
    assert.deepEqual(complaints.filter((it) => !expected.test(it)), []);
  } finally {
    delete site.overrides['story.json'];
    await close();
  }
}

/** The story after a change, as the file's text. */
function changed(change) {
  const story = structuredClone(STORY);
  change(story);
  return { body: JSON.stringify(story) };
}

inEveryBrowser('A broken story file', (test) => {
  test('that is not JSON is told with its line and column, in both languages', async (tools) => {
    const body = '{\n  "format": 1,\n  "title": oops\n}';
    await withStory(tools, { body }, async (page) => {
      assert.match(await says(page, 'en'), /line 3, column 1\d/);
      assert.match(await says(page, 'ar'), /السطر 3، العمود 1\d/);
    });
  });

  test('tells all its problems at once, each with its place and what was meant', async (tools) => {
    const story = changed((it) => {
      it.memberships[3].organization = 'baidu-inc';
      it.events[5].when = '2025-02-30';
      it.events[6].lane = 'markett';
      delete it.organizations[1].name.ar;
      it.organizations[2].nickname = 'x';
      it.sources[4].url = 'javascript:alert(1)';
      it.relations[0].sources = [];
      it.events.push(it.events[0]);
    });
    await withStory(tools, story, async (page) => {
      const [english, arabic] = [await says(page, 'en'), await says(page, 'ar')];
      const pointers = [
        '/memberships/3/organization',
        '/events/5/when',
        '/events/6/lane',
        '/organizations/1/name',
        '/organizations/2/nickname',
        '/sources/4/url',
        '/relations/0/sources',
        `/events/${STORY.events.length}/id`,
      ];
      for (const pointer of pointers) {
        assert.ok(english.includes(pointer), `${pointer} in ${english}`);
        assert.ok(arabic.includes(pointer), `${pointer} in ${arabic}`);
      }
      assert.match(english, /Did you mean .baidu.\?/);
      assert.match(english, /Did you mean .market.\?/);
      assert.match(arabic, /هل المقصود .baidu.؟/);
      assert.match(english, /8 problems/);
      assert.equal(await page.locator('section[lang="en"] li').count(), 8);
      assert.equal(await page.locator('section[lang="ar"] li').count(), 8);
    });
  });

  for (const [name, body] of [
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['not text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['nested without end', '['.repeat(200_000)],
    ['a web page', '<!doctype html><title>404</title>'],
  ]) {
    test(`that is ${name} is told as well`, async (tools) => {
      await withStory(tools, { body }, async (page) => {
        assert.ok((await says(page, 'en')).length > 80);
        assert.ok((await says(page, 'ar')).length > 60);
      });
    });
  }

  test('that is not there is told, and “try again” shows the story once it is', async (tools) => {
    const missing = { status: 404, body: 'not found' };
    const aboutTheFile = /story\.json|404/;
    for (const lang of ['en', 'ar']) {
      await withStory(
        tools,
        missing,
        async (page) => {
          assert.ok((await says(page, lang)).length > 60);
          delete tools.site.overrides['story.json'];
          await page.click(`section[lang="${lang}"] button`);
          await page.waitForSelector('#network');
          assert.equal(await page.locator('[role="alert"]').count(), 0);
        },
        aboutTheFile,
      );
    }
  });

  test('that is mended is shown by “try again”, without loading the page again', async (tools) => {
    await withStory(tools, { body: '{' }, async (page) => {
      await page.evaluate(() => {
        window.stillTheSamePage = true;
      });
      await page.click('section[lang="en"] button');
      await eventually(async () => assert.ok(await says(page, 'en'), 'it is still broken, and still said'));
      delete tools.site.overrides['story.json'];
      await page.click('section[lang="en"] button');
      await page.waitForSelector('#network');
      assert.equal(await page.evaluate(() => window.stillTheSamePage), true);
    });
  });
}, asServed());
