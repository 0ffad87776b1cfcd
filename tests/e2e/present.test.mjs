// Before a room: every key in both directions, two windows in step, a stage that goes on by
// itself, and the same from a file on a disk.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { BROWSERS, SHELL, launch, openPage } from './harness.mjs';
import { DESKTOP, LANGUAGES, PHONE, STORY, becomes, eventually, focused, follow, fragment, inEveryBrowser, painted, standing, text } from './support.mjs';

const STEPS = STORY.steps.map((step) => step.id);
const LAST = STEPS.length - 1;

/** Waits until the step that is told is the n-th, counted from 0. */
const isAt = (page, index, message) => becomes(async () => (await fragment(page)).step, STEPS[index], message);

/** Waits until a room sees the story, or nothing in black or white. */
const sees = (page, screen, message) =>
  becomes(
    () => page.evaluate(() => document.querySelector('#stage')?.className.match(/story|black|white/)?.[0] ?? null),
    screen,
    message,
  );

const isOnPage = (page) => becomes(async () => [(await fragment(page)).stage, await page.locator('#stage').count()], [undefined, 0]);

/** A key as a keyboard that no driver has gives it; whether the page took it for itself. */
const press = (page, key) =>
  page.evaluate((it) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...it });
    (document.querySelector(it.on ?? 'body') ?? document.body).dispatchEvent(event);
    return event.defaultPrevented;
  }, key);

const fills = (page) => page.evaluate(() => document.fullscreenElement?.id ?? '');

/** Does something that opens a second window; that window, and what it complains of. */
async function second(page, complaints, act) {
  const opened = page.context().waitForEvent('page');
  await act();
  const window = await opened;
  window.on('console', (it) => ['error', 'warning'].includes(it.type()) && complaints.push(it.text()));
  window.on('pageerror', (it) => complaints.push(it.message));
  // Asked again and again: a driver may lose a question that it put to the empty page before.
  await eventually(async () => assert.equal(await window.locator('#lectern .note p').count(), 1), 20_000);
  return window;
}

/** Two windows go together, whichever leads, and find each other again. */
async function inStep(room, lectern) {
  const together = async (index, message) => {
    await isAt(room, index, `the room: ${message}`);
    await isAt(lectern, index, `the lectern: ${message}`);
  };
  await together(0, 'as it was opened');
  await room.keyboard.press('PageDown');
  await together(1, 'a key in the room');
  await lectern.keyboard.press('PageDown');
  await together(2, 'a key at the lectern');
  await lectern.click('#previous');
  await together(1, 'a button at the lectern');
  await lectern.click('#black');
  await sees(room, 'black');
  await becomes(() => lectern.getAttribute('#black', 'aria-pressed'), 'true');
  await room.keyboard.press('b');
  await sees(room, 'story');
  await becomes(() => lectern.getAttribute('#black', 'aria-pressed'), 'false');

  await room.reload();
  await standing(room);
  await lectern.keyboard.press('Home');
  await together(0, 'after the room was loaded anew');
  await becomes(async () => {
    await room.keyboard.press('PageDown');
    return (await fragment(lectern)).step !== STEPS[0];
  }, true, 'the room leads again');
  await room.keyboard.press('Home');
  await together(0, 'back');

  await lectern.reload();
  await standing(lectern);
  await room.keyboard.press('End');
  await together(LAST, 'after the lectern was loaded anew');
  await lectern.keyboard.press('Home');
  await together(0, 'the lectern leads again');
}

