// Printed by `make bench`, never gated: Lighthouse on a simulated phone (median of 5 for each public page
// of the matrix) beside the row of the design, and how long taps wait for an answer at a sixth of the CPU.
import { chromium as browser } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromium } from './browser.mjs';
import { pages, pathIn } from './matrix.mjs';
import { demoServers } from './serve.mjs';
import { awake } from './states.mjs';

const RUNS = Number(process.env.LIGHTHOUSE_RUNS ?? 5);
const PORT = Number(process.env.E2E_PORT ?? 3917);
const GOAL = { page: 'goal', performance: 100, accessibility: 100, 'best practices': 100, seo: 100, 'LCP ms': '≤ 800', 'TBT ms': '≤ 100', CLS: '≤ 0.005' };
/** Milliseconds that a tap may wait for an answer. */
const TAP_GOAL = 100;
const SLOWER = 6;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One run; a trace that the browser failed to record (NO_NAVSTART, now and then) is taken again. */
async function run(chrome, base, entry, attempts = 3) {
  const { lhr } = await lighthouse(base + pathIn(entry, 'fr'), { port: chrome.port, logLevel: 'error', formFactor: 'mobile' });
  if (!lhr.runtimeError) return lhr;
  if (attempts === 1) throw new Error(`${entry.name}: ${lhr.runtimeError.message}`);
  return run(chrome, base, entry, attempts - 1);
}

/** The row of one page: the median of each figure. */
async function row(chrome, base, entry) {
  const runs = [];
  const missed = new Set();
  for (let i = 0; i < RUNS; i++) {
    const lhr = await run(chrome, base, entry);
    runs.push(lhr);
    for (const category of Object.values(lhr.categories).filter((c) => c.id !== 'performance' && c.score < 1)) {
      for (const { id, weight } of category.auditRefs) if (weight && (lhr.audits[id].score ?? 1) < 1) missed.add(id);
    }
  }
  const score = (id) => Math.round(100 * median(runs.map((run) => run.categories[id].score)));
  const figure = (id) => median(runs.map((run) => run.audits[id].numericValue));
  return {
    page: entry.name, performance: score('performance'), accessibility: score('accessibility'), 'best practices': score('best-practices'), seo: score('seo'),
    'LCP ms': Math.round(figure('largest-contentful-paint')), 'TBT ms': Math.round(figure('total-blocking-time')), CLS: Number(figure('cumulative-layout-shift').toFixed(4)),
    missed: [...missed].join(' '),
  };
}

/** A finger on an element, without the tool's own looks at it, which a slowed CPU slows as well. */
async function finger(page, element) {
  await element.scrollIntoViewIfNeeded();
  // What came near is laid out now, and may have moved it.
  await settled(page);
  await element.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await element.boundingBox();
  await settled(page);
  await page.touchscreen.tap(x + width / 2, y + height / 2);
}

/** Who taps has seen the page: what it does in the background is done. A page with nothing left to draw may never be called idle. */
const settled = (page) => page.evaluate(() => new Promise((done) => {
  const idle = (then) => requestIdleCallback(then, { timeout: 1000 });
  idle(() => idle(() => { window.waits.length = 0; done(); }));
}));

/** What a person taps on the way from a search to an offer; `alone`: nothing is asked of the server. */
const BOARD_TAPS = [
  ['open the filters', (page) => finger(page, page.locator('.filters > summary')), { alone: true }],
  ['choose a filter', (page) => finger(page, page.locator('input[name="contract"][value="cdi"]'))],
  ['show the offers', (page) => finger(page, page.locator('.panel > button')), { alone: true }],
  ['sort by date', (page) => finger(page, page.locator('.sorts a[href*="sort=date"]'))],
  ['next page', (page) => finger(page, page.locator('a[rel="next"]'))],
  ['open an offer', (page) => finger(page, page.locator('.card a').first())],
  ['show how to apply', (page) => finger(page, page.locator('.apply a.button'))],
];

/** What a person taps on the way from the first question to her sheet: the phone answers by itself. */
const GUIDE_TAPS = [
  ['with whom', (page) => finger(page, page.locator('button[name=who][value=alone]'))],
  ['tick a family', (page) => finger(page, page.getByLabel('Transport, entrepôt'))],
  ['to the jobs', (page) => finger(page, page.getByRole('button', { name: 'Continuer', exact: true }).last())],
  ['a letter of a title', (page) => page.locator('#q').pressSequentially('c')],
  ['tick a job', (page) => finger(page, page.getByLabel('Cariste').first())],
  ['to the years', (page) => finger(page, page.getByRole('button', { name: 'Continuer', exact: true }).last())],
  ['to the offers', (page) => finger(page, page.getByRole('button', { name: 'Continuer', exact: true }).last())],
  ['that is not me', (page) => finger(page, page.locator('.strengths button').first())],
  ['to the sheet', (page) => finger(page, page.locator('button[value=sheet]').first())],
].map(([tap, act]) => [tap, act, { alone: true }]);

