// How to bring a browser into a cell of the matrix. Used by the tests and by the screenshots.
import { readFileSync } from 'node:fs';
import { pathIn } from './matrix.mjs';
import { pseudo } from './pseudo.mjs';

/** Our texts in a language: `words('fr')['error.network_text']`. */
export function words(lang) {
  return JSON.parse(readFileSync(new URL(`../../app/i18n/src/${lang}.json`, import.meta.url)));
}

/** Waits until the client has woken up: the page is hydrated and routes by itself. */
export async function awake(page) {
  await page.waitForFunction(() => document.documentElement.dataset.client === 'ready');
}

/** What the browser itself reports where a cell wants it to. */
const EXPECTED = {
  status: /^console: Failed to load resource: the server responded with a status of 4(04|10)/,
  blocked: /^console: Failed to load resource: net::ERR_FAILED/,
  error: /^console: Failed to load resource: the server responded with a status of 500/,
  offline: /^console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/,
};

/** Collects what a page complains of: console, errors, CSP reports, requests to other hosts. */
export async function watch(page, base) {
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:')) complaints.push(`third party: ${url}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return complaints;
}

/** Opens a cell; `page` is ready to be looked at, `complaints()` is what nobody expected, `done` lets go. */
export async function reach(browser, base, cell, { width = 360, theme = 'light', scale = 1 } = {}) {
  const { page: entry, state, lang } = cell;
  const site = entry.server === 'bare' ? base.replace(/\d+$/, (port) => String(Number(port) + 1)) : base;
  const context = await browser.newContext({
    baseURL: site, locale: 'fr-FR', colorScheme: theme, viewport: { width, height: 800 }, deviceScaleFactor: scale,
    javaScriptEnabled: state !== 'nojs', reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const seen = await watch(page, site);
  if (state === 'blocked') await page.route('**/pkg/**', (route) => route.abort());
  let status = entry.status ?? 200;
  if (['loading', 'error', 'offline'].includes(state)) await interrupted(context, page, cell);
  else {
    if (entry.form) await posted(page, entry.form, pathIn(entry, lang));
    const answer = await page.goto(pathIn(entry, lang));
    if (answer.status() !== status) throw new Error(`${cell.name}: ${answer.status()}`);
    if (state === 'ordinary' && !entry.plain) await awake(page);
  }
  await pseudo(page, lang);
  const expected = [EXPECTED[state], status === 200 ? undefined : EXPECTED.status].filter(Boolean);
  const complaints = () => seen.filter((line) => !expected.some((one) => one.test(line)));
  return { page, context, complaints, done: () => context.close() };
}

/** The page is the answer to a form: the browser's request becomes that form. */
async function posted(page, form, path) {
  await page.route((url) => url.pathname === path, (route) => (route.request().isNavigationRequest()
    ? route.continue({ method: 'POST', postData: form, headers: { ...route.request().headers(), 'content-type': 'application/x-www-form-urlencoded' } })
    : route.continue()));
}

/** The client goes to the page, and what it asks for does not come. */
async function interrupted(context, page, { page: entry, state, lang }) {
  const { from, fill, click } = entry.via;
  await page.goto(lang === 'en' ? `/en${from === '/' ? '' : from}` : from);
  await awake(page);
  const asked = new Promise((resolve) => {
    page.route('**/_f/**', async (route) => {
      resolve();
      // Held for ever while loading: closing the context lets go of it.
      if (state === 'error') await route.fulfill({ status: 500, body: '' });
      if (state === 'offline') await route.continue();
    });
  });
  if (state === 'offline') await context.setOffline(true);
  if (fill) {
    await page.locator('#f-q').fill(fill);
    await page.locator('#f-q').press('Enter');
  } else await page.locator(click).first().click();
  await asked;
  const texts = words(lang === 'en' ? 'en' : 'fr');
  const says = { loading: 'results.loading', error: 'error.unavailable', offline: 'error.network_text' }[state];
  await page.locator('main').getByText(texts[says]).first().waitFor();
}
