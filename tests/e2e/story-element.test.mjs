// The element for the pages of others: on another origin, under a strict policy, with frames
// that speak, that are silent, and that are not let in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { DIST, openPage, serve } from './harness.mjs';
import { becomes, inEveryBrowser, painted } from './support.mjs';

/** A page in a frame that says how tall it is: what its address asks for. */
const STORY = '<!doctype html><title>story</title><script src="./frame.js"></script>';
const SPEAKS = `
  const asked = new URLSearchParams(location.hash.slice(1));
  const say = (message) => parent.postMessage(message, '*');
  const height = (value) => say({ sentinel: 'amp', type: 'embed-size', height: value });
  if (asked.has('height')) height(Number(asked.get('height')));
  if (asked.has('garbage')) {
    for (const message of [null, 1, 'pymxPYMx1xPYMxheightxPYMx9', {}, [], { height: 9 }, { sentinel: 'amp', type: 'embed-size' }])
      say(message);
    for (const value of [null, '9', 9n, NaN, Infinity, -1, 0, 1e9, {}, []]) height(value);
    document.title = 'said';
  }
  // An answer to who asks, once somebody does.
  if (asked.has('answer')) {
    addEventListener('message', ({ source, data }) => {
      if (source === parent && data?.sentinel === 'amp' && data.type === 'frames-init') height(Number(asked.get('answer')));
    });
  }
`;

/** An element with a fallback. */
const element = (id, src, more = '') =>
  `<tahaluf-story id="${id}" ${src === null ? '' : `src="${src}"`} title="تحالفان «و» &quot;B&quot;" ${more}><a id="fallback-${id}" href="about:blank">fallback</a></tahaluf-story>`;

