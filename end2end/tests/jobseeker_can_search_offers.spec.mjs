// The main journey on a phone: say what you look for, read offers, see how to apply.
import { awake, expect, expectAccessible, expectNoSideScroll, test } from '../support/page.mjs';

test('a jobseeker can go from the home page to an offer and back to the same place', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').or(page.getByLabel(/métier|travail|cherchez/i)).first().fill('vendeur');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/offres\?.*q=vendeur/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await awake(page);
  const links = page.locator('a[href^="/offres/"]');
  await expect(links.first()).toBeVisible();
  const last = links.last();
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(200);
  const title = (await last.innerText()).trim();
  await last.click();
  await expect(page).toHaveURL(/\/offres\/.+-[0-9a-z]{12}/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title.split('\n')[0].slice(0, 20));
  expect(await page.evaluate(() => scrollY)).toBeLessThan(200);
  await page.goBack();
  await expect(page).toHaveURL(/q=vendeur/);
  await expect(links.first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 300);
});

test('a jobseeker sees how to apply after a tap, not before', async ({ page }) => {
  await page.goto('/offres?q=serveur');
  await page.locator('a[href^="/offres/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.content()).not.toContain('mailto:');
  await page.locator('a[href*="postuler"]').first().click();
  await expect(page).toHaveURL(/postuler=1/);
  await expect(page.locator('a[href^="mailto:"], a[href^="tel:"], a[rel~="noopener"], address').first()).toBeVisible();
});

test('a jobseeker can search, filter and page by keyboard only', async ({ page }) => {
  await page.goto('/offres');
  await awake(page);
  const field = page.locator('input[name="q"]').first();
  for (let i = 0; i < 25 && !(await field.evaluate((e) => e === document.activeElement)); i++) {
    await page.keyboard.press('Tab');
    const visible = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    });
    expect(visible, 'focus is always visible').toBe(true);
  }
  await page.keyboard.type('agent');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=agent/);
  await expect(page.locator('a[href^="/offres/"]').first()).toBeVisible();
});

test('a zero result says what to relax, with counts', async ({ page }) => {
  await page.goto('/offres?q=cariste&commune=06088&radius_km=5&contract=cui-pec');
  const relax = page.locator('a', { hasText: /\d+ (offre|offer)/ });
  await expect(relax.first()).toBeVisible();
  const promised = Number((await relax.first().innerText()).match(/(\d+) offre/)[1]);
  await relax.first().click();
  await expect(page.locator('a[href^="/offres/"]').first()).toBeVisible();
  expect(promised).toBeGreaterThan(0);
  await expect(page.locator('body')).toContainText(new RegExp(`${promised}\\s+offre`));
});

for (const path of ['/', '/offres', '/offres?q=cariste', '/offres?q=zzzzqqqq', '/en', '/en/offres?q=driver', '/nulle-part']) {
  for (const scheme of ['light', 'dark']) {
    test(`${path} is accessible and fits, ${scheme}`, async ({ page, complaints }) => {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        await awake(page);
        await expectAccessible(page);
        await expectNoSideScroll(page);
      }
      // The browser itself reports a 404 page.
      if (path === '/nulle-part') complaints.length = 0;
    });
  }
}
