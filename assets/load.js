// Fetches a program and starts it. One file that carries its program does this otherwise.

/** The studio's own look: there before anything is drawn with it. */
function look() {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = new URL('./studio.css', import.meta.url);
  return new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = () => {
      sheet.remove();
      reject(new Error('studio.css did not come'));
    };
    document.head.append(sheet);
  });
}

/** The page to its end, where the story's data is. */
const whole = new Promise((resolve) => {
  if (document.readyState !== 'loading') resolve();
  else addEventListener('DOMContentLoaded', resolve, { once: true });
});

/** A program, compiled while it comes and while the page is still read. */
async function compile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const streams = answer.headers.get('content-type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** How often each was asked for: a browser remembers a module that did not come. */
const tries = {};

export async function load(program) {
  const again = tries[program] ? `?${tries[program]}` : '';
  tries[program] = (tries[program] ?? 0) + 1;
  // Not a static import: that would fail before anything could say so.
  const [{ default: start }, compiled] = await Promise.all([
    import(`./${program}.js${again}`),
    compile(new URL(`./${program}_bg.wasm`, import.meta.url)),
    program === 'studio' && look(),
    whole,
  ]);
  await start({ module_or_path: compiled });
}
