// The service worker: on a phone that is hers what was seen can be read again without a network; on any
// other there is none.
import { awake, expect, test } from '../support/page.mjs';

const registered = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const controlled = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** Says « ce téléphone est à moi » by saving an offer. */
async function mine(page) {
  await page.goto('/offres?q=cariste');
  await awake(page);
  await page.locator('.card [data-phone=save]').first().click();
  await page.locator('#phone').getByRole('button', { name: /à moi/ }).last().click();
  await controlled(page);
}

test('a phone of nobody has no service worker', async ({ page }) => {
  await page.goto('/offres?q=cariste');
  await awake(page);
  expect(await registered(page)).toBe(0);
});

test('offers, searches and the self-assessment that were seen are there without a network', async ({ page, context, complaints }) => {
  await mine(page);
  await page.goto('/offres?q=cariste');
  const title = await page.locator('.card h3 a').first().innerText();
  await page.goto(await page.locator('.card h3 a').first().getAttribute('href'));
  await page.goto('/competences');
  await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
  await page.goto('/parcours?vers=K2204');
  await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
  await context.setOffline(true);
  await page.goto('/offres?q=cariste');
  await expect(page.locator('.card h3 a').first()).toHaveText(title);
  await page.goto(await page.locator('.card h3 a').first().getAttribute('href'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title.split(' ')[0]);
  await page.goto('/competences');
  await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
  await page.getByRole('button', { name: 'Seul·e' }).click();
  await page.locator('form[data-step=families]').waitFor();
  await page.goto('/parcours?vers=K2204');
  await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
  await page.locator('#p-free').evaluate((own) => own.click());
  await expect(page.locator('.path').first()).toContainText('Emploi promis');
  // What was never seen says so, and leads on.
  await page.goto('/offres?q=boulanger');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pas de réseau');
  await context.setOffline(false);
  complaints.length = 0;
});

test('« Tout effacer » removes the worker and what it kept', async ({ page }) => {
  await mine(page);
  await page.locator('footer').getByRole('link', { name: 'Tout effacer' }).click();
  await page.locator('#phone').getByRole('button', { name: 'Tout effacer' }).click();
  await expect.poll(() => registered(page)).toBe(0);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
});

test('« Tout effacer » leaves nothing where a file arrives at that very moment', async ({ page }) => {
  await mine(page);
  // As a worker does that asked whether all is erased just before it was.
  await page.evaluate(() => {
    const take = caches.delete.bind(caches);
    let opened = false;
    caches.delete = async (name) => {
      const taken = await take(name);
      if (!opened) {
        opened = true;
        await caches.open(name);
      }
      return taken;
    };
  });
  await page.locator('footer').getByRole('link', { name: 'Tout effacer' }).click();
  await page.locator('#phone').getByRole('button', { name: 'Tout effacer' }).click();
  await expect(page.locator('#phone [data-step=erased]')).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('the site can be installed, and its worker is small', async ({ request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' });
  expect((await request.get(manifest.icons[0].src)).headers()['content-type']).toContain('svg');
  const worker = await request.get('/sw.js');
  expect(worker.headers()['cache-control']).toBe('no-cache');
  expect((await worker.body()).length).toBeLessThan(8 * 1024);
});
