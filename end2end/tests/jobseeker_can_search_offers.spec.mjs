// The main journey on a phone: say what you look for, read offers, see how to apply.
import { awake, expect, test } from '../support/page.mjs';

test('a jobseeker can go from the home page to an offer and back to the same place', async ({ page }) => {
  await page.goto('/');
  await page.locator('#f-q').fill('agent');
  await page.locator('#f-q').press('Enter');
  await expect(page).toHaveURL(/\/offres\?.*q=agent/);
  await awake(page);
  const last = page.locator('.card a').last();
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(200);
  const title = (await last.innerText()).trim();
  await last.click();
  await expect(page).toHaveURL(/\/offres\/.+-[0-9a-z]{12}/);
  await expect(page.locator('.offer h1')).toHaveText(title);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(200);
  await page.goBack();
  await expect(page).toHaveURL(/q=agent/);
  await expect(page.locator('.card').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 300);
});

test('a jobseeker sees how to apply after a tap, not before', async ({ page }) => {
  await page.goto('/offres?q=serveur');
  await page.locator('.card a').first().click();
  await expect(page.locator('.offer h1')).toBeVisible();
  await expect(page.locator('.channels')).toHaveCount(0);
  // Sharing by mail names nobody.
  expect(await page.content()).not.toMatch(/mailto:(?!\?)/);
  await page.locator('.apply a.button').click();
  await expect(page).toHaveURL(/postuler=1/);
  await expect(page.locator('.channels')).toBeVisible();
});

test('nothing found says what to relax, and the count is true', async ({ page }) => {
  await page.goto('/offres?q=cariste&commune=06088&radius_km=5&contract=cui-pec');
  await expect(page.locator('.card')).toHaveCount(0);
  const links = page.locator('main a', { hasText: /\d+\s+offre/ });
  await expect(links.first()).toBeVisible();
  const promised = (await links.first().innerText()).match(/(\d+)\s+offre/)[1];
  await links.first().click();
  await expect(page.locator('.card').first()).toBeVisible();
  await expect(page.locator('#count')).toContainText(promised);
});
