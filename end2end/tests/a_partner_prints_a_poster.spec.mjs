// The poster of the week: exactly one sheet of A4 or A3 whatever it holds; a number on it leads to its offer.
import { expect, test } from '@playwright/test';
import { place, run, serve, importOffers } from '../support/server.mjs';

const port = Number(process.env.E2E_PORT ?? 3917);
const DEMO = ['ateliers-du-canal', 'la-fosse-aux-projets', 'amities-de-l-oise'];
/** Width and height of a sheet, in points. */
const SHEETS = { a4: [595, 842], a3: [842, 1191] };

/** Sheets of a PDF, and the size of each. */
function sheets(pdf) {
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, w, h]) => [Math.round(w), Math.round(h)]);
  return { pages: [...text.matchAll(/\/Type\s*\/Page(?![a-z])/g)].length, boxes };
}

async function onOneSheet(page, address, format) {
  await page.goto(`${address}${format === 'a3' ? '?format=a3' : ''}`);
  const { pages, boxes } = sheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect([address, format, pages]).toEqual([address, format, 1]);
  for (const [i, side] of SHEETS[format].entries()) expect(Math.abs(boxes[0][i] - side)).toBeLessThanOrEqual(2);
}

/** As paper shows it: nothing leaves its box, the foot stands on the sheet. */
async function expectWhole(page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  const faults = await page.evaluate(() => {
    const faults = [];
    const body = document.body.getBoundingClientRect();
    for (const part of document.querySelectorAll('.head, .offers, .offer, .foot, .foot svg, .phone')) {
      const box = part.getBoundingClientRect();
      if (box.height === 0 || box.bottom > body.bottom + 1 || box.right > body.right + 1) faults.push(`${part.className.baseVal ?? part.className} leaves the sheet`);
    }
    for (const offer of document.querySelectorAll('.offer')) {
      const bottom = offer.getBoundingClientRect().bottom;
      for (const line of offer.children) if (line.getBoundingClientRect().bottom > bottom + 1) faults.push(`cut: ${line.textContent.slice(0, 40)}`);
    }
    return faults;
  });
  await page.emulateMedia({ media: null });
  return faults;
}

test('each partner of the demo has its week on one sheet', async ({ page, context, request }) => {
  for (const key of DEMO) {
    for (const format of ['a4', 'a3']) {
      await onOneSheet(page, `/p/${key}/affiche`, format);
      const count = await page.locator('.offer').count();
      expect(count).toBeGreaterThanOrEqual(8);
      expect(count).toBeLessThanOrEqual(12);
      if (format === 'a4') expect(await expectWhole(page)).toEqual([]);
    }
    expect(await page.locator('script, form, a[href^="mailto:"]').count()).toBe(0);
    const numbers = await page.locator('.number').allInnerTexts();
    expect(new Set(numbers).size).toBe(numbers.length);
  }
  expect(await context.cookies()).toEqual([]);
  const answer = await request.get(`/p/${DEMO[0]}/affiche`);
  expect(answer.headers()['set-cookie']).toBeUndefined();
});

test('a number on the poster leads to its offer, in every search', async ({ page }) => {
  await page.goto('/p/ateliers-du-canal/affiche');
  const offer = page.locator('.offer').nth(2);
  const title = await offer.locator('h2').innerText();
  const number = (await offer.locator('.number').innerText()).replace('N°', '').trim();
  for (const [path, typed] of [['/p/ateliers-du-canal', number], ['/p/ateliers-du-canal', number.replaceAll(' ', '').toUpperCase()], ['/offres', number], ['/e/la-fosse-aux-projets', number]]) {
    await page.goto(`${path}?${new URLSearchParams({ q: typed })}`);
    await expect(page.locator('.card h3')).toHaveText([title]);
  }
});

test('many, few, long or no offers: one sheet', async ({ page }) => {
  test.setTimeout(120_000);
  const at = place(port + 7);
  const head = 'reference;titre;employeur;lieu;contrat;heures_semaine;salaire_min;salaire_periode;texte';
  const long = 'Aide-soignante de nuit en établissement d’hébergement pour personnes âgées dépendantes, remplacements et vacations possibles toute l’année'.slice(0, 140);
  const row = (i, where, title, employer) => `${i};${title};${employer};${where};CDI;35;12,50;heure;Un poste.`;
  const lines = [
    ...Array.from({ length: 60 }, (_, i) => row(`m${i}`, 'Roubaix', `Cariste ${i % 7}`, `Entrepôt ${i % 5}`)),
    ...Array.from({ length: 3 }, (_, i) => row(`f${i}`, 'Nice', `Serveur ${i}`, 'Le Port')),
    ...Array.from({ length: 14 }, (_, i) => row(`l${i}`, 'Lens', `${long} ${i}`, `Association intercommunale pour l’insertion, la formation et l’emploi du bassin minier, antenne numéro ${i}`)),
  ];
  run(at, ['demo']);
  importOffers(at, 'affiche', [head, ...lines].join('\n'));
  for (const [key, query] of [['beaucoup', 'where=Roubaix&radius_km=0'], ['peu', 'where=Nice&radius_km=0&employer=Le Port'], ['long', 'where=Lens&radius_km=0'], ['rien', 'where=Nice&radius_km=0&employer=Personne ici']]) {
    run(at, ['partner', 'add', key, '--name', 'Association intercommunale des habitants et des amis du quartier de la gare', '--query', query]);
  }
  const served = await serve(at);
  try {
    for (const key of ['beaucoup', 'peu', 'long', 'rien']) {
      for (const format of ['a4', 'a3']) await onOneSheet(page, `${served.base}/p/${key}/affiche`, format);
      await page.goto(`${served.base}/p/${key}/affiche`);
      expect([key, await expectWhole(page)]).toEqual([key, []]);
      if (key === 'beaucoup') expect(await page.locator('.offer').count()).toBe(8);
    }
  } finally {
    await served.stop();
  }
});
