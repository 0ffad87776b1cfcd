// What a reader takes along from the dialog for sharing: a picture, a table, data.
import assert from 'node:assert/strict';
import { LANGUAGES, STORY, becomes, eventually, inEveryBrowser, text } from './support.mjs';

/** Opens the dialog, and catches the files that the page gives. */
async function opened(page) {
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
async function saved(page, id, first = Infinity) {
  const before = await page.evaluate(() => files.length);
  await page.click(`#${id}`);
  await becomes(() => page.evaluate(() => files.length), before + 1);
  const file = await page.evaluate(async (most) => {
    const { name, blob } = files.at(-1);
    const bytes = new Uint8Array(await blob.slice(0, Math.min(most, blob.size)).arrayBuffer());
    return { name, type: blob.type, size: blob.size, bytes: bytes.reduce((text, it) => text + String.fromCharCode(it), '') };
  }, first);
  return { ...file, bytes: Buffer.from(file.bytes, 'latin1') };
}

const members = () => STORY.memberships.map(({ organization }) => STORY.organizations.find((it) => it.id === organization));

inEveryBrowser('A download', (test) => {
  for (const lang of LANGUAGES) {
    test(`is what is shown, as picture, table and data (${lang})`, async ({ open }) => {
      const page = await open(`lang=${lang}&at=2025-08-01`);
      await opened(page);

      const svg = await saved(page, 'save-svg');
      assert.match(svg.name, new RegExp(`^tahaluf-[a-z0-9-]+-2025-08-01-${lang}\\.svg$`));
      assert.equal(svg.type, 'image/svg+xml');
      const drawing = svg.bytes.toString('utf8').replaceAll('&quot;', '"');
      // Its letters are in it, and it asks for nothing.
      assert.ok(/@font-face[^}]*url\("?data:font\/woff2;base64,/.test(drawing), 'it carries its letters');
      assert.ok(!/url\("?(?!"?data:|#)|href="http/.test(drawing), 'and asks for nothing');
      const said = drawing.replace(/<[^>]*>/g, '');
      for (const { name } of members()) assert.ok(said.includes(name[lang]), name[lang]);
      assert.ok(drawing.includes(`direction="${lang === 'ar' ? 'rtl' : 'ltr'}"`));

      const [, width, height] = drawing.match(/<svg[^>]* width="([\d.]+)" height="([\d.]+)"/).map(Number);
      for (const scale of [2, 3]) {
        const png = await saved(page, `save-png-${scale}`, 32);
        assert.match(png.name, new RegExp(`@${scale}x\\.png$`));
        assert.equal(png.bytes.toString('latin1', 1, 4), 'PNG');
        const size = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
        assert.deepEqual(size, [Math.round(width * scale), Math.round(height * scale)]);
        assert.ok(png.size > 30_000, 'it is not empty');
      }

      const csv = (await saved(page, 'save-csv')).bytes.toString('utf8');
      assert.ok(csv.startsWith('\ufeff') && csv.includes('\r\n'));
      for (const { name } of members()) assert.ok(csv.includes(name[lang]), name[lang]);

      const json = await saved(page, 'save-json');
      assert.match(JSON.stringify(JSON.parse(json.bytes.toString('utf8'))), /2025-08-01/);
      await eventually(async () => assert.notEqual(await text(page, '.share-said'), ''));
    });
  }
});
