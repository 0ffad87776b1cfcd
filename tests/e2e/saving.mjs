// How the tests get the files that the page gives to its reader.
import assert from 'node:assert/strict';
import { eventually } from './support.mjs';

/** How long a picture may take on a machine that is busy, in milliseconds. */
const PATIENCE = 20_000;

/** Opens the dialog, and catches the files that the page gives. */
export async function opened(page) {
  await page.evaluate(() => {
    globalThis.files = [];
    const blobs = new Map();
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const address = createObjectURL.call(URL, blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function click() {
      files.push({ name: this.download, blob: blobs.get(this.href) });
    };
  });
  await page.click('#share');
  await page.locator('#share-dialog').waitFor({ state: 'visible' });
}

/** Presses a button and gives the file that comes of it; of its bytes, the first so many. */
export async function saved(page, id, first = Infinity) {
  const before = await page.evaluate(() => files.length);
  await page.click(`#${id}`);
  await eventually(async () => assert.equal(await page.evaluate(() => files.length), before + 1), PATIENCE);
  const file = await page.evaluate(async (most) => {
    const { name, blob } = files.at(-1);
    const bytes = new Uint8Array(await blob.slice(0, Math.min(most, blob.size)).arrayBuffer());
    return { name, type: blob.type, size: blob.size, bytes: bytes.reduce((text, it) => text + String.fromCharCode(it), '') };
  }, first);
  return { ...file, bytes: Buffer.from(file.bytes, 'latin1') };
}
