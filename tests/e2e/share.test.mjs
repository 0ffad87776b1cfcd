// Sharing: every form in every choice, copied or ready to be copied, with the keyboard alone,
// on a phone, and in a sandbox that forbids the clipboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST, asServed } from './harness.mjs';
import {
  DESKTOP,
  LANGUAGES,
  PHONE,
  STORY,
  becomes,
  eventually,
  focused,
  inEveryBrowser,
  painted,
  text,
} from './support.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const FORMS = ['link', 'frame', 'fitting', 'script', 'picture'];

/** The text to be copied. */
const code = (page) => page.inputValue('#share-code');

/** Chooses one of several. */
async function choose(page, of, index) {
  await page.locator(`input[name="share-${of}"]`).nth(index).check({ force: true });
  await painted(page);
}

/** Writes a number into a field, in place of what it holds, as a reader does. */
async function write(page, field, number) {
  await page.locator(field).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(String(number));
  await page.keyboard.press('Tab');
  await painted(page);
}

async function opened(page) {
  await page.click('#share');
  await page.waitForSelector('#share-dialog[open] #share-code');
}

/** The markup of a text as a browser reads it: names and attributes of its elements. */
const parsed = (page, markup) =>
  page.evaluate((it) => {
    // The page's policy lets nothing be made markup of; a document that is never shown is.
    const elements = document.implementation.createHTMLDocument('');
    const template = elements.createElement('template');
    const walk = (node, found = []) => {
      for (const child of node.children) {
        found.push([child.localName, Object.fromEntries([...child.attributes].map(({ name, value }) => [name, value]))]);
        walk(child, found);
      }
      return found;
    };
    template.innerHTML = it;
    return walk(template.content);
  }, markup);

inEveryBrowser(
  'The markup to be copied',
  (test) => {
    for (const lang of LANGUAGES) {
      test(`is of every form, and changes with every choice (${lang})`, async ({ open, site }) => {
        const page = await open(`lang=${lang}&focus=huawei&at=2025-07-29`);
        await opened(page);
        const seen = new Set();
        const isNew = async (what) => {
          const now = await code(page);
          assert.ok(!seen.has(now), `${what} changes nothing: ${now}`);
          seen.add(now);
        };
        const here = new URL(page.url()).hash;
        assert.equal(await code(page), `${site.url}${lang === 'ar' ? '' : 'en/'}${here}`);
        for (const [index, form] of FORMS.entries()) {
          await choose(page, 'form', index);
          await isNew(form);
          // Away from what is chosen, and back: the other language, each view, each colour.
          await choose(page, 'language', lang === 'ar' ? 1 : 0);
          await isNew(`${form}, the other language`);
          await choose(page, 'language', lang === 'ar' ? 0 : 1);
          if (form !== 'picture') {
            for (const view of [1, 2, 3]) {
              await choose(page, 'view', view);
              await isNew(`${form}, view ${view}`);
            }
            await choose(page, 'view', 0);
          }
          await choose(page, 'theme', 2);
          await isNew(`${form}, dark`);
          await choose(page, 'theme', 0);
          if (form !== 'link') {
            await choose(page, 'width-kind', 1);
            await write(page, '#share-width', 480);
            await isNew(`${form}, 480 px wide`);
            await write(page, '#share-width', 12);
            await becomes(() => page.inputValue('#share-width'), '300', 'no narrower than it is good');
            await choose(page, 'width-kind', 0);
          }
          if (['frame', 'fitting', 'script'].includes(form)) {
            await write(page, '#share-height', 1100 + index);
            await isNew(`${form}, of another height`);
            await page.click('#share-controls');
            await isNew(`${form}, without controls`);
            await page.click('#share-controls');
          }
        }
      });
    }

    test('is what a browser makes the right elements of', async ({ open, site }) => {
      const page = await open('lang=ar&focus=huawei');
      await opened(page);
      const embed = `${site.url}embed/#lang=ar&focus=huawei`;
      const elements = {};
      for (const [index, form] of FORMS.entries()) {
        await choose(page, 'form', index);
        if (form !== 'link') elements[form] = await parsed(page, await code(page));
      }
      const [[frame, attributes]] = elements.frame;
      assert.equal(frame, 'iframe');
      assert.equal(attributes.src, embed);
      assert.equal(attributes.title, STORY.title.ar);
      assert.equal(attributes.loading, 'lazy');
      assert.ok(!attributes.sandbox.includes('allow-same-origin'));
      assert.deepEqual(elements.fitting.map(([name]) => name), ['iframe', 'script']);
      assert.deepEqual(elements.script.map(([name]) => name), ['script', 'tahaluf-story', 'a', 'img']);
      assert.equal(elements.script[1][1].src, embed);
      assert.equal(elements.script[3][1].src, `${site.url}picture-ar-light.svg`);
      assert.deepEqual(elements.picture.map(([name]) => name), ['a', 'img']);
      const { alt } = elements.picture[1][1];
      assert.ok(alt.includes(STORY.title.ar) && /\d/.test(alt), alt);
    });
  },
  // The tests read markup as a page with the policy may not.
  { policy: null },
);

