// Fetches the program and starts it. One file that carries its program does this otherwise.

export async function load() {
  // Not a static import: that would fail before anything could say so.
  const { default: start } = await import('./app.js');
  await start({ module_or_path: new URL('./app_bg.wasm', import.meta.url) });
}
