// The pages of trades, for who has no idea yet: without scripts, on a small phone, by keyboard alone.
import { expect, expectAccessible, expectNoSideScroll, test } from '../support/page.mjs';
import { reach } from '../support/keyboard.mjs';

/** What is here is counted when the server has started. */
test.beforeAll(async ({ request }) => {
  await expect.poll(async () => (await request.get('/metiers')).text()).toContain('/metiers/cariste-N1101');
});

for (const scheme of ['light', 'dark']) {
  for (const path of ['/metiers', '/metiers?famille=k', '/metiers?q=zzzzqqqq', '/metiers/secretaire-de-mairie-K1406', '/en/metiers/cariste-N1101', '/metiers/conducteur-conductrice-de-poids-lourd-N4101']) {
    test(`${path} is a page that everybody can read, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        await expect(page.locator('h1')).toHaveCount(1);
        await expectAccessible(page);
        await expectNoSideScroll(page);
      }
    });
  }
}

test('from the list to a trade, then to ways that lead there, by keyboard only', async ({ page }) => {
  await page.goto('/metiers');
  const trade = page.getByRole('link', { name: 'Employé / Employée d\'étage', exact: true });
  await reach(page, trade);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/metiers\/employe-employee-d-etage-G1501$/);
  const way = page.getByRole('link', { name: 'Comment y arriver ?' }).first();
  await reach(page, way);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/parcours\?vers=G1501$/);
  await expect(page.locator('.path').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a day there, the pay seen here, who hires, a promise, where to try it, what is close', async ({ page }) => {
    await page.goto('/metiers');
    await page.getByRole('searchbox').fill('secretaire de mairie');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.getByRole('link', { name: 'Secrétaire de mairie', exact: true }).click();
    for (const name of ['Une journée', 'L\'effort', 'Les horaires', 'Le salaire vu ici', 'Qui embauche ici', 'Comment y entrer', 'Où l\'essayer', 'Métiers proches']) {
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    }
    await expect(page.locator('main')).toContainText(/Vu dans \d+ offres? d'ici, sur \d+\./);
    await expect(page.locator('main')).toContainText('Promesse d\'embauche signée');
    await expect(page.locator('main')).toContainText('Code du travail, L. 5135-1');
    await page.locator('section', { hasText: 'Métiers proches' }).locator('a').first().click();
    await expect(page.getByRole('heading', { name: 'Une journée' })).toBeVisible();
  });

  test('who has no idea is led to what she can do; a wrong address leads back to the list', async ({ page, complaints }) => {
    await page.goto('/metiers');
    await page.getByRole('link', { name: 'Je n\'ai pas d\'idée' }).click();
    await expect(page).toHaveURL(/\/competences$/);
    expect((await page.goto('/metiers/rien-A0000')).status()).toBe(404);
    await page.getByRole('link', { name: 'Les métiers qui recrutent ici' }).click();
    await expect(page).toHaveURL(/\/metiers$/);
    // The browser itself reports a page that answers 404.
    complaints.length = 0;
  });
});
