// What every browser test watches: no console error, no hydration warning, no CSP report, no third party.
import { expect, test as base } from '@playwright/test';
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
