// Pages that put the story into frames, each as those who do it at many newspapers: two load the
// packages that they use, the others listen as the formats are documented.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from './harness.mjs';

const require = createRequire(import.meta.url);
const file = (name) => readFileSync(require.resolve(name));

/** The limits that the snippets of other sites put on a frame. */
export const SANDBOX = 'allow-scripts';

/** A frame in markup, called by its id. */
export const frame = (id, address, more = 'height="300"') =>
  `<iframe id="${id}" src="${address}" title="story" ${more}></iframe>`;

/** The frame that sent a message. */
const SENDER = `const sender = ({ source }) => [...document.querySelectorAll('iframe')].find((it) => it.contentWindow === source);`;

/** A listener for messages, which as those of others does not ask first what they are. */
const listening = (body) => `<script>${SENDER} addEventListener('message', (event) => { ${body} });</script>`;

/**
 * Ways to make a frame as tall as its page: what is in the parent's page for frames of some
 * addresses, what the address says besides, and what height comes of it.
 *
 * @type {Record<string, {query?: string, hash?: string, body: (addresses: string[]) => string, given?: (height: number) => number}>}
 */
export const PARENTS = {
  'pym.js': {
    body: (addresses) => `<script src="pym.js"></script>${addresses
      .map((address, index) => `<div id="story-${index}"></div><script>new pym.Parent('story-${index}', '${address}', {});</script>`)
      .join('')}`,
  },
  '@newswire/frames': {
    body: (addresses) => `${addresses.map((address) => `<div data-frame-src="${address}"></div>`).join('')}
      <script type="module">import { autoInitFrames } from './frames.js'; autoInitFrames();</script>`,
  },
  'an AMP page': {
    hash: 'amp=1',
    body: (addresses) => `${listening(`
      if (event.data.sentinel !== 'amp') return;
      if (event.data.type === 'embed-ready') sender(event).previousElementSibling.hidden = true;
      if (event.data.type === 'embed-size' && event.data.height >= 100) sender(event).height = event.data.height;
    `)}${addresses.map((address, index) => `<p class="placeholder">…</p>${frame(`story-${index}`, address)}`).join('')}`,
  },
  'an Embedly page': {
    body: (addresses) => `${listening(`
      if (typeof event.data !== 'string' || event.data[0] !== '{') return;
      const { context, height, src } = JSON.parse(event.data);
      if (context === 'iframe.resize' && src) sender(event).style.height = height + 'px';
    `)}${addresses.map((address, index) => frame(`story-${index}`, address)).join('')}`,
  },
  'a WordPress page': {
    hash: '?secret=aB3dE6gH9j',
    given: (height) => Math.min(1_000, height),
    body: (addresses) => `${listening(`
      const { message, value, secret } = event.data;
      if (!message || !secret || /[^a-zA-Z0-9]/.test(secret) || secret !== 'aB3dE6gH9j') return;
      if (message === 'height') sender(event).height = Math.max(200, Math.min(1000, parseInt(value, 10)));
      if (message === 'link') window.linked = value;
    `)}${addresses.map((address, index) => frame(`story-${index}`, address)).join('')}`,
  },
  'a Datawrapper page': {
    query: 'height=datawrapper',
    body: (addresses) => `${listening(`
      const heights = event.data['datawrapper-height'];
      for (const id in heights ?? {}) sender(event).style.height = heights[id] + 'px';
    `)}${addresses.map((address, index) => frame(`story-${index}`, address)).join('')}`,
  },
  'a Guardian page': {
    query: 'height=guardian',
    body: (addresses) => `${listening(`
      if (typeof event.data !== 'string' || !event.data.includes('iframeMessenger')) return;
      const { id, type, value } = JSON.parse(event.data);
      if (/^iframeMessenger:[a-z0-9]{5}$/.test(id) && type === 'set-height') sender(event).style.height = value + 'px';
    `)}${addresses.map((address, index) => frame(`story-${index}`, address)).join('')}`,
  },
};

/** Writes down what a parent's page is told, and every height that its frames get, with the time. */
const RECORDER = `<script>
  window.told = [];
  window.heights = [];
  const now = () => performance.timeOrigin + performance.now();
  const frames = () => [...document.querySelectorAll('iframe')];
  addEventListener('message', ({ source, data }) => {
    told.push({ at: now(), from: frames().findIndex((it) => it.contentWindow === source), data });
  });
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      heights.push({ at: now(), frame: frames().indexOf(target), height: target.clientHeight });
    }
  });
  new MutationObserver(() => frames().forEach((it) => watch.observe(it))).observe(document, { childList: true, subtree: true });
</script>`;

/** A newspaper's page, with something above what is in it. */
const page = (body, style = '') => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A newspaper</title>
  <link rel="icon" href="data:,">
  <style>iframe { border: 0; inline-size: 100%; display: block } ${style}</style>${RECORDER}<h1>A newspaper</h1>${body}</html>`;

/** Serves a newspaper's page, on an origin of its own. */
export function newspaper(body, style) {
  const type = 'text/javascript';
  return serve({
    policy: null,
    overrides: {
      'index.html': { body: page(body, style) },
      'pym.js': { body: file('pym.js'), type },
      'frames.js': { body: file('@newswire/frames'), type },
    },
  });
}
