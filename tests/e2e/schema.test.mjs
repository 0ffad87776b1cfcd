// What an editor's program says of the story by the JSON Schema. The program itself reads the same
// table of mistakes in tests/problems/, so that the two cannot drift apart.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';

const read = async (path) => JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'));
const story = await read('assets/story.json');
const schema = await read('assets/story.schema.json');
const mistakes = await read('tests/problems/broken.json');

// The `format` of an address only helps editors; what counts is its `pattern`.
const validate = new Ajv2020({ allErrors: true, formats: { uri: true }, strictRequired: false }).compile(schema);

/** The story with one value put at a JSON Pointer, or taken out where there is none. */
function broken({ at, ...put }) {
  const copy = structuredClone(story);
  const keys = at.slice(1).split('/');
  const last = keys.pop();
  const parent = keys.reduce((json, key) => json[key], copy);
  if ('value' in put) parent[last] = put.value;
  else delete parent[last];
  return copy;
}

const errors = () => (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`).join('\n');

test('the bundled story is as the schema says', () => {
  assert.ok(validate(story), errors());
});

for (const mistake of mistakes) {
  test(`the schema rejects ${mistake.what}`, () => {
    assert.ok(!validate(broken(mistake)), `${mistake.at} passed`);
    const near = (error) => mistake.at.startsWith(error.instancePath);
    assert.ok(validate.errors.some(near), errors());
  });
}

for (const name of await readdir(new URL('../fixtures/', import.meta.url))) {
  test(`the fixture ${name} is as the schema says`, async () => {
    assert.ok(validate(await read(`tests/fixtures/${name}`)), errors());
  });
}

test('the second story is as the schema says', async () => {
  assert.ok(validate(await read('examples/airlines/story.json')), errors());
});

test('every part of the schema is said in words', () => {
  const undescribed = Object.entries(schema.$defs).filter(([, part]) => !part.description);
  assert.deepEqual(undescribed.map(([name]) => name), []);
});
