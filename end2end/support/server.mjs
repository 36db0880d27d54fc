// Servers of our own: a fresh database in a fresh folder, filled, served by the release binary.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.env.PASSERELLE ?? new URL('../../target/release/passerelle', import.meta.url).pathname;

/** A new folder and the environment that names it. */
export function place(port) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-e2e-'));
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port), RUST_LOG: process.env.RUST_LOG ?? 'warn', LISTEN_ADDR: '127.0.0.1', STYLE_PAGE: 'true' };
  delete env.DATABASE_URL;
  return { folder, env, base: `http://127.0.0.1:${port}` };
}

/** Runs a command to its end; what it says on standard output is the answer. */
export function run({ env }, args, input) {
  const done = spawnSync(binary, args, { env, input, stdio: ['pipe', 'pipe', 'inherit'], maxBuffer: 64 << 20 });
  if (done.status !== 0) throw new Error(`passerelle ${args.join(' ')}: ${done.status} ${done.stdout}`);
  return String(done.stdout);
}

/** Imports offers, given as the text of a CSV file. */
export function importOffers(at, source, csv) {
  return run(at, ['import', 'offers', '--source', source, '--format', 'csv', '-'], csv);
}

/** Serves until `stop()`; ready when `path` answers. */
export async function serve(at, { path = '/readyz', under = [] } = {}) {
  const [command, ...args] = [...under, binary, 'serve'];
  const child = spawn(command, args, { env: at.env, stdio: ['ignore', 'inherit', 'inherit'] });
  const gone = new Promise((resolve) => child.on('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(at.folder, { recursive: true, force: true });
  };
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const ok = await fetch(at.base + path).then((answer) => answer.ok, () => false);
    if (ok) return { ...at, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The same database for another server; to be made before anything serves the first. */
export function copyOf(at, port) {
  const copy = place(port);
  cpSync(at.folder, copy.folder, { recursive: true });
  return copy;
}

/** How `at` is served without an index: the writer's lock is held by another file handle, so none is ever built. */
export function withoutIndex(at, served) {
  const [schema] = readdirSync(join(served.folder, 'index'));
  const index = join(at.folder, 'index', schema);
  mkdirSync(index, { recursive: true });
  return { path: '/healthz', under: ['flock', '--no-fork', join(index, 'writer.lock')] };
}
