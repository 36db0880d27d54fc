// Each journey with the client, without JavaScript, with the client blocked, and at 50 kbps with 2 s of delay.
import { expect, test } from '@playwright/test';
import { offerPath } from '../support/fixtures.mjs';
import { journeys } from '../support/journeys.mjs';
import { awake, watch } from '../support/states.mjs';

const SLOW = { offline: false, latency: 2_000, downloadThroughput: 50_000 / 8, uploadThroughput: 50_000 / 8 };

/** A slow line, as the browser's own network stack emulates it. */
async function slowDown(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW);
}

const conditions = [
  { name: 'with the client', before: async () => {} },
  { name: 'without JavaScript', before: async () => {}, options: { javaScriptEnabled: false } },
  { name: 'with the client blocked', before: (page) => page.route('**/pkg/**', (route) => route.abort()), allow: /ERR_FAILED/ },
  { name: 'at 50 kbps and 2 s', before: slowDown, slow: true },
];

for (const journey of journeys) {
  for (const { name, before, options, allow, slow } of conditions) {
    if (slow && !journey.main && !process.env.TEST_ALL) continue;
    test(`${journey.name}, ${name}`, async ({ browser, baseURL }) => {
      if (slow) test.setTimeout(180_000);
      const context = await browser.newContext({ baseURL, locale: 'fr-FR', viewport: { width: 360, height: 740 }, ...options });
      // On the slow line a step is a page and a half away.
      context.setDefaultTimeout(slow ? 90_000 : 15_000);
      const page = await context.newPage();
      const seen = await watch(page, baseURL);
      await before(page);
      await journey.walk(page, expect.configure({ timeout: slow ? 60_000 : 10_000 }), offerPath);
      // What a page that is left was still fetching is no fault.
      const expected = [allow, /status of 410/].filter(Boolean);
      expect(seen.filter((line) => !expected.some((one) => one.test(line)))).toEqual([]);
      await context.close();
    });
  }
}

test('on a slow line a page is read, and its form sent, before the client arrives', async ({ page, baseURL }) => {
  const seen = await watch(page, baseURL);
  await slowDown(page);
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await expect(page.locator('h1')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset.client)).toBeUndefined();
  await page.locator('#f-q').fill('boulangère');
  await page.locator('#f-q').press('Enter');
  await expect(page).toHaveURL(/q=boulang/, { timeout: 30_000 });
  await expect(page.locator('#count')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('#f-q')).toHaveValue('boulangère');
  expect(seen).toEqual([]);
});

test('on a slow line nothing that is typed while the client arrives is lost', async ({ page }) => {
  test.skip(!process.env.TEST_ALL, 'half a minute of waiting: part of make test-all');
  test.setTimeout(180_000);
  await slowDown(page);
  await page.goto('/offres', { waitUntil: 'domcontentloaded', timeout: 60_000 });
  await page.locator('#f-q').pressSequentially('magasinier');
  await page.locator('#f-where').pressSequentially('Lens');
  await page.waitForFunction(() => document.documentElement.dataset.client === 'ready', undefined, { timeout: 150_000 });
  await awake(page);
  await expect(page.locator('#f-q')).toHaveValue('magasinier');
  await expect(page.locator('#f-where')).toHaveValue('Lens');
});
