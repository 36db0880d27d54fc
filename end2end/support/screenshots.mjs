// Pictures of every cell of the matrix, contact sheets of them, and the few of the README.
// `make screenshots`, or: node support/screenshots.mjs [words that the names of the cells must hold]
import { chromium as browser } from '@playwright/test';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from './browser.mjs';
import { cells, themes, widths } from './matrix.mjs';
import { demoServers } from './serve.mjs';
import { reach } from './states.mjs';

const PORT = Number(process.env.E2E_PORT ?? 3917);
/** One of the demo's partners. */
const PARTNER = 'ateliers-du-canal';
/** What is below is the same cards again. */
const HIGHEST = 2600;
/** Browser tabs at a time. */
const AT_ONCE = 2;
const out = new URL('../screenshots/', import.meta.url).pathname;
const readme = new URL('../../docs/screenshots/', import.meta.url).pathname;

const fileOf = (cell, width, theme) => `${cell.page.name}/${cell.state}-${cell.lang}-${width}-${theme}.png`;

/** One cell at each width in both themes, without loading it again. */
async function picture(open, base, cell) {
  const { page, done } = await reach(open, base, cell);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 768 ? 740 : 800 });
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.screenshot({ path: out + fileOf(cell, width, theme), fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(whole, HIGHEST) } });
    }
  }
  await done();
}

/** One sheet for each page and state: a row for each language, a column for each width and theme. */
async function sheets(open, shown) {
  const groups = new Map();
  for (const cell of shown) groups.set(`${cell.page.name}, ${cell.state}`, [...groups.get(`${cell.page.name}, ${cell.state}`) ?? [], cell]);
  const page = await open.newPage({ viewport: { width: 1700, height: 900 } });
  const row = (cell) => `<h2>${cell.lang}</h2><div>${themes.flatMap((theme) => widths.map((width) => `<figure style="flex:${width < 768 ? 1 : width / 480}">
    <img src="${fileOf(cell, width, theme)}" alt="${cell.name}, ${theme}, ${width} px"><figcaption>${width} ${theme}</figcaption></figure>`)).join('')}</div>`;
  const frame = (body) => `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>body{font:14px system-ui;margin:1rem;background:#888}
    div{display:flex;gap:8px;align-items:start}figure{margin:0;min-width:0}img{width:100%;max-height:560px;object-fit:cover;object-position:top}h1,h2{margin:.3rem 0}</style>${body}`;
  const parts = [];
  for (const [name, group] of groups) {
    const body = `<h1>${name}</h1>${group.map(row).join('')}`;
    parts.push(body);
    const file = `${out}sheet.html`;
    writeFileSync(file, frame(body));
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: `${out}sheet-${name.replace(', ', '-')}.png`, fullPage: true });
  }
  rmSync(`${out}sheet.html`, { force: true });
  writeFileSync(`${out}index.html`, frame(parts.join('<hr>')));
  await page.close();
}

/** The pictures of the README: the main screens, at phone and desktop width. */
async function forReadme(open, base) {
  mkdirSync(readme, { recursive: true });
  for (const width of [360, 1280]) {
    const page = await open.newPage({ viewport: { width, height: width === 360 ? 740 : 800 }, locale: 'fr-FR' });
    await page.goto(`${base}/`);
    await page.screenshot({ path: `${readme}home-${width}.png` });
    await page.goto(`${base}/offres?q=cariste&where=Roubaix&radius_km=50`);
    await page.screenshot({ path: `${readme}results-${width}.png` });
    await page.locator('.card a').first().click();
    await page.locator('.offer h1').waitFor();
    await page.screenshot({ path: `${readme}offer-${width}.png` });
    await page.goto(`${base}/competences`);
    await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
    await page.getByRole('button', { name: 'Seul·e' }).click();
    await page.getByLabel('Transport, entrepôt').check();
    await page.getByRole('button', { name: 'Continuer' }).last().click();
    await page.getByLabel('Cariste').first().check();
    await page.getByRole('button', { name: 'Voir mes offres maintenant' }).last().click();
    await page.locator('form[data-step=results]').waitFor();
    await page.screenshot({ path: `${readme}skills-results-${width}.png` });
    await page.goto(`${base}/parcours?vers=K1406`);
    await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
    await page.locator('ol.paths').evaluate((list) => list.scrollIntoView());
    await page.screenshot({ path: `${readme}paths-${width}.png` });
    await page.goto(`${base}/e/${PARTNER}`);
    await page.screenshot({ path: `${readme}frame-${width}.png` });
    await page.close();
  }
}

const wanted = process.argv.slice(2);
const shown = cells.filter((cell) => wanted.every((word) => cell.name.includes(word)));
const servers = await demoServers(PORT);
const open = await browser.launch(chromium());
try {
  const { base } = servers;
  mkdirSync(out, { recursive: true });
  if (!wanted.length) for (const old of readdirSync(out)) rmSync(out + old, { recursive: true });
  const queue = [...shown];
  const worker = async () => { for (let cell; (cell = queue.shift());) await picture(open, base, cell); };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await sheets(open, shown);
  if (!wanted.length || wanted.includes('readme')) await forReadme(open, base);
  console.log(`${shown.length * themes.length * widths.length} screenshots: ${out}index.html`);
} finally {
  await open.close();
  await servers.stop();
}
