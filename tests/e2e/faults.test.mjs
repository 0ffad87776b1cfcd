// What does not arrive, or not whole, or is not let run: the page stays readable, says so in
// its own language, and starts when the fault is gone.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, openPage, releasePolicy } from './harness.mjs';
import { DESKTOP, LANGUAGES, STORY, becomes, eventually, fragment, inEveryBrowser, nodeIds, standing, text } from './support.mjs';

const FOLDER = { ar: '', en: 'en/' };
const LINK = { focus: 'stepfun', at: '2025-07-28' };
const FRAGMENT = '#focus=stepfun&at=2025-07-28';

/** What the page says is missing, and the name of the button below. */
const SAYS = {
  program: { ar: /لم يصل برنامج الصفحة/, en: /program did not arrive whole/ },
  story: { ar: /لم تصل بيانات القصة/, en: /data did not arrive whole/ },
  slow: { ar: /ما زال في الطريق/, en: /still on its way/ },
  tools: { ar: /لم تصل أدوات المشاركة والعرض/, en: /tools for sharing and presenting did not arrive/ },
  readable: { ar: /مقروء هنا/, en: /can be read here/ },
  retry: { ar: 'إعادة المحاولة', en: 'Try again' },
};

const file = (name) => readFileSync(join(DIST, name));
const half = (name) => file(name).subarray(0, file(name).length / 2);
const page_ = (lang) => `${FOLDER[lang]}index.html`;

/** The page's document up to the middle of the story that it carries. */
function cutInTheStory(lang) {
  const document_ = file(page_(lang));
  const start = document_.indexOf('id="story-data"');
  return document_.subarray(0, (start + document_.indexOf('</script>', start)) / 2);
}

/** The page's document with a story that another version of the program has written. */
const ofAnotherVersion = (lang) => file(page_(lang)).toString().replace('id="story-data">{"version":2', 'id="story-data">{"version":0');

/** The page's document with a story that is not JSON. */
const spoiltInTheStory = (lang) => file(page_(lang)).toString().replace('id="story-data">', '$&1');

/** The page's document with a story that lacks a field. */
const lackingInTheStory = (lang) => file(page_(lang)).toString().replace('"story":{"kicker"', '"story":{"kick"');

/** Something that others wait for, and the way to let it happen. */
function gate() {
  let open;
  const until = new Promise((resolve) => {
    open = resolve;
  });
  return { until, open };
}

/**
 * Opens the page in a language while something is wrong.
 *
 * @param {(lang: string) => Record<string, object>} faults what the server answers
 */
async function withFaults({ browser, site }, { lang, faults, before = async () => {}, waitUntil = 'domcontentloaded' }, body) {
  const wrong = faults(lang);
  Object.assign(site.overrides, wrong);
  const mend = () => Object.keys(wrong).forEach((name) => delete site.overrides[name]);
  // What the console says of the fault is the browser's to choose; see below what must not be said.
  const { page, complaints, close } = await openPage(browser, { url: 'about:blank', context: { locale: lang, ...DESKTOP } });
  try {
    await before(page);
    await page.goto(site.url + FOLDER[lang] + FRAGMENT, { waitUntil });
    await body(page, mend);
    assert.deepEqual(complaints.filter((it) => /another origin/.test(it) && !it.includes(site.url)), []);
  } finally {
    mend();
    await close();
  }
}

/** What the notice says once it is there. */
async function notice(page) {
  await page.locator('#notice').waitFor({ state: 'visible' });
  return page.locator('#notice').innerText();
}

/** Asserts that all can be read, and that there is nothing to press in vain. */
async function isReadable(page, lang) {
  assert.equal(await text(page, 'h1'), STORY.title[lang]);
  const { pictures, record, dead, sideways } = await page.evaluate(() => ({
    pictures: [...document.querySelectorAll('.network')].filter((it) => it.getBoundingClientRect().height > 300).length,
    record: document.querySelector('#record [id="focus=huawei"]')?.textContent ?? '',
    dead: [...document.querySelectorAll('button, input, [role="button"]')]
      .filter((it) => it.checkVisibility() && !it.closest('#notice'))
      .map((it) => it.outerHTML.slice(0, 100)),
    sideways: document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth,
  }));
  assert.equal(pictures, 1);
  assert.ok(record.length > 300, record);
  assert.deepEqual(dead, []);
  assert.equal(sideways, false);
  assert.equal(await page.getAttribute('#app', 'aria-busy'), null);
}