inEveryBrowser('The dialog', (test, engine) => {
  for (const [name, context] of Object.entries({ 'a phone': PHONE, 'a desktop': DESKTOP })) {
    test(`leaves the head as it is when the tools have come, on ${name}`, async ({ open }) => {
      const page = await open('lang=ar', context);
      const places = () =>
        page.evaluate(() =>
          ['#share', '#language', '#more', 'h1', '#network'].map((it) => {
            const { x, y, width } = document.querySelector(it).getBoundingClientRect();
            return [it, x, y, width].join(' ');
          }),
        );
      const before = await places();
      await page.click('#share');
      await page.locator('#share-code').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#share-code').waitFor({ state: 'hidden' });
      await becomes(places, before);
    });
  }

  for (const [lang, context] of [['ar', DESKTOP], ['en', DESKTOP], ['ar', PHONE], ['en', PHONE]]) {
    const { width } = context.viewport;
    test(`opens, chooses, closes and gives back by the keyboard alone (${lang}, ${width} px)`, async ({ open }) => {
      const page = await open(`lang=${lang}`, context);
      await page.locator('#share').focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('#share-dialog[open] #share-code');
      const link = await code(page);
      const to = async (selector) => {
        for (let presses = 0; presses < 30; presses += 1) {
          if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return;
          await page.keyboard.press('Tab');
        }
        assert.fail(`Tab never came to ${selector}`);
      };
      await to('input[name="share-form"]');
      await page.keyboard.press('ArrowDown');
      await eventually(async () => assert.match(await code(page), /^<iframe/));
      await to('input[name="share-view"]');
      await page.keyboard.press('ArrowDown');
      await eventually(async () => assert.match(await code(page), /view=network/));
      await to('#share-copy');
      // Everything fits: nothing is wider than the window, and the panel scrolls by itself.
      const overflow = await page.evaluate(() => {
        const dialog = document.querySelector('#share-dialog');
        const box = dialog.getBoundingClientRect();
        const wide = [...dialog.querySelectorAll('*')]
          .filter((it) => !it.closest('.miniature') && it.getBoundingClientRect().width > box.width)
          .map((it) => it.className);
        return { wide, inside: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight, scrolls: dialog.scrollWidth > dialog.clientWidth };
      });
      assert.deepEqual(overflow, { wide: [], inside: true, scrolls: false });
      await page.keyboard.press('Escape');
      await becomes(() => page.locator('#share-dialog[open]').count(), 0);
      await becomes(() => focused(page), 'share');
      // What was chosen is not kept, and the view has not changed.
      await page.keyboard.press('Enter');
      await becomes(() => code(page), link);
    });
  }

  test('opens again at once, before anybody was told that it closed', async ({ open }) => {
    const page = await open('lang=en');
    await opened(page);
    await page.evaluate(() => {
      document.getElementById('share-dialog').close();
      document.getElementById('share').click();
    });
    await painted(page);
    assert.equal(await page.locator('#share-dialog[open]').count(), 1);
    await page.keyboard.press('Escape');
    await becomes(() => page.locator('#share-dialog').count(), 0);
  });

  test('closes by its button and by a press beside it, but not by a drag that ends there', async ({ open }) => {
    const page = await open('lang=en');
    await opened(page);
    await page.click('#share-close');
    await becomes(() => page.locator('#share-dialog[open]').count(), 0);
    await becomes(() => focused(page), 'share');
    await opened(page);
    const box = await page.locator('#share-code').boundingBox();
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(4, 4);
    await page.mouse.up();
    assert.equal(await page.locator('#share-dialog[open]').count(), 1);
    await page.mouse.click(4, 4);
    await becomes(() => page.locator('#share-dialog[open]').count(), 0);
  });

  test('shows what is chosen', async ({ open }) => {
    const page = await open('lang=ar&theme=light');
    await opened(page);
    assert.equal(await page.locator('.preview').count(), 0, 'a link leads to the page itself');
    await choose(page, 'form', 1);
    const shown = () =>
      page.evaluate(() => {
        const it = document.querySelector('.miniature');
        return {
          lang: it.lang,
          dir: getComputedStyle(it).direction,
          paper: getComputedStyle(it).backgroundColor,
          network: it.querySelectorAll('.network').length,
          strip: it.querySelectorAll('.small-strip').length,
          timeline: it.querySelectorAll('.timeline').length,
          table: it.querySelectorAll('.table').length,
          box: it.closest('svg').getAttribute('viewBox'),
          ids: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at),
        };
      });
    const first = await shown();
    assert.deepEqual([first.lang, first.dir, first.network, first.strip, first.timeline, first.table], ['ar', 'rtl', 1, 1, 0, 0]);
    assert.deepEqual(first.ids, [], 'no id stands twice');
    await choose(page, 'language', 1);
    await choose(page, 'theme', 2);
    await choose(page, 'view', 3);
    await choose(page, 'width-kind', 1);
    await write(page, '#share-width', 360);
    await write(page, '#share-height', 500);
    await becomes(async () => (await shown()).box, '0 0 360 500');
    const second = await shown();
    assert.deepEqual([second.lang, second.dir, second.network, second.strip, second.timeline, second.table], ['en', 'ltr', 0, 0, 1, 1]);
    assert.notEqual(second.paper, first.paper);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'ar', 'the page stays as it is');
  });

  const clipboard = engine === 'chromium' ? { permissions: ['clipboard-read', 'clipboard-write'] } : {};
  test('copies, and says so', async ({ open }) => {
    const page = await open('lang=ar', clipboard);
    // Firefox's driver gives no permission to read: what is written is heard there.
    await page.evaluate(() => {
      const { clipboard } = navigator;
      const write = clipboard.writeText.bind(clipboard);
      clipboard.writeText = (words) => {
        globalThis.written = words;
        return write(words);
      };
    });
    await opened(page);
    await choose(page, 'form', 3);
    await page.click('#share-copy');
    await becomes(() => text(page, '.share-status'), 'نُسخ.');
    assert.equal(await page.evaluate(() => globalThis.written), await code(page));
    if (engine === 'chromium') {
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(page));
    }
    await choose(page, 'form', 1);
    await becomes(() => text(page, '.share-status'), '', 'what was said was of the other text');
  });

  for (const lang of LANGUAGES) {
    test(`begins with the link and the picture of what is shown (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&at=2025-08-01`, { viewport: { width: 360, height: 640 } });
      await page.evaluate(() => {
        navigator.clipboard.writeText = async (words) => {
          globalThis.written = words;
        };
      });
      await opened(page);
      const buttons = await page.$$eval('.share-panel button', (found) => found.map(({ id }) => id));
      assert.deepEqual(buttons.slice(0, 5), ['share-close', 'share-link', 'save-picture', 'save-square', 'save-tall']);
      for (const id of ['share-link', 'save-picture']) {
        const drawn = await page.$eval(`#${id}`, (button) => {
          const { backgroundColor, color, borderTopColor } = getComputedStyle(button);
          return { isSet: backgroundColor !== color && borderTopColor !== 'rgba(0, 0, 0, 0)' };
        });
        assert.ok(drawn.isSet, `${id} looks like a button`);
        assert.ok(await page.$eval(`#${id}`, (it) => it.getBoundingClientRect().bottom < innerHeight), 'and is in sight');
      }
      await page.click('#share-link');
      await eventually(async () => assert.notEqual(await text(page, '.share-status'), ''));
      const written = await page.evaluate(() => globalThis.written);
      assert.equal(written, await code(page));
      // It stays the link, whatever form is chosen.
      await choose(page, 'form', 1);
      await page.click('#share-link');
      await eventually(async () => assert.notEqual(await text(page, '.share-status'), ''));
      assert.equal(await page.evaluate(() => globalThis.written), written);
    });
  }

  test('shows the link to be copied where the clipboard refuses it, whatever form was chosen', async ({ open }) => {
    const page = await open('lang=ar');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await opened(page);
    const link = await code(page);
    await choose(page, 'form', 1);
    await page.click('#share-link');
    await becomes(() => code(page), link);
    await eventually(async () => assert.match(await text(page, '.share-status'), /Ctrl\+C/));
  });

  for (const [how, spoil] of [
    ['is missing', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
    ['is refused', () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })],
  ]) {
    test(`selects the text where the clipboard ${how}`, async ({ open }) => {
      const page = await open('lang=en');
      await page.evaluate(spoil);
      await opened(page);
      await page.click('#share-copy');
      await eventually(async () => assert.match(await text(page, '.share-status'), /Ctrl\+C/));
      const selected = await page.evaluate(() => {
        const { activeElement: field } = document;
        return field.value.slice(field.selectionStart, field.selectionEnd);
      });
      assert.equal(selected, await code(page));
    });
  }
});

