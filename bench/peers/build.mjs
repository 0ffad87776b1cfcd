// Builds the pages that the speed benchmark compares with, into dist/d3 and dist/timelinejs:
// node build.mjs, after npm ci --ignore-scripts.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const STORY = here('../../assets/story.json');

const PEERS = ['d3', 'timelinejs'];

/** A headline and what is below it are in a page's own markup, as an editing system writes them. */
function filled(template, { title, summary }) {
  return template.replaceAll('{{title}}', title.ar).replaceAll('{{summary}}', summary.ar);
}

const story = JSON.parse(await readFile(STORY, 'utf8'));
await rm(here('dist'), { recursive: true, force: true });
for (const peer of PEERS) {
  const out = here(`dist/${peer}`);
  await mkdir(out, { recursive: true });
  await build({
    entryPoints: [here(`${peer}/main.js`)],
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    assetNames: 'assets/[name]',
    loader: {
      '.woff2': 'file',
      '.woff': 'file',
      '.ttf': 'file',
      '.eot': 'file',
      '.svg': 'file',
      // TimelineJS's entry asks for its style's source; the style it is made into is in main.js.
      '.less': 'empty',
    },
  });
  await writeFile(`${out}/index.html`, filled(await readFile(here(`${peer}/index.html`), 'utf8'), story));
  await cp(STORY, `${out}/story.json`);
  const early = ['<main.css>; rel=preload; as=style', '<main.js>; rel=modulepreload', '<story.json>; rel=preload; as=fetch; crossorigin'];
  await writeFile(`${out}/_headers`, `/\n  Link: ${early.join(', ')}\n`);
}
// TimelineJS fetches its words when it starts. Its months are the Levant's; the story's are Egypt's.
const words = JSON.parse(
  await readFile(here('node_modules/@knight-lab/timelinejs/dist/js/locale/ar.json'), 'utf8'),
);
const month = new Intl.DateTimeFormat('ar-EG', { month: 'long', timeZone: 'UTC' });
words.date.month = Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2025, index)));
words.date.month_abbr = words.date.month;
await mkdir(here('dist/timelinejs/locale'));
await writeFile(here('dist/timelinejs/locale/ar.json'), JSON.stringify(words));
