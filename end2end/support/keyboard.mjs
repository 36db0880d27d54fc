// Who uses no pointer.

/** Tabs on until the element has the focus; fails where the keyboard does not get there. */
export async function reach(page, locator, most = 150) {
  for (let presses = 0; presses < most; presses += 1) {
    if (await locator.evaluate((own) => own === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by keyboard');
}
