// The story in other people's pages: as tall as it should be in each that tells a frame's height
// in its own way, working under the hardest sandbox, and leaving its reader where he reads.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { openPage, releasePolicy } from './harness.mjs';
import { PARENTS, SANDBOX, frame, newspaper } from './parents.mjs';
import { DESKTOP, LANGUAGES, PHONE, STORY, becomes, eventually, firstDay, focused, inEveryBrowser, painted } from './support.mjs';

const FOLDER = { ar: 'embed/', en: 'embed/en/' };
const WHOLE = { ar: '', en: 'en/' };
const OTHER = { ar: 'en', en: 'ar' };

/** How soon after its first paint a page is as tall in its frame as it should be, and how soon
 * after it has become taller or lower, in milliseconds. The clock runs from the browser's own
 * note of the paint or the change to its note of the frame's new height. */
const FIRST = 500;
const CHANGE = 250;
/** How often it is measured, at most: a machine that is busy with something else makes anything
 * late, and what is late by itself is late each time. */
const TRIES = 3;

/** How tall an embedded page with a picture is, at most, in CSS px. */
const HEIGHT = 700;
/** How wide frames are: on phones, in a column of an article, and from edge to edge. */
const FRAMES = [320, 400, 700, 1280];

/** Writes down in every page when it became how tall. */
function record() {
  window.grown = [];
  const observe = () =>
    new ResizeObserver(() => {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
      window.grown.push({ at: performance.timeOrigin + performance.now(), height });
    }).observe(document.documentElement);
  if (document.documentElement) observe();
  else document.addEventListener('readystatechange', observe, { once: true });
}

/** The framed page's frames, in the order of the document. */
const framed = async (page) => {
  const handles = await page.locator('iframe').elementHandles();
  const frames = await Promise.all(handles.map((it) => it.contentFrame()));
  return frames.filter(Boolean);
};

/** Waits until the app stands in a frame. */
async function stands(inside) {
  await inside.waitForFunction(
    () => document.querySelector('#network, .table, #timeline') && /lang=/.test(location.hash) && !document.documentElement.matches('.still'),
  );
  await inside.evaluate(() => document.fonts.ready.then(() => true));
}

/** Opens a newspaper's page with the story in frames; nothing on it may be complained of. */
async function reading({ browser, site }, { body, style, context = {}, forgiven = /^$/ }, run) {
  const host = await newspaper(body, style);
  const options = { locale: 'en-GB', viewport: { width: 760, height: 900 }, ...context };
  const { page, complaints, close } = await openPage(browser, { url: 'about:blank', context: options });
  try {
    await page.addInitScript(record);
    await page.goto(host.url);
    await eventually(async () => assert.ok((await framed(page)).length > 0));
    const frames = await framed(page);
    await Promise.all(frames.map(stands));
    await run(page, frames);
    // Seen from about:blank every request is to another origin; none may be to a third.
    const origins = [site, host].map((it) => `request to another origin: ${it.origin}`);
    const other = complaints.filter((it) => !origins.some((origin) => it.startsWith(origin)) && !forgiven.test(it));
    assert.deepEqual(other, []);
  } finally {
    await close();
    await host.close();
  }
}

/** How tall the page in a frame is. */
const height = (inside) =>
  inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

/** How tall the frames are. */
const given = (page) => page.evaluate(() => [...document.querySelectorAll('iframe')].map((it) => it.clientHeight));

/** Presses something in a frame. */
const press = (inside, selector) => inside.locator(selector).first().dispatchEvent('click');

/**
 * How late a frame became as tall as its page, in milliseconds: after the first paint, and in the
 * middle after changes.
 *
 * @param {(height: number) => number} clamped what the page around makes of a height
 */
async function lateness(page, inside, clamped) {
  /** When a height was in the frame or, where that cannot be seen, told. */
  const arrived = async (tall, visible, after = 0) => {
    const record = await page.evaluate(
      ([want, seen, from]) => {
        const has = (it) => new RegExp(`(^|\\D)${want}(\\D|$)`).test(JSON.stringify(it.data));
        const list = seen === null ? window.told.filter(has) : window.heights.filter((it) => it.height === seen);
        return list.find((it) => it.at >= from) ?? null;
      },
      [tall, visible, after],
    );
    assert.ok(record, `${tall} never came`);
    return record.at;
  };

  const { paint, heights } = await inside.evaluate(() => ({
    paint: performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime,
    heights: window.grown,
  }));
  await eventually(async () => assert.deepEqual(await given(page), [clamped(await height(inside))]));
  const firsts = heights.map((it) => arrived(it.height, clamped(it.height)).catch(() => Infinity));
  const first = Math.min(...(await Promise.all(firsts))) - paint;

  const lags = [];
  for (const [what, selector] of CHANGES) {
    const before = await height(inside);
    const since = (await page.evaluate(() => performance.timeOrigin + performance.now())) - 50;
    await press(inside, selector);
    await eventually(async () => assert.notEqual(await height(inside), before, what));
    await eventually(async () => assert.deepEqual(await given(page), [clamped(await height(inside))], what));
    const now = await height(inside);
    const visible = clamped(now) === clamped(before) ? null : clamped(now);
    const grown = await inside.evaluate(
      ([tall, from]) => window.grown.find((it) => it.height === tall && it.at >= from)?.at,
      [now, since],
    );
    await eventually(async () => lags.push((await arrived(now, visible, since)) - grown));
  }
  return { first, changes: lags.toSorted((a, b) => a - b)[Math.floor(lags.length / 2)] };
}

