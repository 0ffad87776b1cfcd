// Makes the scripts that a release ships: each with the modules that it imports, without what
// nothing uses, minified.
//
//     node xtask/bundle.mjs target/app
//
// The folder has, of each program, `NAME.js` as wasm-bindgen wrote it, and `NAME.names.json`, the
// names that wasm-opt gave to its imports and exports. From these and the sources in `assets` come
// the scripts of a site, and `NAME-one-file.js`, the whole script of one file.
import { build } from 'esbuild';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The programs of an app. */
const PROGRAMS = ['app', 'studio'];
/** Modules that a page loads. */
const MODULES = ['boot.js', 'frame.js'];
/** Classic scripts that a page loads. */
const SCRIPTS = ['opening.js', 'story-element.js'];

const assets = fileURLToPath(new URL('../assets/', import.meta.url));
const folder = resolve(process.argv[2] ?? 'target/app');

/** Text that is a script, bundled. */
async function bundled(options) {
  const { outputFiles } = await build({
    absWorkingDir: assets,
    bundle: true,
    minify: true,
    // Browsers that lay the page out, by container queries, know this.
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    ...options,
  });
  return outputFiles[0].text;
}

/**
 * What gives a program's imports and exports the names that wasm-opt gave them: esbuild renames
 * properties, also the one that stands for the module of all imports. To do without, leave it out
 * here, and `--minify-imports-and-exports-and-modules` in optimize.rs.
 */
async function renaming(program) {
  const file = join(folder, `${program}.names.json`);
  const { imports, exports } = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  const names = Object.fromEntries([['./app_bg.js', 'a'], ...imports.map(([, ...names]) => names), ...exports]);
  const any = Object.keys(names).map((name) => name.replace(/[^\w]/g, '\\$&'));
  return { mangleProps: new RegExp(`^(${any.join('|')})$`), mangleQuoted: true, mangleCache: names };
}

const made = new Map();
for (const program of PROGRAMS) {
  const bindings = join(folder, `${program}.js`);
  const names = await renaming(program);
  // All that is used of it: what starts the program when it is compiled.
  const init = { contents: "export { default } from 'program';", resolveDir: assets };
  const options = { format: 'esm', alias: { program: bindings }, ...names };
  made.set(`${program}.js`, await bundled({ stdin: init, ...options }));
  made.set(`${program}-one-file.js`, await bundled({ entryPoints: ['one-file.js'], ...options }));
}
for (const name of MODULES) made.set(name, await bundled({ entryPoints: [name], format: 'esm' }));
for (const name of SCRIPTS) made.set(name, await bundled({ entryPoints: [name], format: 'iife' }));

for (const [name, text] of made) await writeFile(join(folder, name), text);
// They are part of the scripts now.
await rm(join(folder, 'modules'), { recursive: true, force: true });
