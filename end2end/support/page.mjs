// What every browser test watches: no console error, no hydration warning, no CSP report, no third party.
import { expect, test as base } from '@playwright/test';
import { illLaidOut, inaccessible } from './checks.mjs';
import { watch } from './states.mjs';

export { expect };
export { awake } from './states.mjs';

export const test = base.extend({
  // Errors that the page reported; empty at the end of every test, unless the test says otherwise.
  complaints: [async ({ page, baseURL }, use) => {
    const complaints = await watch(page, baseURL);
    await use(complaints);
    expect(complaints).toEqual([]);
  }, { auto: true }],
});

/** axe finds nothing, whatever the impact. */
export async function expectAccessible(page) {
  expect(await inaccessible(page)).toEqual([]);
}

/** Nothing is wider than the screen, nothing cut, contrast and targets large enough. */
export async function expectNoSideScroll(page) {
  expect(await illLaidOut(page)).toEqual([]);
}
