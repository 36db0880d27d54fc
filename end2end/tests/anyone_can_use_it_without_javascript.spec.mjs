// JavaScript off: everything can be read and done.
import { expect, test } from '../support/page.mjs';

test.use({ javaScriptEnabled: false });

test('anyone can search, page, read and see how to apply', async ({ page }) => {
  await page.goto('/');
  await page.locator('#f-q').fill('agent');
  await page.locator('form button').first().click();
  await expect(page).toHaveURL(/\/offres\?.*q=agent/);
  expect(await page.locator('.card').count()).toBeGreaterThan(5);
  await page.goto('/offres?q=agent&contract=cdi');
  expect(await page.locator('.card').count()).toBeGreaterThan(0);
  await page.goto('/offres');
  await page.locator('a[rel="next"]').first().click();
  await expect(page).toHaveURL(/page=2/);
  await page.locator('.card a').first().click();
  await expect(page.locator('.facts')).toHaveCount(1);
  await page.locator('.apply a.button').click();
  await expect(page.locator('.channels')).toHaveCount(1);
});

test('pages without JavaScript load nothing but themselves', async ({ page }) => {
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/offres?q=vendeur');
  expect(requests.filter((url) => !url.startsWith('data:')).length).toBe(1);
});
