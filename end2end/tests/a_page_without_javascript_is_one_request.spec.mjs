// JavaScript off: a page is one request. What can be done so: everyone_gets_there.spec.mjs.
import { expect, test } from '../support/page.mjs';

test.use({ javaScriptEnabled: false });

test('pages without JavaScript load nothing but themselves', async ({ page }) => {
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/offres?q=vendeur');
  expect(requests.filter((url) => !url.startsWith('data:')).length).toBe(1);
});
