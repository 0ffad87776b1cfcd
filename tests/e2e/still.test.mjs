// The page before its scripts, and without them: all of the story can be read, nothing on it
// is dead, and the app takes its place without a trace.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST, openPage, releasePolicy } from './harness.mjs';
import { DESKTOP, LANGUAGES, PHONE, STORY, becomes, eventually, fragment, inEveryBrowser, painted, standing, started, text } from './support.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = { ar: 'index.html', en: 'en/index.html' };
const FOLDER = { ar: '', en: 'en/' };
const OTHER = { ar: 'en', en: 'ar' };

/** A policy under which no script runs, for the browser whose driver does not switch them off. */
const NO_SCRIPTS = releasePolicy().replace(/script-src [^;]*/, "script-src 'none'");

/** A text without what only orders or breaks it. */
const plain = (words) => words.replace(/[\u2066-\u2069\s]/g, '');

/** A day or a month in words. */
const inWords = (day, lang) => {
  const parts = day.length > 7 ? { dateStyle: 'long' } : { month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(`${lang === 'ar' ? 'ar-EG' : 'en-GB'}-u-nu-latn`, { ...parts, timeZone: 'UTC' })
    .format(new Date(day));
};

/** Opens the page in a language where no script runs. */
async function withoutScripts({ browser, site }, engine, lang, context, body) {
  if (engine === 'firefox') site.overrides[PAGES[lang]] = { policy: NO_SCRIPTS };
  const options = { ...context, javaScriptEnabled: engine === 'firefox' };
  const { page, complaints, close } = await openPage(browser, { url: site.url + FOLDER[lang], context: options });
  try {
    // Text in a font that comes is as tall as it will be, and what is below it stands where it will.
    await page.evaluate(() => document.fonts.ready.then(() => true));
    await body(page);
    assert.deepEqual(complaints.filter((it) => !/Content.Security.Policy|policy violation|blocked (a|an inline) script/.test(it)), []);
  } finally {
    delete site.overrides[PAGES[lang]];
    await close();
  }
}

/** The names in the picture that is shown, and whether each is in sight within it. */
const drawn = (page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('.network')].filter((it) => it.getBoundingClientRect().width > 0);
    const frame = shown[0].getBoundingClientRect();
    return {
      pictures: shown.length,
      names: [...shown[0].querySelectorAll('.node')].map((node) => {
        const label = node.querySelector('.label');
        const { left, right, top, bottom, width } = label.getBoundingClientRect();
        const inside = left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1;
        return { id: node.getAttribute('href').slice('#focus='.length), name: label.textContent, seen: width > 0 && inside };
      }),
    };
  });

/** What the record tells, by kinds, when all that is folded has been opened. */
const record = (page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('#record details')) folded.open = true;
    const words = (element) => element.textContent;
    return {
      articles: [...document.querySelectorAll('#record article')].map((it) => ({
        id: it.id.slice('focus='.length),
        heading: words(it.querySelector('h4') ?? it.previousElementSibling.querySelector('h4')),
        items: [...it.querySelectorAll('li')].map((item) => ({
          leads: item.querySelector('.link')?.getAttribute('href') ?? '',
          says: words(item),
        })),
        seen: it.getBoundingClientRect().height > 0,
      })),
      sources: [...document.querySelectorAll('#record .sources li')].map((it) => {
        const link = it.querySelector('a');
        return { url: link.getAttribute('href'), title: words(link), seen: it.getBoundingClientRect().height > 0 };
      }),
    };
  });

/** Places that links within the page lead to and that are not there, or are there twice. */
const astray = (page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
    const links = [...document.querySelectorAll('a[href*="#"]')].filter((it) => it.getAttribute('href').startsWith('#'));
    return {
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      links: links.length,
      nowhere: links.map((it) => decodeURIComponent(it.getAttribute('href').slice(1))).filter((id) => !ids.includes(id)),
    };
  });

