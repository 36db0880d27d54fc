// The self-assessment: by touch, by keyboard, without JavaScript, without a network; three people's stories.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { inaccessible } from '../support/checks.mjs';
import { reach } from '../support/keyboard.mjs';

const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
const screen = (page, step) => page.locator(`form[data-step=${step}]`).waitFor();
const go = (page, name) => page.getByRole('button', { name, exact: true }).last();

/** The files that phones fetch are made when the server has started. */
test.beforeAll(async ({ request }) => {
  await expect.poll(async () => (await request.get('/competences')).text()).toContain('data-rome');
});

/** Every request of a page, with what it sends. */
function log(page) {
  const requests = [];
  page.on('request', (r) => requests.push({ method: r.method(), url: new URL(r.url()), body: r.postData() }));
  return requests;
}

/** What the phone asked the server for says nothing of the person. */
function saysNothing(requests) {
  for (const { method, url, body } of requests) {
    expect(method, url.href).toBe('GET');
    expect(body).toBeNull();
    expect(url.search, url.href).toBe('');
    expect(url.pathname).toMatch(/^\/(en\/)?competences$|^\/pkg\/|^\/packs\/(rome|local)-/);
  }
}

test.describe('by touch, on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a library desk, a beauty salon and years of parenting become strengths and offers, in five screens', async ({ page }) => {
    const requests = log(page);
    await page.goto('/competences');
    await ready(page);
    await page.getByRole('button', { name: 'Seul·e' }).tap();
    await screen(page, 'families');
    for (const name of ['Aide aux personnes', 'Magasin', 'À la maison', 'Aider un proche']) await page.getByLabel(name).check();
    await go(page, 'Continuer').tap();
    await screen(page, 'jobs');
    await page.locator('#q').pressSequentially('bibliotheque');
    await page.getByLabel('Agent / Agente de bibliothèque').check();
    await page.locator('#q').fill('esteticienne');
    await page.getByLabel('Esthéticien / Esthéticienne').first().check();
    await expect(page.getByLabel('Agent / Agente de bibliothèque')).toBeChecked();
    await page.getByLabel("S'occuper d'enfants").check();
    await go(page, 'Continuer').tap();
    await screen(page, 'past');
    for (const group of await page.getByRole('group', { name: 'Combien de temps' }).all()) await group.getByLabel('1 à 5 ans').check();
    await go(page, 'Continuer').tap();
    await screen(page, 'results');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const strengths = page.locator('.strengths li');
    for (const words of ['Accueillir et renseigner', "S'occuper d'enfants", 'Faire des soins de beauté']) await expect(strengths.filter({ hasText: words })).toHaveCount(1);
    expect(await strengths.count()).toBeLessThanOrEqual(7);
    const first = page.locator('.offers .card').first();
    await expect(first).toContainText('Esthéticien');
    await expect(first).toContainText(/Vous savez (peut-être )?déjà faire \d choses? sur \d/);
    // « Ce n'est pas moi » takes a strength away, and it stays away.
    await page.getByRole('button', { name: /Ce n'est pas moi.*Classer/ }).tap();
    await expect(strengths.filter({ hasText: 'Classer' })).toHaveCount(0);
    expect(await inaccessible(page)).toEqual([]);
    saysNothing(requests);
    // Put back, it is one again; so it is one screen back.
    await page.getByRole('button', { name: /Remettre.*Classer/ }).tap();
    await expect(strengths.filter({ hasText: 'Classer' })).toHaveCount(1);
    await page.goBack();
    await expect(strengths.filter({ hasText: 'Classer' })).toHaveCount(0);
    await page.goBack();
    await expect(strengths.filter({ hasText: 'Classer' })).toHaveCount(1);
  });

  test('with the network cut after the first screen it goes on to the offers', async ({ page, context }) => {
    await page.goto('/competences');
    await ready(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Seul·e' }).tap();
    await page.getByLabel('Transport, entrepôt').check();
    await go(page, 'Continuer').tap();
    await page.getByLabel('Cariste').first().check();
    await go(page, 'Voir mes offres maintenant').tap();
    await screen(page, 'results');
    await expect(page.locator('.offers .card').first()).toContainText('Cariste');
  });

  test('who has no job yet and little French touches cards, in English', async ({ page }) => {
    await page.goto('/en/competences');
    await ready(page);
    await page.getByRole('button', { name: 'Alone' }).tap();
    await go(page, 'Skip').tap();
    await screen(page, 'cards');
    for (let asked = 0; asked < 3 && await page.locator('form[data-step=cards]').count(); asked += 1) {
      const cards = page.locator('.pick');
      expect(await cards.count()).toBeLessThanOrEqual(6);
      for (const words of await cards.allTextContents()) expect(words.trim().split(/\s+/).length).toBeLessThanOrEqual(9);
      await cards.first().locator('input').check();
      const asking = await page.locator('form[data-step=cards]').elementHandle();
      await go(page, 'Continue').tap();
      // The next screen comes after the picture of the pressed button.
      await asking.waitForElementState('hidden');
    }
    await screen(page, 'results');
    await expect(page.locator('.strengths li').first()).toBeVisible();
    await expect(page.locator('.offers .card')).toHaveCount(10);
  });
});

test('a cleaner who wants to drive machines finds out what opens them, by keyboard only', async ({ page }) => {
  await page.goto('/competences');
  await ready(page);
  const press = async (name) => {
    await reach(page, go(page, name));
    await page.keyboard.press('Enter');
  };
  const tick = async (label) => {
    await reach(page, page.getByLabel(label).first());
    await page.keyboard.press('Space');
  };
  await press('Seul·e');
  await screen(page, 'families');
  await tick('Aide aux personnes');
  await press('Continuer');
  await screen(page, 'jobs');
  await reach(page, page.locator('#q'));
  await page.keyboard.type('nettoyage');
  await tick('Agent / Agente de nettoyage');
  await press('Continuer');
  await screen(page, 'past');
  await press('Continuer');
  await screen(page, 'results');
  await expect(page.locator('.strengths')).toContainText('Nettoyer un lieu');
  // What she lacks is asked only where it changes something; "no" says who asks, and what opens it.
  await expect(page.locator('.ask-gate')).toContainText(/offres? demande/);
  await press('Non');
  await screen(page, 'results');
  await expect(page.getByText(/Je n'ai pas/)).toBeAttached();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('the same questions are plain forms, and nothing said stands in an address', async ({ page }) => {
    await page.goto('/competences');
    await go(page, 'Seul·e').click();
    await page.getByLabel('Aide aux personnes').check();
    await go(page, 'Continuer').click();
    await page.locator('#q').fill('biblioteque');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.getByLabel('Agent / Agente de bibliothèque').check();
    await go(page, 'Continuer').click();
    await page.getByLabel('Plus de 5 ans', { exact: true }).check();
    await go(page, 'Continuer').click();
    await expect(page.locator('.strengths')).toContainText('Accueillir et renseigner');
    await expect(page.locator('.offers .card')).toHaveCount(10);
    expect(new URL(page.url()).search).toBe('');
  });
});

test('« Tout effacer » leaves nothing, and practising in a group stores nothing', async ({ page }) => {
  const stored = () => page.evaluate(() => [localStorage.length, sessionStorage.length]);
  await page.goto('/competences');
  await ready(page);
  await page.getByRole('button', { name: 'Seul·e' }).click();
  await screen(page, 'families');
  expect(await stored()).toEqual([0, 1]);
  await page.locator('footer').getByRole('link', { name: 'Tout effacer' }).click();
  await page.locator('#phone').getByRole('button', { name: /Tout effacer|Oui/ }).click();
  await expect.poll(stored).toEqual([0, 0]);
  await page.goto('/competences');
  await ready(page);
  await page.getByRole('button', { name: /En groupe/ }).click();
  await screen(page, 'families');
  await page.getByLabel('Magasin').check();
  await go(page, 'Continuer').click();
  await screen(page, 'jobs');
  expect(await stored()).toEqual([0, 0]);
});

test('who said what she can do reads it on the board and on every offer, and nothing of it is sent', async ({ page }) => {
  await page.goto('/competences');
  await ready(page);
  await page.getByRole('button', { name: 'Seul·e' }).click();
  await screen(page, 'families');
  await page.getByLabel('Transport, entrepôt').check();
  await go(page, 'Continuer').click();
  await page.getByLabel('Cariste').first().check();
  await go(page, 'Voir mes offres maintenant').click();
  await screen(page, 'results');
  const requests = log(page);
  await page.goto('/offres?q=cariste&where=Roubaix');
  const sentence = /Vous savez (peut-être )?déjà faire \d choses? sur \d/;
  const card = page.locator('.card').filter({ hasText: sentence }).first();
  await expect(card).toContainText(sentence);
  await card.locator('h3 a').click();
  await expect(page.locator('[data-fit]')).toContainText(sentence);
  expect(requests.filter(({ url, body }) => /job|long-|when-|N1101/.test(url.href + (body ?? '')))).toEqual([]);
  // Erased, it is gone from the page as well.
  await page.locator('footer').getByRole('link', { name: 'Tout effacer' }).click();
  await page.locator('#phone').getByRole('button', { name: 'Tout effacer' }).click();
  await expect(page.locator('.fit')).toHaveCount(0);
});

test('the sheet is taken away as a document and as a file that another phone takes up', async ({ page, browser, baseURL }) => {
  await page.goto('/competences');
  await ready(page);
  await page.getByRole('button', { name: 'Seul·e' }).click();
  await page.getByLabel('Aide aux personnes').check();
  await page.getByLabel('À la maison').check();
  await go(page, 'Continuer').click();
  await page.locator('#q').fill('nettoyage');
  await page.getByLabel(/Agent \/ Agente de nettoyage/).first().check();
  await page.getByLabel("S'occuper d'enfants").check();
  await go(page, 'Voir mes offres maintenant').click();
  await page.getByRole('button', { name: 'Ma fiche de compétences' }).click();
  await screen(page, 'sheet');
  // What family life taught is named, the family is not, unless she wants it.
  await expect(page.locator('.sheet')).toContainText('Nettoyer un lieu');
  await expect(page.locator('.sheet')).not.toContainText("S'occuper d'enfants :");
  const taken = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFileSync(await download.path());
  };
  const odt = await taken(/ODT/);
  expect(odt.subarray(30, 77).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  expect(odt.toString()).toContain('Nettoyer un lieu');
  const json = await taken('Garder pour un autre téléphone');
  expect(JSON.parse(json).skills.map((one) => one.name)).toContain('Nettoyer un lieu');
  const other = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await other.goto('/competences');
  await ready(other);
  await other.locator('#import').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"meta":{}}') });
  await expect(other.getByRole('status')).toContainText("n'est pas une fiche");
  await other.locator('#import').setInputFiles({ name: 'fiche.json', mimeType: 'application/json', buffer: json });
  await screen(other, 'results');
  await expect(other.locator('.strengths')).toContainText('Nettoyer un lieu');
  await other.context().close();
});

