// Saved and seen offers, « Tout effacer », « Personne suivante », the public terminal.
import { awake, expect, expectAccessible, expectNoSideScroll, test } from '../support/page.mjs';

const stored = (page) => page.evaluate(async () => [localStorage.length, (await caches.keys()).length, document.cookie.length]);
const ready = (page) => page.waitForFunction(() => document.documentElement.hasAttribute('data-phone'));
const heart = (page, nth = 0) => page.locator('.card > [data-phone=save]').nth(nth);
const title = (page, nth = 0) => page.locator('.card h3 a').nth(nth).textContent();

async function saveTheFirst(page) {
  await page.goto('/offres?q=agent');
  await ready(page);
  const name = await title(page);
  await heart(page).click();
  await page.locator('#phone [data-phone=mine]').click();
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'true');
  return name;
}

test('whose phone it is is asked once, and "not mine" stores nothing', async ({ page }) => {
  await page.goto('/offres?q=agent');
  await ready(page);
  await page.locator('.card h3 a').first().click();
  await expect(page.locator('.offer h1')).toBeVisible();
  expect(await stored(page)).toEqual([0, 0, 0]);
  await page.locator('.actions [data-phone=save]').click();
  await expect(page.locator('#phone')).toBeVisible();
  await expectAccessible(page);
  // The answer that stores nothing is the first, and has the focus.
  await expect(page.locator('#phone [data-phone=not-mine]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#phone [data-number]:visible')).toHaveText(/^[0-9a-z]{12}$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('#phone')).toBeHidden();
  await expect(page.locator('.actions [data-phone=save]')).toHaveAttribute('aria-pressed', 'false');
  expect(await stored(page)).toEqual([0, 0, 0]);
});

test('on her phone offers are kept, found again, taken out', async ({ page }) => {
  const first = await saveTheFirst(page);
  await heart(page, 1).click();
  await expect(page.locator('#phone')).toBeHidden();
  const second = await title(page, 1);
  await page.locator('.top .mine').click();
  await expect(page.locator('#kept .card h2')).toHaveText([second, first]);
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await heart(page).click();
  await expect(page.locator('#kept .card h2')).toHaveText([first]);
  await page.locator('#kept a').click();
  await expect(page.locator('.offer h1')).toHaveText(first);
  await ready(page);
  await expect(page.locator('.actions [data-phone=save]')).toHaveAttribute('aria-pressed', 'true');
});

test('offers that were seen are marked, in lists that came later too', async ({ page }) => {
  await saveTheFirst(page);
  await awake(page);
  const name = await title(page, 1);
  await page.locator('.card h3 a').nth(1).click();
  await expect(page.locator('.offer h1')).toBeVisible();
  await page.goBack();
  const card = page.locator('.card', { hasText: name }).first();
  await expect(card.locator('.seen')).toBeVisible();
  await expect(page.locator('.cards .seen')).toHaveCount(1);
});

test('"erase everything" stands on every page and leaves nothing', async ({ page }) => {
  await saveTheFirst(page);
  for (const path of ['/offres', '/glossaire', '/mes-offres']) {
    await page.goto(path);
    await ready(page);
    await page.locator('footer [data-phone=ask-erase]').click();
    await expectAccessible(page);
    await page.locator('#phone [data-phone=close]:visible').click();
    expect((await stored(page))[0]).toBe(1);
  }
  await page.locator('footer [data-phone=ask-erase]').click();
  await page.locator('#phone [data-phone=erase]').click();
  await expect(page.locator('#phone [data-step=erased]')).toBeVisible();
  expect(await stored(page)).toEqual([0, 0, 0]);
  await page.locator('#phone [data-phone=close]:visible').click();
  await expect(page.locator('#kept li')).toHaveCount(0);
});

test('after "next person" neither the phone nor "back" tells of the one before', async ({ page }) => {
  await page.goto('/offres?q=secretaire');
  await saveTheFirst(page);
  await page.locator('.card h3 a').first().click();
  await expect(page.locator('.offer h1')).toBeVisible();
  await page.locator('footer [data-phone=ask-next]').click();
  await page.locator('#phone [data-phone=next]').click();
  await page.waitForURL((url) => url.pathname === '/');
  await ready(page);
  expect(await stored(page)).toEqual([0, 0, 0]);
  const left = await page.evaluate(() => navigation.entries().map((entry) => new URL(entry.url).pathname + new URL(entry.url).search));
  // What the browser itself showed before this site stays its own.
  expect(new Set(left)).toEqual(new Set(['/']));
});

