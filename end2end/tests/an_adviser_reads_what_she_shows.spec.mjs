// To an adviser: a code made on her phone opens a page on his, for two hours or until either closes it.
import { expect, expectAccessible, expectNoSideScroll, test } from '../support/page.mjs';

const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');

/** Her phone, on the screen that says what will be shown. */
async function toShow(page) {
  await page.goto('/competences');
  await ready(page);
  await page.getByRole('button', { name: 'Seul·e' }).click();
  await page.getByLabel('Aide aux personnes, ménage, école').check();
  await page.getByRole('button', { name: 'Continuer' }).last().click();
  await page.locator('.picks label').filter({ hasText: 'Garde d\'enfant' }).first().click();
  await page.getByRole('button', { name: 'Voir mes offres maintenant' }).click();
  await page.getByRole('button', { name: 'Ma fiche de compétences' }).click();
  await page.getByRole('button', { name: 'Montrer à un conseiller' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Montrer à un conseiller');
}

test('she shows what the screen says, and nothing else leaves her phone', async ({ page, browser, baseURL }) => {
  const sent = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push([new URL(request.url()).pathname, request.postData()]));
  await toShow(page);
  const shown = await page.locator('.sheet li').allInnerTexts();
  expect(shown.length).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Créer un code' }).click();
  const code = page.locator('.given .code');
  await expect(code).toHaveText(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
  await expectAccessible(page);
  await expectNoSideScroll(page);
  const words = await code.innerText();
  // One request; neither the code nor a word of what is shown stands in it.
  expect(sent.map(([path]) => path)).toEqual(['/handover/keep']);
  for (const secret of [words, words.replace('-', ''), ...shown]) expect(sent[0][1]).not.toContain(secret);
  expect(page.url()).not.toContain(words);

  const adviser = await (await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })).newPage();
  const asked = [];
  adviser.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await adviser.goto('/montrer');
  await adviser.getByLabel(/Le code/).fill('AAAAA');
  await adviser.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(adviser.getByRole('status')).toContainText('10 lettres');
  await adviser.getByLabel(/Le code/).fill('ABCDE-FGHJK');
  await adviser.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(adviser.getByRole('status')).toContainText('Aucune page');
  await adviser.getByLabel(/Le code/).fill(words.toLowerCase().replace('-', ' '));
  await adviser.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(adviser.locator('.sheet li').first()).toBeVisible();
  expect(await adviser.locator('.sheet li').allInnerTexts()).toEqual(shown);
  await expectAccessible(adviser);
  await expect(adviser.locator('.sheet a').first()).toHaveAttribute('href', /^\/offres\/[0-9a-z]{12}$/);
  expect(asked.join(' ')).not.toContain(words.slice(0, 5));

  // She closes it: it is gone for whoever comes later.
  await page.getByRole('button', { name: 'Fermer maintenant' }).click();
  await expect(page.getByRole('status').first()).toContainText('fermé');
  await adviser.goto(`/montrer#${words}`);
  await expect(adviser.getByRole('status')).toContainText('Aucune page');
  expect(adviser.url()).not.toContain(words);
  await adviser.context().close();
});

test('an adviser closes it, and erasing the phone closes it as well', async ({ page, browser, baseURL }) => {
  await toShow(page);
  await page.getByRole('button', { name: 'Créer un code' }).click();
  await expect(page.locator('.given .code')).toHaveText(/-/);
  const words = await page.locator('.given .code').innerText();
  const adviser = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await adviser.goto(`/montrer#${words}`);
  await expect(adviser.locator('.sheet li').first()).toBeVisible();
  const closed = page.waitForResponse(/\/handover\/close/);
  await page.locator('footer').getByRole('link', { name: 'Tout effacer' }).click();
  await page.locator('#phone').getByRole('button', { name: 'Tout effacer' }).click();
  expect((await closed).status()).toBe(204);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await adviser.getByRole('button', { name: 'Fermer et détruire' }).click();
  await expect(adviser.getByRole('status')).toContainText('détruit');
  await expect(adviser.locator('.sheet')).toBeHidden();
  await adviser.context().close();
});
