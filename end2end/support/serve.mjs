// A fresh demo in a fresh folder, served by the release binary. Ends with this process.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = new URL('../../target/release/passerelle', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'passerelle-e2e-'));
const env = { ...process.env, DATA_DIR: folder, RUST_LOG: 'warn', LISTEN_ADDR: '127.0.0.1' };
const filled = spawnSync(binary, ['demo'], { env, stdio: 'inherit' });
if (filled.status !== 0) process.exit(1);
const server = spawn(binary, ['serve'], { env, stdio: 'inherit' });
const stop = () => server.kill('SIGTERM');
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
