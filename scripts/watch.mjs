// Watches the sources, builds what changed, starts the server anew: first the server, then the client's files, which
// take longer. A build that fails says why, and the last good server stays.
import { spawn } from 'node:child_process';
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['app', 'server', 'style', 'public'];
const QUICK = ['cargo', '--config', 'scripts/quick.toml', 'build', '-q', '--release', '-p', 'server'];
const SITE = ['scripts/build-site'];
/** An editor writes a file in several steps. */
const SETTLED_MS = 150;

const say = (line) => console.error(`dev: ${line}`);
let server;

/** Runs a command to its end; whether it went well. */
function run([command, ...args]) {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', (code) => resolve(code === 0));
  });
}

/** Ends the server that runs, if there is one, and starts the one that was built. */
async function serve() {
  if (server && server.exitCode === null) {
    const gone = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGKILL');
    await gone;
  }
  server = spawn('target/release/passerelle', ['serve'], { stdio: 'inherit' });
}

let changed = new Set();
let building = false;

async function build() {
  if (building) return;
  building = true;
  while (changed.size > 0) {
    const tops = changed;
    changed = new Set();
    const from = Date.now();
    const took = () => `${((Date.now() - from) / 1000).toFixed(1)} s`;
    if (await run(QUICK)) {
      await serve();
      say(`the server is new (${took()})`);
      // Only the app and its public files reach the phone; another change comes first.
      if ((tops.has('app') || tops.has('public')) && changed.size === 0 && (await run(SITE))) {
        await serve();
        say(`the client is new, too (${took()})`);
      }
    }
  }
  building = false;
}

let settled;
function look(folder, top) {
  watch(folder, (_event, name) => {
    if (name && /^\.|~$|\.sw.$/.test(name)) return;
    changed.add(top);
    clearTimeout(settled);
    settled = setTimeout(build, SETTLED_MS);
  });
  // Node 18 watches one folder at a time on Linux.
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !['target', 'node_modules'].includes(entry.name)) look(join(folder, entry.name), top);
  }
}

for (const top of SOURCES) look(top, top);
process.on('SIGINT', () => { server?.kill(); process.exit(0); });
process.on('SIGTERM', () => { server?.kill(); process.exit(0); });
await serve();
say(`watching ${SOURCES.join(', ')}`);