/** What makes the page in a frame taller or lower: a choice does not, and neither does a language. */
const CHANGES = [
  ['the layer of relations is shown', '#relations'],
  ['it is hidden', '#relations'],
  ['it is shown again', '#relations'],
  ['the table is shown', '#choices .choices:nth-of-type(2) button:last-child'],
  ['the picture is shown', '#choices .choices:nth-of-type(2) button:first-child'],
];

inEveryBrowser(
  'In a frame of',
  (test) => {
    for (const [name, { query = '', hash = '', body, given: clamped = (it) => it }] of Object.entries(PARENTS)) {
      test(`${name} the story is as tall as it should be, soon`, async (tools) => {
        const address = `${tools.site.url}embed/${query && `?${query}`}#${hash}`;
        const measured = [];
        for (let round = 0; round < TRIES; round += 1) {
          await reading(tools, { body: body([address]) }, async (page, [inside]) => {
            measured.push(await lateness(page, inside, clamped));
            if (hash === 'amp=1') assert.equal(await page.locator('.placeholder').isVisible(), false);
            await press(inside, '#language');
            if (hash) await inside.waitForFunction((start) => location.hash.startsWith(start), `#${hash}&lang=en`);
            const told = await page.evaluate(() => window.told.map((it) => it.data));
            assert.ok(told.every((it) => it !== null));
            assert.ok(told.every((it) => !JSON.stringify(it).includes('parentUrl')), 'nothing of the page around');
          });
          const { first, changes } = measured.at(-1);
          if (first <= FIRST && changes <= CHANGE) return;
        }
        assert.ok(measured.some((it) => it.first <= FIRST), `${measured.map((it) => it.first)} ms after the first paint`);
        assert.ok(measured.some((it) => it.changes <= CHANGE), `${measured.map((it) => it.changes)} ms after a change`);
      });
    }

    for (const name of ['pym.js', '@newswire/frames']) {
      test(`${name} two stories do not disturb each other`, async (tools) => {
        const { body } = PARENTS[name];
        const addresses = LANGUAGES.map((lang) => tools.site.url + FOLDER[lang]);
        await reading(tools, { body: body(addresses) }, async (page, frames) => {
          assert.equal(frames.length, 2);
          const all = () => Promise.all(frames.map(height));
          await eventually(async () => assert.deepEqual(await given(page), await all()));
          const [first, before] = await given(page);
          await press(frames[1], '#relations');
          await eventually(async () => {
            const [, second] = await given(page);
            assert.ok(second > before + 100, `${second} px after ${before}`);
          });
          await eventually(async () => assert.deepEqual(await given(page), await all()));
          assert.equal((await given(page))[0], first);
          assert.equal(await frames[0].locator('#node-nvidia').count(), 0);
        });
      });
    }

    test('WordPress the way to the whole story is left to the page around', async (tools) => {
      const { hash, body } = PARENTS['a WordPress page'];
      const sandboxed = body([`${tools.site.url}embed/#${hash}`]).replace('<iframe', `<iframe sandbox="${SANDBOX}"`);
      await reading(tools, { body: sandboxed }, async (page, [inside]) => {
        await press(inside, '#full');
        await becomes(() => page.evaluate(() => window.linked), `${tools.site.url}#lang=ar`);
      });
    });

    test('somebody who sends garbage nothing changes', async (tools) => {
      const body = frame('story', `${tools.site.url}embed/?childId=map-1`);
      await reading(tools, { body }, async (page, [inside]) => {
        const view = () =>
          inside.evaluate(() => [location.href, document.documentElement.lang, document.querySelector('.page').textContent.length]);
        const before = await view();
        // Past the repeats to those who did not hear.
        await pause(4_500);
        const asked = await page.evaluate(async () => {
          const { contentWindow } = document.querySelector('iframe');
          const start = window.told.length;
          const garbage = [
            null, undefined, 0, -1, NaN, true, '', '{', '[]', 'null', 'x'.repeat(100_000), [], {}, [[]], new Date(), new Map([[1, 2]]),
            new ArrayBuffer(8), { sentinel: 'amp' }, { sentinel: 'amp', type: 'embed-size', height: 5 }, { type: 'frames-init' },
            { sentinel: { toString: 'amp' }, type: 'frames-init' }, 'pymxPYMxmap-2xPYMxwidthxPYMx300',
            'pymxPYMxmap-1xPYMxwidthxPYMx<b>', 'pymxPYMxmap-1xPYMxnavigateToxPYMxhttps://example.com/',
            { message: 'ready', secret: 'aB3dE6gH9j' }, { 'datawrapper-height': { a: 5 } }, JSON.stringify({ context: 'iframe.resize', height: 5 }),
          ];
          for (let round = 0; round < 20; round += 1) {
            for (const data of garbage) contentWindow.postMessage(data, '*');
          }
          // The one that is asked for is answered after all of it, however often it was.
          for (let round = 0; round < 500; round += 1) contentWindow.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');
          while (window.told.length === start) await new Promise((done) => setTimeout(done, 20));
          return window.told.length - start;
        });
        await pause(300);
        assert.ok(asked <= 50, `${asked} answers`);
        assert.deepEqual(await view(), before);
      });
    });

    test('somebody whose other frames ask, nobody is answered', async (tools) => {
      const stranger = `<iframe id="stranger" srcdoc="<script>addEventListener('message', () => {
        parent.frames[0].postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');
        parent.postMessage('asked', '*');
      })</script>" title="stranger"></iframe>`;
      const host = frame('story', `${tools.site.url}embed/`) + stranger;
      const { page, close } = await openPage(tools.browser, { url: 'about:blank', context: DESKTOP });
      const server = await newspaper(host);
      try {
        await page.goto(server.url);
        await stands((await framed(page))[0]);
        await pause(4_500);
        const told = await page.evaluate(async () => {
          const start = window.told.length;
          window.frames[1].postMessage('go', '*');
          await new Promise((done) => setTimeout(done, 500));
          return window.told.slice(start).map((it) => it.data);
        });
        assert.deepEqual(told, ['asked']);
      } finally {
        await close();
        await server.close();
      }
    });

    test('somebody whose frame grows narrower as it grows taller it comes to rest', async (tools) => {
      const body = `${frame('story', `${tools.site.url}embed/`)}<script>
        let wide = true;
        addEventListener('message', ({ data }) => {
          if (data.type !== 'embed-size') return;
          const it = document.querySelector('iframe');
          wide = !wide;
          it.style.inlineSize = wide ? '760px' : '690px';
          it.height = data.height;
        });
      </script>`;
      await reading(tools, { body, context: { viewport: { width: 800, height: 900 } } }, async (page) => {
        let before = -1;
        await eventually(async () => {
          const told = await page.evaluate(() => window.told.filter((it) => it.data.type === 'embed-size').length);
          const same = told === before;
          before = told;
          await pause(700);
          assert.ok(same, `${told} and more`);
        });
        // Two widths; the still page, the app and the app with its fonts; three rounds of each, and
        // once more.
        assert.ok(before <= 24, `${before} messages`);
      });
    });

    test('somebody who does not listen it grows quiet', async (tools) => {
      const addresses = ['', '?childId=map-1', '?height=datawrapper,guardian'].map((it) => `${tools.site.url}embed/${it}`);
      const body = addresses.map((it, index) => frame(`story-${index}`, it)).join('');
      await reading(tools, { body }, async (page) => {
        const start = await page.evaluate(() => window.told.length);
        await pause(30_000);
        const told = await page.evaluate((from) => window.told.slice(from), start);
        const counts = addresses.map((_, index) => told.filter((it) => it.from === index).length);
        assert.ok(counts.every((it) => it <= 5), `${counts} messages of all kinds in 30 s`);
      });
    });
  },
  { cors: true },
);

