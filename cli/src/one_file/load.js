
/** What a data block of this file holds, unpacked. */
function unpacked(id) {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (it) => it.charCodeAt(0));
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

