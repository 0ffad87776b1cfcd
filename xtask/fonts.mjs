// Subsets one font and shapes texts with the result; `cargo xtask fonts` drives it.
//
//   node xtask/fonts.mjs SOURCE.woff2 SUBSET.woff2 < request > glyphs
//
// Request, one per line: the characters to keep, the OpenType features to keep, then any
// number of texts to shape. Characters are hexadecimal code points, separated by spaces.
// Answer: `ascent:N descent:N` in font units, then for each text one line of its glyphs in reading order, `glyph:advance`.
// HarfBuzz does both, the shaper that Chromium and Firefox use.
import { readFileSync, writeFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import subsetFont from 'subset-font';

const [source, subset] = process.argv.slice(2);
const [characters, features, ...texts] = readFileSync(0, 'utf8').trimEnd().split('\n');
const decode = (line) => String.fromCodePoint(...line.split(' ').map((hex) => parseInt(hex, 16)));
// Screens that need TrueType hinting are gone from the web; without it a face is a quarter smaller.
const make = (targetFormat) =>
  subsetFont(readFileSync(source), decode(characters), {
    targetFormat,
    keepFeatures: features.split(' '),
    noHinting: true,
  });

writeFileSync(subset, await make('woff2'));

const font = new hb.Font(new hb.Face(new hb.Blob(await make('truetype'))));
const { ascender, descender } = font.hExtents();
console.log(`ascent:${ascender} descent:${-descender}`);
for (const text of texts) {
  const buffer = new hb.Buffer();
  // Marks keep their own place in the text instead of their letter's.
  buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS);
  buffer.addText(decode(text));
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  const glyphs = buffer
    .getGlyphInfos()
    .map((info, index) => ({ ...info, advance: positions[index].xAdvance }))
    .sort((a, b) => a.cluster - b.cluster);
  console.log(glyphs.map(({ codepoint, advance }) => `${codepoint}:${advance}`).join(' '));
}
