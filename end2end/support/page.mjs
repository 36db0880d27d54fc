// What every browser test watches: no console error, no hydration warning, no CSP report, no third party.
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

export { expect };

export const test = base.extend({
  // Errors that the page reported; empty at the end of every test, unless the test says otherwise.
  complaints: [async ({ page, baseURL }, use) => {
    const complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL) && !request.url().startsWith('data:')) complaints.push(`third party: ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(complaints);
    expect(complaints).toEqual([]);
  }, { auto: true }],
});

/** Waits until the client has woken up: the page is hydrated and routes by itself. */
export async function awake(page) {
  await page.waitForFunction(() => document.documentElement.dataset.client === 'ready');
}

/** axe: no violation of any impact, no rule switched off. */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

/** Nothing is cut and nothing scrolls sideways. */
export async function expectNoSideScroll(page) {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > width + 1 && getComputedStyle(e).position !== 'absolute')
      .map((e) => `${e.tagName}.${e.className}`).slice(0, 5);
  });
  expect(wide).toEqual([]);
}
