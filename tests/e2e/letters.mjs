// The letters of an exported SVG, as a program has them that is no browser: it knows a font by the
// name in it, and sets a whole text in one. The page's faces come in parts, for web pages; here
// they are put together to one font for each weight, as somebody has who installed the typeface.
//
// The tables are those of the OpenType specification 1.9.1, chapter "Font Tables".
import * as hb from 'harfbuzzjs';
import wawoff2 from 'wawoff2';

/** Flags of a component in a composite glyph. */
const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x1, 0x8, 0x20, 0x40, 0x80];

/**
 * The fonts that a document brings, one for each weight.
 *
 * @param {string} svg
 * @returns {Promise<Uint8Array[]>}
 */
export async function fontsIn(svg) {
  const css = svg.replaceAll('&quot;', '"');
  const faces = [];
  for (const [, rule] of css.matchAll(/@font-face \{([^}]*)\}/g)) {
    const [, family] = rule.match(/font-family: "?([^;"]+)/);
    const [, weight] = rule.match(/font-weight: (\d+)/);
    const [, file] = rule.match(/base64,([^"')]+)/);
    // What it gives is its own memory, which the next call writes over.
    faces.push({ family, weight, font: Uint8Array.from(await wawoff2.decompress(Buffer.from(file, 'base64'))) });
  }
  // The face that the texts ask for first has the tables that join and kern its letters.
  const asked = svg.match(/<text [^>]*font-family="([^"]*)"/)[1].split(',').map((it) => it.replace(/['"]/g, '').trim());
  const wanted = asked.flatMap((family) => faces.filter((it) => it.family === family));
  return [...new Set(wanted.map((it) => it.weight))].map((weight) => joined(wanted.filter((it) => it.weight === weight)));
}

/** The first font with the glyphs of the others for characters that those before do not have. */
function joined(faces) {
  const tables = tablesOf(faces[0].font);
  const glyphs = [];
  const characters = new Map();
  for (const { font } of faces) {
    const start = glyphs.length;
    const face = new hb.Face(new hb.Blob(font));
    const shaper = new hb.Font(face);
    for (const character of face.collectUnicodes()) {
      if (!characters.has(character)) characters.set(character, start + shaper.nominalGlyph(character));
    }
    for (const glyph of glyphsOf(tablesOf(font))) glyphs.push({ ...glyph, outline: renumbered(glyph.outline, start) });
  }

  const outlines = glyphs.map(({ outline }) => padded(outline));
  const places = [0];
  for (const outline of outlines) places.push(places.at(-1) + outline.length);
  tables.set('glyf', Buffer.concat(outlines));
  tables.set('loca', longs(...places));
  tables.set('hmtx', shorts(...glyphs.flatMap(({ advance, bearing }) => [advance, bearing])));
  // Which of two forms `loca` has, and how many glyphs and advances there are.
  for (const [tag, offset, value] of [['head', 50, 1], ['maxp', 4, glyphs.length], ['hhea', 34, glyphs.length]]) {
    const table = Buffer.from(tables.get(tag));
    table.writeUInt16BE(value, offset);
    tables.set(tag, table);
  }
  // Format 12: groups of characters, here of one each.
  const groups = [...characters].sort(([a], [b]) => a - b).flatMap(([character, glyph]) => [character, character, glyph]);
  const head = [shorts(0, 1, 3, 10), longs(12), shorts(12, 0), longs(16 + 4 * groups.length, 0, groups.length / 3)];
  tables.set('cmap', Buffer.concat([...head, longs(...groups)]));
  tables.set('name', names([...new Set(faces.map((it) => it.family))], faces[0].weight));
  return file(tables);
}

/** A font's tables by their tags. */
function tablesOf(font) {
  const bytes = Buffer.from(font);
  const count = bytes.readUInt16BE(4);
  const records = Array.from({ length: count }, (_, index) => 12 + 16 * index);
  return new Map(
    records.map((at) => {
      const start = bytes.readUInt32BE(at + 8);
      return [bytes.toString('latin1', at, at + 4), bytes.subarray(start, start + bytes.readUInt32BE(at + 12))];
    }),
  );
}

/** Every glyph of a font: its outline, and its place in a line. */
function glyphsOf(tables) {
  const [loca, glyf, hmtx] = ['loca', 'glyf', 'hmtx'].map((tag) => tables.get(tag));
  const isLong = tables.get('head').readUInt16BE(50) === 1;
  const place = (index) => (isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index));
  // Glyphs after the last advance all have that one.
  const advances = tables.get('hhea').readUInt16BE(34);
  return Array.from({ length: tables.get('maxp').readUInt16BE(4) }, (_, index) => ({
    outline: glyf.subarray(place(index), place(index + 1)),
    advance: hmtx.readUInt16BE(4 * Math.min(index, advances - 1)),
    bearing: hmtx.readInt16BE(index < advances ? 4 * index + 2 : 4 * advances + 2 * (index - advances)),
  }));
}

/** An outline whose components, where it has some, stand so many glyphs later. */
function renumbered(outline, by) {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
  const moved = Buffer.from(outline);
  let at = 10;
  let flags;
  do {
    flags = moved.readUInt16BE(at);
    moved.writeUInt16BE(moved.readUInt16BE(at + 2) + by, at + 2);
    const scales = flags & SCALE ? 1 : flags & TWO_SCALES ? 2 : flags & MATRIX ? 4 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + 2 * scales;
  } while (flags & MORE);
  return moved;
}

/** The table of names: every family whose letters are in it, and a name for PostScript. */
function names(families, weight) {
  const texts = [...families.map((family) => [1, family]), [6, `Embedded-${weight}`]];
  const strings = texts.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  const records = texts.map(([id], index) => {
    // Windows, Unicode, English.
    const record = shorts(3, 1, 0x409, id, strings[index].length, offset);
    offset += strings[index].length;
    return record;
  });
  return Buffer.concat([shorts(0, texts.length, 6 + 12 * texts.length), ...records, ...strings]);
}

/** A font's file of its tables. */
function file(tables) {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = [longs(0x10000), shorts(sorted.length, 0, 0, 0)];
  const bodies = sorted.map(([, table]) => padded(table));
  let place = 12 + 16 * sorted.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    directory.push(Buffer.from(tag, 'latin1'), longs(0, place, table.length));
    place += bodies[index].length;
  }
  return new Uint8Array(Buffer.concat([...directory, ...bodies]));
}

const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

function shorts(...numbers) {
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16BE(number & 0xffff, 2 * index);
  return bytes;
}

function longs(...numbers) {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index);
  return bytes;
}
