// Browser tests against the binary that was built last (`scripts/test` says which), on the demo's data, in Debian's Chromium.
// E2E_PORT names the first of thirteen free ports. TEST_ALL=1 runs the whole matrix.
import { defineConfig } from '@playwright/test';
import { chromium } from './support/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 3917);
const all = !!process.env.TEST_ALL;

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: 2,
  timeout: all ? 180_000 : 60_000,
  reporter: [[all ? 'dot' : 'list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 360, height: 740 },
    locale: 'fr-FR',
    // An outline that fades in is not there yet when it is looked at.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: chromium(),
    trace: 'off',
  },
  webServer: {
    command: 'node support/serve.mjs',
    // The second server is up last.
    url: `http://127.0.0.1:${port + 1}/healthz`,
    env: { PORT: String(port) },
    reuseExistingServer: false,
    stdout: 'pipe',
    timeout: 120_000,
  },
});