inEveryBrowser(
  'The shell without pages',
  (test) => {
    test('is a site as well', async ({ open, site }) => {
      const page = await open('lang=en');
      await opened(page);
      assert.equal(await code(page), `${site.url}en/#lang=en`);
    });
  },
  asServed(),
);

inEveryBrowser('A published address', (test) => {
  test('is what is shared, wherever the page is looked at', async ({ open, site }) => {
    const published = 'https://example.org/chips/';
    const whole = readFileSync(join(DIST, 'index.html'), 'utf8');
    const named = whole.replace(/(hreflang="x-default" href=")[^"]*"/, `$1${published}"`);
    assert.notEqual(named, whole);
    site.overrides['index.html'] = { body: named };
    const page = await open('lang=ar');
    await opened(page);
    assert.equal(await code(page), `${published}#lang=ar`);
    delete site.overrides['index.html'];
  });
});

inEveryBrowser('The system’s own share dialog', (test) => {
  const offer = (page) =>
    page.evaluate(() => {
      Object.defineProperty(navigator, 'share', {
        value: (what) => {
          globalThis.sent = what;
          return globalThis.refusal ? Promise.reject(globalThis.refusal) : Promise.resolve();
        },
      });
    });

  test('is not offered where there is none', async ({ open }) => {
    const page = await open('lang=en');
    await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }));
    await opened(page);
    assert.equal(await page.locator('#share-send').count(), 0);
  });

  test('gets the headline and the link', async ({ open }) => {
    const page = await open('lang=en&focus=huawei');
    await offer(page);
    await opened(page);
    await page.click('#share-send');
    await becomes(() => page.evaluate(() => globalThis.sent), { title: STORY.title.en, url: await code(page) });
    await choose(page, 'form', 1);
    assert.equal(await page.locator('#share-send').count(), 0, 'nobody sends markup');
  });

  test('may be closed without a word, and is told of where it is refused', async ({ open }) => {
    const page = await open('lang=en');
    await offer(page);
    await opened(page);
    const refuse = (name) => page.evaluate((it) => (globalThis.refusal = new DOMException('no', it)) && null, name);
    await refuse('AbortError');
    await page.click('#share-send');
    await painted(page);
    assert.equal(await text(page, '.share-status'), '');
    await refuse('NotAllowedError');
    await page.click('#share-send');
    await eventually(async () => assert.match(await text(page, '.share-status'), /not sent/));
  });
});