/** The median of as many ways as Lighthouse has runs: one way alone says what else this machine did. */
async function medians(base, path, ready, list, end) {
  const ways = [];
  for (let i = 0; i < Math.max(RUNS, 5); i++) ways.push(await taps(base, path, ready, list, end));
  return list.map(([tap], at) => ({ tap, ms: median(ways.map((way) => way[at].ms)), worst: Math.max(...ways.map((way) => way[at].ms)) }));
}

/** Each tap, from the finger to the next picture (Event Timing), with a slowed CPU. */
async function taps(base, path, ready, list, end) {
  const open = await browser.launch(chromium());
  const context = await open.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.waits = [];
    new PerformanceObserver((list) => window.waits.push(...list.getEntries().filter((e) => e.interactionId).map((e) => e.duration)))
      .observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  await page.goto(base + path);
  await ready(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const rows = [];
  for (const [tap, act, { alone } = {}] of list) {
    const asked = alone || page.waitForResponse(/\/_f\//, { timeout: 20_000 }).catch(() => {});
    await settled(page);
    await act(page);
    await asked;
    // Two pictures later the observer has been told of what the tap cost.
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done))); }));
    // Under 16 ms the browser says nothing.
    const waits = await page.evaluate(() => window.waits);
    rows.push({ tap, ms: Math.max(0, ...waits) });
  }
  await page.locator(end).waitFor({ timeout: 10_000 });
  await open.close();
  return rows;
}

/** What a person changes on the paths, and what she takes back: the phone finds them anew each time. */
const PATH_CHANGES = [
  ['only free', (page) => finger(page, page.locator('#p-free'))],
  ['without a car', (page) => finger(page, page.locator('#p-nocar'))],
  ['part time', (page) => finger(page, page.locator('#p-week'))],
  ['within 10 km', (page) => page.locator('#p-km').selectOption('10')],
  ['at work before a month', (page) => page.locator('#p-before').selectOption({ index: 4 })],
  ['any date again', (page) => page.locator('#p-before').selectOption({ index: 0 })],
];

/** From the change of a limit to the picture that shows the new paths, with a slowed CPU: the median of some ways. */
async function redraws(base, path) {
  const ways = [];
  for (let i = 0; i < Math.max(RUNS, 5); i++) {
    const open = await browser.launch(chromium());
    const page = await (await open.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'fr-FR' })).newPage();
    await page.addInitScript(() => { window.waits = []; });
    await page.addInitScript(() => addEventListener('change', ({ timeStamp }) => {
      // The page's own answer replaces the form; the picture after it is what she sees.
      window.redrawn = new Promise((done) => {
        new MutationObserver((_, watch) => { watch.disconnect(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - timeStamp))); })
          .observe(document.querySelector('#guide'), { childList: true, subtree: true });
      });
    }, true));
    await page.goto(base + path);
    await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready');
    await page.locator('#limits').evaluate((limits) => { limits.open = true; });
    await page.locator('#p-from').selectOption('59512');
    await page.evaluate(() => window.redrawn);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const row = [];
    for (const [, change] of PATH_CHANGES) {
      await settled(page);
      await change(page);
      row.push(await page.evaluate(() => window.redrawn));
    }
    ways.push(row);
    await open.close();
  }
  return PATH_CHANGES.map(([change], at) => {
    const all = ways.map((way) => Math.round(way[at]));
    return { change, ms: median(all), worst: Math.max(...all) };
  });
}

const servers = await demoServers(PORT);
try {
  const { executablePath, args } = chromium();
  const chrome = await launch({ chromePath: executablePath, chromeFlags: [...args, '--headless=new'] });
  const rows = [GOAL];
  for (const entry of pages.filter((page) => RUNS && page.lighthouse)) rows.push(await row(chrome, servers.base, entry));
  chrome.kill();
  console.log(`\nLighthouse, mobile, median of ${RUNS}`);
  console.table(rows);
  console.log(`\nTaps at ${SLOWER}× CPU slow-down, from the finger to the next picture (goal: ${TAP_GOAL} ms)`);
  console.table(await medians(servers.base, '/offres?where=Roubaix&radius_km=100', awake, BOARD_TAPS, '.channels'));
  console.table(await medians(servers.base, '/competences', (page) => page.waitForFunction(() => document.documentElement.dataset.guide === 'ready'), GUIDE_TAPS, 'form[data-step=sheet]'));
  console.log(`\nPaths drawn anew at ${SLOWER}× CPU slow-down, from the change of a limit to the next picture (goal: ${TAP_GOAL} ms)`);
  console.table(await redraws(servers.base, '/parcours'));
  console.table(await redraws(servers.base, '/parcours?vers=N1101'));
} finally {
  await servers.stop();
}
