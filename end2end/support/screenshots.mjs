// The pictures of the README: the main screens of a running server, at phone and desktop width.
// node support/screenshots.mjs http://127.0.0.1:3000
import { chromium as browser } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { chromium } from './browser.mjs';

const base = process.argv[2] ?? 'http://127.0.0.1:3000';
const out = new URL('../../docs/screenshots/', import.meta.url).pathname;
mkdirSync(out, { recursive: true });
const open = await browser.launch(chromium());
for (const width of [360, 1280]) {
  const page = await open.newPage({ viewport: { width, height: width === 360 ? 740 : 800 }, locale: 'fr-FR' });
  await page.goto(`${base}/`);
  await page.screenshot({ path: `${out}home-${width}.png` });
  await page.goto(`${base}/offres?q=cariste&where=Roubaix&radius_km=50`);
  await page.screenshot({ path: `${out}results-${width}.png` });
  await page.locator('.card a').first().click();
  await page.locator('.offer h1').waitFor();
  await page.screenshot({ path: `${out}offer-${width}.png` });
  await page.close();
}
await open.close();
