// Stories unlike the bundled one, published as sites: the page is the same for every story.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SHELL, openPage } from './harness.mjs';
import { DESKTOP, LANGUAGES, PHONE, becomes, follow, inEveryBrowser, nodeIds, standing, text } from './support.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FIXTURES = join(ROOT, 'tests/fixtures');

/** The generated story; a test of the crate writes it. */
const LARGE = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'tmp/three-hundred.json');

const FOLDER = { ar: '', en: 'en/' };

/** Where the sites are, each in a folder of its story's name. */
const sites = mkdtempSync(join(tmpdir(), 'tahaluf-'));

/** Each story by its name. */
const stories = new Map(
  [...readdirSync(FIXTURES).map((file) => join(FIXTURES, file)), LARGE].map((path) => {
    assert.ok(existsSync(path), `${path} is missing: run cargo xtask test unit`);
    return [basename(path, '.json'), { path, story: JSON.parse(readFileSync(path, 'utf8')) }];
  }),
);

before(async () => {
  const publish = ([name, { path }]) => {
    const words = ['run', '--quiet', '--package', 'tahaluf-cli', '--', 'build', path, '--app', SHELL, '--out', join(sites, name)];
    return promisify(execFile)(process.env.CARGO ?? 'cargo', words, { cwd: ROOT });
  };
  // At once: the large story takes as long as all the others together.
  await Promise.all([...stories].map(publish));
});

after(() => rmSync(sites, { recursive: true }));

/** Whether a membership ever counts: one that only ever was an invitation does not. */
const everCounts = (story) => (membership) => {
  const counts = (rank) => story.words.ranks.find((it) => it.id === rank).counts;
  return !membership.ranks?.some((it) => !counts(it.rank) && !it.from && !it.until);
};

/** Whether a membership goes on when a story opens; what has an end has ended by then. */
const goesOn = (story) => (membership) =>
  everCounts(story)(membership)
  && !membership.until
  && !story.alliances.find((it) => it.id === membership.alliance).dissolved;

/** The organizations of a story that were ever in an alliance, or are tied to what is shown. */
const organizations = (story, relations) => {
  const members = story.memberships.filter((it) => relations || everCounts(story)(it)).map((it) => it.organization);
  const tied = story.relations.flatMap((it) => [it.from, it.to]);
  const authorities = story.organizations.some((it) => it.listings) ? story.lists.map((it) => it.authority) : [];
  const listed = story.organizations.filter((it) => it.listings).map((it) => it.id);
  const ids = relations ? [...members, ...tied, ...listed, ...authorities] : members;
  return story.organizations.filter((it) => ids.includes(it.id) && !it.dissolved);
};

/** What a table should say: each organization's name, and the names of its alliances. */
const expected = (story, lang) => {
  const short = new Map(story.alliances.map((it) => [it.id, it.short[lang]]));
  const rows = organizations(story, true).map(({ id, name }) => {
    const memberships = story.memberships.filter((it) => it.organization === id && goesOn(story)(it));
    return [name[lang], memberships.map((it) => short.get(it.alliance)).sort()];
  });
  return rows.sort(([one], [other]) => (one < other ? -1 : 1));
};

/** What the table says. */
const table = async (page, column) => {
  const rows = await page.evaluate(
    (it) => [...document.querySelectorAll('.table tbody tr')].map((row) => [
      row.querySelector('th').textContent.trim(),
      [...row.querySelectorAll(`td:nth-of-type(${it}) a`)].map((link) => link.textContent.trim()).sort(),
    ]),
    column,
  );
  return rows.sort(([one], [other]) => (one < other ? -1 : 1));
};

/**
 * What tells the fields of a picture apart, as it is drawn: the hue, and the pattern, which is how
 * the outline is broken and what lies over the field.
 */
const looks = (page, picture) =>
  page.evaluate(
    (it) =>
      [...document.querySelectorAll(`${it} .field`)].map((field) => {
        const { stroke, strokeDasharray } = getComputedStyle(field);
        const hatched = [...field.querySelectorAll('.hatched')].filter((it) => getComputedStyle(it).display !== 'none');
        const hatches = hatched.map((it) => {
          const pattern = document.getElementById(getComputedStyle(it).fill.match(/#([^")]+)/)[1]);
          const line = pattern.querySelector('path').getAttribute('d');
          return [line, ...['patternTransform', 'stroke-width'].map((it) => pattern.getAttribute(it))];
        });
        return { hue: stroke, pattern: JSON.stringify([strokeDasharray, hatches]) };
      }),
    picture,
  );

/** The column of memberships, after that of the kind. */
const MEMBERSHIPS = 2;

inEveryBrowser(
  'A site of',
  (test) => {
    for (const [name, { story }] of stories) {
      test(`the story ${name} has its picture and its table in both languages`, async ({ browser, site }) => {
        for (const lang of LANGUAGES) {
          for (const context of [DESKTOP, PHONE]) {
            const url = `${site.url}${name}/${FOLDER[lang]}#lang=${lang}`;
            const visit = await openPage(browser, { url, context: { locale: lang, ...context } });
            const { page } = visit;
            try {
              await standing(page);
              assert.equal(await text(page, 'h1'), story.title[lang]);
              assert.deepEqual(
                await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
                [lang, lang === 'ar' ? 'rtl' : 'ltr'],
              );
              const alliances = story.alliances.filter((it) => !it.dissolved).map((it) => it.id);
              const members = organizations(story, false).map((it) => it.id);
              assert.deepEqual((await nodeIds(page)).sort(), [...alliances, ...members].sort());
              await follow(page, `lang=${lang}&layer=relations&view=table`);
              await becomes(() => table(page, MEMBERSHIPS), expected(story, lang));
              assert.deepEqual(visit.complaints, []);
            } finally {
              await visit.close();
            }
          }
        }
      });
    }

    test('twelve alliances is told by hues, and without them by patterns', async ({ browser, site }) => {
      const url = `${site.url}twelve-alliances/${FOLDER.en}#lang=en`;
      const { page, complaints, close } = await openPage(browser, { url, context: { locale: 'en', ...DESKTOP } });
      const differ = async (what, picture = '#network') => {
        const seen = (await looks(page, picture)).map((it) => it[what]);
        assert.equal(new Set(seen).size, 12, `${what}: ${seen.join(' ')}`);
        return seen;
      };
      try {
        await standing(page);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await differ('hue');
          const patterns = (await looks(page, '#network')).map((it) => it.pattern);
          assert.equal(new Set(patterns.slice(0, 6)).size, 1, 'six hues need no pattern');
          assert.equal(new Set(patterns).size, 7);
        }
        // Of the two, only Chromium shows how it prints, and forces colours when it is told to.
        if (browser.browserType().name() === 'chromium') {
          await page.emulateMedia({ forcedColors: 'active' });
          await differ('pattern');
          await page.emulateMedia({ forcedColors: 'none', media: 'print' });
          const fields = await differ('pattern', 'body > .sheet .network');
          const names = await differ('pattern', 'body > .sheet .sheet-alliances');
          assert.deepEqual(names, fields, 'beside its name stands a piece of each field');
        }
        assert.deepEqual(complaints, []);
      } finally {
        await close();
      }
    });
  },
  { root: sites },
);
