// What a reader takes along from the dialog for sharing: a picture, a table, data; and what is said
// where nothing can be taken along.
import assert from 'node:assert/strict';
import { openPage } from './harness.mjs';
import { SANDBOX, frame, newspaper } from './parents.mjs';
import { opened, saved } from './saving.mjs';
import { DESKTOP, LANGUAGES, STORY, becomes, eventually, inEveryBrowser, text } from './support.mjs';

/** What is said where saving is forbidden, and what is offered instead. */
const FORBIDDEN = {
  ar: [/حفظ الملفات غير مسموح به هنا.*تبويب مستقل.*انسخ رابطها/, 'فتح القصة في تبويب مستقل'],
  en: [/Saving files is not allowed here.*in its own tab.*copy its link/, 'Open the story in its own tab'],
};

/** The buttons that save. */
const SAVING = '.share button[id^="save-"]';

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
      const words = drawing.replace(/<[^>]*>/g, '');
      for (const { name } of members()) assert.ok(words.includes(name[lang]), name[lang]);
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

      for (const [id, ...size] of [
        ['save-picture', Math.round(width * 2), Math.round(height * 2)],
        ['save-square', 1080, 1080],
        ['save-tall', 1080, 1920],
      ]) {
        const png = await saved(page, id, 32);
        assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], size, id);
        assert.ok(png.size > 30_000, 'it is not empty');
      }

      const csv = (await saved(page, 'save-csv')).bytes.toString('utf8');
      assert.ok(csv.startsWith('\ufeff') && csv.includes('\r\n'));
      for (const { name } of members()) assert.ok(csv.includes(name[lang]), name[lang]);

      const excel = await saved(page, 'save-excel');
      assert.match(excel.name, /-excel\.csv$/);
      const table = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(excel.bytes);
      assert.ok(table.startsWith('\ufeff"') && table.includes('"\t"'));
      for (const { name } of members()) assert.ok(table.includes(name[lang]), name[lang]);

      const json = await saved(page, 'save-json');
      assert.match(JSON.stringify(JSON.parse(json.bytes.toString('utf8'))), /2025-08-01/);
      await eventually(async () => assert.notEqual(await text(page, '.share-status'), ''));
    });
  }
});

inEveryBrowser(
  'Where files are forbidden',
  (test) => {
    /** Opens the dialog in the story of a newspaper's page, which frames it in some way. */
    const reading = async ({ browser, site }, lang, sandbox, body) => {
      const address = `${site.url}${lang === 'ar' ? '' : 'en/'}#lang=${lang}&focus=huawei`;
      const host = await newspaper(frame('story', address, `height="850" ${sandbox}`));
      const { page, complaints, close } = await openPage(browser, { url: host.url, context: DESKTOP });
      try {
        const inside = page.frames().find((it) => it !== page.mainFrame());
        await dialogOf(inside);
        await body(page, inside, address);
        const other = complaints.filter((it) => !it.startsWith(`request to another origin: ${site.origin}`));
        assert.deepEqual(other, []);
      } finally {
        await close();
        await host.close();
      }
    };

    const dialogOf = async (inside) => {
      await inside.waitForFunction(() => document.querySelector('#network') && /lang=/.test(location.hash));
      await inside.locator('#share').click();
      await inside.locator('#share-dialog').waitFor({ state: 'visible' });
    };

    const isRefused = async (inside, lang) => {
      assert.equal(await inside.locator(SAVING).count(), 0, 'no button that would do nothing');
      const [refusal, offered] = FORBIDDEN[lang];
      assert.match(await text(inside, '.share-files .share-help'), refusal);
      assert.equal(await text(inside, '#own-tab'), offered);
    };

    for (const lang of LANGUAGES) {
      test(`the dialog says so, and what can be done instead (${lang})`, (tools) =>
        reading(tools, lang, `sandbox="${SANDBOX}"`, async (_, inside, address) => {
          await isRefused(inside, lang);
          const way = await inside.locator('#own-tab').evaluate(({ href, target, rel }) => [href, target, rel]);
          assert.deepEqual(way, [address, '_blank', 'noopener']);
          // The link is there to be copied; where no clipboard may be used, it is selected.
          assert.equal(await inside.locator('#share-code').inputValue(), address);
          await inside.locator('#share-copy').click();
          await eventually(async () => assert.notEqual(await text(inside, '.share-status'), ''));
        }));

      test(`a tab of its own saves, where it is free of the frame's sandbox (${lang})`, (tools) =>
        reading(tools, lang, `sandbox="${SANDBOX} allow-popups allow-popups-to-escape-sandbox"`, async (page, inside) => {
          await isRefused(inside, lang);
          const [tab] = await Promise.all([page.waitForEvent('popup'), inside.locator('#own-tab').click()]);
          await dialogOf(tab);
          await becomes(() => tab.evaluate(() => document.documentElement.lang), lang);
          assert.ok((await tab.evaluate(() => location.hash)).includes('focus=huawei'), 'the same view');
          assert.ok((await tab.locator(SAVING).count()) > 3);
        }));

      test(`a tab that keeps the frame's sandbox says the same (${lang})`, (tools) =>
        reading(tools, lang, `sandbox="${SANDBOX} allow-popups"`, async (page, inside) => {
          const [tab] = await Promise.all([page.waitForEvent('popup'), inside.locator('#own-tab').click()]);
          await dialogOf(tab);
          await isRefused(tab, lang);
        }));

      test(`a frame without a sandbox is none of them (${lang})`, (tools) =>
        reading(tools, lang, '', async (_, inside) => {
          assert.ok((await inside.locator(SAVING).count()) > 3);
          assert.equal(await inside.locator('#own-tab').count(), 0);
        }));
    }
  },
  { cors: true },
);
