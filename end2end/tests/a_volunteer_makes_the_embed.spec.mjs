// From an empty page to the board on it: a volunteer chooses, copies, pastes; her site is on another origin. What cannot be
// read is refused with the reason. Then she looks at what came of it.
import { createServer } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { illLaidOut, inaccessible, invalidHtml } from '../support/checks.mjs';
import { place, run, serve } from '../support/server.mjs';

const base = Number(process.env.E2E_PORT ?? 3917);
const PAGE = '/partenaires/integrer';

test.describe.configure({ mode: 'serial' });

/** A hub with a partner whose site is `localhost`, and that site: a page that shows what was pasted into it. */
let hub;
let site;
let code;
const own = { port: base + 11, pasted: '' };

test.beforeAll(async () => {
  const at = place(base + 10);
  run(at, ['demo']);
  const said = run(at, ['partner', 'add', 'relais', '--name', 'Le Relais', '--origin', `http://localhost:${own.port}`, '--query', 'commune=59512&radius_km=20']);
  code = /code +(\S+)/.exec(said)[1];
  hub = await serve(at);
  site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le Relais</title></head><body><main><h1>Le Relais</h1>${own.pasted}</main></body></html>`);
  });
  await new Promise((done) => site.listen(own.port, '127.0.0.1', done));
});

test.afterAll(async () => {
  site.closeAllConnections();
  await new Promise((done) => site.close(done));
  await hub.stop();
});

test('five actions lead from an empty page to a live board', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: hub.base });
  const actions = [
    () => page.goto(hub.base + PAGE),
    () => page.getByLabel('Clé de votre association').first().fill('relais'),
    () => page.getByRole('button', { name: 'Voir', exact: true }).click(),
    async () => {
      await page.getByRole('button', { name: 'Copier' }).first().click();
      await expect(page.getByRole('status').filter({ hasText: 'Copié.' })).toBeVisible();
    },
    async () => {
      own.pasted = await page.evaluate(() => navigator.clipboard.readText());
      await page.goto(`http://localhost:${own.port}/`);
    },
  ];
  expect(actions.length).toBeLessThanOrEqual(5);
  for (const act of actions) await act();
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(`${hub.base}/e/relais`))).toBe(true);
  const board = page.frames().find((frame) => frame.url().startsWith(`${hub.base}/e/relais`));
  await expect(board.locator('.card').first()).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test('a change is seen at once, and the snippet says it', async ({ page }) => {
  const complaints = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  await page.goto(`${hub.base}${PAGE}?partner=relais`);
  await expect(page.getByLabel('Où')).toHaveValue('Roubaix');
  const snippet = page.getByLabel('Dans une page, en mode HTML');
  await expect(snippet).toHaveValue(/^<passerelle-offres partner="relais"><a href="[^"]+\/p\/relais">/);
  await page.getByLabel('Où').fill('Lens');
  await page.getByLabel('Distance').selectOption('30');
  await page.getByRole('checkbox', { name: 'CDI', exact: true }).check();
  await expect(snippet).toHaveValue(/ where="Lens" radius_km="30" contract="cdi"/);
  await expect(page.getByLabel('L\'adresse seule')).toHaveValue(/\/p\/relais\?where=Lens&radius_km=30&contract=cdi$/);
  await expect(page.getByLabel('Code court')).toHaveValue('[passerelle_offres cle="relais" where="Lens" radius_km="30" contract="cdi"]');
  await expect(page.getByLabel('Pour un site strict')).toHaveValue(/v1\.[0-9a-f]{16}\.js" integrity="sha384-[^"]+" crossorigin="anonymous"/);
  // Two frames; the second one is fetched when it comes near.
  await expect(page.locator('.host iframe')).toHaveCount(2);
  await expect(page.frameLocator('.host iframe').first().locator('#f-where')).toHaveValue('Lens');
  // The page that is pasted asks what the frame showed.
  own.pasted = await snippet.inputValue();
  await page.goto(`http://localhost:${own.port}/`);
  await expect.poll(() => page.frames().map((frame) => frame.url()).join(' ')).toContain('radius_km=30');
  const board = page.frames().find((frame) => frame.url().includes('/e/relais'));
  await expect(board.locator('#f-where')).toHaveValue('Lens');
  await expect(board.locator('#f-radius_km')).toHaveValue('30');
  expect(complaints).toEqual([]);
});

test('without JavaScript the same form does it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(hub.base + PAGE);
  await page.getByLabel('Nom de votre association').fill('Les Amis d’Ici');
  await page.getByLabel('Où').fill('Lens');
  await page.getByRole('button', { name: 'Voir', exact: true }).click();
  await expect(page.locator('.host-name').first()).toHaveText('Les Amis d’Ici');
  const frame = page.frameLocator('iframe').first();
  await expect(frame.locator('.card').first()).toBeVisible();
  await expect(page.getByLabel('Message pour la plateforme')).toHaveValue(/passerelle partner add les-amis-d-ici --name 'Les Amis d’Ici'/);
  await page.locator('#f-partner').fill(`${hub.base}/p/relais`);
  await page.getByRole('button', { name: 'Voir', exact: true }).click();
  await expect(page.getByLabel('Où')).toHaveValue('Roubaix');
  await expect(page.getByLabel('Dans une page, en mode HTML')).toHaveValue(/partner="relais"/);
  await expect(page.getByRole('button', { name: 'Copier' })).toHaveCount(0);
  await context.close();
});

