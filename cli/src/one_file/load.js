
/** The bytes of a text that holds four of them in five letters (`letters.rs`). */
function bytes(text) {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?_~>()[]{}@%$#';
  const packed = new DataView(new ArrayBuffer(Math.ceil(text.length / 5) * 4));
  for (let at = 0; at < text.length; at += 5) {
    let group = 0;
    for (const letter of text.slice(at, at + 5).padEnd(5, '#')) {
      const digit = letters.indexOf(letter);
      if (digit < 0) throw new TypeError(`${letter} is no letter of packed bytes`);
      group = group * 85 + digit;
    }
    packed.setUint32((at / 5) * 4, group);
  }
  // The last group has a letter more than bytes.
  return new Uint8Array(packed.buffer, 0, Math.floor((text.length * 4) / 5));
}

/** What a data block of this file holds, unpacked. */
function unpacked(id) {
  const packed = bytes(document.getElementById(id).textContent);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
}

/** Starts the program that this file carries, with its story where the program looks for it. */
async function load() {
  const story = document.createElement('div');
  story.id = 'story-data';
  story.hidden = true;
  story.textContent = await unpacked('packed-story').text();
  document.body.append(story);
  await __wbg_init({ module_or_path: await unpacked('packed-program').arrayBuffer() });
}

