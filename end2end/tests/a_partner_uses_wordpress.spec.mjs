// An association shows the offers on its WordPress, each way it can: our block, shortcode and widget, an address
// that an Editor pastes alone, the RSS block. A real WordPress (support/wordpress.mjs), on another site than the hub.
import { expect, test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { PARTNER, hub } from '../support/hub.mjs';
import { people, signedIn, whyNoWordPress, wordpress } from '../support/wordpress.mjs';

const missing = whyNoWordPress();
test.skip(!!missing, missing ?? '');
// The list of tests does not say why. Once: workers read this file as well.
if (missing && !process.env.TEST_WORKER_INDEX) console.log(`skipped: ${missing}`);
// One WordPress for all of them: the settings come first, as they do for an association.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const widths = [320, 360, 768, 1280];
const pictures = new URL('../screenshots/hosts/', import.meta.url).pathname;
const port = Number(process.env.E2E_PORT ?? 3917) + 4;
let site;
let offers;

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  offers = await hub(`http://localhost:${port}`, port + 1);
  site = await wordpress(port, offers.base);
});
test.afterAll(async () => {
  await site?.stop();
  await offers?.stop();
});

/** What a visitor gets: the page's source and our snippet in it. */
async function source(path) {
  const html = await (await fetch(site.base + path)).text();
  return { html, snippets: html.match(/<passerelle-offres\b.*?<\/passerelle-offres>/gs) ?? [], scripts: html.match(/<script[^>]*\/embed\/v1\.js[^>]*>/g) ?? [] };
}

const snippet = (attributes = '') => `<passerelle-offres partner="${PARTNER}"${attributes}><a href="${offers.base}/p/${PARTNER}">Voir les offres</a></passerelle-offres>`;

/** The frame of the offers in a page, once it has offers in it. */
async function frameOf(page, selector) {
  const element = page.locator(selector);
  await element.scrollIntoViewIfNeeded();
  const frame = element.contentFrame();
  await expect(frame.locator('.card').first()).toBeVisible();
  return { element, frame };
}

