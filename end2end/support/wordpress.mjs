// A throw-away WordPress as an association has it: MariaDB, PHP's own web server, WordPress in French with our
// plugin, an administrator and an Editor. All of it in one temporary folder; nothing listens but on loopback.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const unpacked = new URL('../.cache/wordpress/', import.meta.url).pathname;
const own = new URL('wordpress/', import.meta.url).pathname;
const root = new URL('../../', import.meta.url).pathname;
const MARIADB = '/usr/sbin/mariadbd';

/** Who can sign in; the same words are in furnish.php. */
export const people = { admin: { name: 'presidente', password: 'essai-presidente' }, editor: { name: 'redactrice', password: 'essai-redactrice' } };

/** Why it cannot be started here; null where it can. */
export function whyNoWordPress() {
  const missing = [MARIADB, '/usr/bin/php', `${unpacked}.complete`].filter((file) => !existsSync(file));
  return missing.length ? `no WordPress here (${missing.join(', ')}): make hosts` : null;
}

/** Starts a program; `kill()` ends its whole family: PHP's server has children. */
function start(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  const kill = () => { try { process.kill(-child.pid, 'SIGKILL'); } catch { /* it is gone */ } };
  return { kill, gone: new Promise((resolve) => child.on('exit', resolve)) };
}

async function until(what, log, ready) {
  for (const began = Date.now(); !(await ready());) {
    if (Date.now() - began > 30_000) throw new Error(`${what} does not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Without privilege tables: whoever reaches the socket, in a folder that is only ours, is its master. Nothing survives a crash. */
async function mariadb(folder, running) {
  const data = join(folder, 'db');
  const socket = join(folder, 'db.sock');
  const log = join(folder, 'db.log');
  mkdirSync(data);
  const out = openSync(log, 'a');
  running.push(start(MARIADB, [
    '--no-defaults', `--user=${userInfo().username}`, `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--skip-grant-tables', '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=0', '--innodb-log-file-size=8M', '--innodb-buffer-pool-size=32M', '--skip-innodb-doublewrite', '--performance-schema=off',
  ], { stdio: ['ignore', out, out] }));
  await until('MariaDB', log, () => existsSync(socket));
  return socket;
}

/** WordPress's files, our plugin from its zip, and a plugin that is only for tests. */
function lay(folder) {
  const done = spawnSync('cp', ['-a', ...['wordpress', 'javascript'].map((name) => `${unpacked}usr/share/${name}`), folder]);
  if (done.status !== 0) throw new Error(`cp: ${done.stderr}`);
  const site = join(folder, 'wordpress');
  copyFileSync(`${own}wp-config.php`, `${site}/wp-config.php`);
  mkdirSync(`${site}/wp-content/mu-plugins`);
  copyFileSync(`${own}only-for-tests.php`, `${site}/wp-content/mu-plugins/only-for-tests.php`);
  const zip = join(folder, 'passerelle-offres.zip');
  const made = spawnSync(process.execPath, [`${root}scripts/site/plugin.mjs`, `${root}integrations/wordpress/passerelle-offres`, zip]);
  if (made.status !== 0) throw new Error(`plugin.mjs: ${made.stderr}`);
  return { site, zip };
}

/** Started, installed and furnished; it may ask `hub`. `task(name, what)` runs a script of `wordpress/` inside it and gives what it prints, read as JSON. */
export async function wordpress(port, hub) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-wordpress-'));
  const running = [];
  const end = () => running.forEach(({ kill }) => kill());
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  // Also when we end without `stop()`.
  const abandon = () => { end(); remove(); };
  process.on('exit', abandon);
  const stop = async () => {
    process.off('exit', abandon);
    end();
    await Promise.all(running.map(({ gone }) => gone));
    remove();
  };
  try {
    // Another site than the hub's 127.0.0.1, not only another port.
    const base = `http://localhost:${port}`;
    const { site, zip } = lay(folder);
    const socket = await mariadb(folder, running);
    const log = join(folder, 'php.log');
    const env = { ...process.env, WORDPRESS_URL: base, WORDPRESS_SOCKET: socket, WORDPRESS_HUB_PORT: new URL(hub).port, PHP_CLI_SERVER_WORKERS: '4' };
    const task = (name, what = {}) => {
      const done = spawnSync('php', [`${own}${name}.php`, site], { env, input: JSON.stringify(what), encoding: 'utf8', maxBuffer: 16 << 20 });
      if (done.status !== 0) throw new Error(`${name}.php: ${done.stdout}${done.stderr}`);
      appendFileSync(log, done.stderr);
      return JSON.parse(done.stdout);
    };
    task('install', people);
    task('furnish', { ...people, zip });
    const out = openSync(log, 'a');
    running.push(start('php', ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', site, `${own}router.php`], { env, stdio: ['ignore', out, out] }));
    await until('PHP', log, () => fetch(`http://127.0.0.1:${port}/wp-login.php`, { redirect: 'manual' }).then((a) => a.status < 500, () => false));
    return { base, task, stop, log: () => readFileSync(log, 'utf8') };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A page of the browser on which someone has signed in. */
export async function signedIn(browser, { base }, { name, password }) {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
  const answer = await context.request.post('/wp-login.php', { form: { log: name, pwd: password }, maxRedirects: 0 });
  if (answer.status() !== 302) throw new Error(`${name} cannot sign in: ${answer.status()}`);
  return context.newPage();
}
