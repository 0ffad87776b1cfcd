// Fetches a program and starts it. One file that carries its program does this otherwise.

export async function load(program) {
  // Not a static import: that would fail before anything could say so.
  const { default: start } = await import(`./${program}.js`);
  await start({ module_or_path: new URL(`./${program}_bg.wasm`, import.meta.url) });
}
