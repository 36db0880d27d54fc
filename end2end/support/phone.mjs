// Printed by `make bench`, never gated: what the phone computes by itself, in Chromium's WebAssembly, on real
// data where it is there and on the demo otherwise; each beside its goal (design.md §9).
import { chromium as browser } from '@playwright/test';
import { chromium } from './browser.mjs';
import { measured } from './measured.mjs';
import { hasRealData, realServer } from './real.mjs';
import { demoServers } from './serve.mjs';

const PORT = Number(process.env.E2E_PORT ?? 3917);
const PAST = 'who=alone&job=K1304~x&job=N1105~x&long-K1304=longtemps&activity=enfants&from=59512';
/** What is called, and how long it may take, in milliseconds. */
const CALLS = [
  ['the match: belief, scores and order of all local offers', 'order', PAST, 1],
  ['the next cards', 'answer', 'step=families&go=skip&who=alone', 2],
  ['the results, drawn', 'answer', `step=past&go=results&${PAST}`],
];

/** Sessions, missing things, steps, and how long the search may take (median of several problems), in milliseconds. */
const PATHS = [
  [300, 20, 3, 10],
  [1000, 20, 3, 120],
];

const server = hasRealData ? await realServer(PORT) : await demoServers(PORT);
const open = await browser.launch(chromium());
try {
  const page = await open.newPage({ baseURL: server.base });
  await page.goto('/competences');
  await page.waitForFunction(() => document.documentElement.dataset.guide === 'ready', null, { timeout: 60_000 });
  const rows = await page.evaluate(async (calls) => {
    const guide = await import(document.querySelector('script[src*="/pkg/guide."]').src);
    const offers = guide.order('').length;
    return calls.map(([what, call, form, goal]) => {
      const times = [];
      for (let i = 0; i < 120; i += 1) {
        const before = performance.now();
        // The clock of a page is coarse: ten calls at once.
        for (let j = 0; j < 10; j += 1) guide[call](form);
        if (i >= 20) times.push((performance.now() - before) / 10);
      }
      times.sort((a, b) => a - b);
      return { what, offers, 'median ms': times[50].toFixed(2), 'p95 ms': times[95].toFixed(2), 'goal ms': goal ?? '' };
    });
  }, CALLS);
  console.log(`\non the phone, ${hasRealData ? 'real' : 'demo'} data`);
  console.table(rows);
  await measured(page);
  const paths = await page.evaluate((sizes) => sizes.map(([sessions, missing, steps, goal]) => {
    const median = (bounded, problems) => {
      const times = [];
      for (let seed = 0; seed < problems; seed += 1) {
        const before = performance.now();
        window.measured.ways(seed, sessions, missing, steps, bounded);
        times.push(performance.now() - before);
      }
      times.sort((a, b) => a - b);
      return times[problems >> 1];
    };
    median(true, 5);
    const [with_, without] = [median(true, 31), median(false, 7)];
    return { sessions, missing, steps, 'median ms': with_.toFixed(1), 'goal ms': goal, 'without bounds': `${(without / with_).toFixed(1)} ×` };
  }), PATHS);
  console.log('\npathway search, on made-up problems');
  console.table(paths);
} finally {
  await open.close();
  await server.stop();
}
