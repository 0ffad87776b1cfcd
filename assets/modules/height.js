// The height of an embedded page in the words of those who put pages into frames, and when it
// is worth saying. Values in, values out: frame.js measures, listens and posts.

/** The least that is said, in CSS px: WordPress gives no frame less. */
const LEAST = 200;
/** The most messages that a page at rest posts, of all kinds together. */
const AT_REST = 5;
/** When a height is said again to a page that has not taken it, in milliseconds. */
const AGAIN = [1_000, 4_000];
/** How often one height may come back at one width before it counts as a circle. */
const ROUNDS = 3;

/** A measured height as it is said: whole pixels; none where nothing could be measured. */
export const wholePixels = (height) => (Number.isFinite(height) ? Math.max(LEAST, Math.ceil(height)) : null);

/**
 * Who listens, by the address that the page around gave the frame.
 *
 * @param {{search: string, hash: string}} address
 */
export function listeners({ search, hash }) {
  const query = new URLSearchParams(search);
  const asked = (query.get('height') ?? '').split(',');
  return {
    pym: query.get('childId') || null,
    wordpress: /[?&]secret=([A-Za-z0-9]{10})(?:&|$)/.exec(hash.replace(/^#/, ''))?.[1] ?? null,
    amp: new URLSearchParams(hash.slice(1)).get('amp') === '1',
    datawrapper: asked.includes('datawrapper'),
    guardian: asked.includes('guardian'),
  };
}

/** An address without what pym.js says in it of the page around, which is nobody else's. */
export function own(address) {
  const url = new URL(address);
  if (!url.searchParams.has('parentUrl') && !url.searchParams.has('parentTitle')) return address;
  url.searchParams.delete('parentUrl');
  url.searchParams.delete('parentTitle');
  return url.href;
}

/** What AMP waits for before it takes its placeholder away. */
export const READY = { sentinel: 'amp', type: 'embed-ready' };

/** pym.js, `src/pym.js`: to the frame's own id, which it knows the frame by. */
export const pym = (height, id) => `pymxPYMx${id}xPYMxheightxPYMx${height}`;

/** AMP, `amp-iframe.md`; also @newswire/frames and Sidechain. */
export const amp = (height) => ({ sentinel: 'amp', type: 'embed-size', height });

/** Embedly, and what reads the same: text. */
export const embedly = (height, src) => JSON.stringify({ src, context: 'iframe.resize', height });

/** WordPress, `wp-embed.js`; the page around makes more than 1000 of it 1000. */
export const wordpress = (height, secret) => ({ message: 'height', value: height, secret });

/** Datawrapper, `embed.js`: the sender tells which frame it is, not the key. */
export const datawrapper = (height) => ({ 'datawrapper-height': { tahaluf: height } });

/** The Guardian's iframe-messenger, `iframeMessenger.js`: text, with an id of its own each time. */
export const guardian = (height, id) =>
  JSON.stringify({ type: 'set-height', value: height, id: `iframeMessenger:${id}` });

/**
 * Everything that is posted to say a height.
 *
 * @param {ReturnType<typeof listeners>} to
 * @param {{src: string, id: string}} from the page's address, and five letters or digits
 */
export function messages(height, to, { src, id }) {
  const all = [amp(height), embedly(height, src)];
  if (to.pym) all.push(pym(height, to.pym));
  if (to.wordpress) all.push(wordpress(height, to.wordpress));
  if (to.datawrapper) all.push(datawrapper(height));
  if (to.guardian) all.push(guardian(height, id));
  return all;
}

/** When a height is said again, in milliseconds: so often that a page at rest stays quiet. */
export const repeats = (kinds) => AGAIN.slice(0, Math.floor(AT_REST / kinds));

/**
 * What a message from the page around asks for: the answer that it waits for, or nothing.
 *
 * @param {unknown} data anything at all
 * @returns {'amp' | 'pym' | null}
 */
export function asked(data, to) {
  if (typeof data === 'string') {
    const head = `pymxPYMx${to.pym}xPYMxwidthxPYMx`;
    return to.pym && data.startsWith(head) && /^\d{1,6}$/.test(data.slice(head.length)) ? 'pym' : null;
  }
  return data?.sentinel === 'amp' && data.type === 'frames-init' ? 'amp' : null;
}

/**
 * Remembers what was said, and tells what is news: not the same again, and nothing that only
 * goes round in a circle. A frame that grows may give the page around a scroll bar, which makes
 * the frame narrower, which makes it lower, and so on: then the taller one stays, until a reader
 * does something.
 */
export function memory() {
  let last = null;
  const rounds = new Map();
  return {
    /** Whether this height, at this width, is to be said; it counts as said then. */
    isNews(height, width) {
      if (height === null || height === last) return false;
      const key = `${width} ${height}`;
      const round = rounds.get(key) ?? 0;
      if (round >= ROUNDS && height < last) return false;
      rounds.set(key, round + 1);
      last = height;
      return true;
    },
    /** A reader did something: what changes now is no circle. */
    forget: () => rounds.clear(),
  };
}
