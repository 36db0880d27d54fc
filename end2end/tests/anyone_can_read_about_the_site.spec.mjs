// The pages of text: plain HTML that everybody can read, and the way to a person.
import { expect, expectAccessible, expectNoSideScroll, test } from '../support/page.mjs';

const PATHS = ['aide', 'comment-ca-marche', 'glossaire', 'mentions-legales', 'vie-privee', 'accessibilite'];

for (const path of [...PATHS.map((p) => `/${p}`), '/en/aide', '/en/glossaire', '/aide?where=Nice']) {
  for (const scheme of ['light', 'dark']) {
    test(`${path} is a page that everybody can read, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        await expect(page.locator('h1')).toHaveCount(1);
        await expectAccessible(page);
        await expectNoSideScroll(page);
      }
    });
  }
}

test('a hard word of an offer is one tap away, and back', async ({ page }) => {
  await page.goto('/offres?q=agent');
  await page.locator('.card a').first().click();
  const word = page.locator('.facts a').first();
  const name = (await word.textContent()).trim();
  await word.click();
  await expect(page).toHaveURL(/\/glossaire#/);
  await expect(page.locator(':target h2')).toBeVisible();
  expect(name.length).toBeGreaterThan(2);
  await page.goBack();
  await expect(page.locator('.offer h1')).toBeVisible();
});

test('a person to call is on every offer and on every dead end', async ({ page, complaints }) => {
  await page.goto('/offres?q=agent');
  await page.locator('.card a').first().click();
  await expect(page.locator('.offer-side .desk a[href^="tel:"]')).toBeVisible();
  await page.goto('/offres?q=zzzzqqqq&where=Nice');
  await expect(page.locator('.found .desk')).toContainText('Nice');
  await page.goto('/nulle-part');
  await expect(page.locator('main .desk a[href^="tel:"]')).toBeVisible();
  // The browser itself reports a page that answers 404.
  complaints.length = 0;
});
