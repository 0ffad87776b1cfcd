// Fetches a program and starts it, as a site does. The one file has unpack.js in its place.

/** The page to its end, where the story's data is. */
const pageRead = new Promise((resolve) => {
  if (document.readyState !== 'loading') resolve();
  else addEventListener('DOMContentLoaded', resolve, { once: true });
});

/** A style sheet, before anything is drawn with it. */
function loadStyle(address) {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = address;
  return new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = () => {
      sheet.remove();
      reject(new Error(`${address} did not come`));
    };
    document.head.append(sheet);
  });
}

/** A program, compiled while it comes and while the page is still read. */
async function compile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const streams = answer.headers.get('content-type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/**
 * What fetches a program, its style sheet and its script, and starts it.
 *
 * @param {URL | string} home where these files are
 * @returns {(program: 'app' | 'studio') => Promise<void>}
 */
export function fetching(home) {
  const at = (name) => new URL(name, home).href;
  /** How often each was asked for: a browser remembers a module that did not come. */
  const tries = {};
  return async (program) => {
    const again = tries[program] ? `?${tries[program]}` : '';
    tries[program] = (tries[program] ?? 0) + 1;
    // Not a static import: that would fail before anything could say so.
    const [{ default: init }, compiled] = await Promise.all([
      import(at(`${program}.js${again}`)),
      compile(at(`${program}_bg.wasm`)),
      program === 'studio' && loadStyle(at('studio.css')),
      pageRead,
    ]);
    await init({ module_or_path: compiled });
  };
}
