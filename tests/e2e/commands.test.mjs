// Every command that the documents print does what they say: it is run here, as a reader would
// type it, or it is what a step of `cargo xtask test` runs.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SHELL } from './harness.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The documents for people who use or change the program. ADRs tell what was, and are not among them. */
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'bench/README.md',
  ...readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

/** How long one command may take, in milliseconds. */
const PATIENCE = 300_000;

/** Lines of a shell: what is continued is joined, and comments are left out. */
function lines(block) {
  return block
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(Boolean);
}

/** What a document has between its fences for shells. */
const blocksOf = (text) => [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block);

/** The commands that a document names within its sentences: a program of ours, or one that runs it. */
const namedIn = (text) =>
  [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`((?:cargo|tahaluf|node|npm|rustup) [^`]+)`/g)].map(([, it]) => it);

/** What each task of `cargo xtask` is run by: a step of `cargo xtask test`. */
const STEPS = {
  serve: 'serve',
  build: 'build',
  fonts: 'fonts',
  'fonts --check': 'fonts',
  'bench sizes': 'size',
};

/**
 * What only measures, for minutes, and says nothing on a machine that does something else: their
 * scripts are read here, and run by whoever writes down a figure.
 */
const MEASURES = {
  'cargo xtask bench': 'bench/speed.mjs',
  'cargo xtask bench speed': 'bench/speed.mjs',
  'node bench/speed.mjs': 'bench/speed.mjs',
};

describe('The commands of the documents', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tahaluf-commands-'));
  const programs = join(directory, 'bin');
  const PATH = [programs, process.env.PATH].join(delimiter);
  const who = { GIT_AUTHOR_NAME: 'Editor', GIT_AUTHOR_EMAIL: 'editor@example.org' };
  const environment = {
    ...process.env,
    ...who,
    GIT_COMMITTER_NAME: who.GIT_AUTHOR_NAME,
    GIT_COMMITTER_EMAIL: who.GIT_AUTHOR_EMAIL,
    PATH,
  };
  /** The steps of `cargo xtask test`. */
  let steps;

  /** Runs a program, and gives what it prints; fails with it where the program does. */
  const run = (program, words, cwd) => {
    const { status, stdout, stderr, error } = spawnSync(program, words, {
      cwd, env: environment, encoding: 'utf8', timeout: PATIENCE, maxBuffer: 2 ** 26,
    });
    assert.equal(status, 0, `${program} ${words.join(' ')}: ${error ?? ''}\n${stdout}${stderr}`);
    return stdout;
  };

  before(() => {
    run('cargo', ['build', '--quiet', '--package', 'tahaluf-cli'], ROOT);
    for (const name of ['bin', 'assets', 'target']) mkdirSync(join(directory, name));
    const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');
    symlinkSync(join(target, 'debug/tahaluf'), join(programs, 'tahaluf'));
    symlinkSync(SHELL, join(directory, 'target/app'));
    for (const name of ['story.json', 'assets/story.json']) {
      copyFileSync(join(ROOT, 'assets/story.json'), join(directory, name));
    }
    // A story of the format before.
    copyFileSync(join(ROOT, 'cli/tests/format-1.json'), join(directory, 'OLD.json'));
    // Programs of others: whether what they are told reaches them. Each notes it.
    for (const name of ['rclone', 'brotli']) {
      const path = join(programs, name);
      writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> "${directory}/called"\n`);
      chmodSync(path, 0o755);
    }
    run('git', ['init', '--quiet', '--bare', join(directory, 'ADDRESS')], directory);
    steps = run('cargo', ['xtask', 'test', '--list'], ROOT).split('\n').map((line) => line.split(' ')[0]);
  });
  after(() => rmSync(directory, { recursive: true, force: true }));

  /** Runs lines as one script, where the story and the app are. */
  const inShell = (script) => {
    // The address of a host is the reader's own.
    const local = script.replaceAll(' ADDRESS ', ` ${directory}/ADDRESS `);
    run('bash', ['-euo', 'pipefail', '-c', local], directory);
    for (const [, made] of local.matchAll(/^tahaluf .*--out (\S+)/gm)) {
      assert.ok(statSync(join(directory, made)).size > 0, `${made} is not made`);
    }
  };

  /** Whether the options and the command that a sentence names are in the program's help. */
  const isOffered = (command) => {
    const [, name, ...words] = command.split(' ');
    const help = run('tahaluf', [name, '--help'], directory);
    for (const word of words.filter((it) => it.startsWith('--'))) assert.ok(help.includes(word), `${name} has no ${word}`);
  };

  const xtask = (words) => {
    if (words === '' || words === 'test --list') return run('cargo', ['xtask', ...words.split(' ').filter(Boolean)], ROOT);
    const [task, ...named] = words.split(' ');
    if (task === 'test') {
      assert.match(readFileSync(join(ROOT, '.ci/run'), 'utf8'), /^cargo xtask test$/m);
      for (const step of named) assert.ok(steps.includes(step), `cargo xtask test has no step ${step}`);
      return undefined;
    }
    assert.ok(steps.includes(STEPS[words]), `nothing runs cargo xtask ${words}: name its step in STEPS, above`);
    return undefined;
  };

  /** Sees to one command that is not a line of a longer script. */
  const proven = (command) => {
    if (command in MEASURES) return run('node', ['--check', MEASURES[command]], ROOT);
    if (/^cargo xtask\b/.test(command)) return xtask(command.replace('cargo xtask', '').trim());
    if (/^(cargo run .* --|tahaluf)$/.test(command)) return run('bash', ['-c', `${command} --help`], ROOT);
    if (/^cargo install /.test(command)) {
      // With what is compiled already, and to where it does no harm.
      return run('bash', ['-c', `${command} --locked --debug --root ${directory}/installed`], ROOT);
    }
    if (/^(cargo (run|test)|node) /.test(command)) return run('bash', ['-c', command], ROOT);
    if (/^tahaluf \S+( --\S+)*( …)?$/.test(command)) return isOffered(command);
    if (/^tahaluf /.test(command)) return inShell(command);
    throw new Error(`nothing runs \`${command}\`: say in tests/e2e/commands.test.mjs what does`);
  };

  const seen = new Set();
  for (const document of DOCUMENTS) {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const single = /^(cargo|node|npm|rustup) /;
    for (const block of blocksOf(text)) {
      const scripted = lines(block).filter((line) => !single.test(line));
      if (scripted.length > 0) {
        it(`${document}: ${scripted[0]}`, { timeout: PATIENCE }, () => inShell(scripted.join('\n')));
      }
    }
    const commands = [...blocksOf(text).flatMap(lines).filter((line) => single.test(line)), ...namedIn(text)];
    for (const command of commands) {
      if (seen.has(command)) continue;
      seen.add(command);
      it(`${document}: ${command}`, { timeout: PATIENCE }, () => {
        proven(command);
      });
    }
  }

  it('the story is compressed and sent with the programs that the documents name', () => {
    const called = readFileSync(join(directory, 'called'), 'utf8');
    assert.match(called, /^brotli --force --keep .*dist\/index\.html/m);
    assert.match(called, /^rclone copy dist storage:stories\/chips .*--include \*\.wasm/m);
    const branches = execFileSync('git', ['branch', '--list', 'pages'], { cwd: join(directory, 'ADDRESS'), encoding: 'utf8' });
    assert.match(branches, /pages/, 'the pages are pushed');
  });
});
