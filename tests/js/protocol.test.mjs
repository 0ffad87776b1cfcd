// The protocol of the start, as the table in assets/modules/boot.js says it, is the one that
// scripts and programs speak.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The scripts of a page by their names, without what comments say. */
const SCRIPTS = Object.fromEntries(
  ['assets/', 'assets/modules/'].flatMap((folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url))
      .filter((name) => name.endsWith('.js'))
      // Of both of the name, it is the module that speaks.
      .map((name) => [name, read(folder + name).replace(/\/\*\*[^]*?\*\/|^\s*\/\/.*$/gm, '')]),
  ),
);

/** The names by which a program announces itself. */
const MOMENTS = [...read('src/platform.rs').matchAll(/Self::\w+ => "([a-z-]+)"/g)].map(([, name]) => name);

/** The rows of the table that begins with a heading. */
function rows(heading) {
  const lines = read('assets/modules/boot.js').split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

const EVENTS = rows('event').map(([name, , from, , to]) => ({ name: name.slice(1, -1), from, to }));
const ATTRIBUTES = rows('attribute').map(([name, , from, , to]) => ({ name: name.slice(1, -1), from, to }));

/** The scripts that a cell names. */
const scriptsIn = (cell) => cell.match(/\b\w+\.js\b/g) ?? [];

/** `data-view-box` as a script may write it. */
const spellings = (name) => [name, `dataset.${name.slice('data-'.length).replace(/-(\w)/g, (_, it) => it.toUpperCase())}`];

describe('The protocol of the start', () => {
  it('has every event that a program announces, and says that it does', () => {
    const announced = EVENTS.filter(({ from }) => /a program|the app|the studio/.test(from)).map(({ name }) => name);
    assert.deepEqual(announced.sort(), [...MOMENTS].sort());
  });

  for (const { name, from, to } of EVENTS) {
    it(`${name} is dispatched and heard where it says`, () => {
      for (const script of scriptsIn(from)) assert.ok(SCRIPTS[script].includes(`'${name}'`), `${script} dispatches it`);
      for (const script of scriptsIn(to)) {
        assert.ok(SCRIPTS[script].includes(`addEventListener('${name}'`), `${script} hears it`);
      }
      const others = Object.keys(SCRIPTS).filter((it) => SCRIPTS[it].includes(`addEventListener('${name}'`));
      assert.deepEqual(others.filter((it) => !to.includes(it)), [], 'nobody else hears it');
    });
  }

  for (const { name, from, to } of ATTRIBUTES) {
    it(`${name} is written and read where it says`, () => {
      for (const script of [from, to].flatMap(scriptsIn)) {
        assert.ok(spellings(name).some((it) => SCRIPTS[script].includes(it)), script);
      }
    });
  }

  it('has every attribute that its scripts use', () => {
    for (const script of ['boot.js', 'handover.js', 'print.js']) {
      for (const [used] of SCRIPTS[script].matchAll(/dataset\.\w+|data-[a-z-]+/g)) {
        assert.ok(ATTRIBUTES.some(({ name }) => spellings(name).includes(used)), `${script}: ${used}`);
      }
    }
  });
});