/** Asserts that the app stands as the link says, with all its controls, and has nothing to say. */
async function hasStarted(page, lang) {
  await hasControls(page, lang);
  assert.equal(await page.locator('.notice:visible').count(), 0);
}

/** Asserts that the app stands as the link says, with all its controls. */
async function hasControls(page, lang) {
  await standing(page);
  await becomes(() => fragment(page), { lang, ...LINK });
  assert.match(await text(page, '#details h2'), lang === 'en' ? /StepFun/ : /ستيب فان/);
  assert.equal(await page.locator('#relations').isVisible(), true);
  assert.ok((await nodeIds(page)).length > 10);
}

const FAULTS = {
  'the program is missing': () => ({ 'app_bg.wasm': { status: 404, body: '' } }),
  'the program is cut off': () => ({ 'app_bg.wasm': { body: half('app_bg.wasm') } }),
  'the connection breaks within the program': () => ({ 'app_bg.wasm': { breaksAfter: 50_000 } }),
  'a policy keeps the program from running': (lang) => ({
    [page_(lang)]: { policy: releasePolicy().replace(" 'wasm-unsafe-eval'", '') },
  }),
  'the program breaks down at once': () => ({
    'app.js': { body: "export default async () => { queueMicrotask(() => { throw new Error('trap'); }); };" },
  }),
  'the program’s script is missing': () => ({ 'app.js': { status: 404, body: '' } }),
  'the script that starts is missing': () => ({ 'boot.js': { status: 404, body: '' } }),
  'the script that starts is cut off': () => ({ 'boot.js': { body: half('boot.js') } }),
  'the program’s script is a web page': () => ({ 'app.js': { type: 'text/html', body: '<!doctype html>' } }),
};

