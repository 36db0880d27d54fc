// The matrix: each page, in each state and language, both themes, every width: accessible, valid, fits.
import { expect, test } from '@playwright/test';
import { illLaidOut, illLaidOutWithLargeText, inaccessible, inaccessibleWithoutScripts, invalidHtml } from '../support/checks.mjs';
import { cells, inSubset, pathIn, themes, widths } from '../support/matrix.mjs';
import { notMirrored } from '../support/pseudo.mjs';
import { reach } from '../support/states.mjs';

const wanted = process.env.TEST_ALL ? cells : cells.filter(inSubset);
/** axe is slow: both themes where people are, and once where the layout is another. */
const axeLooks = (theme, width) => width === 320 || (width === 1280 && theme === 'light');

/** What the server wrote. */
async function written(page, { page: { form, ...entry }, lang }) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const path = pathIn(entry, lang);
  return (await (form ? page.request.post(path, { data: form, headers }) : page.request.get(path))).text();
}

for (const cell of wanted) {
  test(`${cell.name} is accessible, valid and fits`, async ({ browser, baseURL }) => {
    const { page, complaints, done } = await reach(browser, baseURL, cell);
    const faults = [];
    if (!['long', 'rtl'].includes(cell.lang)) {
      // Without JavaScript what is valid is what the server wrote; else what the client made of it.
      const html = cell.state === 'nojs' ? await written(page, cell) : await page.content();
      faults.push(...await invalidHtml(html));
    }
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const say = (list) => faults.push(...list.map((fault) => `${theme} ${width}: ${fault}`));
        say(await illLaidOut(page));
        if (axeLooks(theme, width)) say(cell.state === 'nojs' ? await inaccessibleWithoutScripts(page, theme) : await inaccessible(page));
      }
    }
    // Zoom at 200 % of a window of 640 px is 320 px (above); text alone at 200 %, on a phone too.
    for (const width of [360, 640, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await illLaidOutWithLargeText(page)).map((fault) => `${width}: ${fault}`));
    }
    if (cell.lang === 'rtl') faults.push(...(await notMirrored(page)).map((box) => `not mirrored: ${box}`));
    expect(faults).toEqual([]);
    expect(complaints()).toEqual([]);
    await done();
  });
}
