// A partner's site shows the board: a page of its own on another origin, with and without a policy, with and without
// JavaScript. What the board may do to the page, and the page to the board: nothing.
import { expect, test } from '@playwright/test';
import { inaccessible } from '../support/checks.mjs';
import { KEY } from '../support/host.mjs';

const port = Number(process.env.E2E_PORT ?? 3917);
const HUB = `http://127.0.0.1:${port}`;
const SITE = `http://localhost:${port + 3}`;
const STRANGER = `http://127.0.0.1:${port + 3}`;

/** The frames of ours in a page, once they show something. */
async function boards(page, n = 1) {
  await expect.poll(() => page.frames().filter((frame) => frame.url().startsWith(`${HUB}/e/`)).length).toBe(n);
  const frames = page.frames().filter((frame) => frame.url().startsWith(`${HUB}/e/`));
  for (const frame of frames) await frame.locator('h1').waitFor();
  return frames;
}

const board = async (page) => (await boards(page))[0];

/** What the page complains of, and what it asks of whom. */
function watch(page) {
  const seen = { complaints: [], requests: [] };
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text()); });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('request', (request) => { if (!request.url().startsWith('data:')) seen.requests.push(request.url()); });
  return seen;
}

/** The frame is as high as what it holds: nothing scrolls inside. */
async function expectWhole(page, frame) {
  // Out of sight a browser lets a frame rest.
  await (await frame.frameElement()).scrollIntoViewIfNeeded();
  await expect.poll(() => frame.evaluate(() => {
    const page = document.scrollingElement;
    return [page.scrollHeight > innerHeight, page.scrollWidth > innerWidth, innerHeight - Math.ceil(document.documentElement.getBoundingClientRect().height)];
  })).toEqual([false, false, 0]);
}

for (const name of ['plain', 'strict', 'pinned']) {
  test(`the board stands whole in a page: ${name}`, async ({ page, context }) => {
    const seen = watch(page);
    await page.goto(`${SITE}/${name}`);
    const frame = await board(page);
    await expect(frame.locator('.card').first()).toBeVisible();
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectWhole(page, frame);
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth)).toBe(true);
    }
    const attributes = await page.locator('passerelle-offres iframe').evaluate((own) => Object.fromEntries([...own.attributes].map((a) => [a.name, a.value])));
    expect(attributes).toMatchObject({ loading: 'lazy', title: 'Voir les offres', referrerpolicy: 'strict-origin', allow: '' });
    expect(attributes.sandbox).not.toContain('same-origin');
    expect(seen.complaints).toEqual([]);
    expect(seen.requests.filter((url) => !url.startsWith(SITE) && !url.startsWith(HUB))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    const kept = await frame.evaluate(() => { try { return localStorage.length; } catch (refused) { return refused.name; } });
    expect(kept).toBe('SecurityError');
  });
}

test('without JavaScript the links stay', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${SITE}/plain`);
  await page.getByRole('link', { name: 'Voir les offres' }).click();
  await expect(page).toHaveURL(`${HUB}/p/${KEY}`);
  await expect(page.locator('.brand')).toHaveText('Association fictive');
  await expect(page.locator('.card').first()).toBeVisible();
  await context.close();
});

test('a visitor searches, reads, answers, and finds the way back', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${SITE}/plain`);
  const frame = await board(page);
  await frame.locator('#f-q').fill('agent');
  await frame.getByRole('button', { name: 'Chercher' }).click();
  await expect.poll(() => frame.url()).toContain('q=agent');
  await expect(frame.locator('#f-q')).toHaveValue('agent');
  await expectWhole(page, frame);
  const card = frame.locator('.card a').last();
  await card.scrollIntoViewIfNeeded();
  const title = await card.innerText();
  await card.click();
  await expect.poll(() => frame.url()).toContain('/offres/');
  await expect(frame.locator('h1')).toHaveText(title);
  await expectWhole(page, frame);
  // The page is where the offer begins, not somewhere below it.
  await expect.poll(() => page.locator('passerelle-offres').evaluate((own) => Math.round(own.getBoundingClientRect().top))).toBeGreaterThanOrEqual(-1);
  await frame.getByRole('link', { name: 'Retour à la liste' }).click();
  await expect.poll(() => frame.url()).toContain('q=agent');
  await frame.locator('.card a').first().click();
  await frame.getByRole('link', { name: 'Répondre à cette offre' }).click();
  await expect(page).toHaveURL(new RegExp(`^${HUB}/p/${KEY}/offres/.*postuler=1`));
  await expect(page.locator('.brand')).toHaveText('Association fictive');
  await expect(page.locator('.channels, .apply').first()).toBeVisible();
  await page.getByRole('link', { name: 'Retour au site' }).click();
  await expect(page).toHaveURL(`${SITE}/plain`);
});