/** A visitor at every width: offers to read, nothing to scroll inside, nothing wider than the screen. */
async function seenAtEveryWidth(browser, name, path, look) {
  const page = await browser.newPage({ viewport: { width: widths[0], height: 740 }, locale: 'fr-FR', reducedMotion: 'reduce' });
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 768 ? 740 : 900 });
    await page.goto(site.base + path);
    await look(page, width);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways, `${name} at ${width} px`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${pictures}${name}-${width}.png`, fullPage: true });
  }
  expect(await page.context().cookies(offers.base)).toEqual([]);
  await page.close();
}

/** The frames are there, as high as what is in them; in a sidebar they may be narrow. */
const framed = (selector, count = 1) => async (page, width) => {
  await expect(page.locator(selector)).toHaveCount(count);
  for (let i = 0; i < count; i++) {
    const { element, frame } = await frameOf(page, `${selector} >> nth=${i}`);
    const hidden = () => frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
    await expect.poll(hidden, { message: `inner scroll bar at ${width} px` }).toBeLessThanOrEqual(0);
    expect((await element.boundingBox()).width).toBeGreaterThan(Math.min(width * 0.7, 240));
  }
};
const OURS = 'passerelle-offres iframe';

test('the administrator sets it up: refused with a reason, nothing typed is lost, then one pasted address is enough', async ({ browser }) => {
  const page = await signedIn(browser, site, people.admin);
  await page.goto('/wp-admin/plugins.php');
  await page.getByRole('row', { name: /Passerelle/ }).getByRole('link', { name: 'Réglages' }).click();
  const address = page.getByLabel('Adresse du site Passerelle');
  const key = page.getByLabel('Votre clé de partenaire');
  const save = () => page.getByRole('button', { name: 'Enregistrer' }).click();

  const refusals = [
    ['', '', /Écrivez l’adresse du site/, address],
    ['pas une adresse', 'mie-roubaix', /n’est pas celle d’un site/, address],
    ['javascript:alert(1)', 'mie-roubaix', /n’est pas celle d’un site|doit commencer par/, address],
    ['https://emploi.exemple.fr/offres?q=x', 'mie-roubaix', /Gardez seulement le début de l’adresse : https:\/\/emploi\.exemple\.fr$/, address],
    ['https://emploi.exemple.fr', '', /Écrivez votre clé/, key],
    ['emploi.exemple.fr', 'Mon Association !', /Cette clé ne peut pas être la bonne/, key],
  ];
  for (const [site, name, reason, field] of refusals) {
    await address.fill(site);
    await key.fill(name);
    await save();
    await expect(page.getByRole('alert')).toContainText('Rien n’est enregistré');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(reason.source.endsWith('$') ? new RegExp(reason.source.slice(0, -1)) : reason);
    await expect(address).toHaveValue(site);
    await expect(key).toHaveValue(name);
  }
  await page.screenshot({ path: `${pictures}settings-refused.png`, fullPage: true });

  await address.fill(`${offers.base}/p/${PARTNER}`);
  await key.fill('');
  await save();
  await expect(page.getByRole('status')).toContainText('Réglages enregistrés');
  await expect(address).toHaveValue(offers.base);
  await expect(key).toHaveValue(PARTNER);
  await expect(page.getByRole('link', { name: /Ouvrir la page de mes offres/ })).toHaveAttribute('href', `${offers.base}/p/${PARTNER}`);
  await expect(page.getByText(`http://localhost:${port}`, { exact: true })).toBeVisible();
  await frameOf(page, 'iframe[title="Aperçu de vos offres"]');
  await page.screenshot({ path: `${pictures}settings.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: `${pictures}settings-360.png`, fullPage: true });
  await page.context().close();
});

test('an Editor may not touch the settings, nor anyone without the form’s own token', async ({ browser }) => {
  const editor = await signedIn(browser, site, people.editor);
  expect((await editor.goto('/wp-admin/options-general.php?page=passerelle-offres')).status()).toBe(403);
  await editor.context().close();
  const admin = await signedIn(browser, site, people.admin);
  const forged = await admin.request.post(`${site.base}/wp-admin/options-general.php?page=passerelle-offres`, { form: { site: 'https://evil.exemple.fr', cle: 'evil' } });
  expect(forged.status()).toBe(403);
  expect(site.task('settings')).toEqual({ site: offers.base, cle: PARTNER });
  await admin.context().close();
});

test('the block, put into a page with the block editor', async ({ browser }) => {
  const page = await signedIn(browser, site, people.admin);
  await page.goto('/wp-admin/post-new.php?post_type=page');
  // Debian translates the dashboard, not the block editor; the block's own words are French.
  await page.getByRole('textbox', { name: /Add title|Saisissez le titre/ }).fill('Les offres en bloc');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/offres passerelle');
  await page.getByRole('option', { name: 'Offres Passerelle' }).click();
  // The offers themselves, before anything is published.
  await frameOf(page, 'iframe[title="Aperçu des offres"]');
  await page.getByLabel('Commune (code INSEE)').fill('59512');
  await expect(page.locator('iframe[title="Aperçu des offres"]')).toHaveAttribute('src', `${offers.base}/e/${PARTNER}?commune=59512`);
  await page.screenshot({ path: `${pictures}block-editor.png` });
  await page.locator('.editor-post-publish-panel__toggle').click();
  await page.locator('.editor-post-publish-button').click();
  await expect(page.locator('.post-publish-panel__postpublish')).toBeVisible();
  await page.context().close();

  const { snippets, scripts } = await source('/les-offres-en-bloc/');
  expect(snippets).toEqual([snippet(' commune="59512"')]);
  expect(scripts).toEqual([`<script async src="${offers.base}/embed/v1.js">`]);
  await seenAtEveryWidth(browser, 'block', '/les-offres-en-bloc/', framed(OURS));
  await seenAtEveryWidth(browser, 'block-in-a-block-theme', '/les-offres-en-bloc/?blocs=1', framed(OURS));
});

/** What an Editor writes in the classic editor, published. */
async function written(browser, title, text) {
  const page = await signedIn(browser, site, people.editor);
  await page.goto('/wp-admin/post-new.php?post_type=page');
  await page.locator('#title').fill(title);
  await page.locator('#content').fill(text);
  await page.locator('#publish').click();
  await expect(page.locator('#message')).toContainText(/publiée|published/);
  await page.context().close();
}

test('the shortcode, written by an Editor in the classic editor; several on a page need one script', async ({ browser }) => {
  await written(browser, 'Les offres en code court', 'Bonjour.\n\n[passerelle_offres radius_km="10" commune="59512"]\n\nEt pour les caristes :\n\n[passerelle_offres q="cariste"]');
  const { snippets, scripts } = await source('/les-offres-en-code-court/');
  expect(snippets).toEqual([snippet(' commune="59512" radius_km="10"'), snippet(' q="cariste"')]);
  expect(scripts.length).toBe(1);
  await seenAtEveryWidth(browser, 'shortcode', '/les-offres-en-code-court/', async (page, width) => {
    await framed(OURS, 2)(page, width);
    // What the page asks for reaches the hub.
    const asked = await page.locator(OURS).evaluateAll((frames) => frames.map(({ src }) => ['commune', 'radius_km', 'q'].map((name) => new URL(src).searchParams.get(name))));
    expect(asked).toEqual([['59512', '10', null], [null, null, 'cariste']]);
  });
  await seenAtEveryWidth(browser, 'shortcode-in-a-block-theme', '/les-offres-en-code-court/?blocs=1', framed(OURS, 2));
});

test('an address alone on a line, pasted by an Editor: WordPress asks the hub how to show it', async ({ browser }) => {
  await written(browser, 'Les offres par leur adresse', `${offers.base}/p/${PARTNER}`);
  const { html, snippets } = await source('/les-offres-par-leur-adresse/');
  expect(snippets).toEqual([]);
  // The same address in the block editor becomes this block.
  const block = site.task('page', { as: people.editor.name, title: 'Les offres par leur adresse, en bloc', content: `<!-- wp:embed {"url":"${offers.base}/p/${PARTNER}","type":"rich"} -->\n<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">\n${offers.base}/p/${PARTNER}\n</div></figure>\n<!-- /wp:embed -->` });
  // WordPress locks it in: scripts, but no forms, no new windows, no navigation but by its own message.
  expect(html).toMatch(/<iframe[^>]* class="wp-embedded-content" sandbox="allow-scripts"/);
  const embedded = 'iframe.wp-embedded-content';
  await seenAtEveryWidth(browser, 'pasted-address', '/les-offres-par-leur-adresse/', framed(embedded));
  await seenAtEveryWidth(browser, 'pasted-address-as-a-block', `${block.path}?blocs=1`, framed(embedded));

  const page = await browser.newPage();
  await page.goto(`${site.base}/les-offres-par-leur-adresse/`);
  const { frame } = await frameOf(page, embedded);
  await expect(page.locator('blockquote.wp-embedded-content')).toBeHidden();
  // An offer opens in the whole window, on the partner's own page.
  await frame.locator('.card a').first().click();
  await page.waitForURL(new RegExp(`^${offers.base}/p/${PARTNER}/`));
  await page.close();
});

