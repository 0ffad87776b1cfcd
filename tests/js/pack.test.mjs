// What `tahaluf one-file` packs (cli/src/pack.rs), the script of the file unpacks; and what was
// cut off or changed on its way, it does not take for whole.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { read } from '../../cli/src/pack/letters.js';
import { unpack } from '../../cli/src/pack/lzma.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CUT_OFF = /^Error: what is packed was cut off or damaged$/;

/** Numbers that look like chance and are the same each time (xorshift, Marsaglia 2003). */
function chance(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** Bytes by their index and chance. */
function made(length, byte, seed = 1) {
  const random = chance(seed);
  return Uint8Array.from({ length }, (_, index) => byte(random(), index));
}

/** Words in any order: many copies, of many lengths and from many places. */
function words(count) {
  const random = chance(7);
  const vocabulary = Array.from({ length: 900 }, () => `${random().toString(36)} `.repeat(1 + (random() % 3)));
  return new TextEncoder().encode(Array.from({ length: count }, () => vocabulary[random() % 900]).join(''));
}

const noise = made(300_000, (random) => random);
const FILES = {
  nothing: new Uint8Array(),
  'a byte': Uint8Array.of(0),
  'one byte many times': new Uint8Array(1_000_000).fill(255),
  'every byte': made(256, (_, index) => index),
  'every byte at every place of a group': made(256 * 7 * 8, (_, index) => (index / 7) % 256),
  noise,
  'noise that comes again from afar': new Uint8Array([...noise, ...noise.subarray(0, 1000), ...noise.subarray(77)]),
  'few bytes': made(50_000, (random) => random % 3),
  'bytes that come again with one changed': made(90_000, (random, index) => (random % 11 ? index % 613 : random)),
  'text of words': words(40_000),
  'a story in Arabic': new Uint8Array(readFileSync(join(ROOT, 'assets/story.json'))),
};

const packed = {};

before(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tahaluf-pack-'));
  try {
    const names = Object.keys(FILES);
    names.forEach((name, index) => writeFileSync(join(folder, `${index}`), FILES[name]));
    const pack = ['run', '--quiet', '--package', 'tahaluf-cli', '--example', 'pack', '--', folder];
    execFileSync(process.env.CARGO ?? 'cargo', pack, { cwd: ROOT });
    names.forEach((name, index) => {
      packed[name] = readFileSync(join(folder, `${index}.packed`), 'utf8');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('What is packed', () => {
  for (const name of Object.keys(FILES)) {
    it(`is unpacked: ${name}`, () => {
      assert.ok(Buffer.from(unpack(read(packed[name]))).equals(FILES[name]));
    });
  }

  it('is told where it was cut off, wherever', () => {
    const file = read(packed['few bytes']);
    for (let length = 0; length < file.length - 1; length += length < 40 ? 1 : 97) {
      assert.throws(() => unpack(file.subarray(0, length)), CUT_OFF, `${length} bytes`);
    }
  });

  it('is told where a bit was changed', () => {
    const file = read(packed['a story in Arabic']);
    // How much memory a program needs, and a byte that the coder begins with: not read here.
    const unread = [1, 2, 3, 4, 13];
    for (let at = 0; at < file.length; at += at < 40 ? 1 : 331) {
      if (unread.includes(at)) continue;
      const bent = file.slice();
      bent[at] ^= 1 << (at % 8);
      assert.throws(() => unpack(bent), CUT_OFF, `byte ${at}`);
    }
  });

  it('is told where its head is not one that is made here', () => {
    const file = read(packed['a byte']);
    const bent = (at, byte) => Uint8Array.from(file, (it, index) => (index === at ? byte : it));
    assert.throws(() => unpack(bent(0, 9)), CUT_OFF, 'odds by the place of a byte');
    assert.throws(() => unpack(bent(12, 255)), CUT_OFF, 'no length');
    assert.throws(() => unpack(new Uint8Array()), CUT_OFF);
  });
});

describe('Letters', () => {
  const KEPT_OUT = [0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 26, 27, 38, 60, 127];

  /** Groups of seven bits in letters, as `letters.rs` describes them. */
  function spelt(groups) {
    let text = '';
    for (let at = 0; at < groups.length; at++) {
      const place = KEPT_OUT.indexOf(groups[at]);
      text += String.fromCharCode(place < 0 ? groups[at] : 0x80 + place * 0x80 + (groups[++at] ?? 0));
    }
    return text;
  }

  it('are read, every group after every other', () => {
    for (let first = 0; first < 128; first++) {
      for (let second = 0; second < 128; second++) {
        const groups = [first, second, 1, 2, 3, 4, 5, 6];
        const bits = groups.map((group) => group.toString(2).padStart(7, '0')).join('');
        const bytes = bits.match(/.{8}/g).map((byte) => parseInt(byte, 2));
        assert.deepEqual([...read(spelt(groups))], bytes, `${first}, ${second}`);
      }
    }
  });

  it('are read across lines, as a mail may have broken them', () => {
    const text = packed['few bytes'];
    const lines = text.match(/[^]{1,76}/g).join('\r\n');
    assert.deepEqual(read(`\n${lines}\n`), read(text));
  });

  it('are told from what is none', () => {
    assert.throws(() => read('Tahaluf\u{fffd}'), /^Error: what is packed is damaged at letter 7$/);
    assert.throws(() => read('\u{800}'), /damaged at letter 0$/);
  });
});
