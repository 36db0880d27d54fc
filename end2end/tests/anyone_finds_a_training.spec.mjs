// The catalogue of trainings: without scripts, by keyboard, on a small phone; what blocks is said.
import { trainingPath } from '../support/fixtures.mjs';
import { reach } from '../support/keyboard.mjs';
import { expect, expectAccessible, expectNoSideScroll, test } from '../support/page.mjs';

const cards = (page) => page.locator('.found .card');

/** The catalogue is made when the server has started. */
test.beforeAll(async ({ request }) => {
  await expect.poll(async () => (await request.get('/formations')).status()).toBe(200);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('from a word and a town to a number to call', async ({ page }) => {
    await page.goto('/formations');
    await page.locator('#f-q').fill('chariot');
    await page.locator('#f-where').fill('Lens');
    await page.locator('#f-radius_km').selectOption('50');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await expect(page).toHaveURL(/\/formations\?q=chariot&where=Lens&radius_km=50/);
    await expect(cards(page).first()).toContainText('CACES R489');
    await expect(cards(page).first()).toContainText(/à \d+\skm/);
    await page.locator('.filters > summary').click();
    await page.getByLabel('Rien à payer').check();
    await page.locator('.panel button').click();
    await expect(page).toHaveURL(/free=1/);
    await expect(page.locator('.chip')).toContainText('Rien à payer');
    await page.locator('.chip').click();
    await expect(page).toHaveURL('/formations?q=chariot&where=Lens&radius_km=50');
    await cards(page).first().getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('CACES R489');
    await expect(page.getByRole('link', { name: /Appeler le/ }).first()).toHaveAttribute('href', /^tel:0\d{9}$/);
    await expect(page.getByRole('link', { name: 'Comment y arriver ?' }).first()).toHaveAttribute('href', '/parcours?vers=N1101');
  });

  test('who finds nothing lifts what blocks', async ({ page }) => {
    await page.goto('/formations?q=secretaire+de+mairie&kind=permis');
    await expect(page.locator('#count')).toHaveText('Aucune formation trouvée.');
    await page.locator('.relax a').first().click();
    await expect(page).toHaveURL('/formations?q=secretaire+de+mairie');
    await expect(cards(page).first()).toContainText('Secrétaire de mairie');
  });
});

test('by keyboard alone: from the search to the page of a training', async ({ page }) => {
  await page.goto('/formations');
  await reach(page, page.locator('#f-q'));
  await page.keyboard.type('permis b');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=permis\+b/);
  await reach(page, cards(page).first().getByRole('link'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Permis B');
});

for (const colorScheme of ['light', 'dark']) {
  test(`is accessible to everybody, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const one = trainingPath('agent-de-montage-titre-et-cdi-interimaire', 'ERBM-3');
    for (const path of ['/formations', '/formations?q=zzzz&kind=permis&page=x', one, `/en${one}`]) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSideScroll(page);
    }
  });
}
