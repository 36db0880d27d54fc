// Browser tests against the release build, on the demo's data, in Debian's Chromium.
import { defineConfig } from '@playwright/test';
import { chromium } from './support/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 3917);

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 360, height: 740 },
    locale: 'fr-FR',
    launchOptions: chromium(),
    trace: 'off',
  },
  webServer: {
    command: 'node support/serve.mjs',
    url: `http://127.0.0.1:${port}/readyz`,
    env: { PORT: String(port) },
    reuseExistingServer: false,
    stdout: 'pipe',
    timeout: 120_000,
  },
});
