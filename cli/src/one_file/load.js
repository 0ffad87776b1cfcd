// Starts the program that a file from a disk carries: what `assets/load.js` does on a site. It
// becomes one script with the program's own and `boot.js` (`xtask/src/alone.rs`).
import { read } from '../pack/letters.js';
import { unpack } from '../pack/lzma.js';

/** The bytes that a data block of this file spells: none where the file ends before it. */
const block = (id) => read(document.getElementById(id)?.textContent ?? '');
const text = (id) => new TextDecoder().decode(unpack(block(id)));

/** The look that the page did not need yet, with the fonts in it, as its policy expects it. */
function sheet() {
  const row = block('packed-fonts');
  const address = (_, start, end) => {
    const font = String.fromCharCode(...row.subarray(start, end));
    return `url(data:font/woff2;base64,${btoa(font)})`;
  };
  return text('packed-look').replace(/url\((\d+)-(\d+)\)/g, address);
}

/** Starts the program, with its story where it looks for it. */
export async function load() {
  const look = document.createElement('style');
  look.textContent = sheet();
  document.head.append(look);
  // The policy knows the sheet by its hash, and lets no other be one.
  if (!look.sheet) throw new Error('the look or a font is damaged');
  // Laid out, the page asks for its fonts, and is painted with them before there is more to do:
  // no line of the program's breaks anew when they come.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const module = WebAssembly.compile(unpack(block('packed-program')));
  const story = document.createElement('div');
  story.id = 'story-data';
  story.hidden = true;
  story.textContent = text('packed-story');
  document.body.append(story);
  initSync({ module: await module });
}
