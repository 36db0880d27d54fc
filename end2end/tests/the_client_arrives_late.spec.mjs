// HTML first: the client is fetched after `load`, not under Save-Data, and loses nothing that was typed.
import { awake, expect, test } from '../support/page.mjs';

test('the client is fetched only after load, and nothing twice', async ({ page }) => {
  const pkg = [];
  page.on('request', (request) => { if (request.url().includes('/pkg/')) pkg.push(request.url()); });
  await page.goto('/offres?q=agent', { waitUntil: 'domcontentloaded' });
  await awake(page);
  const order = await page.evaluate(() => {
    const load = performance.getEntriesByType('navigation')[0].loadEventStart;
    return performance.getEntriesByType('resource').filter((e) => e.name.includes('/pkg/')).map((e) => e.startTime >= load);
  });
  expect(order.length).toBe(4);
  expect(order.every(Boolean)).toBe(true);
  expect(new Set(pkg).size).toBe(pkg.length);
});

test('under Save-Data the client waits for the person', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const pkg = [];
  page.on('request', (request) => { if (request.url().includes('/pkg/')) pkg.push(request.url()); });
  await page.goto('/offres?q=agent', { waitUntil: 'load' });
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  expect(pkg).toEqual([]);
  await page.locator('#f-q').focus();
  await awake(page);
  await expect.poll(() => pkg.length).toBe(4);
});

test('what is typed before the client arrives is kept', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/pkg/*.wasm', async (route) => { await held; await route.continue(); });
  await page.goto('/offres');
  const field = page.locator('#f-q');
  await field.fill('boulangère');
  release();
  await awake(page);
  await expect(field).toHaveValue('boulangère');
  await field.press('Enter');
  await expect(page).toHaveURL(/q=boulang/);
});

test('once awake, pages change without a page load', async ({ page }) => {
  await page.goto('/offres?q=agent');
  await awake(page);
  await page.evaluate(() => { window.sameDocument = true; });
  await page.locator('.card a').first().click();
  await expect(page).toHaveURL(/\/offres\/.+-[0-9a-z]{12}/);
  await expect(page.locator('.offer h1')).toBeVisible();
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
  const title = await page.title();
  await page.goBack();
  await expect(page.locator('.card a').first()).toBeVisible();
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
  await expect(page).not.toHaveTitle(title);
  await page.goForward();
  await expect(page).toHaveURL(/\/offres\/.+-[0-9a-z]{12}/);
});
