// The pathway explorer: the three stories of the README from three starts; without scripts, without a network.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { illLaidOut, inaccessible } from '../support/checks.mjs';
import { reach } from '../support/keyboard.mjs';

const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
const screen = (page, step) => page.locator(`form[data-step=${step}]`).waitFor();
const first = (page) => page.locator('.path').first();
const faults = async (page) => [...await inaccessible(page), ...await illLaidOut(page)];

/** The files that phones fetch are made when the server has started. */
test.beforeAll(async ({ request }) => {
  await expect.poll(async () => (await request.get('/parcours')).text()).toContain('data-rome');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('from a trade: three months, then six town halls that promised; the network is cut', async ({ page, context }) => {
    const requests = [];
    page.on('request', (request) => requests.push(request));
    await page.goto('/parcours?vers=K1406');
    await ready(page);
    await context.setOffline(true);
    await expect(first(page)).toContainText('Emploi promis');
    await expect(first(page)).toContainText('Six communes de la vallée du Thérain');
    await expect(first(page)).toContainText('0 € à payer');
    expect(await faults(page)).toEqual([]);
    await page.locator('button[value^=open-]').first().tap();
    await screen(page, 'path');
    expect(await faults(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Mettre les dates dans mon agenda' }).tap();
    const calendar = readFileSync(await (await download).path(), 'utf8');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    await page.getByRole('button', { name: 'Garder ce parcours' }).tap();
    await page.getByRole('button', { name: 'Voir tous les parcours' }).tap();
    await screen(page, 'paths');
    await expect(page.locator('.kept')).toContainText('Secrétaire de mairie');
    for (const request of requests) {
      expect(request.method(), request.url()).toBe('GET');
      expect(new URL(request.url()).pathname).toMatch(/^\/parcours$|^\/pkg\/|^\/packs\/(rome|local|steps)-/);
    }
  });

  test('from what she said: her answers follow her from one page to the other', async ({ page }) => {
    await page.goto('/competences');
    await ready(page);
    await page.getByRole('button', { name: 'Seul·e' }).tap();
    await screen(page, 'families');
    await page.getByRole('button', { name: 'Voir mes offres maintenant' }).tap();
    await screen(page, 'results');
    await page.getByRole('button', { name: 'Les parcours vers un emploi' }).press('Enter');
    await page.waitForURL('**/parcours');
    await ready(page);
    await screen(page, 'paths');
    await expect(first(page)).toContainText('Emploi promis');
  });

  test('a trade that nobody teaches in her basin is shown where somebody does', async ({ page }) => {
    await page.goto('/parcours');
    await ready(page);
    await page.locator('#limits > summary').tap();
    await page.locator('#p-basin').selectOption({ label: 'Lens' });
    await expect(page.locator('#p-basin')).toHaveValue('CLPE62005');
    await page.goto('/parcours?vers=K1406');
    await ready(page);
    await expect(first(page)).toContainText('Six communes de la vallée du Thérain');
    await expect(page.locator('#p-basin')).toHaveValue('CLPE60001');
    // Where her basin has a way, it stays hers.
    await page.locator('#limits > summary').tap();
    await page.locator('#p-basin').selectOption({ label: 'Lens' });
    await expect(page.locator('form')).toContainText('Aucune formation d\'ici n\'y mène');
    await page.goto('/parcours?vers=H2909');
    await ready(page);
    await expect(page.locator('#p-basin')).toHaveValue('CLPE62005');
    await expect(first(page)).toContainText('Remise en mouvement');
  });

  test('a limit changes the paths at once, and what it costs is said', async ({ page }) => {
    await page.goto('/parcours?vers=G1501');
    await ready(page);
    await expect(first(page)).toContainText('Emploi promis');
    await page.locator('#limits > summary').tap();
    await page.locator('#p-before').selectOption({ index: 1 });
    await expect(page.locator('form')).toContainText('Aucun parcours avec ces limites.');
    await expect(page.locator('#p-before')).toBeFocused();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enlever cette limite' }).first().tap();
    await expect(first(page)).toContainText('Emploi promis');
  });
});

test('from an offer, by keyboard only: the hotels promised before the first of four hundred hours', async ({ page }) => {
  await page.goto('/offres?q=femme+de+chambre');
  await page.goto(await page.locator('.card a').first().getAttribute('href'));
  await reach(page, page.getByRole('link', { name: 'Comment y arriver ?' }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/parcours\?vers=/);
  await ready(page);
  await expect(first(page)).toContainText('Emploi promis');
  await expect(first(page)).toContainText('400 heures pour l’hôtel');
  await expect(first(page)).toContainText('Hôtels de la Baie promet 12 emplois');
  await expect(first(page)).toContainText(/la branche \(OPCO\) paie 2.400.€/);
  await reach(page, first(page).getByRole('button', { name: 'Garder, imprimer, montrer' }));
  await page.keyboard.press('Enter');
  await screen(page, 'path');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await reach(page, page.getByRole('button', { name: 'Garder ce parcours' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Ne plus garder' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await reach(page, page.getByRole('button', { name: 'Montrer à un conseiller' }));
  await page.keyboard.press('Enter');
  await screen(page, 'path-show');
  await expect(page.locator('form')).toContainText('400 heures pour l’hôtel');
  expect(await faults(page)).toEqual([]);
});

test('two paths beside each other, by keyboard only', async ({ page }) => {
  await page.goto('/parcours');
  await ready(page);
  await reach(page, page.getByRole('button', { name: 'Comparer', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.compare th[scope=col]')).toHaveCount(2);
  expect(await faults(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('preparation, immersion, a title: one chain to a job in the mining basin', async ({ page }) => {
    await page.goto('/parcours?vers=H2909');
    const chain = page.locator('.path', { hasText: 'Remise en mouvement' });
    await expect(chain).toContainText('Immersion à l’atelier de montage');
    await expect(chain).toContainText('titre et CDI intérimaire');
    await expect(chain).toContainText('3 étapes');
    await chain.locator('button[value^=open-]').click();
    await expect(page.locator('form[data-step=path]')).toContainText('Mettre les dates dans mon agenda');
  });

  test('the longest path is two pages at most on paper, with a square that leads back', async ({ page }) => {
    await page.goto('/parcours?vers=H2909');
    await page.locator('.path', { hasText: 'Remise en mouvement' }).locator('button[value^=open-]').click();
    await screen(page, 'path');
    const sheet = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheet.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.paper-only .square')).toBeVisible();
    await expect(page.locator('.paper-only')).toContainText('/parcours?vers=H2909');
  });
});
