// `cargo xtask serve` as a newcomer meets it: from the repository's files alone, every address that
// it announces, in an Arabic and in an English browser; then as an editor does, who changes the
// story, makes a mistake and mends it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, eventually, launch, openPage } from '../e2e/harness.mjs';
import { clone, serveClone } from './newcomer.mjs';

const DIRECTIONS = { ar: 'rtl', en: 'ltr' };

/** The browsers' languages. */
const LOCALES = ['ar-EG', 'en-GB'];

/** How long a saved story may take to be shown, in milliseconds, on a machine that does much else. */
const PATIENCE = 60_000;

const files = clone();
const storyFile = join(files.directory, 'assets/story.json');
const storyText = readFileSync(storyFile, 'utf8');
const STORY = JSON.parse(storyText);

/** Saves the story after a change. */
function save(change) {
  const story = structuredClone(STORY);
  change(story);
  writeFileSync(storyFile, JSON.stringify(story, null, 2));
}

/** What a document says of itself. */
const identity = (page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title,
  }));

/** Waits until the app's picture is drawn in a page or a frame: nodes, with room on the page. */
async function pictured(frame) {
  await frame.waitForFunction(() => {
    const picture = document.querySelector('#network');
    const { width, height } = picture?.getBoundingClientRect() ?? { width: 0, height: 0 };
    return width > 200 && height > 200 && picture.querySelectorAll('[id^="node-"]').length > 2;
  }, undefined, { timeout: PATIENCE });
}

/** What each address is, for a browser in a language. */
const ADDRESSES = [
  { path: '/', speaks: (browser) => browser },
  { path: '/site/', speaks: (browser) => browser },
  { path: '/site/en/', speaks: () => 'en' },
  { path: '/site/embed/', speaks: () => 'ar' },
  { path: '/site/demo/', speaks: () => 'ar' },
];

describe('cargo xtask serve, from a clone', { timeout: 1_500_000 }, () => {
  let site;
  before(async () => {
    site = await serveClone(files);
  });
  after(async () => {
    await site?.close();
    files.remove();
  });

  for (const engine of BROWSERS) {
    describe(`in ${engine}`, () => {
      let browser;
      before(async () => {
        browser = await launch(engine);
      });
      after(() => browser?.close());

      /** Opens an address, and hands it over with what the browser complains of. */
      const visit = async (path, locale, body) => {
        const context = { locale, viewport: { width: 1280, height: 900 } };
        const { page, complaints, close } = await openPage(browser, { url: site.origin + path, context });
        try {
          await body(page, complaints);
        } finally {
          await close();
        }
      };

      for (const locale of LOCALES) {
        for (const { path, speaks } of ADDRESSES) {
          const lang = speaks(locale.slice(0, 2));
          it(`${path} is right in a browser in ${locale}`, async () => {
            await visit(path, locale, async (page, complaints) => {
              const isArticle = path.includes('demo');
              if (isArticle) {
                // Lazy ones come when they are near.
                for (const frame of await page.locator('iframe').all()) {
                  await frame.scrollIntoViewIfNeeded();
                  await pictured(await (await frame.elementHandle()).contentFrame());
                  break;
                }
              } else {
                await pictured(page);
              }
              await eventually(async () => {
                const { title, ...rest } = await identity(page);
                assert.deepEqual(rest, { lang, dir: DIRECTIONS[lang] });
                assert.ok(title.startsWith(STORY.title[lang]), title);
                assert.ok(isArticle || title === STORY.title[lang], title);
              });
              assert.deepEqual(complaints, []);
            });
          });
        }
      }

      it('shows a saved story, at the top and as published, without anybody asking', async () => {
        await visit('/', 'en-GB', (shell) =>
          visit('/site/', 'ar-EG', async (published) => {
            await Promise.all([shell, published].map(pictured));
            const title = { ar: `عنوان آخر في ${engine}`, en: `Another title in ${engine}` };
            save((story) => {
              story.title = title;
            });
            const start = Date.now();
            await eventually(async () => assert.equal(await shell.title().catch(() => ''), title.en), PATIENCE);
            await eventually(async () => assert.equal(await published.title().catch(() => ''), title.ar), PATIENCE);
            console.log(`a saved story is in the page after ${Date.now() - start} ms`);
            await Promise.all([shell, published].map(pictured));
          }),
        );
      });

      it('lists the mistakes of a story in both languages on every page, until it is mended', async () => {
        await visit('/', 'ar-EG', (shell) =>
          visit('/site/en/', 'en-GB', async (published) => {
            await Promise.all([shell, published].map(pictured));
            save((story) => {
              story.memberships[3].organization = 'nobody';
              story.events[5].when = '2025-02-30';
            });
            for (const page of [shell, published]) {
              for (const lang of Object.keys(DIRECTIONS)) {
                const list = `[role="alert"] section[lang="${lang}"][dir="${DIRECTIONS[lang]}"] li`;
                await eventually(async () => {
                  const items = await page.locator(list).allInnerTexts().catch(() => []);
                  assert.equal(items.length, 2, items.join('\n'));
                  assert.match(items.join('\n'), /\/memberships\/3\/organization/);
                  assert.match(items.join('\n'), /\/events\/5\/when/);
                }, PATIENCE);
              }
            }
            assert.match(site.output(), /The story has mistakes/);
            writeFileSync(storyFile, storyText);
            await eventually(async () => assert.equal(await published.title().catch(() => ''), STORY.title.en), PATIENCE);
            await Promise.all([shell, published].map(pictured));
          }),
        );
      });
    });
  }

  it('names the file that is missing where pages cannot be made, and does not blame the story', () => {
    const built = join(files.directory, 'built');
    mkdirSync(built);
    writeFileSync(join(built, 'index.html'), '<html><head></head><body></body></html>');
    writeFileSync(join(built, 'story.json'), storyText);
    const pages = spawnSync('cargo', ['xtask', 'pages'], {
      cwd: files.directory,
      env: { ...files.environment, TRUNK_STAGING_DIR: built },
      encoding: 'utf8',
    });
    const output = pages.stdout + pages.stderr;
    assert.notEqual(pages.status, 0, output);
    assert.match(output, /app\.js: No such file/);
    assert.doesNotMatch(output, /mistakes/);
  });
});
