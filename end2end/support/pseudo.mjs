// Pseudo-languages, for tests and screenshots only: they are put over a page in the browser, so that
// no build, no route and no language menu knows them. What they show is what a longer language or one
// from right to left does to the layout, for every text alike: ours, the offers', the client's. Texts
// that are marked as another direction stay as they are (an Arabic page shows a French offer so).

/** Rewrites the shown page: `long` is accented and 40 % longer, `rtl` is in Arabic letters, mirrored. */
export async function pseudo(page, kind) {
  if (kind !== 'long' && kind !== 'rtl') return;
  await page.evaluate((kind) => {
    const accents = { a: 'á', c: 'ç', e: 'ë', i: 'ï', n: 'ñ', o: 'ö', u: 'ü', y: 'ÿ', A: 'Å', E: 'Ê', I: 'Î', O: 'Ô', U: 'Û' };
    const latin = 'abcdefghijklmnopqrstuvwxyz';
    const arabic = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
    const letters = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[a-z]/g, (c) => arabic[latin.indexOf(c)]);
    // A word grows by four letters in ten, as German or Finnish would make it, and does not gain a space.
    const longer = (word) => word.replace(/[a-zA-Z]/g, (c) => accents[c] ?? c) + 'åéîøü'.repeat(9).slice(0, Math.round(word.length * 0.4));
    const change = (text) => text.replace(/\p{L}[\p{L}\p{M}’'-]*/gu, kind === 'rtl' ? letters : longer);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      if (!node.parentElement.closest('script, style, [dir="ltr"]:not(html), a[href^="mailto:"]') && /\p{L}/u.test(node.data)) node.data = change(node.data);
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) element.setAttribute(name, change(element.getAttribute(name)));
    }
    if (kind === 'rtl') document.documentElement.dir = 'rtl';
  }, kind);
}

/** Boxes that do not stand mirrored when only the direction changes: they use a physical side. */
export async function notMirrored(page) {
  return page.evaluate(() => {
    const boxes = () => [...document.querySelectorAll('body, body *')].filter((e) => !['inline', 'none', 'contents'].includes(getComputedStyle(e).display)
      && e.getClientRects().length && !e.closest('svg, select, [dir="ltr"]:not(html), .skip')).map((e) => [e, e.getBoundingClientRect()]);
    const root = document.documentElement;
    const frame = () => document.body.getBoundingClientRect();
    root.dir = 'ltr';
    const before = boxes();
    const was = frame();
    root.dir = 'rtl';
    const after = new Map(boxes());
    const is = frame();
    return before.filter(([e, a]) => {
      const b = after.get(e);
      return !b || Math.abs((a.left - was.left) - (is.right - b.right)) > 1.5 || Math.abs(a.width - b.width) > 1.5;
    }).map(([e]) => `${e.tagName}.${e.className}`).slice(0, 5);
  });
}