test('whether a site may show it is said in clear words, for this key alone', async ({ page }) => {
  const ask = async (key, address) => {
    await page.goto(hub.base + PAGE);
    await page.locator('#f-key').fill(key);
    await page.getByLabel('Adresse de votre site').fill(address);
    await page.getByRole('button', { name: 'Est-ce que mon site est autorisé' }).click();
    return (await page.locator('#site .notice').innerText()).replaceAll('\u00a0', ' ').trim();
  };
  expect(await ask('relais', `http://localhost:${own.port}/une/page?x=1`)).toMatch(/^Oui\. Le site http:\/\/localhost:/);
  expect(await ask('relais', 'www.relais.example')).toMatch(/^Non, pas encore\. Demandez à la plateforme d'ajouter https:\/\/www\.relais\.example pour la clé relais\./);
  expect(await ask('personne', 'www.relais.example')).toMatch(/^Personne n'a cette clé/);
  expect(await ask('relais', 'http://relais.example')).toMatch(/https:\/\//);
  expect(await ask('relais', 'mon site')).toMatch(/^Cette adresse n'est pas comprise/);
  expect(await page.content()).not.toContain(`localhost:${own.port}`);
});

/** Always the same 200 looks. */
function* looks() {
  let state = 20_261_127;
  const next = (n) => { state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff; return (state >>> 8) % n; };
  for (let i = 0; i < 200; i++) {
    const accent = `#${next(1 << 24).toString(16).padStart(6, '0')}`;
    yield { accent, mode: ['auto', 'light', 'dark'][next(3)], corners: [0, 4, 14, 24][next(4)], density: ['comfortable', 'compact'][next(2)] };
  }
}

test('of two hundred looks each is read, or refused with the reason', async ({ page, request }) => {
  test.setTimeout(400_000);
  const faults = [];
  let [accepted, refused] = [0, 0];
  const contrast = async (what) => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withRules(['color-contrast']).analyze();
    if (violations.length) faults.push(`${what}: ${violations[0].nodes[0].html.slice(0, 80)}`);
  };
  const sample = [];
  for (const look of looks()) {
    const asked = new URLSearchParams({ partner: 'relais', for: 'relais', where: '', radius_km: '20', ...look });
    const html = await (await request.get(`${hub.base}${PAGE}?${asked}`)).text();
    const why = /<div id="why">(.*?)<\/div>/s.exec(html)[1].replaceAll('\u00a0', ' ');
    if (why) {
      refused++;
      if (!/contraste [1-4],[0-9]{2}, il faut 4,5\. La plus proche qui se lit : #[0-9a-f]{6}\./.test(why)) faults.push(`${look.accent}: ${why}`);
      continue;
    }
    accepted++;
    if (accepted % 10 === 0) sample.push(look);
    await page.goto(`${hub.base}/partenaires/cadre?${asked}`);
    for (const colorScheme of look.mode === 'auto' ? ['light', 'dark'] : ['light']) {
      await page.emulateMedia({ colorScheme });
      await contrast(`${look.accent} ${look.mode} ${colorScheme}`);
    }
  }
  console.log(`looks: ${accepted} accepted, ${refused} refused`);
  // The same on the frame that partners have: some are made partners.
  for (const [i, look] of sample.entries()) {
    run(hub, ['partner', 'add', `look-${i}`, '--name', `Look ${i}`, '--accent', look.accent, '--mode', look.mode, '--radius', String(look.corners), '--density', look.density]);
  }
  const last = `${hub.base}/e/look-${sample.length - 1}`;
  await expect.poll(async () => (await request.get(last)).status(), { timeout: 30_000 }).toBe(200);
  for (const i of sample.keys()) {
    await page.goto(`${hub.base}/e/look-${i}`);
    await contrast(`/e/look-${i}`);
  }
  expect(faults).toEqual([]);
  expect(accepted).toBeGreaterThan(40);
  expect(refused).toBeGreaterThan(40);
});

test('what came of it is read with the code, and kept nowhere', async ({ page, context }) => {
  await page.goto(`${hub.base}/p/relais/suivi`);
  await page.getByLabel('Code de suivi').fill('pas le bon');
  await page.getByRole('button', { name: 'Voir les chiffres' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await inaccessible(page)).toEqual([]);
  await page.getByLabel('Code de suivi').fill(code);
  await page.getByRole('button', { name: 'Voir les chiffres' }).click();
  await expect(page.getByRole('heading', { name: 'Plus tard' })).toBeVisible();
  await expect(page.getByText('pas encore compté').first()).toBeVisible();
  expect(page.url()).toBe(`${hub.base}/p/relais/suivi`);
  const html = await page.content();
  expect(html).not.toContain(code);
  expect(await invalidHtml(html)).toEqual([]);
  expect(await inaccessible(page)).toEqual([]);
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await illLaidOut(page)).toEqual([]);
  }
  expect(await context.cookies()).toEqual([]);
});
