// What `tahaluf one-file` spells in letters (cli/src/pack/letters.rs), the script of the file reads.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { read } from '../../cli/src/pack/letters.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Bytes by their index, and by what looks like chance and is the same each time. */
function made(length, byte) {
  let state = 1;
  return Uint8Array.from({ length }, (_, index) => {
    // Marsaglia's xorshift (2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return byte(state >>> 0, index);
  });
}

/** Bytes of which these are the groups of seven bits. */
function grouped(groups) {
  const bits = groups.map((group) => group.toString(2).padStart(7, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g), (byte) => parseInt(byte, 2));
}

const EVERY = Array.from({ length: 128 }, (_, group) => group);
const FILES = {
  nothing: new Uint8Array(),
  'a byte': Uint8Array.of(0),
  'every group after every other': grouped(EVERY.flatMap((first) => EVERY.flatMap((second) => [first, second, 1, second, first, 2, 3, 4]))),
  'a group that is kept out at the end': grouped([65, 65, 65, 65, 65, 65, 65, 60]),
  noise: made(300_000, (random) => random),
  zeros: new Uint8Array(100_000),
  'the longest letters': new Uint8Array(100_000).fill(255),
};
const letters = {};

before(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tahaluf-letters-'));
  try {
    const names = Object.keys(FILES);
    names.forEach((name, index) => writeFileSync(join(folder, `${index}`), FILES[name]));
    const spell = ['run', '--quiet', '--package', 'tahaluf-cli', '--example', 'spell', '--', folder];
    execFileSync(process.env.CARGO ?? 'cargo', spell, { cwd: ROOT });
    names.forEach((name, index) => {
      letters[name] = readFileSync(join(folder, `${index}.letters`), 'utf8');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('Letters', () => {
  for (const [name, bytes] of Object.entries(FILES)) {
    it(`are read: ${name}`, () => {
      const again = read(letters[name]);
      assert.ok(Buffer.from(again.subarray(0, bytes.length)).equals(bytes));
      // What the last letter is filled up with may be a byte.
      const more = [...again.subarray(bytes.length)];
      assert.deepEqual(more, more.length > 0 ? [0] : []);
    });
  }

  it('are read across lines, as a mail may have broken them', () => {
    const text = letters.noise.slice(0, 5_000);
    const lines = text.match(/[^]{1,76}/g).join('\r\n');
    assert.deepEqual(read(`\n${lines}\n`), read(text));
  });

  it('are told from what is none', () => {
    assert.throws(() => read('Tahaluf\u{fffd}'), /^Error: what is packed is damaged at letter 7$/);
    assert.throws(() => read('\u{800}'), /damaged at letter 0$/);
  });
});
