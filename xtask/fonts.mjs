// Cuts one font down, splits it into files, and shapes texts with it; `cargo xtask fonts` drives it.
//
//   node xtask/fonts.mjs SOURCE.woff2 DIRECTORY < request > glyphs
//
// Request, a command in each line, the order of which does not matter:
//
//   script TAG            the OpenType script to keep
//   features TAG …        its OpenType features to keep
//   draw CHARACTER …      a text: the glyphs that draw it are kept, and no others
//   file NAME CHARACTER … a file to write, and the characters that it is for
//   shape CHARACTER …     a text to shape
//
// Characters are hexadecimal code points. Answer: `ascent:N descent:N` in font units, then for each
// text to shape one line of its glyphs in reading order, `glyph:advance`.
// HarfBuzz does it all, the shaper that Chromium and Firefox use.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as hb from 'harfbuzzjs';
import wawoff2 from 'wawoff2';
import { subset } from './subset.mjs';

const lines = readFileSync(0, 'utf8').trimEnd().split('\n').map((line) => line.split(' '));
const all = (command) => lines.filter(([first]) => first === command).map(([, ...words]) => words);
const decode = (words) => String.fromCodePoint(...words.map((hex) => parseInt(hex, 16)));
const open = (bytes) => new hb.Font(new hb.Face(new hb.Blob(bytes)));

/** The glyphs of a text, in the order of its characters. */
function shape(font, text) {
  const buffer = new hb.Buffer();
  // Marks keep their own place in the text instead of their letter's.
  buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS);
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer
    .getGlyphInfos()
    .map((info, index) => ({ ...info, advance: positions[index].xAdvance }))
    .sort((a, b) => a.cluster - b.cluster);
}

const [path, directory] = process.argv.slice(2);
const source = await wawoff2.decompress(readFileSync(path));
const [[[script]], [features]] = [all('script'), all('features')];
const files = all('file').map(([name, ...words]) => ({ name, characters: decode(words) }));
const characters = files.map((file) => file.characters).join('');
const uncut = open(source);
const glyphs = new Set(
  all('draw').flatMap((words) => shape(uncut, decode(words)).map((glyph) => glyph.codepoint)),
);

const whole = subset(source, { characters, glyphs, features, script });
for (const file of files) {
  const part = subset(whole, { characters: file.characters, features, script });
  writeFileSync(join(directory, file.name), await wawoff2.compress(part));
}

const font = open(whole);
const { ascender, descender } = font.hExtents();
console.log(`ascent:${ascender} descent:${-descender}`);
for (const text of all('shape').map(decode)) {
  console.log(shape(font, text).map((glyph) => `${glyph.codepoint}:${glyph.advance}`).join(' '));
}
