// Tab, Enter and Space are enough; where one is can always be seen, and is never lost.
import { focusOf } from '../support/checks.mjs';
import { pages, pathIn, themes } from '../support/matrix.mjs';
import { awake, expect, test } from '../support/page.mjs';

const STOPS = 200;

/** Presses Tab until the selector has the focus; every stop on the way must show. */
async function tabTo(page, selector) {
  const faults = [];
  for (let stop = 0; stop < STOPS; stop++) {
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) {
      expect(faults).toEqual([]);
      return;
    }
    await page.keyboard.press('Tab');
    faults.push(...(await focusOf(page)).faults);
  }
  throw new Error(`the keyboard never reaches ${selector}`);
}

/** After a step the reader is somewhere: in the page, not at its root. */
async function notLost(page) {
  await expect.poll(async () => (await focusOf(page)).what).not.toBe('body');
}

test('search, filter, sort, turn the page, read, see how to apply, go back', async ({ page }) => {
  await page.goto('/');
  await awake(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  expect((await focusOf(page)).faults).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();

  await tabTo(page, '#f-q');
  await page.keyboard.type('agent');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=agent/);
  await expect(page.locator('.card').first()).toBeVisible();
  await notLost(page);

  await tabTo(page, '.filters > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, 'input[name="contract"][value="cdi"]');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/contract=cdi/);
  await expect(page.locator('.answer[aria-busy]')).toHaveCount(0);
  await expect(page.locator('input[name="contract"][value="cdi"]')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page).not.toHaveURL(/contract=cdi/);
  await expect(page.locator('.answer[aria-busy]')).toHaveCount(0);

  await tabTo(page, '.panel > button');
  await page.keyboard.press('Enter');
  await notLost(page);
  await tabTo(page, '.sorts a[href*="sort=date"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=date/);
  await expect(page.locator('.sorts [aria-current]')).toHaveAttribute('href', /sort=date/);
  await notLost(page);

  await tabTo(page, 'a[rel="next"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator('#count')).toBeFocused();

  await tabTo(page, '.card a');
  await page.keyboard.press('Enter');
  await expect(page.locator('.offer h1')).toBeFocused();
  await tabTo(page, '.apply a.button');
  await page.keyboard.press('Enter');
  await expect(page.locator('.channels')).toBeVisible();
  await notLost(page);
  await page.goBack();
  await page.goBack();
  await expect(page.locator('.card').first()).toBeVisible();
  await notLost(page);
});

for (const entry of pages.filter((page) => page.main || process.env.TEST_ALL)) {
  for (const theme of themes) {
    test(`every stop of the keyboard shows: ${entry.name}, ${theme}`, async ({ page, complaints }) => {
      test.skip(entry.server === 'bare', 'another server: the same stops');
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(pathIn(entry, 'fr'));
      // A plain page has no client to wait for.
      if (!entry.plain) await awake(page);
      const faults = [];
      const stops = new Set();
      for (let i = 0; i < STOPS; i++) {
        await page.keyboard.press('Tab');
        const { what, faults: found, lost } = await focusOf(page);
        // The browser goes on to itself after the last stop.
        if (lost) break;
        stops.add(what);
        faults.push(...found);
      }
      // The browser itself reports a page that answers 404 or 410.
      if (entry.status) complaints.length = 0;
      expect(stops.size).toBeGreaterThan(3);
      expect(faults).toEqual([]);
    });
  }
}