test('two boards on a page, each with what its attributes ask', async ({ page }) => {
  const seen = watch(page);
  await page.goto(`${SITE}/two`);
  const [first, second] = await boards(page, 2);
  await expect(first.locator('#f-q')).toHaveValue('agent');
  await expect(second.locator('#f-q')).toHaveValue('serveur');
  await expect(second.locator('#f-where')).toHaveValue('Nice');
  await expect(second.locator('#f-radius_km')).toHaveValue('30');
  await expect(second.locator('html')).toHaveAttribute('lang', 'en');
  await expectWhole(page, first);
  await expectWhole(page, second);
  const [light, dark] = await Promise.all([first, second].map((frame) => frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)));
  expect(light).not.toBe(dark);
  // A page that changes its mind is followed.
  await page.locator('passerelle-offres').first().evaluate((own) => own.setAttribute('q', 'cariste'));
  await expect(first.locator('#f-q')).toHaveValue('cariste');
  expect(seen.complaints).toEqual([]);
});

test('below the fold it costs one request and moves nothing', async ({ page }) => {
  const seen = watch(page);
  await page.addInitScript(() => {
    window.shift = 0;
    window.blocked = 0;
    new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => { for (const one of list.getEntries()) window.blocked += one.duration - 50; }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${SITE}/below`, { waitUntil: 'networkidle' });
  expect(seen.requests.filter((url) => url.startsWith(HUB))).toEqual([`${HUB}/embed/v1.js`]);
  const cost = await page.evaluate(() => ({ shift: window.shift, blocked: window.blocked }));
  console.log(`below the fold: shift ${cost.shift}, long tasks beyond 50 ms: ${cost.blocked}`);
  expect(cost.shift).toBeLessThanOrEqual(0.001);
  await page.locator('passerelle-offres').scrollIntoViewIfNeeded();
  const frame = await board(page);
  await expectWhole(page, frame);
  expect(seen.requests.filter((url) => url.startsWith(HUB)).length).toBe(2);
});

test('ten thousand messages from elsewhere change nothing', async ({ page }) => {
  await page.goto(`${SITE}/fuzz`);
  const frame = await board(page);
  await expectWhole(page, frame);
  const now = () => page.locator('passerelle-offres iframe').evaluate((own) => ({ height: own.style.height, src: own.src, here: location.href }));
  const before = await now();
  // From another frame, from the page itself, and from a frame inside ours that nobody made.
  const sent = await page.evaluate(() => new Promise((resolve) => {
    addEventListener('message', ({ data }) => { if (data && data.done) resolve(data.done); });
    for (let n = 0; n < 1000; n++) postMessage({ type: 'passerelle:height', v: 1, height: n }, '*');
    document.querySelector('#enemy').contentWindow.postMessage('go', '*');
  }));
  expect(sent).toBeGreaterThanOrEqual(10_000);
  expect(await now()).toEqual(before);
  expect(page.url()).toBe(`${SITE}/fuzz`);
  expect(frame.url()).toBe(before.src);
  // Even its own frame is believed only within bounds.
  for (const [height, shown] of [[1, '120px'], [1e9, '20000px'], [640, '640px'], [0.5, '640px'], ['640', '640px'], [-5, '640px'], [NaN, '640px']]) {
    await frame.evaluate((height) => parent.postMessage({ type: 'passerelle:height', v: 1, height }, '*'), height);
    await expect.poll(async () => (await now()).height).toBe(shown);
  }
});

test('only a partner’s frames can be framed, and only by its sites', async ({ page, request }) => {
  const list = await (await request.get(`${HUB}/api/v1/offers`)).json();
  const path = new URL(list.items[0].url).pathname;
  const shown = async (from, to) => {
    await page.goto(`${from}/frames`);
    await page.evaluate((src) => new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.onload = resolve;
      frame.src = src;
      document.querySelector('#here').append(frame);
    }), to);
    return page.frames()[1].url().startsWith(HUB);
  };
  const closed = ['/', '/offres', path, `/p/${KEY}`, `/p/${KEY}${path}`, '/e/ateliers-du-canal', '/e/nobody', '/aide', '/competences', '/montrer', '/carte',
    '/api/v1/offers', '/flux/offres.atom', '/oembed?url=x', '/embed/v1.js', '/healthz', '/nulle-part'];
  for (const to of closed) expect([to, await shown(SITE, HUB + to)]).toEqual([to, false]);
  for (const to of [`/e/${KEY}`, `/e/${KEY}?short=1`, `/e/${KEY}${path}`]) {
    expect([to, await shown(SITE, HUB + to)]).toEqual([to, true]);
    expect([to, await shown(STRANGER, HUB + to)]).toEqual([to, false]);
  }
});

test('where the frame is refused the links come back', async ({ page }) => {
  for (const where of [`${STRANGER}/plain`, `${SITE}/unknown`]) {
    await page.goto(where);
    await expect(page.getByRole('link', { name: 'Voir les offres' })).toBeVisible({ timeout: 15_000 });
    await expect(page.locator('passerelle-offres iframe')).toHaveCount(0);
  }
});

test('the page with the board is accessible', async ({ page }) => {
  await page.goto(`${SITE}/strict`);
  await board(page);
  expect(await inaccessible(page)).toEqual([]);
});

// As WordPress shows a pasted address: sandboxed to scripts alone, its height and its links asked for by message.
test('a pasted address is shown as WordPress does', async ({ page, request }) => {
  const shown = await (await request.get(`${HUB}/oembed?${new URLSearchParams({ url: `${HUB}/p/${KEY}`, format: 'json', maxwidth: '600', maxheight: '900' })}`)).json();
  expect(shown.type).toBe('rich');
  for (const width of [320, 360, 600]) {
    await page.setViewportSize({ width: width + 16, height: 800 });
    await page.goto(`${SITE}/frames`);
    const told = await page.evaluate(({ html, width }) => new Promise((resolve) => {
      const all = [];
      addEventListener('message', ({ data }) => { all.push(data); if (data.message === 'height') setTimeout(() => resolve(all), 200); });
      // All of it is set before the frame is in the page, as WordPress writes it: one load, not two that race.
      const written = document.createElement('template');
      written.innerHTML = html;
      const frame = written.content.querySelector('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = `border:0;inline-size:${width}px`;
      frame.removeAttribute('loading');
      frame.src = `${frame.getAttribute('src')}#?secret=abcdefghij`;
      document.querySelector('#here').append(written.content);
    }), { html: shown.html, width });
    const height = told.filter((one) => one.message === 'height').at(-1);
    console.log(`a short board in ${width} px: ${height.value} px`);
    expect(height.secret).toBe('abcdefghij');
    expect(height.value).toBeGreaterThanOrEqual(200);
    expect(height.value).toBeLessThanOrEqual(1000);
    const asked = page.evaluate(() => new Promise((resolve) => { addEventListener('message', ({ data }) => { if (data.message === 'link') resolve(data); }); }));
    await page.frameLocator('#here iframe').locator('.card a').first().click();
    expect(await asked).toMatchObject({ message: 'link', secret: 'abcdefghij', value: expect.stringContaining(`${HUB}/p/${KEY}/offres/`) });
    expect(page.url()).toBe(`${SITE}/frames`);
  }
});
