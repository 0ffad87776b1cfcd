// What a newcomer has: the files of the repository and nothing that was built from them, and
// `cargo xtask serve` over it.
import { spawn, execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How long the first build may take, in milliseconds: what the tools are made of is compiled. */
const PATIENCE = 600_000;

/**
 * The repository's files in a directory of their own. What was installed is shared, and what an
 * earlier run compiled of other people's crates; of what is built of the project nothing is there.
 */
export function clone() {
  const directory = mkdtempSync(join(tmpdir(), 'tahaluf-clone-'));
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const name of list.toString().split('\0').filter(Boolean)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(join(ROOT, name), path);
  }
  symlinkSync(join(ROOT, '.tools'), join(directory, '.tools'));
  const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');
  return {
    directory,
    environment: { ...process.env, CARGO_TARGET_DIR: join(target, 'clone') },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts `cargo xtask serve` in a clone, and waits until the page is there. */
export async function serveClone({ directory, environment }) {
  const port = await freePort();
  const server = spawn('cargo', ['xtask', 'serve', '--port', String(port)], {
    cwd: directory,
    env: environment,
    // A group of its own, which ends with it: it starts others.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (data) => {
      output += data;
    });
  }
  let runs = true;
  const ended = new Promise((resolve) => {
    server.on('exit', () => {
      runs = false;
      resolve('ended');
    });
  });
  const close = async () => {
    if (runs) process.kill(-server.pid, 'SIGINT');
    await ended;
  };
  const listening = new Promise((resolve) => {
    const look = () => output.includes('server listening at') && resolve('listens');
    server.stdout.on('data', look);
    server.stderr.on('data', look);
  });
  const timeout = new Promise((resolve) => setTimeout(resolve, PATIENCE, 'is late').unref());
  const outcome = await Promise.race([listening, ended, timeout]);
  if (outcome !== 'listens') {
    await close();
    throw new Error(`serve ${outcome}:\n${output}`);
  }
  return { origin: `http://127.0.0.1:${port}`, output: () => output, close };
}