test('a paper behind a strength changes its picture and neither its place nor an offer\'s', async ({ page }) => {
  await page.goto('/competences');
  await ready(page);
  await page.getByRole('button', { name: 'Seul·e' }).click();
  await page.getByLabel('Transport, entrepôt').check();
  await go(page, 'Continuer').click();
  await page.getByLabel('Cariste').first().check();
  await go(page, 'Voir mes offres maintenant').click();
  await screen(page, 'results');
  const strengths = () => page.locator('.strengths .words').evaluateAll((all) => all.map((one) => one.firstChild.textContent));
  // What lies below the first screen has no inner text until it is laid out.
  const offers = () => page.locator('.offers .card h3').allTextContents();
  const before = [await strengths(), await offers()];
  await page.getByRole('button', { name: 'Ma fiche de compétences' }).click();
  await screen(page, 'sheet');
  await page.getByText("Qu'est-ce qui le montre").click();
  await page.locator('select').last().selectOption("J'ai un papier");
  await page.getByRole('button', { name: 'Mettre à jour' }).first().click();
  await expect(page.locator('.sheet')).toContainText("(J'ai un papier)");
  await go(page, 'Retour').click();
  await screen(page, 'results');
  await expect(page.locator('.strengths use[href="#p-paper"]')).toHaveCount(1);
  expect([await strengths(), await offers()]).toEqual(before);
});

