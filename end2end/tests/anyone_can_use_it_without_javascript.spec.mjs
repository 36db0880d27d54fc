// JavaScript off: everything can be read and done.
import { expect, expectAccessible, test } from '../support/page.mjs';

test.use({ javaScriptEnabled: false });

test('anyone can search, filter, page, read and see how to apply', async ({ page }) => {
  await page.goto('/');
  await page.locator('input[name="q"]').first().fill('agent');
  await page.locator('form[action="/offres"] button[type="submit"], form[action="/offres"] button:not([type])').first().click();
  await expect(page).toHaveURL(/\/offres\?.*q=agent/);
  const offers = page.locator('a[href^="/offres/"]');
  expect(await offers.count()).toBeGreaterThan(5);
  await page.goto('/offres?q=agent&contract=cdi&page=1');
  expect(await offers.count()).toBeGreaterThan(0);
  await page.goto('/offres');
  await page.locator('a[rel="next"]').first().click();
  await expect(page).toHaveURL(/page=2/);
  await offers.first().click();
  await expect(page.locator('h1')).toBeVisible();
  await page.locator('a[href*="postuler"]').first().click();
  await expect(page).toHaveURL(/postuler=1/);
});

test('pages without JavaScript load nothing but themselves', async ({ page }) => {
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/offres?q=vendeur');
  expect(requests.filter((url) => !url.includes('icon')).length).toBe(1);
});
