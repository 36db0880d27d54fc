// The pathway search answers in the browser as it does natively: app/domain/src/pathway/oracle.rs holds the same number.
import { readFileSync } from 'node:fs';
import { measured } from '../support/measured.mjs';
import { expect, test } from '../support/page.mjs';

const EXPECTED = Number(readFileSync(new URL('../../app/domain/src/pathway/fingerprint.txt', import.meta.url), 'utf8'));

test('a thousand problems have the same answers on the phone', async ({ page }) => {
  await measured(page);
  expect((await page.evaluate(() => window.measured.fingerprint(1000)))).toBe(EXPECTED);
});