inEveryBrowser(
  'The element for other pages',
  (test) => {
    let host;
    before(async () => {
      host = await serve({ policy: null });
    });
    after(() => host?.close());

    /** A page of the host with these elements, under a policy that lets the site's frames in or not. */
    const page = async ({ browser, site }, body, { frames = true, script = true } = {}) => {
      Object.assign(site.overrides, { 'frame.html': { body: STORY }, 'frame.js': { body: SPEAKS } });
      host.overrides['article.css'] = { body: 'iframe, slot, div { display: none !important; border: 9px solid red !important }' };
      host.overrides['article.html'] = {
        policy: `default-src 'none'; script-src ${site.origin}; style-src 'self'; img-src data:; frame-src ${frames ? site.origin : "'none'"}`,
        body: `<!doctype html><meta charset="utf-8"><title>article</title><link rel="icon" href="data:,"><link rel="stylesheet" href="./article.css">
          ${script ? `<script src="${site.url}story-element.js" defer></script>` : ''}<p>Before</p>${body}<p>After</p>`,
      };
      const visit = await openPage(browser, { url: `${host.url}article.html` });
      // That the frame is of another site is the point.
      const complaints = () => visit.complaints.filter((it) => !it.startsWith('request to another origin'));
      return { ...visit, complaints };
    };

    /** What a reader sees of an element. */
    const seen = (page, id) =>
      page.evaluate((it) => {
        const story = document.getElementById(it);
        const frame = story.shadowRoot?.querySelector('iframe');
        const visible = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
        return {
          fallback: visible(story.firstElementChild),
          frame: visible(frame),
          height: visible(frame) ? frame.getBoundingClientRect().height : null,
        };
      }, id);

    const FRAME = (height) => ({ fallback: false, frame: true, height });
    const FALLBACK = { fallback: true, frame: false, height: null };

    test('shows its fallback until the frame says its height, then the frame', async (tools) => {
      const visit = await page(tools, element('a', `${tools.site.url}frame.html#answer=700`, 'height="300"'));
      await becomes(() => seen(visit.page, 'a'), FRAME(700));
      const attributes = await visit.page.evaluate(() => {
        const frame = document.querySelector('tahaluf-story').shadowRoot.querySelector('iframe');
        return Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]));
      });
      assert.equal(attributes.title, 'تحالفان «و» "B"');
      assert.equal(attributes.loading, 'lazy');
      assert.equal(attributes.sandbox, 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads');
      assert.equal(attributes.allow, 'fullscreen; clipboard-write');
      assert.deepEqual(visit.complaints(), []);
      await visit.close();
    });

    test('stands several times on a page, each at its height, and leaves the page alone', async (tools) => {
      const frame = `${tools.site.url}frame.html`;
      const body = ['400', '500.2', '600'].map((height, at) => element(`n${at}`, `${frame}#height=${height}`, at === 2 ? 'width="320"' : '')).join('');
      const visit = await page(tools, body);
      await becomes(() => seen(visit.page, 'n0'), FRAME(400));
      await becomes(() => seen(visit.page, 'n1'), FRAME(501));
      await becomes(() => seen(visit.page, 'n2'), FRAME(600));
      const { width, ours } = await visit.page.evaluate(() => ({
        width: document.querySelector('#n2').shadowRoot.querySelector('iframe').clientWidth,
        ours: Object.keys(globalThis).filter((it) => /tahaluf|^story/i.test(it)),
      }));
      assert.equal(width, 320);
      assert.deepEqual(ours, [], 'no global');
      assert.deepEqual(visit.complaints(), []);
      await visit.close();
    });

    test('hears its own frame only, and of it only heights', async (tools) => {
      const frame = `${tools.site.url}frame.html`;
      const visit = await page(tools, element('loud', `${frame}#garbage`) + element('quiet', `${frame}#silent`));
      const loud = () => visit.page.frames().find((it) => it.url().includes('garbage'));
      await becomes(async () => (await loud()?.title()) ?? null, 'said');
      await visit.page.evaluate(() => {
        const heard = new Promise((done) => addEventListener('message', () => done(true), { once: true }));
        postMessage({ sentinel: 'amp', type: 'embed-size', height: 333 }, '*');
        return heard;
      });
      await painted(visit.page);
      assert.deepEqual(await seen(visit.page, 'loud'), FALLBACK);
      assert.deepEqual(await seen(visit.page, 'quiet'), FALLBACK);
      assert.deepEqual(visit.complaints(), []);
      await visit.close();
    });

    test('keeps its fallback where it has no address, or one that would run', async (tools) => {
      const body = element('none', null) + element('empty', '') + element('bad', 'https://') + element('runs', 'javascript:document.title=1') + element('data', 'data:text/html,x');
      const visit = await page(tools, body);
      for (const id of ['none', 'empty', 'bad', 'runs', 'data']) {
        await becomes(() => seen(visit.page, id), FALLBACK);
        assert.equal(await visit.page.evaluate((it) => document.getElementById(it).shadowRoot.querySelectorAll('iframe').length, id), 0, id);
      }
      assert.equal(await visit.page.title(), 'article');
      assert.deepEqual(visit.complaints(), []);
      await visit.close();
    });

    test('keeps its fallback where the page lets in no frame, or no script', async (tools) => {
      const body = element('a', `${tools.site.url}frame.html#height=400`);
      const blocked = await page(tools, body, { frames: false });
      // The browser says that it blocks the frame.
      await becomes(async () => blocked.complaints().length > 0, true);
      await painted(blocked.page);
      assert.deepEqual(await seen(blocked.page, 'a'), FALLBACK);
      await blocked.close();
      const plain = await page(tools, body, { script: false });
      assert.deepEqual(await seen(plain.page, 'a'), FALLBACK);
      await plain.close();
    });

    test('follows its attributes, and goes with its element', async (tools) => {
      const frame = `${tools.site.url}frame.html`;
      const visit = await page(tools, element('a', `${frame}#height=400`));
      await becomes(() => seen(visit.page, 'a'), FRAME(400));
      await visit.page.evaluate((src) => document.getElementById('a').setAttribute('src', src), `${frame}#height=450`);
      await becomes(() => seen(visit.page, 'a'), FRAME(450));
      await visit.page.evaluate(() => {
        const story = document.getElementById('a');
        globalThis.kept = story;
        story.remove();
      });
      await becomes(() => visit.page.frames().length, 1);
      await visit.page.evaluate(() => document.body.append(globalThis.kept));
      await becomes(() => seen(visit.page, 'a'), FRAME(450));
      assert.deepEqual(visit.complaints(), []);
      await visit.close();
    });

    test('is small', () => {
      const { length } = readFileSync(join(DIST, 'story-element.js'));
      assert.ok(length < 2048, `${length} bytes`);
    });
  },
  { cors: true },
);