test('a public terminal asks, then clears by itself', async ({ page }) => {
  await page.clock.install();
  await page.goto('/?borne=1');
  await ready(page);
  await page.locator('#f-q').fill('cariste');
  await page.locator('#f-q').press('Enter');
  await page.waitForURL(/offres/);
  await ready(page);
  // Nothing can be saved here.
  await expect(heart(page)).toBeHidden();
  await page.clock.runFor(88_000);
  await expect(page.locator('#phone')).toBeHidden();
  await page.clock.runFor(6_000);
  await expect(page.locator('#phone [data-step=idle]')).toBeVisible();
  await page.locator('#phone [data-phone=close]:visible').click();
  await page.clock.runFor(85_000);
  await expect(page.locator('#phone')).toBeHidden();
  expect(page.url()).toContain('cariste');
  await page.clock.runFor(28_000);
  await page.waitForURL((url) => url.pathname + url.search === '/?borne=1');
  await ready(page);
  await expect(page.locator('#f-q')).toHaveValue('');
  const left = await page.evaluate(() => navigation.entries().map((entry) => new URL(entry.url).search));
  expect(new Set(left)).toEqual(new Set(['?borne=1']));
});

/** Says that she drove a forklift, on the way to the results. */
async function saysACariste(page, path) {
  await page.goto(path);
  await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
  await page.getByRole('button', { name: 'Seul·e' }).click();
  await page.getByLabel('Transport, entrepôt').check();
  await page.getByRole('button', { name: 'Continuer', exact: true }).last().click();
  await page.getByLabel('Cariste').first().check();
  await page.getByRole('button', { name: 'Voir mes offres maintenant', exact: true }).last().click();
  await expect(page.locator('.strengths li').first()).toBeVisible();
}
const profiles = (page) => page.evaluate(() => [localStorage, sessionStorage].map((kept) => kept['passerelle.profile'] !== undefined));

for (const [whose, mine] of [['that is hers', true], ['that is not hers', false]]) {
  test(`on a phone ${whose} what she can do is gone after "next person"`, async ({ page, request }) => {
    await expect.poll(async () => (await request.get('/competences')).text()).toContain('data-rome');
    if (mine) await saveTheFirst(page);
    await saysACariste(page, '/competences');
    expect(await profiles(page)).toEqual([mine, !mine]);
    await page.locator('footer [data-phone=ask-next]').click();
    await page.locator('#phone [data-phone=next]').click();
    await page.waitForURL((url) => url.pathname === '/');
    await ready(page);
    expect(await stored(page)).toEqual([0, 0, 0]);
    expect(await profiles(page)).toEqual([false, false]);
    // Neither the screen nor the way back remembers it.
    await page.goto('/competences');
    await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
    await expect(page.locator('form[data-step=start]')).toBeVisible();
    const states = await page.evaluate(() => JSON.stringify([history.state, navigation.entries().map((entry) => entry.getState())]));
    expect(states).not.toContain('ariste');
  });
}

test('on a public terminal what she can do is gone after the idle time', async ({ page, request }) => {
  await expect.poll(async () => (await request.get('/competences')).text()).toContain('data-rome');
  await page.goto('/?borne=1');
  await ready(page);
  await saysACariste(page, '/competences');
  expect(await profiles(page)).toEqual([false, true]);
  await page.clock.install();
  // Its last touch is counted by the clock of the test.
  await page.locator('h1').click();
  await page.clock.runFor(111_000);
  await page.waitForURL((url) => url.pathname + url.search === '/?borne=1');
  await ready(page);
  expect(await profiles(page)).toEqual([false, false]);
  await page.goto('/competences');
  await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
  await expect(page.locator('form[data-step=start]')).toBeVisible();
});

test('without JavaScript the footer still says what is kept: nothing', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/offres');
  await page.locator('footer [data-phone=ask-erase]').click();
  await expect(page).toHaveURL(/mes-offres/);
  // Playwright reads no text in a noscript: its box says that it is shown.
  await expect(page.locator('noscript > .notice')).toBeVisible();
  await context.close();
});
