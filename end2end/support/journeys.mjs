// What people come to do, step by step. The same steps must lead there with the client, without it,
// without JavaScript and on a slow network: a step waits for what a person would see, nothing else.
const OFFER = /\/offres\/.+-[0-9a-z]{12}/;

async function search(page, expect, words) {
  await page.locator('#f-q').fill(words);
  await page.locator('#f-q').press('Enter');
  await expect(page).toHaveURL(/\/offres\?.*q=/);
  await expect(page.locator('#count')).toBeVisible();
}

async function openFirst(page, expect) {
  const link = page.locator('.card a').first();
  const title = (await link.innerText()).trim();
  await link.click();
  await expect(page).toHaveURL(OFFER);
  await expect(page.locator('.offer h1')).toHaveText(title);
}

export const journeys = [
  {
    name: 'from the home page to how to apply', main: true,
    async walk(page, expect) {
      await page.goto('/');
      await search(page, expect, 'agent');
      await expect(page.locator('.card').nth(5)).toBeVisible();
      await openFirst(page, expect);
      await expect(page.locator('.facts')).toBeVisible();
      await page.locator('.apply a.button').click();
      await expect(page).toHaveURL(/postuler=1/);
      await expect(page.locator('.channels')).toBeVisible();
    },
  },
  {
    name: 'filter, sort and turn the page',
    async walk(page, expect) {
      await page.goto('/offres?where=Roubaix&radius_km=100');
      const before = await page.locator('#count').innerText();
      await page.locator('.filters > summary').click();
      const box = page.locator('input[name="contract"][value="cdi"]');
      await box.check();
      // On a phone the filters lie over the page, until one asks for the offers.
      await page.locator('.panel > button').click();
      await expect(page).toHaveURL(/contract=cdi/);
      await expect(page.locator('#count')).not.toHaveText(before);
      await page.locator('.sorts a').last().click();
      await expect(page).toHaveURL(/sort=date/);
      await expect(page.locator('.sorts [aria-current]')).toHaveText(/Date/);
      await page.locator('a[rel="next"]').click();
      await expect(page).toHaveURL(/page=2/);
      await expect(page.locator('.pages span')).toHaveText(/2/);
    },
  },
  {
    name: 'from nothing found to something',
    async walk(page, expect) {
      await page.goto('/offres?q=cariste&commune=06088&radius_km=5&contract=cui-pec');
      await page.locator('.relax a').first().click();
      await expect(page.locator('.card').first()).toBeVisible();
    },
  },
  {
    name: 'from a closed offer to a similar one',
    async walk(page, expect, { closed }) {
      await page.goto(closed);
      await expect(page.locator('.notice')).toBeVisible();
      await openFirst(page, expect);
    },
  },
  {
    name: 'from one language to the other and back',
    async walk(page, expect) {
      await page.goto('/offres?q=agent');
      await page.locator('header a[hreflang="en"]').click();
      await expect(page).toHaveURL(/\/en\/offres\?q=agent/);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await page.locator('header a[hreflang="fr"]').click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    },
  },
];
