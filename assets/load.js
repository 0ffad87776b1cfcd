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

export async function load(program) {
  // Not a static import: that would fail before anything could say so.
  const [{ default: start }] = await Promise.all([
    import(`./${program}.js`),
    program === 'studio' && look(),
  ]);
  await start({ module_or_path: new URL(`./${program}_bg.wasm`, import.meta.url) });
}
