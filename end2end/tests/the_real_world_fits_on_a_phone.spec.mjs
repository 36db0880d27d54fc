// The self-assessment with all of ROME and thousands of real offers, where they are there.
import { expect, test } from '@playwright/test';
import { inaccessible } from '../support/checks.mjs';
import { reach } from '../support/keyboard.mjs';
import { hasRealData, realServer } from '../support/real.mjs';

test.skip(!hasRealData, 'no real data beside the checkout (shared/data)');
test.describe.configure({ mode: 'serial', timeout: 180_000 });

let server;
test.beforeAll(async () => {
  server = await realServer(Number(process.env.E2E_PORT ?? 3917) + 12);
});
test.afterAll(() => server?.stop());

/** Each screen that was seen. */
async function seen(page, screens) {
  screens.push(await page.locator('form.guide').getAttribute('data-step'));
}

const FITS = /Vous savez (peut-être )?déjà faire \d+ choses? sur \d+/;
const check = (page, box) => box.check();

const walk = async (page, press) => {
  const tick = press.tick ?? check;
  const screens = [];
  await page.goto(`${server.base}/competences`);
  await press.ready(page);
  await seen(page, screens);
  await press.button(page, 'Seul·e');
  await page.locator('form[data-step=families]').waitFor();
  await seen(page, screens);
  await tick(page, page.getByLabel('Aide aux personnes'));
  await press.button(page, 'Continuer');
  await page.locator('form[data-step=jobs]').waitFor();
  await seen(page, screens);
  await press.find(page, 'auxiliaire de vie');
  await tick(page, page.getByLabel('Auxiliaire de vie sociale').first());
  await press.button(page, 'Continuer');
  await page.locator('form[data-step=past]').waitFor();
  await seen(page, screens);
  await press.button(page, 'Continuer');
  await page.locator('form[data-step=results]').waitFor();
  await seen(page, screens);
  return screens;
};

test.describe('by touch', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('from the first screen to ranked real offers in at most six screens, from two public files', async ({ page }) => {
    const sizes = new Map();
    page.on('response', async (r) => {
      if (r.url().includes('/packs/')) sizes.set(new URL(r.url()).pathname.match(/rome|local/)[0], Number((await r.allHeaders())['content-length']));
    });
    const screens = await walk(page, {
      ready: (page) => page.waitForFunction(() => document.documentElement.dataset.guide === 'ready'),
      button: (page, name) => page.getByRole('button', { name, exact: true }).last().tap(),
      find: (page, text) => page.locator('#q').fill(text),
    });
    expect(screens.length).toBeLessThanOrEqual(6);
    await expect(page.locator('.strengths li').first()).toBeVisible();
    const first = page.locator('.offers .card').first();
    await expect(first).toContainText(FITS);
    expect(await inaccessible(page)).toEqual([]);
    // All of ROME and the richest basin (design.md §9).
    await expect.poll(() => [...sizes.keys()].sort()).toEqual(['local', 'rome']);
    const [rome, local] = [sizes.get('rome'), sizes.get('local')];
    test.info().annotations.push({ type: 'bytes', description: `${rome} + ${local}` });
    expect(rome).toBeLessThanOrEqual(260_000);
    expect(local).toBeLessThanOrEqual(120_000);
  });
});

test.describe('with the network cut after the first screen', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the same offers in the same screens', async ({ page, context }) => {
    const screens = await walk(page, {
      ready: async (page) => {
        await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
        await context.setOffline(true);
      },
      button: (page, name) => page.getByRole('button', { name, exact: true }).last().click(),
      find: (page, text) => page.locator('#q').fill(text),
    });
    expect(screens.length).toBeLessThanOrEqual(6);
    await expect(page.locator('.offers .card').first()).toContainText(FITS);
    expect(await inaccessible(page)).toEqual([]);
  });
});

test.describe('by keyboard only', () => {
  test('the same offers in the same screens', async ({ page }) => {
    const screens = await walk(page, {
      ready: (page) => page.waitForFunction(() => document.documentElement.dataset.guide === 'ready'),
      tick: async (page, box) => {
        await reach(page, box);
        await page.keyboard.press('Space');
      },
      button: async (page, name) => {
        await reach(page, page.getByRole('button', { name, exact: true }).last());
        await page.keyboard.press('Enter');
      },
      find: async (page, text) => {
        await reach(page, page.locator('#q'));
        await page.keyboard.type(text);
      },
    });
    expect(screens.length).toBeLessThanOrEqual(6);
    await expect(page.locator('.offers .card').first()).toContainText(FITS);
    await reach(page, page.locator('.offers .card a').first());
    await page.keyboard.press('Enter');
    await expect(page.locator('.offer h1')).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same offers in the same screens', async ({ page }) => {
    const screens = await walk(page, {
      ready: async () => {},
      button: (page, name) => page.getByRole('button', { name, exact: true }).last().click(),
      find: async (page, text) => {
        await page.locator('#q').fill(text);
        await page.getByRole('button', { name: 'Chercher' }).click();
      },
    });
    expect(new Set(screens).size).toBeLessThanOrEqual(6);
    await expect(page.locator('.offers .card').first()).toContainText(FITS);
  });
});
