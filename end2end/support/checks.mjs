// What is checked of a shown page. Each gives a list of faults in words; an empty list is right.
import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** The recommended rules, and why a few are not as they come. */
const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended'],
  rules: {
    // The values of one filter are one parameter, several times: that is what its boxes mean.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    // A style of writing, undone by the browser when it gives the document back.
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // A list box of a field with suggestions: no native element does that.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // « Appeler le 03… » may break before the number, which itself does not.
    'tel-non-breaking': ['error', { ignoreClasses: ['button'] }],
    // An offer's title is the employer's, whole; search engines cut it where they like.
    'long-title': 'off',
  },
}));

/** html-validate on a document. `<!>` is how Leptos writes an empty comment: the same to a browser. */
export async function invalidHtml(html) {
  // Hidden fields carry lists: a name may come several times.
  const plain = html.replaceAll('<!>', '<!---->').replace(/<input type="hidden"[^>]*>/g, '');
  const { results } = await validator.validateString(plain);
  return results.flatMap((file) => file.messages).map((m) => `${m.ruleId}: ${m.message} at ${m.selector}`);
}

/** What is laid out only when it comes near (style/ui/later.css) is checked as well. */
async function layOut(page) {
  await page.evaluate(() => {
    if (document.adoptedStyleSheets.length) return;
    const whole = new CSSStyleSheet();
    whole.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [whole];
  });
}

/** axe: every rule, those for 7:1 and for target size too; no rule off. */
export async function inaccessible(page) {
  await layOut(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } }).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 4).join(' | ')}`);
}

/** axe is a script itself: what was loaded without scripts is shown to it again, less its scripts. */
export async function inaccessibleWithoutScripts(page, colorScheme) {
  const html = (await page.content()).replace(/<script\b.*?<\/script>/gs, '').replace(/<\/?noscript>/g, '');
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), colorScheme, reducedMotion: 'reduce' });
  const copy = await context.newPage();
  await copy.setContent(html);
  const faults = await inaccessible(copy);
  await context.close();
  return faults;
}

/** Colours and boxes; runs in the page, before what is asked there. */
function tools() {
  const name = (e) => `${e.tagName.toLowerCase()}${typeof e.className === 'string' && e.className ? `.${e.className.replaceAll(' ', '.')}` : ''}`;
  const style = new Map();
  const css = (e) => style.get(e) ?? style.set(e, getComputedStyle(e)).get(e);
  const up = (e) => { const all = []; for (; e; e = e.parentElement) all.push(e); return all; };
  const unseen = (e) => !e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) || up(e).some((a) => css(a).clipPath !== 'none');
  const colour = (text) => { const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number); return [r, g, b, a]; };
  const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  // What is behind an element; and its text over it, faded by every opacity above.
  const ground = (e) => up(e).reverse().reduce((under, a) => over(colour(css(a).backgroundColor), under), [255, 255, 255, 1]);
  const shownText = (e) => {
    const back = ground(e);
    const fade = up(e).reduce((whole, a) => whole * Number(css(a).opacity), 1);
    const [r, g, b, a] = colour(css(e).color);
    return [over([r, g, b, a * fade], back), back];
  };
  return { name, css, up, unseen, colour, ratio, ground, shownText };
}

/** Evaluates one of our functions in the page, with the tools as its argument. */
const inPage = (page, ask) => page.evaluate(`(${ask})((${tools})())`);

function measure({ name, css, up, unseen, colour, ratio, shownText }) {
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth > width) faults.push(`the page scrolls sideways: ${document.scrollingElement.scrollWidth} in ${width}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const judged = new Set();
  for (let node; (node = texts.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('script, style, svg, option') || unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (!box.width) continue;
      if (box.right > width + 1 || box.left < -1) faults.push(`text leaves the screen: ${name(element)} ${node.data.trim().slice(0, 30)}`);
      for (const a of up(element)) {
        const s = css(a);
        const frame = s.borderInlineStartStyle !== 'none' || colour(s.backgroundColor)[3] > 0 || s.overflowX !== 'visible';
        if (!frame || s.display === 'inline') continue;
        const edge = a.getBoundingClientRect();
        if (box.right > edge.right + 1 || box.left < edge.left - 1) faults.push(`text leaves its frame ${name(a)}: ${node.data.trim().slice(0, 30)}`);
        if (['hidden', 'clip'].includes(s.overflowY) && (box.bottom > edge.bottom + 2 || box.top < edge.top - 2)) faults.push(`text is cut by ${name(a)}: ${node.data.trim().slice(0, 30)}`);
        break;
      }
    }
    if (!judged.has(element)) {
      judged.add(element);
      const [front, back] = shownText(element);
      if (ratio(front, back) < 7 && !element.closest(':disabled')) faults.push(`contrast ${ratio(front, back).toFixed(2)}: ${name(element)} ${node.data.trim().slice(0, 30)}`);
    }
  }
  // What leaves at the start cannot even be scrolled to.
  for (const picture of document.querySelectorAll('svg, img')) {
    if (unseen(picture)) continue;
    const box = picture.getBoundingClientRect();
    if (box.width && (box.left < -1 || box.right > width + 1)) faults.push(`a picture leaves the screen: ${name(picture.parentElement)}`);
  }

  const buttons = [...document.querySelectorAll('.button')].filter((button) => !unseen(button));
  for (const [at, one] of buttons.entries()) {
    for (const other of buttons.slice(at + 1)) {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const gap = Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
      if (gap < 4) faults.push(`two buttons touch: ${one.innerText.trim().slice(0, 30)}, ${other.innerText.trim().slice(0, 30)}`);
    }
  }

  for (const target of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex="0"]')) {
    if (unseen(target)) continue;
    // WCAG 2.5.5: a picture's links stand once more in the table beside it, in full size.
    if (target.closest('svg.map[aria-hidden]')) continue;
    // WCAG 2.5.5: a link within a sentence is as high as its line.
    const inSentence = css(target).display === 'inline' && [...target.parentElement.childNodes].some((n) => n !== target && n.nodeType === 3 && /[\p{L}\p{N}]/u.test(n.data));
    if (inSentence && target.tagName === 'A') continue;
    const spread = getComputedStyle(target, '::after');
    const hit = spread.content !== 'none' && spread.position === 'absolute' ? target.closest('.card') ?? target.offsetParent : target.closest('label') ?? target;
    const box = hit.getBoundingClientRect();
    if (Math.min(box.width, box.height) < 43.5) faults.push(`target of ${Math.round(box.width)}×${Math.round(box.height)}: ${name(target)} ${target.innerText?.trim().slice(0, 30)}`);
    if (target.tagName === 'SELECT') {
      const pen = Object.assign(document.createElement('canvas').getContext('2d'), { font: css(target).font });
      const needs = pen.measureText(target.selectedOptions[0]?.text ?? '').width + parseFloat(css(target).paddingInlineStart) + 20;
      if (needs > target.clientWidth) faults.push(`a choice is cut: ${target.selectedOptions[0].text}, ${Math.round(needs)} in ${target.clientWidth}`);
    }
  }
  return [...new Set(faults)];
}