inEveryBrowser('A presentation', (test, engine) => {
  for (const lang of LANGUAGES) {
    const [forward, back] = lang === 'ar' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];

    test(`goes on and back by every key for it (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&stage=room`);
      await isAt(page, 0, 'it begins at the first step');
      for (const key of ['PageDown', forward, 'ArrowDown', 'Space', 'Enter', 'n', 'N']) {
        await page.keyboard.press(key);
        await isAt(page, 1, `${key} goes on`);
        await page.keyboard.press('Home');
        await isAt(page, 0, 'Home');
      }
      for (const key of ['PageUp', back, 'ArrowUp', 'Shift+Space', 'p', 'P']) {
        await page.keyboard.press('PageDown');
        await isAt(page, 1);
        await page.keyboard.press(key);
        await isAt(page, 0, `${key} goes back`);
      }
      for (const [key, index] of [['End', LAST], ['Home', 0], [`Shift+${forward}`, LAST], [`Shift+${back}`, 0]]) {
        await page.keyboard.press(key);
        await isAt(page, index, key);
      }
      await page.keyboard.press(back);
      await page.keyboard.press('3');
      await page.keyboard.press('Enter');
      await isAt(page, 2, 'nothing is before the first; 3 and Enter');
      for (const key of ['٢', 'Enter']) await press(page, { key });
      await isAt(page, 1, 'Arabic digits');
      await page.keyboard.press('9');
      await page.keyboard.press('9');
      await page.keyboard.press('Enter');
      await page.keyboard.press('PageUp');
      await isAt(page, 0, 'there is no step 99');
    });

    test(`becomes black or white, and the story again at any key (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&stage=room`);
      for (const [key, screen] of [['.', 'black'], ['b', 'black'], ['v', 'black'], ['/', 'black'], [',', 'white'], ['w', 'white']]) {
        for (const next of [key, 'PageDown', 'z']) {
          await page.keyboard.press(key);
          await sees(page, screen, key);
          assert.equal(await page.locator('.telling').isVisible(), false);
          await page.keyboard.press(next);
          await sees(page, 'story', `${key}, then ${next}`);
        }
      }
      await isAt(page, 0, 'and no key went on meanwhile');
    });

    test(`knows an Arabic keyboard (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&stage=room`);
      assert.ok(await press(page, { key: 'ى', code: 'KeyN' }));
      await isAt(page, 1, 'N');
      await press(page, { key: 'ح', code: 'KeyP' });
      await isAt(page, 0, 'P');
      for (const [key, code, screen] of [['لا', 'KeyB', 'black'], ['ز', 'Period', 'black'], ['ص', 'KeyW', 'white'], ['و', 'Comma', 'white']]) {
        await press(page, { key, code });
        await sees(page, screen, key);
        await press(page, { key, code });
        await sees(page, 'story', key);
      }
      await press(page, { key: '؟', code: 'Slash', shiftKey: true });
      await page.locator('#keys').waitFor({ state: 'visible' });
      await press(page, { key: 'Escape' });
      await page.locator('#keys').waitFor({ state: 'detached' });
    });

    test(`lists its keys in the page’s language (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&stage=room`);
      for (const key of ['?', 'F1']) {
        await page.keyboard.press(key);
        await page.locator('#keys').waitFor({ state: 'visible' });
        assert.match(await text(page, '#keys'), lang === 'ar' ? /الخطوة التالية/ : /Next step/);
        assert.equal((await page.locator('#keys kbd').allInnerTexts())[1], lang === 'ar' ? '←' : '→');
        await page.keyboard.press('PageDown');
        await isAt(page, 0, 'the list has the keyboard');
        await page.keyboard.press('Escape');
        await page.locator('#keys').waitFor({ state: 'detached' });
      }
      await page.keyboard.press('?');
      await page.click('#keys-close');
      await page.locator('#keys').waitFor({ state: 'detached' });
      await page.keyboard.press('PageDown');
      await isAt(page, 1, 'the keyboard is the stage’s again');
    });

    test(`goes on and back by taps and swipes (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&stage=room`);
      const { width, height } = DESKTOP.viewport;
      const [start, end] = lang === 'ar' ? [width - 60, 60] : [60, width - 60];
      await page.mouse.click(end, height / 2);
      await isAt(page, 1, 'a tap where reading goes on');
      await page.mouse.click(start, height / 2);
      await isAt(page, 0, 'a tap where reading begins');
      const swipe = async (from, to) => {
        await page.mouse.move(from, height / 2);
        await page.mouse.down();
        await page.mouse.move(to, height / 2 + 5, { steps: 3 });
        await page.mouse.up();
      };
      const [near, far] = lang === 'ar' ? [500, 800] : [800, 500];
      await swipe(near, far);
      await isAt(page, 1, 'the next step is pulled in');
      await swipe(far, near);
      await isAt(page, 0, 'and pushed out again');
    });

    test(`is begun from the page, and left at its step (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}`);
      await page.click('#present');
      await isAt(page, 0);
      assert.equal(await focused(page), 'stage');
      const size = await page.evaluate(() => {
        const { width, height } = document.querySelector('#stage').getBoundingClientRect();
        return [width - innerWidth, height - innerHeight];
      });
      assert.deepEqual(size, [0, 0], 'it fills the window');
      await page.keyboard.press('PageDown');
      await isAt(page, 1);
      await page.reload();
      await standing(page);
      await isAt(page, 1, 'loaded again');
      await sees(page, 'story');
      await becomes(async () => {
        await page.keyboard.press('Escape');
        return page.locator('#stage').count();
      }, 0);
      await isOnPage(page);
      await isAt(page, 1, 'the page is at the same step');
      await becomes(() => focused(page), 'present');
    });
  }

  test('fills the screen as a clicker asks, and is not loaded again by it', async ({ open }) => {
    const page = await open('lang=en&stage=room');
    await page.evaluate(() => { globalThis.same = true; });
    const may = await page.evaluate(() => document.fullscreenEnabled);
    for (const round of [1, 2]) {
      await page.keyboard.press('F5');
      if (may) await becomes(() => fills(page), 'app', `F5, round ${round}`);
      await sees(page, 'story');
      if (may) {
        await page.keyboard.press('Escape');
        await becomes(() => fills(page), '');
        await sees(page, 'story', 'it still fills the window');
      }
    }
    await page.keyboard.press('f');
    if (may) await becomes(() => fills(page), 'app');
    await page.keyboard.press('f');
    await becomes(() => fills(page), '');
    assert.equal(await page.evaluate(() => globalThis.same), true, 'the page was not loaded again');
    await page.keyboard.press('Escape');
    await isOnPage(page);
  });

  test('fills the window where there is no full screen', async ({ open }) => {
    const page = await open('lang=ar');
    await page.evaluate(() => Object.defineProperty(document, 'fullscreenEnabled', { value: undefined }));
    await page.click('#present');
    await isAt(page, 0);
    assert.equal(await fills(page), '');
    assert.doesNotMatch(await text(page, '.room-tools'), /ملء الشاشة/);
    await page.keyboard.press('F5');
    await page.keyboard.press('PageDown');
    await isAt(page, 1, 'F5 does nothing, and loads nothing');
  });

  test('leaves letters alone on the page, while somebody types, and with a modifier', async ({ open }) => {
    const page = await open('lang=en');
    for (const key of ['b', '.', 'w', 'n', 'f', 's', 'k', 'PageDown', '?']) await page.keyboard.press(key);
    await painted(page);
    assert.equal(await page.evaluate(() => location.hash), '#lang=en');
    assert.equal(await page.locator('#stage, #keys').count(), 0);
    await follow(page, 'lang=en&stage=room');
    await isAt(page, 0);
    for (const key of ['b', 'n', 'PageDown', 'F5']) {
      for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
        assert.equal(await press(page, { key, [modifier]: true }), false, `${modifier} ${key}`);
      }
    }
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'field';
      document.querySelector('#stage').append(field);
    });
    for (const key of ['b', ' ', 'PageDown', 'n']) assert.equal(await press(page, { key, on: '#field' }), false, key);
    await painted(page);
    await isAt(page, 0);
    await sees(page, 'story');
    await page.evaluate(() => document.querySelector('#field').remove());
  });

  test('goes back to the page at once with the browser’s “back”', async ({ open }) => {
    const page = await open('lang=en');
    await page.click('#present');
    await isAt(page, 0);
    for (const index of [1, 2]) {
      await page.keyboard.press('PageDown');
      await isAt(page, index);
    }
    await page.goBack();
    await isOnPage(page);
    assert.equal(await page.evaluate(() => location.hash), '#lang=en');
  });

  test('hides the pointer and the tools when the pointer rests', async ({ open }) => {
    const page = await open('lang=en&stage=room');
    await page.mouse.move(300, 300);
    const rests = () => page.evaluate(() => document.querySelector('#stage').classList.contains('resting'));
    await becomes(rests, true);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('#stage')).cursor), 'none');
    await becomes(() => page.evaluate(() => getComputedStyle(document.querySelector('.room-tools')).opacity), '0');
    await page.mouse.move(320, 320);
    await becomes(rests, false);
  });

  test('shows nothing cut and no small type', async ({ open }) => {
    for (const [width, height] of [[1920, 1080], [1024, 768], [360, 740]]) {
      const page = await open('lang=ar&stage=room', { viewport: { width, height } });
      for (const lang of LANGUAGES) {
        for (const step of STEPS) {
          await follow(page, `lang=${lang}&step=${step}&stage=room`);
          await becomes(() => page.evaluate(() => document.documentElement.lang), lang);
          const found = await page.evaluate(() => {
            const cut = [...document.querySelectorAll('.telling, .telling *, .progress')].filter((it) => {
              const { left, top, right, bottom } = it.getBoundingClientRect();
              const { scrollWidth, clientWidth, scrollHeight, clientHeight, localName } = it;
              const scrolls = localName === 'div' && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
              return scrolls || left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
            });
            const sizes = [...document.querySelectorAll('.telling *')].map((it) => Number.parseFloat(getComputedStyle(it).fontSize));
            const label = document.querySelector('.room-picture .label');
            const scale = label.getScreenCTM().a;
            sizes.push(...(innerHeight >= 1080 ? [Number.parseFloat(getComputedStyle(label).fontSize) * scale] : []));
            return { cut: cut.map((it) => it.className || it.localName), smallest: Math.min(...sizes) };
          });
          assert.deepEqual(found.cut, [], `${width} × ${height}, ${lang}, ${step}`);
          const least = height >= 1080 ? 24 : 16;
          assert.ok(found.smallest >= least, `${found.smallest} px at ${width} × ${height}, ${lang}, ${step}`);
        }
      }
    }
  });

  test('shows two accounts side by side where a step names them, and one picture on a phone', async ({ open }) => {
    const step = STORY.steps.find((it) => it.accounts);
    const namedBy = (account) => {
      const named = STORY.memberships.filter((it) => it.named_by.some((naming) => naming.account === account));
      return new Set(named.map((it) => it.organization)).size;
    };
    for (const [width, height, pictures] of [[1920, 1080, 2], [1024, 768, 2], [360, 740, 1]]) {
      for (const lang of LANGUAGES) {
        const page = await open(`lang=${lang}&step=${step.id}&stage=room`, { viewport: { width, height } });
        await becomes(() => page.locator('.room-picture svg').count(), pictures);
        const found = await page.evaluate(() =>
          [...document.querySelectorAll('.room-sides figure')].map((figure) => {
            const shapes = [...figure.querySelectorAll('.node')].filter((node) => node.querySelector('.shape'));
            const { right, left, bottom } = figure.getBoundingClientRect();
            const inside = left >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
            return { named: shapes.filter((node) => !node.querySelector('.unnamed')).length, inside };
          }),
        );
        const expected = step.accounts.map((account) => ({ named: namedBy(account), inside: true }));
        assert.deepEqual(found, pictures === 2 ? expected : [], `${width} × ${height}, ${lang}`);
      }
    }
  });

  test('has a speaker’s window that stays in step both ways, also when either is loaded anew', async ({ open }) => {
    const room = await open('lang=ar&stage=room');
    const complaints = [];
    const lectern = await second(room, complaints, () => room.keyboard.press('s'));
    await inStep(room, lectern);
    assert.equal(await text(lectern, '.now h2'), STORY.steps[0].title.ar);
    assert.equal(await text(lectern, '.note p'), STORY.steps[0].note.ar);
    assert.equal(await text(lectern, '.next h3'), STORY.steps[1].title.ar);
    assert.match(await text(lectern, '.clock dd'), /^\d\d:\d\d$/);
    await lectern.click('[lang="en"]');
    await becomes(() => text(lectern, '.note p'), STORY.steps[0].note.en);
    assert.equal(await room.evaluate(() => document.documentElement.lang), 'ar', 'the room keeps its language');
    await lectern.keyboard.press('ArrowRight');
    await isAt(room, 1, 'arrows follow the lectern’s own direction');
    await eventually(async () => assert.match(await text(lectern, '.elapsed dd'), /^0:(?!00)/));
    // A driver may ask only after the first second.
    await lectern.evaluate(() => {
      window.elapsed = [];
      new MutationObserver(() => elapsed.push(document.querySelector('.elapsed dd').textContent))
        .observe(document.querySelector('.elapsed'), { childList: true, subtree: true, characterData: true });
    });
    await lectern.click('#reset');
    await becomes(() => lectern.evaluate(() => elapsed.includes('0:00')), true);
    await eventually(async () => assert.match(await text(lectern, '.elapsed dd'), /^0:0[1-9]$/));
    const closed = lectern.waitForEvent('close');
    // It closes while the driver still waits for its answer.
    await lectern.click('#end').catch(() => {});
    await closed;
    await isOnPage(room);
    assert.deepEqual(complaints, []);
  });

  test('hears nobody but a window that it opened, and from there nothing hostile', async ({ open, site }) => {
    const stands = async (page) => [(await fragment(page)).step, await page.getAttribute('#stage', 'class')];
    const room = await open('lang=en&stage=room');
    const before = await stands(room);
    await room.evaluate(() => postMessage('tahaluf-stage do next', '*'));
    const opened = room.context().waitForEvent('page');
    await room.evaluate((url) => void globalThis.open(url), `${site.url}story.json`);
    const other = await opened;
    await other.waitForLoadState();
    for (const message of ['tahaluf-stage do harm', 'tahaluf-stage do go=0', 'tahaluf-stage at step=nowhere', 'do next', null, { tahaluf: 'stage' }]) {
      await other.evaluate((it) => opener.postMessage(it, '*'), message);
    }
    await painted(room);
    assert.deepEqual(await stands(room), before);
    await other.evaluate(() => opener.postMessage('tahaluf-stage do next', '*'));
    await isAt(room, 1, 'what a lectern would say');

    const led = other.context().waitForEvent('page');
    await other.evaluate((url) => { globalThis.led = open(url); }, `${site.url}#lang=en&stage=room`);
    const follower = await led;
    await standing(follower);
    await other.evaluate(() => globalThis.led.postMessage('tahaluf-stage do next', '*'));
    await painted(follower);
    await isAt(follower, 0, 'the window that opened a room is no lectern of it');
  });

  test('offers its notes below the stage where a second window is refused', async ({ open }) => {
    const page = await open('lang=en&stage=room');
    await page.evaluate(() => { globalThis.open = () => null; });
    await page.keyboard.press('s');
    await eventually(async () => assert.match(await text(page, '#notes'), /did not allow a second window/));
    assert.ok(!(await text(page, '#notes')).includes(STORY.steps[0].note.en), 'not before somebody asks');
    await page.click('#notes button');
    await eventually(async () => assert.ok((await text(page, '#notes')).includes(STORY.steps[0].note.en)));
    await page.keyboard.press('PageDown');
    await eventually(async () => assert.ok((await text(page, '#notes')).includes(STORY.steps[1].note.en)));
    await page.keyboard.press('s');
    await page.locator('#notes').waitFor({ state: 'detached' });
  });

  test('turns its pages alone at a lectern without a room, and says so', async ({ open }) => {
    const page = await open('lang=en&stage=lectern');
    await eventually(async () => assert.match(await text(page, '.company'), /does not answer/));
    await page.keyboard.press('PageDown');
    await isAt(page, 1);
    await page.click('#previous');
    await isAt(page, 0);
  });

  test('goes on by itself where a link says so, until somebody does something', async ({ open }) => {
    const page = await open('lang=en&stage=room&kiosk=3');
    await isAt(page, 1, 'after three seconds');
    await page.keyboard.press('Home');
    await becomes(() => text(page, '#kiosk'), 'Go on by itself');
    await isAt(page, 0);
    await page.click('#kiosk');
    await becomes(() => text(page, '#kiosk'), 'Pause');
    await isAt(page, 1, 'and on');
    await page.click('#kiosk');
    await becomes(() => text(page, '#kiosk'), 'Go on by itself');
    assert.equal((await fragment(page)).kiosk, '3');
    await page.keyboard.press('k');
    await becomes(() => text(page, '#kiosk'), 'Pause');
  });

  // Firefox's driver does not pretend that calm is asked for.
  if (engine === 'chromium') {
    test('does not go on by itself where calm is asked for', async ({ open }) => {
      const page = await open('lang=en&stage=room&kiosk=3', { reducedMotion: 'reduce' });
      assert.equal(await text(page, '#kiosk'), 'Go on by itself');
    });
  }

  test('is there on a phone', async ({ open }) => {
    const page = await open('lang=ar', { ...PHONE, hasTouch: true });
    // Among what is seldom wanted there.
    await page.click('#more');
    await page.click('#present');
    await isAt(page, 0);
    assert.ok(await page.locator('.room-picture .label').first().isVisible());
    assert.ok(await page.locator('.telling h1').isVisible());
  });
});

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

