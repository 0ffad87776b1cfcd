// Unpacks a program that the page carries, and starts it: how one file from a disk does it, which
// can fetch nothing. What is packed is gzip in Base64, in script elements that hold data.
import init from 'program';
import { UnsupportedError } from './boot.js';

/** What is packed in an element of the page, as a response that is unpacked while it is read. */
function unpacked(id, type) {
  // What an element lacks to its end is told by what unpacks it.
  const binary = atob(document.getElementById(id)?.textContent ?? '');
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': type } });
}

/** What a promise comes to; what it fails with says which element is damaged. */
async function sound(id, unpacking) {
  try {
    return await unpacking();
  } catch (cause) {
    throw new Error(`${id} was cut off or damaged`, { cause });
  }
}

/** A text that is packed. */
const text = (id) => sound(id, () => unpacked(id, 'text/plain').text());

/** Starts the program of this file, with its story where the program looks for it. */
export async function load() {
  // Safari has it since 16.4, Firefox since 113, Chromium since 80.
  if (!('DecompressionStream' in window)) throw new UnsupportedError('this browser has no DecompressionStream');
  const look = document.createElement('style');
  look.textContent = await text('packed-style');
  document.head.append(look);
  // The policy knows the sheet by its hash, and lets no other be one.
  if (!look.sheet) throw new Error('packed-style was changed');
  // Laid out, the page asks for its fonts, and is painted with them before there is more to do:
  // no line of the program's breaks anew when they come.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const [story, program] = await Promise.all([
    text('packed-story'),
    sound('packed-program', () => WebAssembly.compileStreaming(unpacked('packed-program', 'application/wasm'))),
  ]);
  const data = document.createElement('div');
  data.id = 'story-data';
  data.hidden = true;
  data.textContent = story;
  document.body.append(data);
  await init({ module_or_path: program });
}