/** Side scroll, cut text, contrast under 7:1, targets under 44 px. */
export async function illLaidOut(page) {
  await layOut(page);
  return inPage(page, measure);
}

/** The same with the text twice as large, as people set it on their phone (WCAG 1.4.4). */
export async function illLaidOutWithLargeText(page) {
  await page.evaluate(() => { document.documentElement.style.fontSize = '225%'; });
  const faults = await illLaidOut(page);
  await page.evaluate(() => { document.documentElement.removeAttribute('style'); });
  return faults.map((fault) => `text at 200 %: ${fault}`);
}

/** Where the keyboard is, and what is wrong with how it shows. */
function focused({ name, css, up, colour, ratio, ground }) {
  const here = document.activeElement;
  if (!here || here === document.body) return { lost: true, what: 'body', faults: ['the focus is lost'] };
  const what = `${name(here)} ${(here.innerText ?? '').trim().slice(0, 30)}`;
  // A title that takes the focus after navigation is no control: it needs no ring.
  if (here.tabIndex < 0) return { what, faults: [] };
  const drawn = [css(here), getComputedStyle(here, '::after')].find((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
  const faults = [];
  if (!drawn) faults.push(`no outline of 2 px: ${what}`);
  else if (ratio(colour(drawn.outlineColor), ground(here.parentElement)) < 3) faults.push(`faint outline: ${what}`);
  const box = here.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!inside) faults.push(`focus outside of the screen: ${what}`);
  else {
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2);
    const top = document.elementFromPoint(x, y);
    const own = top && (here.contains(top) || up(here).includes(top) || top.closest('label')?.contains(here));
    if (!own) faults.push(`focus is covered by ${top && name(top)}: ${what}`);
  }
  return { what, faults };
}

/** What has the focus and what is wrong with it. */
export async function focusOf(page) {
  return inPage(page, focused);
}