/** What looks like a control, or takes the keyboard, and answers nothing where no script runs. */
const dead = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, [role="button"], [role="switch"], [tabindex="0"]')]
      .filter((it) => it.checkVisibility())
      .map((it) => it.outerHTML.slice(0, 120)),
  );

inEveryBrowser('Without scripts the page', (test, engine) => {
  for (const lang of LANGUAGES) {
    for (const context of [PHONE, DESKTOP]) {
      const where = `(${lang}, ${context.viewport.width} px)`;

      test(`says its title and its day ${where}`, async (tools) => {
        await withoutScripts(tools, engine, lang, context, async (page) => {
          assert.equal(await text(page, 'h1'), STORY.title[lang]);
          assert.equal(await page.title(), STORY.title[lang]);
          const said = async (part, day) => assert.ok((await text(page, part)).includes(inWords(day, lang)), `${part}: ${day}`);
          await said('.statement', STORY.sources_to);
          await said('.colophon', STORY.sources_to);
          await said('.colophon', STORY.as_of);
          if (engine === 'chromium') assert.ok((await page.locator('noscript').innerText()).length > 80);
        });
      });

      test(`shows the network with the name of every member ${where}`, async (tools) => {
        await withoutScripts(tools, engine, lang, context, async (page) => {
          const { pictures, names } = await drawn(page);
          assert.equal(pictures, 1, 'one of its two shapes');
          const members = new Set(STORY.memberships.flatMap((it) => [it.organization, it.alliance]));
          assert.deepEqual(names.map((it) => it.id).sort(), [...members].sort());
          const called = [...STORY.organizations, ...STORY.alliances];
          for (const { id, name, seen } of names) {
            const subject = called.find((it) => it.id === id);
            const known = [subject.name, subject.short].filter(Boolean).map((it) => plain(it[lang]));
            assert.ok(known.includes(plain(name)), `${id} is called ${name}`);
            assert.ok(seen, `${name} is not seen`);
          }
        });
      });

      test(`tells all of the story in its record ${where}`, async (tools) => {
        await withoutScripts(tools, engine, lang, context, async (page) => {
          const { articles, sources } = await record(page);
          const article = (id) => articles.find((it) => it.id === id) ?? assert.fail(`${id} is not told`);
          for (const { id, name, title } of [...STORY.alliances, ...STORY.organizations, ...STORY.events]) {
            assert.equal(plain(article(id).heading), plain((name ?? title)[lang]));
          }
          for (const membership of STORY.memberships) {
            const leads = `#focus=${membership.organization}`;
            const item = article(membership.alliance).items.find((it) => it.leads === leads);
            assert.ok(item, `${membership.organization} in ${membership.alliance}`);
            for (const { account } of membership.named_by) {
              const { name } = STORY.accounts.find((it) => it.id === account);
              assert.ok(item.says.includes(name[lang]), `${account} in ${item.says}`);
            }
          }
          const told = new Map(sources.map((it) => [`${it.url} ${it.title}`, it]));
          for (const { url, title } of STORY.sources) assert.ok(told.has(`${url} ${title}`), `${title} is told`);
          assert.ok([...articles, ...sources].every((it) => it.seen), 'none of it is hidden');
        });
      });

      if (context === PHONE) {
        test(`is no longer than thirty screens, with contents to press ${where}`, async (tools) => {
          await withoutScripts(tools, engine, lang, context, async (page) => {
            const screens = await page.evaluate(() => {
              for (const part of document.querySelectorAll('#record > section')) part.style.contentVisibility = 'visible';
              return document.querySelector('#record').getBoundingClientRect().height / innerHeight;
            });
            assert.ok(screens > 5 && screens <= 30, `${screens} screens`);
            for (const link of await page.locator('#record .contents a').all()) {
              const { height } = await link.boundingBox();
              assert.ok(height >= 24, `a link of the contents is ${height} px high`);
            }
          });
        });
      }

      test(`leads nowhere astray, and has no control that does nothing ${where}`, async (tools) => {
        await withoutScripts(tools, engine, lang, context, async (page) => {
          const { twice, links, nowhere } = await astray(page);
          assert.ok(links > 500, `${links} links within the page`);
          assert.deepEqual(nowhere, []);
          assert.deepEqual(twice, []);
          assert.deepEqual(await dead(page), []);
          const node = page.locator('.network:visible .node[href="#focus=huawei"]');
          await node.locator('.shape').click();
          await becomes(() => page.evaluate(() => document.querySelector(':target')?.id), 'focus=huawei');
          await eventually(async () => {
            const { top } = await page.evaluate(() => document.querySelector(':target').getBoundingClientRect().toJSON());
            assert.ok(top >= 0 && top < 100, `the record is scrolled to, ${top} px from the top`);
          });
          await page.click('#language');
          await page.waitForURL(`${tools.site.url}${FOLDER[OTHER[lang]]}#lang=${OTHER[lang]}`);
          await becomes(() => page.evaluate(() => document.documentElement.lang), OTHER[lang]);
        });
      });
    }

    test(`never scrolls sideways at 320 px (${lang})`, async (tools) => {
      await withoutScripts(tools, engine, lang, { viewport: { width: 320, height: 640 } }, async (page) => {
        const [has, shows] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.scrollingElement;
          return [scrollWidth, clientWidth];
        });
        assert.ok(has <= shows, `${has} px in ${shows} px`);
      });
    });

    test(`has no barrier that axe-core knows of (${lang})`, async ({ browser, site }) => {
      // axe-core needs timers, which only run where scripts do: the page's own are kept out.
      site.overrides[PAGES[lang]] = { policy: NO_SCRIPTS };
      for (const context of [PHONE, DESKTOP]) {
        const { page, close } = await openPage(browser, { url: site.url + FOLDER[lang], context });
        try {
          await page.waitForFunction(() => document.body.checkVisibility({ visibilityProperty: true }));
          await page.evaluate(AXE);
          const found = await page.evaluate(async () => {
            const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
            return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 5).map((it) => it.html.slice(0, 200)).join('\n  ')}`);
          });
          assert.deepEqual(found, [], `${context.viewport.width} px`);
        } finally {
          await close();
        }
      }
      delete site.overrides[PAGES[lang]];
    });
  }
});

/** Something that others wait for, and the way to let it happen. */
function gate() {
  let open;
  const until = new Promise((resolve) => {
    open = resolve;
  });
  return { until, open };
}

/** Writes down, from the first frame on, what each frame had, and what moved. */
function watch() {
  window.frames_ = [];
  const look = () => {
    const root = document.documentElement;
    const seen = (selector) => [...document.querySelectorAll(selector)].some((it) => it.getBoundingClientRect().height > 0);
    const frame = {
      lang: root.lang,
      heading: seen('h1'),
      network: seen('.network'),
      others: seen('.legend') || seen('#record'),
      background: getComputedStyle(root).backgroundColor,
    };
    window.frames_.push(frame);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.moved = [];
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  new PerformanceObserver((list) => {
    for (const { value, startTime, sources } of list.getEntries()) {
      window.moved.push({ value, startTime, what: sources.map((it) => it.node?.outerHTML?.slice(0, 80)).join(', ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The boxes of what a reader looks at first, and of other parts. */
const boxes = (page, others = []) =>
  page.evaluate((parts) => {
    const found = {};
    const measure = (name, element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      found[name] = [left, top + scrollY, width, height];
    };
    const shown = [...document.querySelectorAll('.network')].find((it) => it.getBoundingClientRect().width > 0);
    measure('picture', shown);
    for (const node of shown.querySelectorAll('.node')) {
      const id = node.id || node.dataset.id;
      measure(`${id} label`, node.querySelector('.label'));
      measure(`${id} target`, node.querySelector('.target'));
    }
    for (const part of ['h1', '#theme', '#language', '.bar', '.statement', '.legend', ...parts]) {
      measure(part, document.querySelector(part));
    }
    return found;
  }, others);

/** The files of the page's fonts. */
const FONTS = readdirSync(join(DIST, 'fonts')).filter((it) => it.endsWith('.woff2')).map((it) => `fonts/${it}`);

/**
 * Opens the page while its program, or another of its files, is on its way. `body` gets what lets
 * that come, and then what lets the fonts come, which wait for the program.
 */
async function beforeTheStart({ browser, site }, { lang = 'en', link = '', context = {}, late = 'app_bg.wasm' }, body) {
  const [program, fonts] = [gate(), gate()];
  site.overrides[late] = { until: program.until };
  for (const font of FONTS) site.overrides[font] = { until: fonts.until };
  const options = { locale: lang, ...DESKTOP, ...context };
  const url = site.url + FOLDER[lang] + (link && `#${link}`);
  const { page, complaints, close } = await openPage(browser, { url: 'about:blank', context: options });
  try {
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => !document.documentElement.classList.contains('picture-first'));
    await painted(page);
    const start = async () => {
      program.open();
      await started(page);
      await painted(page);
    };
    const typeset = async () => {
      fonts.open();
      await standing(page);
    };
    await body(page, start, typeset);
    assert.deepEqual(complaints.filter((it) => !it.startsWith(`request to another origin: ${site.url}`)), []);
  } finally {
    program.open();
    fonts.open();
    for (const name of [late, ...FONTS]) delete site.overrides[name];
    await close();
  }
}

/** The node's link in the shape of the picture that is shown. */
const link = (page, id) => page.locator(`.network:visible .node[href="#focus=${id}"]`);

inEveryBrowser('When the app takes its place the page', (test, engine) => {
  for (const lang of LANGUAGES) {
    // Farther down a page may grow by a little: a still axis is drawn for one width, and stretched.
    for (const [width, others] of [[360, ['.timeline h2']], [768, ['.timeline h2']], [1280, ['#details']]]) {
      test(`does not move (${lang}, ${width} px)`, async (tools) => {
        await beforeTheStart(tools, { lang, context: { viewport: { width, height: 900 } } }, async (page, start, typeset) => {
          const before = await boxes(page, others);
          await start();
          const after = await boxes(page, others);
          assert.deepEqual(Object.keys(after).sort(), Object.keys(before).sort());
          const moved = Object.keys(before).filter((it) => before[it].some((side, index) => Math.abs(side - after[it][index]) > 0.5));
          assert.deepEqual(moved.map((it) => `${it}: ${before[it]} to ${after[it]}`), []);
          if (engine === 'chromium') {
            assert.deepEqual(await page.evaluate(() => window.moved), []);
            // Then only the shipped fonts arrive, in place of what the reader's system has.
            await typeset();
            const shifts = await page.evaluate(() => window.moved);
            const sum = shifts.reduce((all, it) => all + it.value, 0);
            assert.ok(sum < 0.05, JSON.stringify(shifts));
          }
          const frames = await page.evaluate(() => window.frames_);
          const whole = frames.slice(frames.findIndex((it) => it.heading && it.network));
          assert.ok(whole.length > 4, `${whole.length} frames`);
          assert.deepEqual(whole.filter((it) => !it.heading || !it.network), [], 'no frame without what it shows');
        });
      });
    }
  }

  test('keeps the shape of its timeline at every width', async (tools) => {
    for (const [width, shape] of [[600, 'list'], [700, 'axis'], [800, 'axis'], [1000, 'axis']]) {
      await beforeTheStart(tools, { lang: 'ar', context: { viewport: { width, height: 900 } } }, async (page, start) => {
        const shapes = () => page.evaluate(() => {
          const shown = [...document.querySelectorAll('.timeline :is(.axis, .list)')].filter((it) => it.checkVisibility());
          return shown.map((it) => it.classList[0]);
        });
        assert.deepEqual(await shapes(), [shape], `${width} px, before`);
        await start();
        assert.deepEqual(await shapes(), [shape], `${width} px`);
      });
    }
  });

  test('has been painted once without what follows the picture, then with it', async (tools) => {
    await beforeTheStart(tools, { context: PHONE }, async (page) => {
      const frames = (await page.evaluate(() => window.frames_)).filter((it) => it.network);
      assert.equal(frames[0].others, false, 'the first frame is of the picture alone');
      assert.equal(frames.at(-1).others, true);
    });
  });

  for (const [name, context] of [['wide', DESKTOP], ['tall', PHONE]]) {
    test(`keeps the keyboard where it was, in the ${name} picture`, async (tools) => {
      await beforeTheStart(tools, { context }, async (page, start) => {
        await link(page, 'stepfun').focus();
        await start();
        await becomes(() => page.evaluate(() => document.activeElement.id), 'node-stepfun');
      });
    });

    test(`does what was pressed before, in the ${name} picture`, async (tools) => {
      await beforeTheStart(tools, { context }, async (page, start) => {
        await link(page, 'huawei').locator('.shape').click();
        assert.equal(await page.evaluate(() => location.hash), '');
        await page.evaluate(() => {
          const note = () => { window.atOnce = document.querySelector('#details h2').textContent; };
          addEventListener('ready', note, { capture: true, once: true });
        });
        await start();
        assert.match(await page.evaluate(() => window.atOnce), /Huawei/, 'the app starts with what was pressed');
        await becomes(async () => (await fragment(page)).focus, 'huawei');
        await page.goBack();
        await becomes(async () => (await fragment(page)).focus, undefined);
        await eventually(async () => assert.doesNotMatch(await text(page, '#details h2'), /Huawei/));
      });
    });
  }

  test('does what was pressed before the script that starts it was there', async (tools) => {
    await beforeTheStart(tools, { late: 'boot.js' }, async (page, start) => {
      await link(page, 'huawei').locator('.shape').click();
      assert.equal(await page.evaluate(() => location.hash), '', 'the press leads nowhere');
      await page.click('#share');
      await start();
      await becomes(async () => (await fragment(page)).focus, 'huawei');
      await page.locator('#share-dialog').waitFor({ state: 'visible' });
    });
  });

  test('keeps how far it was scrolled', async (tools) => {
    for (const [part, far] of [['.statement', 40], ['#record details:has([id="focus=huawei"])', 100]]) {
      await beforeTheStart(tools, { context: PHONE }, async (page, start) => {
        const top = () => page.evaluate((it) => Math.round(document.querySelector(it).getBoundingClientRect().top), part);
        // What is far away gets its height when it comes near.
        await eventually(async () => {
          await page.evaluate(([it, to]) => {
            scrollBy({ top: document.querySelector(it).getBoundingClientRect().top - to, behavior: 'instant' });
          }, [part, far]);
          // Heights come a frame or two after what they are of.
          for (let frames = 0; frames < 4; frames += 1) await painted(page);
          assert.ok(Math.abs((await top()) - far) <= 1, `${part} is ${await top()} px from the top, not ${far}`);
        });
        await start();
        assert.ok(Math.abs((await top()) - far) <= 1, `${part} is ${await top()} px from the top, not ${far}`);
      });
    }
  });

  test('shows what a link chooses above its facts on a phone, unless the reader has scrolled', async (tools) => {
    const visit = (id) => ({ link: `lang=en&focus=${id}`, context: PHONE });
    // Names above, below and beside, and an alliance's, which stands far from its mark.
    for (const id of ['moore-threads', 'huawei', 'stepfun', 'model-chip-alliance']) {
      await beforeTheStart(tools, visit(id), async (page, start) => {
        await start();
        const [top, bottom, facts] = await page.evaluate((it) => {
          const node = document.getElementById(`node-${it}`).getBoundingClientRect();
          return [node.top, node.bottom, document.querySelector('#details').getBoundingClientRect().top];
        }, id);
        assert.ok(top >= 0 && bottom <= facts, `${id} stands from ${top} to ${bottom}, its facts at ${facts}`);
      });
    }
    await beforeTheStart(tools, visit('stepfun'), async (page, start) => {
      await page.evaluate(() => scrollTo(0, 40));
      await painted(page);
      await start();
      assert.equal(Math.round(await page.evaluate(() => scrollY)), 40);
    });
  });

  test('does what was pressed before: a switch, an entry of the legend, the language', async (tools) => {
    await beforeTheStart(tools, {}, async (page, start) => {
      await page.click('#relations');
      assert.equal(await page.getAttribute('#app', 'aria-busy'), 'true');
      await start();
      await becomes(async () => (await fragment(page)).layer, 'relations');
      assert.equal(await page.getAttribute('#app', 'aria-busy'), null);
    });
    await beforeTheStart(tools, {}, async (page, start) => {
      await page.locator('#app .legend .entry', { hasText: 'Chip maker' }).click();
      await start();
      await becomes(async () => (await fragment(page)).only, 'chip-maker');
    });
    await beforeTheStart(tools, {}, async (page, start) => {
      await page.click('#language');
      await start();
      await becomes(async () => (await fragment(page)).lang, 'ar');
      assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
    });
  });

  test('does all that was pressed, in order', async (tools) => {
    await beforeTheStart(tools, {}, async (page, start) => {
      await page.click('#relations');
      await link(page, 'huawei').locator('.shape').click();
      await page.click('#theme');
      await start();
      await becomes(() => fragment(page), { lang: 'en', focus: 'huawei', layer: 'relations', theme: 'light' });
    });
  });

  test('shows what a deep link says', async (tools) => {
    await beforeTheStart(tools, { link: 'focus=stepfun&at=2025-07-28' }, async (page, start) => {
      assert.equal(await page.evaluate(() => scrollY), 0);
      await start();
      await becomes(() => fragment(page), { lang: 'en', focus: 'stepfun', at: '2025-07-28' });
      assert.match(await text(page, '#details h2'), /StepFun/);
      assert.ok((await text(page, '.statement')).includes('28 July 2025'));
    });
  });

  test('is dark from the first frame where the link says so', async (tools) => {
    await beforeTheStart(tools, { link: 'theme=dark' }, async (page, start) => {
      await start();
      const frames = await page.evaluate(() => window.frames_);
      const shown = frames.filter((it) => it.heading).map((it) => it.background);
      assert.deepEqual([...new Set(shown)], ['rgb(16, 20, 24)']);
    });
  });

  test('shows its record in its own language alone, and has it back with that', async ({ open }) => {
    const page = await open('lang=en');
    const shown = () => page.locator('#record').isVisible();
    await becomes(shown, true);
    await page.click('#language');
    await becomes(shown, false);
    await page.click('#language');
    await becomes(shown, true);
    assert.equal(await page.locator('[data-turning]').count(), 0);
  });

  test('keeps a record whose links leave the address alone', async ({ open }) => {
    const page = await open('lang=en&focus=stepfun');
    await page.locator('#record details:has([id="focus=huawei"]) > summary').click();
    // What the jump there brings near gets its height, and may move the link from under a press.
    await eventually(async () => {
      await page.locator('#record [id="focus=huawei"] .link').first().click();
      assert.ok(await page.evaluate(() => document.activeElement.id.startsWith('focus=')), 'a place has the keyboard');
    });
    await eventually(async () => {
      const { top } = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
      assert.ok(top >= 0 && top < 100, `it is ${top} px from the top`);
    });
    assert.deepEqual(await fragment(page), { lang: 'en', focus: 'stepfun' });
  });
});

inEveryBrowser('The first paint', (test) => {
  for (const [folder, lang] of [['', 'ar'], ['en/', 'en'], ['embed/', 'ar'], ['embed/en/', 'en']]) {
    test(`is of the picture with its look, and waits for no file but the page (/${folder})`, async ({ browser, site }) => {
      const others = gate();
      const held = ['style.css', 'boot.js', 'app.js', 'app_bg.wasm', 'frame.js', 'height.js'];
      for (const name of held) site.overrides[name] = { until: others.until };
      const { page, complaints, close } = await openPage(browser, { url: 'about:blank', context: { locale: lang, ...PHONE } });
      try {
        await page.goto(site.url + folder, { waitUntil: 'commit' });
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        await page.waitForFunction(() => [...document.querySelectorAll('.network')].some((it) => it.checkVisibility()));
        const seen = await page.evaluate(() => {
          const picture = [...document.querySelectorAll('.network')].find((it) => it.checkVisibility());
          return {
            paper: getComputedStyle(document.documentElement).backgroundColor,
            field: getComputedStyle(picture.querySelector('.field')).fillOpacity,
            names: [...picture.querySelectorAll('.label')].filter((it) => it.getBoundingClientRect().width > 0).length,
          };
        });
        assert.equal(seen.paper, 'rgb(251, 250, 246)');
        assert.equal(seen.field, '0.08');
        assert.ok(seen.names > 10, `${seen.names} names`);
        others.open();
        await standing(page);
        assert.deepEqual(complaints.filter((it) => !it.startsWith(`request to another origin: ${site.url}`)), []);
      } finally {
        others.open();
        for (const name of held) delete site.overrides[name];
        await close();
      }
    });
  }
});

inEveryBrowser('A link in another language', (test) => {
  test('leads to that language’s page before anything of this one is seen, or fetched to be seen', async ({ browser, site }) => {
    const english = gate();
    site.overrides[PAGES.en] = { until: english.until };
    site.overrides['before.html'] = { body: '<!doctype html><link rel="icon" href="data:,">' };
    const { page, complaints, close } = await openPage(browser, { url: `${site.url}before.html`, context: { locale: 'ar', ...DESKTOP } });
    try {
      // A page that is being left answers no question, but its window keeps its name.
      await page.addInitScript(() => {
        const look = () => {
          const heading = document.querySelector('h1');
          if (heading?.checkVisibility({ visibilityProperty: true })) window.name += ` ${heading.closest('[lang]').lang}`;
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      const turned = page.waitForRequest((it) => it.url().startsWith(`${site.url}${FOLDER.en}`));
      await page.evaluate((url) => location.assign(url), `${site.url}#lang=en`);
      await turned;
      assert.deepEqual(asked.filter((url) => url.endsWith('.woff2')), []);
      english.open();
      await page.waitForURL(`${site.url}${FOLDER.en}#lang=en`);
      await standing(page);
      assert.match(await page.evaluate(() => window.name), /^( en)+$/, 'seen, frame by frame');
      assert.equal(await text(page, 'h1'), STORY.title.en);
      assert.deepEqual(complaints, []);
    } finally {
      english.open();
      for (const name of [PAGES.en, 'before.html']) delete site.overrides[name];
      await close();
    }
  });

  test('of none is read as if it said nothing', async ({ browser, site }) => {
    for (const word of ['top', 'constructor', 'xx', '%00', '']) {
      const { page, complaints, close } = await openPage(browser, { url: `${site.url}#lang=${word}`, context: { locale: 'ar' } });
      try {
        await standing(page);
        assert.equal(new URL(page.url()).pathname, '/', word);
        assert.deepEqual(complaints, []);
      } finally {
        await close();
      }
    }
  });
});

inEveryBrowser(
  'Below the root of a server the page',
  (test) => {
    test('leads to its other language, and starts there', async (tools) => {
      await beforeTheStart(tools, { lang: 'ar' }, async (page, start) => {
        const href = await page.evaluate(() => document.querySelector('#language').href);
        assert.equal(href, `${tools.site.url}en/#lang=en`);
        await start();
      });
      const page = await tools.open('lang=en&focus=huawei', { locale: 'ar' });
      assert.equal(page.url(), `${tools.site.url}en/#lang=en&focus=huawei`);
    });
  },
  { base: '/news/2025/story/' },
);