inEveryBrowser('Where', (test) => {
  for (const [fault, faults] of Object.entries(FAULTS)) {
    test(`${fault} the page can be read, says so, and starts when asked again`, async (tools) => {
      for (const lang of LANGUAGES) {
        await withFaults(tools, { lang, faults }, async (page, mend) => {
          const words = await notice(page);
          assert.match(words, SAYS.program[lang]);
          assert.match(words, SAYS.readable[lang]);
          await isReadable(page, lang);
          assert.equal(await page.evaluate(() => location.hash), FRAGMENT);
          mend();
          await page.locator('#notice').getByRole('button', { name: SAYS.retry[lang] }).click();
          await hasStarted(page, lang);
        });
      }
    });
  }

  test('the program stops at a panic the console says what can be done', async (tools) => {
    const body = "export default async () => { queueMicrotask(() => { throw new WebAssembly.RuntimeError('unreachable'); }); };";
    const words = [];
    const before = async (page) => page.on('console', (message) => words.push(message.text()));
    await withFaults(tools, { lang: 'en', faults: () => ({ 'app.js': { body } }), before }, async () => {
      await eventually(async () => assert.ok(words.some((it) => it.includes('stopped at a panic')), words.join('\n')));
    });
  });

  for (const [fault, override] of Object.entries({
    'studio_bg.wasm': { status: 404, body: '' },
    'studio.js': { status: 404, body: '' },
    'studio.css': { status: 404, body: '' },
  })) {
    test(`${fault} does not come the page goes on, says so, and asks again`, async (tools) => {
      for (const lang of LANGUAGES) {
        await withFaults(tools, { lang, faults: () => ({ [fault]: override }) }, async (page, mend) => {
          await hasStarted(page, lang);
          await page.click('#share');
          assert.match(await notice(page), SAYS.tools[lang]);
          await hasControls(page, lang);
          mend();
          await page.locator('#notice').getByRole('button', { name: SAYS.retry[lang] }).click();
          await page.locator('#share-dialog').waitFor({ state: 'visible' });
          assert.equal(await page.locator('.notice:visible').count(), 0);
        });
      }
    });
  }

  for (const [how, body, told] of [
    ['ends within', cutInTheStory, /ends too early/],
    ['is of another version than', ofAnotherVersion, /is of version 0, .* reads version 2/],
    ['was damaged in', spoiltInTheStory, /is not JSON/],
    ['lacks a field in', lackingInTheStory, /has not the fields of its version/],
  ]) {
    test(`the page ${how} its story the story’s file takes its place`, async (tools) => {
      for (const lang of LANGUAGES) {
        const faults = () => ({ [page_(lang)]: { body: body(lang) } });
        const warnings = [];
        const before = async (page) => page.on('console', (it) => it.type() === 'warning' && warnings.push(it.text()));
        await withFaults(tools, { lang, faults, before }, async (page) => hasStarted(page, lang));
        assert.ok(warnings.some((it) => told.test(it)), warnings.join('\n'));
      }
    });
  }

  test('a page that has no studio carries a story of another version it can be read, and says so', async (tools) => {
    for (const lang of LANGUAGES) {
      const faults = () => ({ [page_(lang)]: { body: ofAnotherVersion(lang).replace(/ data-lazy-studio="[^"]*"/, '') } });
      await withFaults(tools, { lang, faults }, async (page) => {
        assert.match(await notice(page), SAYS.story[lang]);
        await isReadable(page, lang);
      });
    }
  });

  for (const [how, answer] of [
    ['missing', { status: 404, body: '' }],
    ['cut off', { body: half('story.json') }],
    ['of another kind', { body: '{"format": 99}' }],
  ]) {
    test(`the page ends within its story and the story’s file is ${how} the page can be read, and says so`, async (tools) => {
      for (const lang of LANGUAGES) {
        const faults = () => ({ [page_(lang)]: { body: cutInTheStory(lang) }, 'story.json': answer });
        await withFaults(tools, { lang, faults }, async (page, mend) => {
          const words = await notice(page);
          assert.match(words, SAYS.story[lang]);
          assert.match(words, SAYS.readable[lang]);
          await isReadable(page, lang);
          assert.equal(await page.evaluate(() => location.hash), FRAGMENT);
          mend();
          await page.click('#notice button');
          await hasStarted(page, lang);
        });
      }
    });

    test(`only the story’s file is ${how} the page starts, for it carries the story`, async (tools) => {
      await withFaults(tools, { lang: 'en', faults: () => ({ 'story.json': answer }) }, (page) => hasStarted(page, 'en'));
    });
  }

  test('a server gives the program a wrong type the page starts all the same', async (tools) => {
    for (const type of ['text/plain', 'application/octet-stream']) {
      const faults = () => ({ 'app_bg.wasm': { type } });
      await withFaults(tools, { lang: 'ar', faults }, (page) => hasStarted(page, 'ar'));
    }
  });

  test('a policy knows nothing that stands in the page it starts all the same, with its look and controls', async (tools) => {
    const faults = (lang) => ({ [page_(lang)]: { policy: releasePolicy().replaceAll(/ 'sha256-[^']+'/g, '') } });
    await withFaults(tools, { lang: 'ar', faults }, async (page) => {
      await hasStarted(page, 'ar');
      const masthead = await page.evaluate(() => getComputedStyle(document.querySelector('.masthead')).display);
      assert.equal(masthead, 'grid');
    });
  });

  test('the fonts are missing the page starts in those of the reader', async (tools) => {
    const names = readdirSync(join(DIST, 'fonts')).filter((it) => it.endsWith('.woff2'));
    const faults = () => Object.fromEntries(names.map((it) => [`fonts/${it}`, { status: 404, body: '' }]));
    for (const lang of LANGUAGES) {
      await withFaults(tools, { lang, faults }, async (page) => {
        await hasStarted(page, lang);
        const unseen = await page.evaluate(() =>
          [...document.querySelectorAll('#network .label')].filter((it) => it.getBoundingClientRect().width < 5).length,
        );
        assert.equal(unseen, 0);
      });
    }
  });

  test('the program is late the page says that it is on its way, until it is there', async (tools) => {
    for (const [lang, late] of [['en', 'app_bg.wasm'], ['ar', 'boot.js']]) {
      const arrival = gate();
      const faults = () => ({ [late]: { until: arrival.until } });
      // Time goes on only as the test says.
      const before = async (page) => {
        await page.clock.install({ time: 0 });
        await page.clock.pauseAt(1_000);
      };
      // A late script keeps the page from being whole, but not from being there.
      await withLateness(tools, { lang, faults, before, waitUntil: 'commit' }, async (page) => {
        await page.locator('.notice').last().waitFor({ state: 'attached' });
        await page.clock.runFor(1_500);
        await page.locator('.colophon').waitFor();
        await page.clock.runFor(12_500);
        assert.equal(await page.locator('#notice').isVisible(), false, await page.locator('#notice').textContent());
        await page.clock.runFor(1_100);
        const words = await notice(page);
        assert.match(words, SAYS.slow[lang]);
        assert.match(words, SAYS.readable[lang]);
        assert.equal(await page.locator('#notice button').innerText(), SAYS.retry[lang]);
        assert.equal(await page.evaluate(() => document.documentElement.className), '', 'it may still come');
        arrival.open();
        await eventually(async () => {
          await page.clock.runFor(100);
          assert.equal(await page.locator('#network').count(), 1);
        });
        assert.equal(await page.locator('.notice:visible').count(), 0);
        await page.clock.runFor(20_000);
        assert.equal(await page.locator('.notice:visible').count(), 0);
      }, arrival);
    }
  });

  test('the program does not come after all the page says so, and no longer that it is on its way', async (tools) => {
    const arrival = gate();
    const faults = () => ({ 'app_bg.wasm': { until: arrival.until, status: 404, body: '' } });
    const before = async (page) => page.clock.install();
    await withLateness(tools, { lang: 'en', faults, before }, async (page) => {
      await page.locator('.colophon').waitFor();
      await page.clock.runFor(15_100);
      assert.match(await notice(page), SAYS.slow.en);
      arrival.open();
      await eventually(async () => assert.match(await notice(page), SAYS.program.en));
      assert.doesNotMatch(await notice(page), SAYS.slow.en);
      await isReadable(page, 'en');
    }, arrival);
  });

  test('the start fails what was pressed before leads where its link says', async (tools) => {
    for (const [pressed, arrives] of [
      ['.network:visible .node[href="#focus=huawei"] .shape', (url) => url.hash === '#focus=huawei'],
      ['#language', (url) => url.pathname === '/' && url.hash === '#lang=ar'],
    ]) {
      const arrival = gate();
      const faults = () => ({ 'app_bg.wasm': { until: arrival.until, status: 404, body: '' } });
      await withLateness(tools, { lang: 'en', faults }, async (page) => {
        await page.locator(pressed).click();
        assert.equal(await page.getAttribute('#app', 'aria-busy'), 'true');
        assert.equal(await page.evaluate(() => location.hash), FRAGMENT);
        arrival.open();
        await eventually(async () => assert.ok(arrives(new URL(page.url())), page.url()));
        if (pressed === '#language') {
          await becomes(() => text(page, 'h1'), STORY.title.ar);
        } else {
          assert.match(await notice(page), SAYS.program.en);
          await eventually(async () => {
            const { top } = await page.evaluate(() => document.querySelector(':target').getBoundingClientRect().toJSON());
            assert.ok(top >= 0 && top < 100, `the record is ${top} px from the top`);
          });
        }
      }, arrival);
    }
  });
});

/** Tries a page with faults where something is late: it comes before the server is closed. */
async function withLateness(tools, options, body, arrival) {
  try {
    await withFaults(tools, options, body);
  } finally {
    arrival.open();
  }
}
