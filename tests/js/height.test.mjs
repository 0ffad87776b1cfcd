// The messages that say an embedded page's height, byte by byte as those who listen write them,
// and the rules of when they are said.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { READY, asked, listeners, memory, messages, own, repeats, wholePixels } from '../../assets/modules/height.js';

const FROM = { src: 'https://example.org/embed/#lang=ar', id: 'ab12c' };
const to = (search = '', hash = '') => listeners({ search, hash });
/** What a page around that is called so is told, as text: objects as structured clones write them. */
const told = (search, hash, height = 812) =>
  messages(height, to(search, hash), FROM).map((it) => (typeof it === 'string' ? it : JSON.stringify(it)));

const AMP = '{"sentinel":"amp","type":"embed-size","height":812}';
const EMBEDLY = '{"src":"https://example.org/embed/#lang=ar","context":"iframe.resize","height":812}';

describe('A height is said', () => {
  it('always as the object of AMP, @newswire/frames and Sidechain, and as Embedly’s text', () => {
    assert.deepEqual(messages(812, to(), FROM), [{ sentinel: 'amp', type: 'embed-size', height: 812 }, EMBEDLY]);
    assert.deepEqual(told('', ''), [AMP, EMBEDLY]);
  });

  it('to pym.js where it gave the frame an id', () => {
    const query = '?initialWidth=640&childId=map-1&parentTitle=News&parentUrl=https%3A%2F%2Fexample.com%2F';
    assert.deepEqual(told(query, ''), [AMP, EMBEDLY, 'pymxPYMxmap-1xPYMxheightxPYMx812']);
    assert.deepEqual(told('?childId=', ''), [AMP, EMBEDLY]);
  });

  it('to WordPress where the fragment has its secret, alone or with ours', () => {
    const wordpress = '{"message":"height","value":812,"secret":"aB3dE6gH9j"}';
    for (const hash of ['#?secret=aB3dE6gH9j', '#?secret=aB3dE6gH9j&lang=ar', '#lang=ar&?secret=aB3dE6gH9j']) {
      assert.deepEqual(told('', hash), [AMP, EMBEDLY, wordpress], hash);
    }
    for (const hash of ['#?secret=', '#?secret=short', '#?secret=aB3dE6gH9jk', '#?secret=aB3dE6gH9"', '#secretly=aB3dE6gH9j']) {
      assert.deepEqual(told('', hash), [AMP, EMBEDLY], hash);
    }
  });

  it('to Datawrapper’s and the Guardian’s where the query asks for it', () => {
    const datawrapper = '{"datawrapper-height":{"tahaluf":812}}';
    const guardian = '{"type":"set-height","value":812,"id":"iframeMessenger:ab12c"}';
    assert.deepEqual(told('?height=datawrapper', ''), [AMP, EMBEDLY, datawrapper]);
    assert.deepEqual(told('?height=guardian', ''), [AMP, EMBEDLY, guardian]);
    assert.deepEqual(told('?height=datawrapper,guardian', ''), [AMP, EMBEDLY, datawrapper, guardian]);
    assert.deepEqual(told('?height=somebody', ''), [AMP, EMBEDLY]);
  });

  it('and AMP is told that the frame is ready where it has a placeholder', () => {
    assert.equal(JSON.stringify(READY), '{"sentinel":"amp","type":"embed-ready"}');
    assert.equal(to('', '#amp=1').amp, true);
    assert.equal(to('', '#lang=ar&amp=1').amp, true);
    for (const hash of ['', '#amp', '#amp=0', '#amp=11', '#camp=1']) assert.equal(to('', hash).amp, false, hash);
  });

  it('in whole pixels, 200 at least, and not at all where none was measured', () => {
    const cases = [[811.2, 812], [812, 812], [0, 200], [199.9, 200], [-5, 200], [NaN, null], [Infinity, null], [undefined, null]];
    for (const [measured, expected] of cases) assert.equal(wholePixels(measured), expected, String(measured));
  });

  it('without the address of the page around', () => {
    const address = 'https://example.org/embed/?childId=map-1&parentUrl=https%3A%2F%2Fexample.com%2Fsecret&parentTitle=News#lang=ar';
    assert.equal(own(address), 'https://example.org/embed/?childId=map-1#lang=ar');
    assert.equal(own('https://example.org/embed/#lang=ar&x=%20'), 'https://example.org/embed/#lang=ar&x=%20');
  });
});

describe('What the page around says', () => {
  it('is the handshake of frames, or the width of pym.js', () => {
    assert.equal(asked({ sentinel: 'amp', type: 'frames-init' }, to()), 'amp');
    assert.equal(asked('pymxPYMxmap-1xPYMxwidthxPYMx640', to('?childId=map-1')), 'pym');
  });

  it('or means nothing', () => {
    const garbage = [
      null, undefined, 0, 1n, true, '', 'null', [], {}, [1, 2], new Date(0), new Map(),
      { sentinel: 'amp' }, { type: 'frames-init' }, { sentinel: 'amp', type: 'embed-size', height: 9 },
      { sentinel: ['amp'], type: 'frames-init' }, '{"sentinel":"amp","type":"frames-init"}',
      'pymxPYMxmap-2xPYMxwidthxPYMx640', 'pymxPYMxmap-1xPYMxwidthxPYMx', 'pymxPYMxmap-1xPYMxwidthxPYMx-1',
      'pymxPYMxmap-1xPYMxwidthxPYMx640px', 'pymxPYMxmap-1xPYMxwidthxPYMx64xPYMx1', 'pymxPYMxmap-1xPYMxnavigateToxPYMxhttps://example.com',
      `pymxPYMxmap-1xPYMxwidthxPYMx${'9'.repeat(10_000)}`, 'x'.repeat(1_000_000),
    ];
    for (const data of garbage) assert.equal(asked(data, to('?childId=map-1')), null, String(data).slice(0, 60));
    assert.equal(asked('pymxPYMxnullxPYMxwidthxPYMx640', to()), null, 'no pym, no width');
  });
});

describe('A height is news', () => {
  it('once, and again when it has changed', () => {
    const told = memory();
    const answers = [812, 812, 900, 900, 812, null].map((height) => told.isNews(height, 640));
    assert.deepEqual(answers, [true, false, true, false, true, false]);
  });

  it('not when it goes round in a circle: the taller one stays', () => {
    const told = memory();
    const round = [[640, 900], [625, 870]];
    const heights = [];
    for (let turn = 0; turn < 100; turn += 1) {
      const [width, height] = round[turn % 2];
      if (told.isNews(height, width)) heights.push(height);
    }
    assert.equal(heights.length, 7);
    assert.equal(heights.at(-1), 900);
    assert.equal(told.isNews(950, 640), true, 'what grows is said');
    told.forget();
    assert.equal(told.isNews(870, 625), true, 'and what follows a reader');
  });

  it('for a reader who opens and shuts, however often', () => {
    const told = memory();
    for (let turn = 0; turn < 50; turn += 1) {
      told.forget();
      assert.equal(told.isNews(turn % 2 ? 812 : 1_200, 640), true);
    }
  });

  it('again to who may not have heard, but never more than five messages in all', () => {
    assert.deepEqual(repeats(2), [1_000, 4_000]);
    assert.deepEqual(repeats(3), [1_000]);
    for (let kinds = 2; kinds <= 6; kinds += 1) {
      assert.ok(repeats(kinds).length * kinds <= 5, `${kinds} kinds`);
      assert.ok(repeats(kinds).every((delay) => delay <= 5_000));
    }
  });
});
