// The budgets of the design that are deterministic: bytes, requests, blocking resources, DOM size.
import { readdirSync, statSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import http from 'node:http';
import { trainingPath } from '../support/fixtures.mjs';
import { awake, expect, test } from '../support/page.mjs';

const HTML_BYTES = 14_000;
// The self-assessment alone was 146 kB; with the paths it is one module, so that both read one profile.
const GUIDE_BYTES = 210_000;
const HANDOVER_BYTES = 32_000;
const CLIENT_BYTES = 220_000;
const NODES = 800;

/** Bytes on the wire, as a browser that takes brotli gets them. */
function fetchRaw(url) {
  return new Promise((resolve, reject) => {
    http.get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

const PATHS = [
  '/', '/offres', '/offres?q=agent&commune=59512&radius_km=30', '/offres?q=zzzzqqqq', '/en', '/en/offres?q=agent',
  '/aide', '/en/aide', '/comment-ca-marche', '/glossaire', '/accessibilite', '/formations', '/en/formations?q=caces',
  trainingPath('agent-de-montage-titre-et-cdi-interimaire', 'ERBM-3'), '/metiers', '/metiers?famille=k',
  '/metiers/secretaire-de-mairie-K1406', '/en/metiers/cariste-N1101', '/parcours', '/parcours?vers=H2909',
  '/competences',
];

for (const path of PATHS) {
  test(`${path} keeps its budget`, async ({ page, baseURL }) => {
    const { headers, bytes } = await fetchRaw(baseURL + path);
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(bytes).toString()).toContain('</html>');
    console.log(`${path}: ${bytes.length} B`);
    expect(bytes.length).toBeLessThanOrEqual(HTML_BYTES);
    await page.goto(path);
    const facts = await page.evaluate(() => ({
      nodes: document.querySelectorAll('*').length,
      blocking: document.querySelectorAll('link[rel="stylesheet"], head script[src]:not([async]):not([defer]):not([type="module"])').length,
      fonts: document.fonts.size,
      preloads: document.querySelectorAll('link[rel~="preload"], link[rel~="modulepreload"]').length,
      styles: document.querySelectorAll('[style]').length,
    }));
    expect(facts.nodes).toBeLessThanOrEqual(NODES);
    expect({ ...facts, nodes: 0 }).toEqual({ nodes: 0, blocking: 0, fonts: 0, preloads: 0, styles: 0 });
  });
}

test('an offer page keeps its budget', async ({ page, baseURL }) => {
  await page.goto('/offres');
  const hrefs = await page.locator('.card a').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  for (const href of hrefs.slice(0, 8)) {
    const { bytes } = await fetchRaw(baseURL + href);
    expect(bytes.length, href).toBeLessThanOrEqual(HTML_BYTES);
  }
});

test('the whole client keeps its budget', async ({ page }) => {
  const folder = new URL('../../target/site/pkg/', import.meta.url).pathname;
  const built = readdirSync(folder).filter((name) => /^(client|phone)\..*\.br$/.test(name));
  expect(built.length).toBe(3);
  let total = built.reduce((sum, name) => sum + statSync(folder + name).size, 0);
  const texts = [];
  page.on('response', (response) => { if (/\/pkg\/fr\..*\.json/.test(response.url())) texts.push(response); });
  await page.goto('/offres');
  await awake(page);
  expect(texts.length).toBe(1);
  total += (await texts[0].request().sizes()).responseBodySize;
  console.log(`client: ${total} B`);
  expect(total).toBeLessThanOrEqual(CLIENT_BYTES);
});

// Fetched only when a person opens a guide (the self-assessment) or shows something to an adviser: budgets of their
// own beside the client's.
for (const [name, budget] of [['guide', GUIDE_BYTES], ['handover', HANDOVER_BYTES]]) {
  test(`the ${name} keeps its budget`, () => {
    const folder = new URL('../../target/site/pkg/', import.meta.url).pathname;
    const built = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.br'));
    expect(built.length).toBe(2);
    const total = built.reduce((sum, file) => sum + statSync(folder + file).size, 0);
    console.log(`${name}: ${total} B`);
    expect(total).toBeLessThanOrEqual(budget);
  });
}
