// Starts the program that a file from a disk carries: what `assets/load.js` does on a site. It
// becomes one script with the program's own and `boot.js` (`xtask/src/alone.rs`).
import { read } from '../pack/letters.js';

/** The bytes that a data block of this file spells: none where the file ends before it. */
const block = (id) => read(document.getElementById(id)?.textContent ?? '');

/**
 * What unpacks a block of this file: the crate `unpack`. What is packed and what it comes to
 * stand behind its own memory, which grows for them.
 */
function unpacker() {
  const { memory, unpack } = new WebAssembly.Instance(new WebAssembly.Module(block('unpack'))).exports;
  return (id) => {
    const packed = block(id);
    const sound = packed.length > 17;
    const size = sound && new DataView(packed.buffer).getUint32(5, true);
    const start = memory.buffer.byteLength;
    memory.grow(Math.ceil((packed.length + size) / 65536));
    new Uint8Array(memory.buffer).set(packed, start);
    if (!sound || !unpack(start, packed.length, size)) throw new Error(`${id} was cut off or damaged`);
    // A copy: the memory may move when it grows.
    return new Uint8Array(memory.buffer).slice(start + packed.length, start + packed.length + size);
  };
}

/** A style sheet with its fonts, which stand in a row in a block of their own. */
function withFonts(sheet) {
  const row = block('packed-fonts');
  return sheet.replace(/url\((\d+)-(\d+)\)/g, (_, start, end) => {
    const font = String.fromCharCode(...row.subarray(start, end));
    return `url(data:font/woff2;base64,${btoa(font)})`;
  });
}

/** Starts the program, with its story where it looks for it. */
export async function load() {
  const unpacked = unpacker();
  const text = (id) => new TextDecoder().decode(unpacked(id));
  const look = document.createElement('style');
  look.textContent = withFonts(text('packed-look'));
  document.head.append(look);
  // The policy knows the sheet by its hash, and lets no other be one.
  if (!look.sheet) throw new Error('the look or a font is damaged');
  // Laid out, the page asks for its fonts, and is painted with them before there is more to do:
  // no line of the program's breaks anew when they come.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const started = WebAssembly.instantiate(unpacked('packed-program'), __wbg_get_imports());
  const story = document.createElement('div');
  story.id = 'story-data';
  story.hidden = true;
  story.textContent = text('packed-story');
  document.body.append(story);
  const { instance, module } = await started;
  __wbg_finalize_init(instance, module);
}