test('the RSS block on the Atom feed', async ({ browser }) => {
  const { path } = site.task('page', { as: people.editor.name, title: 'Les offres par le flux', content: `<!-- wp:rss ${JSON.stringify({ feedURL: `${offers.base}/flux/offres.atom?partner=${PARTNER}`, itemsToShow: 5, displayDate: true, displayExcerpt: true })} /-->` });
  await seenAtEveryWidth(browser, 'rss', path, async (page) => {
    await expect(page.locator('.wp-block-rss__item')).toHaveCount(5);
    const link = page.locator('.wp-block-rss__item-title a').first();
    await expect(link).not.toHaveText('');
    expect(await link.getAttribute('href')).toContain(offers.base);
  });
});

test('the widget, in a theme with a sidebar', async ({ browser }) => {
  site.task('widget', { title: 'Emplois & « chances »', q: '', commune: '59512', radius_km: '' });
  const { snippets, scripts } = await source('/');
  expect(snippets).toEqual([snippet(' commune="59512"')]);
  expect(scripts.length).toBe(1);
  await seenAtEveryWidth(browser, 'widget', '/', async (page, width) => {
    await expect(page.getByRole('heading', { name: 'Emplois & « chances »' })).toBeVisible();
    await framed(OURS)(page, width);
  });
});

test('hostile attributes and settings stay text', async ({ page }) => {
  const { outputs, checks } = site.task('hostile');
  expect(outputs.length).toBeGreaterThan(100);
  const faults = await page.evaluate((all) => all.flatMap((html) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const names = ['class', 'partner', 'q', 'commune', 'radius_km', 'rome', 'contract', 'lang', 'theme', 'href', 'for', 'id', 'name', 'value'];
    return [...document.body.querySelectorAll('*')].filter((e) => !/^(passerelle-offres|a|div|p|em|label|input|h2|section)$/i.test(e.localName)
      || [...e.attributes].some((a) => !names.includes(a.name)) || (e.localName === 'a' && !/^https?:\/\//.test(e.getAttribute('href')))).map((e) => `${e.outerHTML} in ${html}`);
  }), outputs);
  expect(faults).toEqual([]);
  // What update_option() was given directly, without the settings page.
  expect(checks.filter(({ site, cle }) => !/^(https?:\/\/[a-z0-9.:-]+)?$/.test(site) || !/^[a-z0-9-]*$/.test(cle))).toEqual([]);
});

test('it leaves no warning in PHP’s log, and nothing in the database when it is deleted', async () => {
  expect(site.log().split('\n').filter((line) => line.includes('passerelle-offres') && /\bPHP /.test(line))).toEqual([]);
  expect(site.task('leave')).toEqual({ before: 2, after: 0, folder: false });
});