test('a group practises with invented offers that lead nowhere, and the cards are printed', async ({ page }) => {
  await page.goto('/competences');
  await ready(page);
  await page.getByRole('button', { name: /En groupe/ }).click();
  await screen(page, 'families');
  await page.getByLabel('Transport, entrepôt').check();
  await go(page, 'Continuer').click();
  await page.getByLabel('Cariste').first().check();
  const requests = log(page);
  await go(page, 'Voir mes offres maintenant').click();
  await screen(page, 'results');
  await expect(page.locator('.offers')).toContainText("Offres inventées, pour s'entraîner.");
  await expect(page.locator('.offers .card').first()).toContainText('Cariste');
  await expect(page.locator('.offers a, .around a')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ma fiche de compétences' }).click();
  await screen(page, 'sheet');
  await expect(page.getByRole('button', { name: 'Montrer à un conseiller' })).toHaveCount(0);
  saysNothing(requests);
  await page.goto('/competences/cartes');
  expect(await page.locator('.deck li').count()).toBeGreaterThan(60);
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeVisible();
});

test('who goes on foot and works half-time is shown what she can reach, and what says nothing stays', async ({ page }) => {
  await page.goto('/competences');
  await ready(page);
  await page.getByRole('button', { name: 'Seul·e' }).click();
  await go(page, 'Passer').click();
  await go(page, 'Voir mes offres maintenant').click();
  await screen(page, 'results');
  await page.getByText('Préciser').click();
  await page.getByLabel('Je pars de').selectOption({ label: 'Roubaix' });
  await page.getByLabel('À pied').check();
  await page.getByRole('button', { name: 'Mettre à jour' }).click();
  const far = async () => (await page.locator('.offers .card p').allTextContents()).flatMap((text) => text.match(/(\d+) km/)?.[1] ?? []).map(Number);
  await expect(page.locator('.offers .card').first()).toBeVisible();
  expect(Math.max(0, ...await far())).toBeLessThanOrEqual(3);
});

/** Forms as people may send them, the same at every run. */
function* forms(count) {
  let seed = 20_261_123;
  const below = (n) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const data = (name) => readFileSync(new URL(`../../server/demo/src/data/${name}.csv`, import.meta.url), 'utf8').split('\n');
  const codes = data('occupations').map((line) => line.split(';')[0]).filter((code) => /^[A-N]\d{4}$/.test(code));
  const macros = readFileSync(new URL('../../app/i18n/src/macros.csv', import.meta.url), 'utf8').match(/^\d+/gm);
  const activities = ['cuisiner', 'enfants', 'parent-age', 'caisse-fete', 'demenager', 'auto', 'cours', 'jardin'];
  const some = (list, most) => Array.from({ length: below(most + 1) }, () => list[below(list.length)]);
  for (let i = 0; i < count; i += 1) {
    const form = new URLSearchParams({ step: 'past', go: 'results', who: 'alone' });
    for (const code of some(codes, 3)) {
      form.append('job', `${code}~x`);
      form.append(`long-${code}`, ['mois', 'annees', 'longtemps'][below(3)]);
      form.append(`when-${code}`, ['maintenant', 'recent', 'ancien'][below(3)]);
    }
    for (const code of some(activities, 2)) form.append('activity', code);
    for (const ogr of some(macros, 4)) {
      form.append('asked', ogr);
      if (below(2)) form.append('card', ogr);
    }
    for (const gate of some(['2', '4', '22', '48', '49', '50', '64'], 2)) form.append(below(2) ? 'gate' : 'lacks', gate);
    for (const avoid of some(['charges', 'nuit', 'debout'], 1)) form.append('avoid', avoid);
    if (below(2)) form.append('from', '59512');
    if (below(3) === 0) form.append('km', '10');
    if (below(3) === 0) form.append('by', ['pied', 'velo', 'transports', 'voiture'][below(4)]);
    if (below(4) === 0) form.append('hours', '28');
    if (below(3) === 0) form.append(`proof-${macros[below(macros.length)]}`, ['papier', 'confirme', 'teste'][below(3)]);
    yield form.toString();
  }
}

test('the phone and the server answer a thousand people alike, to the letter', async ({ page, request }) => {
  await page.goto('/competences');
  await ready(page);
  const all = [...forms(1_000)];
  const own = await page.evaluate(async (all) => {
    const guide = await import(document.querySelector('script[src*="/pkg/guide."]').src);
    return all.map((form) => guide.answer(form));
  }, all);
  const differ = [];
  for (const [at, data] of all.entries()) {
    const html = await (await request.post('/competences', { data, headers: { 'content-type': 'application/x-www-form-urlencoded' } })).text();
    if (!html.includes(own[at])) differ.push(data);
  }
  expect(differ).toEqual([]);
  expect(new Set(own).size).toBeGreaterThan(900);
});
