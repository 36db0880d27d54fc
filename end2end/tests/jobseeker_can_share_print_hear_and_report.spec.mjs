// What can be done with an offer besides answering it, with and without JavaScript.
import { awake, expect, expectAccessible, expectNoSideScroll, test } from '../support/page.mjs';

/** A French voice that speaks at once, since the browser of the tests has none. */
function giveVoice(page, lang = 'fr-FR') {
  return page.addInitScript((lang) => {
    window.spoken = [];
    window.cancelled = 0;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const speech = {
      getVoices: () => [{ lang: 'en-GB' }, { lang }],
      speak: (said) => window.spoken.push(said),
      cancel: () => { window.cancelled += 1; },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
  }, lang);
}

async function openOffer(page, n = 0) {
  await page.goto('/offres?q=agent');
  const href = await page.locator('.card a').nth(n).getAttribute('href');
  await page.goto(href);
  return href;
}

const summary = (page, words) => page.locator('.actions summary', { hasText: words });

test('a jobseeker can share by the phone’s own sheet', async ({ page }) => {
  await page.addInitScript(() => { navigator.share = (what) => { window.shared = what; return Promise.reject(new Error('closed')); }; });
  await openOffer(page);
  await awake(page);
  await summary(page, 'Partager').click();
  const shared = await page.evaluate(() => window.shared);
  expect(shared.url).toMatch(/\/offres\/[0-9a-z]{12}$/);
  await expect(page.getByRole('link', { name: 'Par SMS' })).toBeHidden();
});

test('where there is no sheet the address is copied, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => { delete Navigator.prototype.share; });
  await openOffer(page);
  await awake(page);
  await summary(page, 'Partager').click();
  await expect(page.locator('.actions [role="status"]').first()).toHaveText(/copiée/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/offres\/[0-9a-z]{12}$/);
  await expect(page.getByRole('link', { name: 'Par SMS' })).toBeVisible();
});

test('a jobseeker hears the offer, and it stops at a second tap and when she leaves', async ({ page }) => {
  await giveVoice(page);
  await openOffer(page);
  await awake(page);
  await page.getByRole('button', { name: 'Écouter' }).click();
  const spoken = await page.evaluate(() => window.spoken.map((said) => said.text));
  expect(spoken[0]).toBe(await page.locator('.offer h1').innerText());
  expect(spoken.join(' ')).toContain('Contrat');
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByRole('button', { name: 'Écouter' })).toBeVisible();
  await page.getByRole('button', { name: 'Écouter' }).click();
  await page.evaluate(() => window.spoken.at(-1).onend());
  await expect(page.getByRole('button', { name: 'Écouter' })).toBeVisible();
  await page.getByRole('button', { name: 'Écouter' }).click();
  const before = await page.evaluate(() => window.cancelled);
  await page.locator('.brand').click();
  await expect(page).toHaveURL(/\/$/);
  await expect.poll(() => page.evaluate(() => window.cancelled)).toBeGreaterThan(before);
});

test('without a French voice nothing is offered, and nothing moves when the client awakes', async ({ page }) => {
  await giveVoice(page, 'de-DE');
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/pkg/*.wasm', async (route) => { await held; await route.continue(); });
  await openOffer(page);
  const places = () => page.locator('.actions > *, .facts').evaluateAll((all) => all.map((e) => e.getBoundingClientRect().top));
  const before = await places();
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
  release();
  await awake(page);
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Écouter' })).toBeHidden();
  expect(await places()).toEqual(before);
});

test('a jobseeker reports a problem without leaving the page', async ({ page }) => {
  await openOffer(page, 1);
  await awake(page);
  await page.evaluate(() => { window.sameDocument = true; });
  await summary(page, 'Signaler').click();
  await expectAccessible(page);
  await page.getByLabel('Une information est fausse').check();
  await page.locator('#r-text').fill('Le lieu n’est pas le bon');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('Votre message est bien arrivé')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Envoyer' })).toBeHidden();
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
  await expectAccessible(page);
});

test('a report that does not arrive keeps what was typed', async ({ page, complaints }) => {
  await openOffer(page, 2);
  await awake(page);
  let status = 429;
  await page.route('**/_f/report_offer', (route) => (status ? route.fulfill({ status }) : route.abort()));
  await summary(page, 'Signaler').click();
  await page.getByLabel('Autre chose').check();
  await page.locator('#r-text').fill('Mon texte');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('Trop de messages')).toBeVisible();
  status = 0;
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('n’est pas parti').or(page.getByText("n'est pas parti"))).toBeVisible();
  await expect(page.getByText('Trop de messages')).toBeHidden();
  await expect(page.locator('#r-text')).toHaveValue('Mon texte');
  complaints.length = 0;
});

for (const scheme of ['light', 'dark']) {
  test(`an offer with everything open is accessible and fits, ${scheme}`, async ({ page }) => {
    await giveVoice(page);
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const href = await openOffer(page);
      await page.goto(`${href}?postuler=1`);
      await awake(page);
      await page.locator('.actions details').evaluateAll((all) => all.forEach((e) => { e.open = true; }));
      await expectAccessible(page);
      await expectNoSideScroll(page);
    }
  });
}

test('every offer is one sheet of paper, however long', async ({ page }) => {
  const pages = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;
  await page.emulateMedia({ colorScheme: 'dark' });
  const hrefs = new Set();
  for (const n of [1, 3, 5]) {
    await page.goto(`/offres?page=${n}`);
    for (const href of await page.locator('.card a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))) hrefs.add(href);
  }
  expect(hrefs.size).toBeGreaterThan(20);
  for (const href of [...hrefs].slice(0, process.env.TEST_ALL ? 1e9 : 12)) {
    await page.goto(`${href}?postuler=1`);
    expect(pages(await page.pdf({ format: 'A4' })), href).toBe(1);
  }
  // 20 kB of text, in paragraphs and in one.
  for (const text of [Array(100).fill('Vous préparez les commandes. '.repeat(7)).join('</p><p>'), 'mot '.repeat(5_000)]) {
    await page.evaluate((text) => {
      document.querySelector('.offer').className = 'offer mid long';
      document.querySelector('.prose').innerHTML = `<p>${text}</p>`;
    }, text);
    expect(pages(await page.pdf({ format: 'A4' }))).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.rest')).toBeVisible();
    await expect(page.locator('.paper svg')).toBeVisible();
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a jobseeker can share and report', async ({ page }) => {
    await openOffer(page, 3);
    await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
    await summary(page, 'Partager').click();
    expect(await page.getByRole('link', { name: 'Par SMS' }).getAttribute('href')).toMatch(/^sms:\?body=.*offres%2F[0-9a-z]{12}$/);
    expect(await page.getByRole('link', { name: 'Par e-mail' }).getAttribute('href')).toMatch(/^mailto:\?subject=.*&body=/);
    await summary(page, 'Signaler').click();
    await page.getByLabel('Le poste est déjà pris').check();
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await expect(page).toHaveURL(/signale=1#signaler$/);
    await expect(page.getByText('Votre message est bien arrivé')).toBeVisible();
  });
});