inEveryBrowser(
  'An embedded page',
  (test, engine) => {
    test('says nothing where it is not framed', async ({ browser, site }) => {
      const { page, complaints, close } = await openPage(browser, { url: 'about:blank', context: DESKTOP });
      try {
        await page.addInitScript(() => {
          window.told = [];
          addEventListener('message', ({ data }) => window.told.push(data));
        });
        await page.goto(`${site.url}embed/?childId=map-1&height=datawrapper`);
        await stands(page.mainFrame());
        await page.locator('#node-huawei').dispatchEvent('click');
        await page.locator('#details').waitFor();
        await pause(1_500);
        assert.deepEqual(await page.evaluate(() => window.told), []);
        assert.deepEqual(complaints.filter((it) => !it.startsWith(`request to another origin: ${site.url}`)), []);
      } finally {
        await close();
      }
    });

    for (const lang of LANGUAGES) {
      test(`has headline, picture, strip and one line of credit, and a card only of what was chosen (${lang})`, async (tools) => {
        const body = frame('story', tools.site.url + FOLDER[lang], 'height="1500"');
        await reading(tools, { body }, async (_, [inside]) => {
          const words = (selector) => inside.locator(selector).innerText();
          const count = (selector) => inside.locator(selector).count();
          assert.equal(await inside.evaluate(() => document.documentElement.lang), lang);
          assert.equal(await inside.title(), STORY.title[lang]);
          for (const absent of ['.masthead', '#theme', '#details', '#timeline', '.colophon', '.skip', '#record']) {
            assert.equal(await count(absent), 0, absent);
          }
          for (const there of ['#network', '#strip', '.credit']) assert.equal(await count(there), 1, there);
          assert.equal(await words('h1'), STORY.title[lang]);
          const credit = await words('.credit');
          for (const word of [{ ar: 'تحالف', en: 'Tahaluf' }[lang], '2026']) assert.ok(credit.includes(word), credit);
          const robots = await inside.evaluate(() => document.querySelector('meta[name="robots"]').content);
          assert.equal(robots, 'noindex');
          const canonical = await inside.evaluate(() => document.querySelector('link[rel="canonical"]').href);
          assert.equal(canonical, tools.site.url + WHOLE[lang]);

          const full = () =>
            inside.evaluate(() => {
              const { href, target, rel } = document.querySelector('#full');
              return [href, target, rel];
            });
          const page = (of, state = '') => [`${tools.site.url}${WHOLE[of]}#lang=${of}${state}`, '_blank', 'noopener'];
          assert.deepEqual(await full(), page(lang));
          await press(inside, '#node-huawei');
          await becomes(full, page(lang, '&focus=huawei'));
          await inside.locator('#details').waitFor();
          const all = await inside.evaluate(() => {
            const { href, target, rel } = document.querySelector('#all-facts');
            return [href, target, rel];
          });
          assert.deepEqual(all, await full(), 'all facts are those of what is chosen');
          await press(inside, '#language');
          await becomes(full, page(OTHER[lang], '&focus=huawei'));
          assert.equal(await inside.evaluate(() => document.documentElement.dir), { ar: 'ltr', en: 'rtl' }[lang]);
          const within = await inside.evaluate(() => new URL(location.href).pathname);
          assert.equal(within, `/${FOLDER[lang]}`, 'switched in place');
          await press(inside, '#back');
          await becomes(() => count('#details'), 0);
        });
      });

      test(`never scrolls sideways from 300 px on, and is as tall whatever the frame (${lang})`, async (tools) => {
        const body = frame('story', `${tools.site.url}${FOLDER[lang]}#focus=stepfun`);
        await reading(tools, { body, style: 'body { margin: 0 }' }, async (page, [inside]) => {
          for (const width of [300, 375, 640, 720, 760]) {
            const tall = [];
            for (const high of [150, 10_000, 14_000]) {
              await page.evaluate(([w, h]) => {
                const it = document.querySelector('iframe');
                it.style.inlineSize = `${w}px`;
                it.style.blockSize = `${h}px`;
              }, [width, high]);
              await painted(page);
              await painted(page);
              const [has, shows] = await inside.evaluate(() => {
                const { scrollWidth, clientWidth } = document.scrollingElement;
                return [scrollWidth, clientWidth];
              });
              assert.ok(has <= shows, `${has} px in ${shows} px`);
              // In the lowest a scroll bar may take of the width.
              if (high > 150) tall.push(await height(inside));
            }
            assert.equal(new Set(tall).size, 1, `${width} px wide: ${tall} px tall`);
          }
        });
      });
    }

    for (const lang of LANGUAGES) {
      for (const width of FRAMES) {
        const embedded = async (tools, link, run, height = HEIGHT) => {
          const url = `${tools.site.url}${FOLDER[lang]}#lang=${lang}${link}`;
          const { page, complaints, close } = await openPage(tools.browser, { url, context: { viewport: { width, height } } });
          try {
            await stands(page.mainFrame());
            await run(page);
            assert.deepEqual(complaints, []);
          } finally {
            await close();
          }
        };

        test(`is at most ${HEIGHT} px high, and has names that can be read, ${width} px wide (${lang})`, async (tools) => {
          for (const link of ['', '&view=network', '&view=timeline', '&controls=off', '&focus=stepfun', '&theme=dark&at=2025-07-01']) {
            await embedded(tools, link, async (page) => {
              const tall = await height(page);
              assert.ok(tall <= HEIGHT, `${tall} px: ${link}`);
              if (link === '&view=timeline') return;
              const least = await page.evaluate(() => {
                const { width } = document.querySelector('#network').getBoundingClientRect();
                return (14 * width) / document.querySelector('#network').viewBox.baseVal.width;
              });
              // From edge to edge of the narrowest phone, a name is a third of a pixel smaller.
              assert.ok(least >= (width === 320 ? 12.1 : 12.5), `names of ${least} px: ${link}`);
            });
          }
        });

        test(`shows a card over the picture, far from what was tapped, ${width} px wide (${lang})`, async (tools) => {
          await embedded(tools, '', async (page) => {
            const before = await height(page);
            /** What is seen of the chosen, of its name and of the card; where the card is. */
            const look = (id) =>
              page.evaluate((node) => {
                const seen = (element, shares) => {
                  const { left, top, width, height } = element.getBoundingClientRect();
                  return shares.every((share) => {
                    const found = document.elementFromPoint(left + share * width, top + height / 2);
                    return found && !found.closest('#details');
                  });
                };
                const box = (it) => document.querySelector(it).getBoundingClientRect();
                const [card, frame] = [box('#details'), box('#frame')];
                const mark = document.querySelector(node);
                const { top, bottom } = mark.getBoundingClientRect();
                const strip = box('#strip');
                return {
                  mark: seen(mark.querySelector('.target') ?? mark, [0.2, 0.5, 0.8]),
                  name: seen(mark.querySelector('.label') ?? mark, [0.1, 0.5, 0.9]),
                  edge: card.top + card.bottom < frame.top + frame.bottom ? 'top' : 'bottom',
                  far: (card.top + card.bottom > top + bottom) === (frame.bottom - bottom > top - frame.top),
                  inside: card.left >= frame.left && card.right <= frame.right && card.bottom <= strip.top + 1,
                };
              }, id);
            const chosen = [...STORY.alliances, ...STORY.organizations]
              .filter(({ id }) => STORY.memberships.some((it) => [it.alliance, it.organization].includes(id)));
            for (const { id, name } of chosen) {
              const mark = await page.locator(`#node-${id} .target`).boundingBox();
              await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
              await becomes(() => page.locator('#card-name').innerText(), name[lang]);
              const { edge, far, ...rest } = await look(`#node-${id}`);
              assert.deepEqual(rest, { mark: true, name: true, inside: true }, `${id}, the card at the ${edge}`);
              // Near the middle either edge is as far.
              const { top, height: high } = await page.locator('#frame').evaluate((it) => it.getBoundingClientRect().toJSON());
              const down = (mark.y + mark.height / 2 - top) / high;
              if (Math.abs(down - 0.5) > 0.1) assert.ok(far, `${id}: the card at the ${edge}, the mark ${down} down`);
              assert.equal(await height(page), before, `${id} makes the frame no taller`);
              await becomes(() => focused(page), 'card-name');
              await page.keyboard.press('Escape');
              await becomes(() => page.locator('#details').count(), 0);
              await becomes(() => focused(page), `node-${id}`);
            }
            assert.equal(await height(page), before);
          });
        });

        test(`shows an event of the strip on a card above it, ${width} px wide (${lang})`, async (tools) => {
          const event = STORY.events.find((it) => it.core && firstDay(it.when) === it.when);
          await embedded(tools, `&at=${firstDay(event.when)}`, async (page) => {
            const before = await height(page);
            const title = await page.locator('#caption bdi').innerText();
            await page.click('#caption');
            await becomes(() => page.locator('#card-name').innerText(), title);
            const [card, frame] = await page.evaluate(() =>
              ['#details', '#frame'].map((it) => document.querySelector(it).getBoundingClientRect().toJSON()),
            );
            assert.ok(card.top < frame.top + frame.height / 4 && card.bottom < frame.bottom, JSON.stringify([card, frame]));
            for (const part of ['#caption', '#day', '#play']) {
              const seen = await page.evaluate((it) => {
                const element = document.querySelector(it);
                const { left, top, width, height } = element.getBoundingClientRect();
                const found = document.elementFromPoint(left + width / 2, top + height / 2);
                return element.contains(found);
              }, part);
              assert.ok(seen, part);
            }
            assert.equal(await height(page), before);
            await page.click('#back');
            await becomes(() => page.locator('#details').count(), 0);
            await becomes(() => focused(page), 'caption');
            assert.equal(await height(page), before);
          });
        });
      }
    }

    for (const lang of LANGUAGES) {
      test(`shows an event of the timeline on a card over it, far from the event (${lang})`, async ({ browser, site }) => {
        const url = `${site.url}${FOLDER[lang]}#lang=${lang}&view=timeline`;
        const { page, complaints, close } = await openPage(browser, { url, context: { viewport: { width: 700, height: HEIGHT } } });
        try {
          await stands(page.mainFrame());
          const before = await height(page);
          const events = await page.evaluate(() => [...document.querySelectorAll('#close-up .event')].map((it) => it.id));
          for (const id of [events[0], events[Math.floor(events.length / 2)], events.at(-1)]) {
            const mark = await page.locator(`#${id} .dot`).boundingBox();
            await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
            await page.locator('#card-name').waitFor();
            const seen = await page.evaluate((it) => {
              const { left, top, width, height } = document.querySelector(`#${it} .dot`).getBoundingClientRect();
              return !document.elementFromPoint(left + width / 2, top + height / 2).closest('#details');
            }, id);
            assert.ok(seen, id);
            assert.equal(await height(page), before);
            await page.keyboard.press('Escape');
            await becomes(() => page.locator('#details').count(), 0);
          }
          assert.deepEqual(complaints, []);
        } finally {
          await close();
        }
      });
    }

    test('opens its legend and its choices over the page', async ({ browser, site }) => {
      const url = `${site.url}embed/en/`;
      const { page, close } = await openPage(browser, { url, context: { viewport: { width: 400, height: HEIGHT } } });
      try {
        await stands(page.mainFrame());
        const before = await height(page);
        for (const [opener, part] of [['legend', '.legend'], ['choices', '.bar']]) {
          assert.equal(await page.locator(part).isVisible(), false);
          await page.click(`[popovertarget="${opener}"]`);
          await page.locator(part).waitFor();
          assert.equal(await height(page), before);
          await page.keyboard.press('Escape');
          await page.locator(part).waitFor({ state: 'hidden' });
        }
      } finally {
        await close();
      }
    });

    // Beside a picture the embedded page has the strip and no timeline.
    for (const [link, seen, unseen, whole = []] of [
      ['view=network', ['#network', '.legend', '.switch'], ['#timeline', '.table']],
      ['view=timeline', ['#timeline', '.steps'], ['#network', '.legend', '#picture']],
      ['view=table', ['.table', '#timeline'], ['#network']],
      ['view=both', ['#network', '#day'], ['.table'], ['#timeline']],
      ['controls=off', ['#network', '#strip', '.legend', '#full'], ['.choices', '.switch', '.zoom', '.steps', '.day-slider', '.overview', '.legend button', '#language'], ['#timeline']],
      ['view=timeline&focus=huawei', ['#timeline', '#details'], ['#network']],
      ['view=network&controls=off&layer=relations&at=2025-09-01&theme=dark', ['#network', '#node-nvidia'], ['#timeline', '.choices']],
    ]) {
      test(`shows what its address asks for, as the whole page does: ${link}`, async ({ open, site, browser }) => {
        const visible = (page) => (selector) => page.locator(selector).filter({ visible: true }).count();
        const check = async (page, where) => {
          const count = visible(page);
          for (const it of seen) if (it !== '#full' || where === 'embed') await eventually(async () => assert.ok((await count(it)) > 0, `${where}: ${it}`));
          for (const it of unseen) assert.equal(await count(it), 0, `${where}: ${it}`);
          for (const it of whole) assert.equal((await count(it)) > 0, where === 'page', `${where}: ${it}`);
          const kept = await page.evaluate(() => location.hash);
          assert.equal(kept, `#lang=en${link === 'view=both' ? '' : `&${inOrder(link)}`}`, where);
        };
        const { page, close } = await openPage(browser, { url: `${site.url}embed/en/#${link}`, context: DESKTOP });
        try {
          await stands(page.mainFrame());
          await check(page, 'embed');
          const full = await page.evaluate(() => document.querySelector('#full').getAttribute('href'));
          assert.ok(!/controls=|view=(network|timeline)/.test(full), `${full} leaves nothing out`);
        } finally {
          await close();
        }
        if (/view=timeline/.test(link)) {
          const { page, close } = await openPage(browser, { url: `${site.url}en/#lang=en&${link}`, context: DESKTOP });
          try {
            await stands(page.mainFrame());
            await check(page, 'page');
          } finally {
            await close();
          }
        } else {
          await check(await open(`lang=en&${link}`), 'page');
        }
      });
    }

    test('keeps nodes and keys where there are no controls', async ({ browser, site }) => {
      const { page, complaints, close } = await openPage(browser, { url: `${site.url}embed/en/#controls=off`, context: DESKTOP });
      try {
        await stands(page.mainFrame());
        await page.locator('#network [tabindex="0"]').focus();
        await page.keyboard.press('End');
        await page.keyboard.press('Enter');
        await page.locator('#details h2').waitFor();
        await page.keyboard.press('Escape');
        await becomes(() => page.locator('#details').count(), 0);
        assert.deepEqual(complaints, []);
      } finally {
        await close();
      }
    });

    test('works with scripts and nothing else allowed, and shows the address of a link that may not open', async (tools) => {
      const body = frame('story', `${tools.site.url}embed/#lang=ar`, `sandbox="${SANDBOX}" height="3000"`);
      // The browser notes the tab that it did not open.
      await reading(tools, { body, forgiven: /allow-popups/ }, async (_, [inside]) => {
        assert.equal(await inside.evaluate(() => self.origin), 'null');
        await press(inside, '#node-huawei');
        await eventually(async () => assert.match(await inside.locator('#details h2').innerText(), /هواوي/));
        await press(inside, '#relations');
        await inside.locator('#node-nvidia').waitFor();
        await press(inside, '#language');
        await eventually(async () => assert.match(await inside.locator('#details h2').innerText(), /Huawei/));
        await inside.locator('#full').click();
        const field = inside.locator('#refused input');
        await field.waitFor();
        const full = await inside.evaluate(() => document.querySelector('#full').href);
        assert.equal(await field.inputValue(), full);
        assert.equal(await field.evaluate((it) => it.selectionEnd - it.selectionStart), full.length, 'ready to be copied');
        assert.match(await inside.locator('#refused').innerText(), /Copy the address/);
      });
    });

    test('opens a link in a new tab of its own where the sandbox lets it', async (tools) => {
      const more = `sandbox="${SANDBOX} allow-popups allow-popups-to-escape-sandbox" height="3000"`;
      await reading(tools, { body: frame('story', `${tools.site.url}embed/#lang=en`, more) }, async (page, [inside]) => {
        await stands(inside);
        const opened = page.context().waitForEvent('page');
        await inside.locator('#full').click();
        const tab = await opened;
        await tab.waitForURL(`${tools.site.url}en/#lang=en`);
        assert.equal(await tab.evaluate(() => window.opener), null);
        await tab.locator('#network').waitFor();
        assert.equal(await inside.locator('#refused').count(), 0);
      });
    });

    test('leaves its reader where he reads', async (tools) => {
      const text = '<p style="block-size: 1500px">Text</p>';
      const links = ['focus=stepfun', 'view=timeline'].map((it) => `${tools.site.url}embed/#${it}`);
      const frames = links.map((it, index) => frame(`story-${index}`, it, 'height="1200"'));
      const body = `${text}${frames.join('')}${text}`;
      await reading(tools, { body }, async (page, [inside, timeline]) => {
        await painted(page);
        assert.equal(await page.evaluate(() => scrollY), 0, 'nothing is scrolled to');
        assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
        for (const [where, part] of [[inside, '#network'], [inside, '#strip'], [timeline, '#timeline']]) {
          await where.locator(part).first().evaluate((it) => it.scrollIntoView({ block: 'start' }));
          await painted(page);
          const before = await page.evaluate(() => scrollY);
          await page.mouse.move(380, 300);
          await page.mouse.wheel(0, 200);
          await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > before, `the wheel over ${part}`));
        }
        const caught = await inside.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter((it) => !/auto|pan-y|manipulation/.test(getComputedStyle(it).touchAction))
            .map((it) => it.outerHTML.slice(0, 80)),
        );
        assert.deepEqual(caught, [], 'a finger that goes up or down scrolls the article');
        if (engine !== 'chromium') return;
        await inside.locator('#network').evaluate((it) => it.scrollIntoView({ block: 'start' }));
        await painted(page);
        const before = await page.evaluate(() => scrollY);
        const session = await page.context().newCDPSession(page);
        const touch = (type, ...places) =>
          session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((y) => ({ x: 380, y })) });
        await touch('touchStart', 600);
        for (let y = 580; y >= 300; y -= 20) await touch('touchMove', y);
        await touch('touchEnd');
        await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > before + 100, 'a finger over the network'));
      });
    });

    for (const lang of LANGUAGES) {
      for (const context of [PHONE, DESKTOP]) {
        test(`can be read without scripts (${lang}, ${context.viewport.width} px)`, async ({ browser, site }) => {
          const name = `${FOLDER[lang]}index.html`;
          if (engine === 'firefox') site.overrides[name] = { policy: releasePolicy().replace(/script-src [^;]*/, "script-src 'none'") };
          const options = { ...context, javaScriptEnabled: engine === 'firefox' };
          const { page, close } = await openPage(browser, { url: site.url + FOLDER[lang], context: options });
          try {
            const { pictures, links, controls, sideways, tall, day } = await page.evaluate(() => ({
              tall: document.documentElement.getBoundingClientRect().height,
              day: document.querySelector('#strip .day').checkVisibility(),
              pictures: [...document.querySelectorAll('.network')].filter((it) => it.checkVisibility()).length,
              links: [...document.querySelectorAll('.network .node')].map((it) => [it.getAttribute('href'), it.getAttribute('target')]),
              controls: [...document.querySelectorAll('button, input, [role="switch"]')].filter((it) => it.checkVisibility()).map((it) => it.outerHTML),
              sideways: document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
            }));
            assert.equal(pictures, 1);
            assert.deepEqual(controls, []);
            assert.equal(sideways, 0);
            assert.ok(tall <= HEIGHT, `${tall} px`);
            assert.ok(day, 'the day is said');
            const home = { ar: '../', en: '../../en/' }[lang];
            const members = new Set(STORY.memberships.flatMap((it) => [it.organization, it.alliance]));
            for (const id of members) {
              assert.ok(links.some(([href]) => href === `${home}#focus=${id}`), id);
            }
            assert.ok(links.every(([, target]) => target === '_blank'));
            const other = await page.evaluate(() => document.querySelector('#language').href);
            assert.equal(other, `${site.url}${FOLDER[OTHER[lang]]}#lang=${OTHER[lang]}`);
          } finally {
            delete site.overrides[name];
            await close();
          }
        });
      }
    }

    test('is that of the language that its link names, and else its own', async ({ browser, site }) => {
      for (const [address, lang, path] of [
        ['embed/', 'ar', '/embed/'],
        ['embed/en/', 'en', '/embed/en/'],
        ['embed/#lang=en', 'en', '/embed/en/'],
        ['embed/en/?childId=a#amp=1&lang=ar', 'ar', '/embed/'],
      ]) {
        const { page, close } = await openPage(browser, { url: site.url + address, context: { locale: 'en-GB' } });
        try {
          await page.waitForURL((url) => url.pathname === path);
          await stands(page.mainFrame());
          assert.equal(await page.evaluate(() => document.documentElement.lang), lang, address);
          if (address.includes('?')) assert.match(page.url(), /\?childId=a#amp=1&lang=ar$/);
        } finally {
          await close();
        }
      }
    });

    test('stands in the demonstration article in three forms', async ({ browser, site }) => {
      for (const [address, lang] of [['demo/', 'ar'], ['demo/en/', 'en']]) {
        // Without the component's script, to see what stands in it then.
        site.overrides['story-element.js'] = { status: 404, body: '' };
        const { page, complaints, close } = await openPage(browser, { url: site.url + address, context: { viewport: { width: 860, height: 900 } } });
        try {
          assert.equal(await page.locator('h1').innerText(), STORY.title[lang]);
          assert.ok((await page.locator('article').innerText()).includes(STORY.summary[lang]));
          // Both are lazy: each comes when it is near.
          await page.locator('iframe').first().scrollIntoViewIfNeeded();
          const [fixed, resized] = await framed(page);
          await stands(fixed);
          const second = page.locator('iframe').nth(1);
          await second.scrollIntoViewIfNeeded();
          await stands(resized);
          await eventually(async () => assert.equal(await second.evaluate((it) => it.clientHeight), await height(resized)));
          await press(resized, '#node-huawei');
          await eventually(async () => assert.equal(await second.evaluate((it) => it.clientHeight), await height(resized)));
          assert.equal(await page.locator('iframe').first().getAttribute('height'), String(HEIGHT), 'the first stays as it is');
          const fallback = page.locator('tahaluf-story');
          assert.equal(await fallback.locator('a').evaluate((it) => it.href), `${site.url}${WHOLE[lang]}#lang=${lang}`);
          await fallback.scrollIntoViewIfNeeded();
          await eventually(async () => assert.ok(await fallback.locator('img').evaluate((it) => it.naturalWidth > 0 && it.alt.length > 20)));
          assert.deepEqual(complaints.filter((it) => !/404|story-element/.test(it)), []);
        } finally {
          delete site.overrides['story-element.js'];
          await close();
        }
      }
    });
  },
  { cors: true },
);

/** The parts of a link in the order that the page writes them. */
function inOrder(link) {
  const order = ['focus', 'at', 'layer', 'theme', 'view', 'controls'];
  const at = (part) => order.indexOf(part.split('=')[0]);
  return link.split('&').toSorted((a, b) => at(a) - at(b)).join('&');
}
