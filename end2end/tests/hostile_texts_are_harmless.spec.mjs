// Texts that want to do harm, in every imported field, on a server of their own: nothing runs, nothing is
// made of them, nothing moves. `make test` takes 60 offers of the same seed, `make test-all` 1,000.
import { expect, test } from '@playwright/test';
import { brotliCompressSync, constants } from 'node:zlib';
import { illLaidOut, invalidHtml } from '../support/checks.mjs';
import { LOT, MARK, SOURCE, hostileCodes, hostileOffers } from '../support/hostile.mjs';
import { importOffers, place, run, serve } from '../support/server.mjs';
import { awake, watch } from '../support/states.mjs';

const all = !!process.env.TEST_ALL;
const COUNT = all ? 1_000 : 60;
/** Every how many offers the browser opens one. */
const SAMPLE = all ? 8 : 6;
const HTML_BYTES = 14_000;
const { csv, lots, ids, numbers } = hostileOffers(COUNT);
const port = Number(process.env.E2E_PORT ?? 3917) + 2;

// One server for all of them: they follow each other in one worker.
test.describe.configure({ mode: 'serial' });
let server;
let codesReport;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const at = place(port);
  run(at, ['demo']);
  const report = importOffers(at, SOURCE, csv);
  expect(report).toContain(`new ${COUNT} `);
  codesReport = importOffers(at, 'codes', hostileCodes());
  server = await serve(at);
});
test.afterAll(() => server?.stop());

/** Reads documents in the browser, where nothing of them runs: what did their texts become? */
async function examine(page, documents) {
  return page.evaluate(([documents, mark]) => documents.flatMap(({ address, html }) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const faults = [];
    if (document.querySelector(`${mark}, [srcdoc], iframe, base, math, main script:not([type]), main style, main img, meta[http-equiv]`)) faults.push('an element was made of a text');
    const handler = [...document.querySelectorAll('*')].find((e) => [...e.attributes].some((a) => /^on/i.test(a.name) || (/^(href|src|action|formaction)$/i.test(a.name) && /^\s*(javascript|data|vbscript):/i.test(a.value) && e.rel !== 'icon')));
    if (handler) faults.push(`${handler.tagName} would run something`);
    if (/[\u202a-\u202e\u2066-\u2069\u0000]/.test(document.documentElement.textContent)) faults.push('a control of direction or a null is left');
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
      try { JSON.parse(script.textContent); } catch (error) { faults.push(`JSON-LD: ${error.message}`); }
    }
    return faults.map((fault) => `${address}: ${fault}`);
  }), [documents, MARK]);
}

async function fetched(address) {
  const answer = await fetch(server.base + address);
  expect(answer.status, address).toBe(200);
  const html = await answer.text();
  const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  return { address, html, bytes };
}

/** Everything about some addresses over HTTP, a few at a time. */
async function harmless(page, addresses) {
  const faults = [];
  for (let i = 0; i < addresses.length; i += LOT) {
    const documents = await Promise.all(addresses.slice(i, i + LOT).map(fetched));
    faults.push(...await examine(page, documents.map(({ address, html }) => ({ address, html }))));
    for (const { address, html, bytes } of documents) {
      if (bytes > HTML_BYTES) faults.push(`${address}: ${bytes} B`);
      faults.push(...(await invalidHtml(html)).map((fault) => `${address}: ${fault}`));
    }
  }
  return faults;
}

test('every offer page, with how to apply', async ({ page }) => {
  test.setTimeout(600_000);
  expect(await harmless(page, numbers.map((number) => `/offres/x-${number}`))).toEqual([]);
  expect(await harmless(page, numbers.filter((_, i) => i % SAMPLE === 0).map((number) => `/en/offres/x-${number}?postuler=1`))).toEqual([]);
});

test('every page of results, and its feeds', async ({ page }) => {
  test.setTimeout(300_000);
  expect(await harmless(page, lots.map((lot) => `/offres?q=${lot}`))).toEqual([]);
  for (const lot of lots) {
    const atom = await (await fetch(`${server.base}/flux/offres.atom?q=${lot}`)).text();
    const entries = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      return document.querySelector('parsererror')?.textContent ?? document.querySelectorAll('entry').length;
    }, atom);
    expect(entries, lot).toBe(Math.min(LOT, COUNT));
    const feed = await (await fetch(`${server.base}/flux/offres.json?q=${lot}`)).json();
    expect(feed.items.length).toBe(Math.min(LOT, COUNT));
    const api = await (await fetch(`${server.base}/api/v1/offers?q=${lot}`)).json();
    expect(JSON.stringify(api).length).toBeGreaterThan(100);
  }
});

test('searching for the texts themselves', async ({ page }) => {
  const texts = ['</script><script>window.__hostile=1</script>', '"><img src=x onerror=window.__hostile=1>', '\u202eabc', 'a\u0000b', '{n}', '%00', "' OR 1=1 --", 'x'.repeat(3_000)];
  const addresses = texts.flatMap((text) => ['q', 'where', 'employer'].map((name) => `/offres?${name}=${encodeURIComponent(text)}`));
  expect(await harmless(page, addresses)).toEqual([]);
});

test('in the browser nothing runs, nothing is reported, nothing moves', async ({ page }) => {
  test.setTimeout(600_000);
  const complaints = await watch(page, server.base);
  await page.setViewportSize({ width: 320, height: 740 });
  const faults = [];
  const look = async (where) => {
    expect(await page.evaluate(() => window.__hostile), where).toBeUndefined();
    // Only what hostile texts can break: their length and their direction.
    const broken = (await illLaidOut(page)).filter((fault) => /sideways|leaves/.test(fault));
    faults.push(...broken.map((fault) => `${where}: ${fault}`));
  };
  for (const [i, number] of numbers.entries()) {
    if (i % SAMPLE) continue;
    await page.goto(`${server.base}/offres/x-${number}`);
    await awake(page);
    await look(ids[i]);
  }
  for (const lot of lots) {
    await page.goto(`${server.base}/offres?q=${lot}`);
    await awake(page);
    await look(lot);
    // The client makes this page: the same texts through another door.
    await page.locator('.card a').first().click();
    await expect(page.locator('.facts')).toBeVisible();
    await look(`${lot}, first offer`);
  }
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});

test('harm in a column that holds a code is refused or empty, and the report is only words', async () => {
  expect(codesReport).toMatch(/rejected [1-9]/);
  // What a terminal obeys: a report is read in one.
  expect(codesReport).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});
