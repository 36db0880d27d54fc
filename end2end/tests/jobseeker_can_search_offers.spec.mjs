// The main journey on a phone: say what you look for, read offers, see how to apply.
import { awake, expect, expectAccessible, expectNoSideScroll, test } from '../support/page.mjs';

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

test('a jobseeker can search by keyboard only', async ({ page }) => {
  await page.goto('/offres');
  await awake(page);
  const isField = () => page.evaluate(() => document.activeElement?.id === 'f-q');
  for (let i = 0; i < 25 && !(await isField()); i++) await page.keyboard.press('Tab');
  expect(await isField()).toBe(true);
  await page.keyboard.type('vendeur');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=vendeur/);
  await expect(page.locator('.card').first()).toBeVisible();
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

for (const path of ['/', '/offres', '/offres?q=cariste', '/offres?q=zzzzqqqq', '/en', '/en/offres?q=cariste', '/nulle-part']) {
  for (const scheme of ['light', 'dark']) {
    test(`${path} is accessible and fits, ${scheme}`, async ({ page, complaints }) => {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        await expect(page.locator('h1').first()).toBeVisible();
        await expectAccessible(page);
        await expectNoSideScroll(page);
      }
      // The browser itself reports a page that answers 404.
      if (path === '/nulle-part') complaints.length = 0;
    });
  }
}

test('an offer page is accessible and fits', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto('/offres?q=infirmier');
  await page.locator('.card a').first().click();
  await expect(page.locator('.offer h1')).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await page.locator('.apply a.button').click();
  await expect(page.locator('.channels')).toBeVisible();
  await expectAccessible(page);
});