inEveryBrowser(
  'In a sandbox',
  (test, engine) => {
    test('the dialog works, and copying becomes selecting where it is forbidden', async ({ site, open }) => {
      site.overrides['host.html'] = {
        policy: "default-src 'none'; img-src data:; frame-src 'self'",
        body: '<!doctype html><title>host</title><link rel="icon" href="data:,"><iframe width="1200" height="850" sandbox="allow-scripts" src="./en/#lang=en"></iframe>',
      };
      const page = await open('lang=en');
      await page.goto(`${site.url}host.html`);
      const frame = page.frames().find((it) => it !== page.mainFrame());
      await frame.waitForSelector('#network');
      await frame.click('#share');
      await frame.waitForSelector('#share-dialog[open] #share-code');
      await frame.click('#share-copy');
      // Firefox lets a frame copy what its reader pressed a button for.
      const answer = engine === 'firefox' ? /Copied/ : /Ctrl\+C/;
      await eventually(async () => assert.match(await text(frame, '.share-status'), answer));
      assert.equal(await frame.inputValue('#share-code'), `${site.url}en/#lang=en`);
    });
  },
  { cors: true },
);

inEveryBrowser(
  'axe-core',
  (test) => {
    for (const [lang, theme] of [['ar', 'light'], ['en', 'dark']]) {
      test(`finds no serious barrier in the dialog (${lang}, ${theme})`, async ({ open }) => {
        const page = await open(`lang=${lang}&theme=${theme}`);
        await page.addScriptTag({ path: AXE });
        await opened(page);
        // A link has the fewest parts, a frame that sets its height has all.
        for (const form of ['link', 'fitting']) {
          await choose(page, 'form', FORMS.indexOf(form));
          const barriers = await page.evaluate(async () => {
            const { violations } = await globalThis.axe.run('#share-dialog', { resultTypes: ['violations'] });
            return violations
              .filter(({ impact }) => ['serious', 'critical'].includes(impact))
              .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`).join('\n  ')}`);
          });
          assert.deepEqual(barriers, [], form);
        }
      });
    }
  },
  // axe-core comes as an inline script, which the release's policy would refuse.
  { policy: null },
);