inEveryBrowser(
  'axe-core',
  (test) => {
    test('finds no serious barrier before a room, in its list of keys and at the lectern', async ({ open }) => {
      const page = await open('lang=ar&stage=room&kiosk=600');
      await page.addScriptTag({ path: AXE });
      const found = [];
      const look = async (where) => {
        await page.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)));
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
        for (const { id, impact, help, nodes } of violations) {
          if (['serious', 'critical'].includes(impact)) found.push(`${where}: ${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 150)).join(' ')}`);
        }
      };
      for (const lang of LANGUAGES) {
        for (const theme of ['light', 'dark']) {
          await follow(page, `lang=${lang}&theme=${theme}&stage=room&kiosk=600`);
          await becomes(() => page.evaluate(() => document.documentElement.lang), lang);
          await look(`room, ${lang}, ${theme}`);
          await page.keyboard.press('?');
          await page.locator('#keys').waitFor({ state: 'visible' });
          await look(`keys, ${lang}, ${theme}`);
          await page.keyboard.press('Escape');
          await page.locator('#keys').waitFor({ state: 'detached' });
          await follow(page, `lang=${lang}&theme=${theme}&stage=lectern`);
          await page.locator('#lectern').waitFor();
          await look(`lectern, ${lang}, ${theme}`);
        }
      }
      assert.deepEqual(found, []);
    });
  },
  // axe-core comes as an inline script, which the release's policy would refuse.
  { policy: null },
);

describe('A presentation from a disk', () => {
  let folder;
  let url;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tahaluf-'));
    const path = join(folder, 'story.html');
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const words = ['run', '--quiet', '--package', 'tahaluf-cli', '--', 'one-file', '--app', SHELL, '--lang', 'en', '--out', path];
    await promisify(execFile)(process.env.CARGO ?? 'cargo', words, { cwd: root });
    url = pathToFileURL(path).href;
  });
  after(() => rm(folder, { recursive: true }));

  for (const engine of BROWSERS) {
    it(`has two windows in step, in ${engine}`, { timeout: 60_000 }, async () => {
      const browser = await launch(engine);
      try {
        const { page, complaints } = await openPage(browser, { url: 'about:blank', context: DESKTOP });
        await page.goto(`${url}#lang=en&stage=room`, { waitUntil: 'domcontentloaded' });
        await standing(page);
        const lectern = await second(page, complaints, () => page.keyboard.press('s'));
        await inStep(page, lectern);
        assert.deepEqual(complaints, []);
      } finally {
        await browser.close();
      }
    });
  }
});
