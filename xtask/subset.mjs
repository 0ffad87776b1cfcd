// HarfBuzz's subsetter, which harfbuzzjs ships as bare WebAssembly: what it is told here are the
// calls of hb-subset.h.
import { readFileSync } from 'node:fs';

const module = new URL('../node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm', import.meta.url);
const { instance } = await WebAssembly.instantiate(readFileSync(module));
const hb = instance.exports;
hb._initialize();

const MEMORY_MODE_WRITABLE = 2;
/** Numbers of hb_subset_sets_t. */
const SETS = { dropTables: 3, nameIds: 4, features: 6, scripts: 7 };
const NO_HINTING = 0x1;
const NO_LAYOUT_CLOSURE = 0x200;

/** The one name kept is the copyright: families are named by the style sheet. */
const NAMES = [0];
/** What describes a family's members to programs that list fonts. */
const UNUSED = ['STAT'];

const tag = (name) => [...name].reduce((number, letter) => (number << 8) + letter.charCodeAt(0), 0);

/**
 * Cuts a font down.
 *
 * @param {Uint8Array} font TrueType, not compressed
 * @param {object} keep
 * @param {string} keep.characters
 * @param {Iterable<number>} [keep.glyphs] all glyphs to keep beside those of the characters; without
 *   it, all that the features can make of the characters
 * @param {string[]} keep.features OpenType features
 * @param {string} keep.script the OpenType script whose features these are
 * @returns {Uint8Array} TrueType
 */
export function subset(font, { characters, glyphs, features, script }) {
  // Nothing is freed: the process makes a few fonts and ends.
  const data = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, data);
  const face = hb.hb_face_create(hb.hb_blob_create(data, font.length, MEMORY_MODE_WRITABLE, 0, 0), 0);
  const input = hb.hb_subset_input_create_or_fail();
  const fill = (set, items) => {
    for (const item of items) hb.hb_set_add(set, item);
  };
  const only = (kind, items) => {
    const set = hb.hb_subset_input_set(input, kind);
    hb.hb_set_clear(set);
    fill(set, items);
  };
  only(SETS.features, features.map(tag));
  only(SETS.scripts, [tag(script)]);
  only(SETS.nameIds, NAMES);
  fill(hb.hb_subset_input_set(input, SETS.dropTables), UNUSED.map(tag));
  fill(hb.hb_subset_input_unicode_set(input), [...characters].map((character) => character.codePointAt(0)));
  fill(hb.hb_subset_input_glyph_set(input), glyphs ?? []);
  // Screens that need TrueType hinting are gone from the web; without it a face is a quarter smaller.
  hb.hb_subset_input_set_flags(input, glyphs ? NO_HINTING | NO_LAYOUT_CLOSURE : NO_HINTING);
  const made = hb.hb_subset_or_fail(face, input);
  if (!made) throw new Error('HarfBuzz cannot subset this font');
  const blob = hb.hb_face_reference_blob(made);
  const start = hb.hb_blob_get_data(blob, 0);
  return new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob));
}
