import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { expect, inject, it, onTestFinished } from 'vitest';
import { openPage } from '../tools/site.ts';

/** The page itself registers it later, when it has come to rest; ready when it answers for the page that is open. */
async function keepSite(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('./offline.js');
    while (navigator.serviceWorker.controller === null) await new Promise((go) => setTimeout(go, 20));
  });
}

it(
  'needs no network after the first visit, for no screen, model or language',
  { timeout: 90_000 },
  async () => {
    const page = await openPage({ locale: 'sv-SE' });
    await page.getByText('1 836').first().waitFor();
    await keepSite(page);
    await page.context().setOffline(true);
    // The page that is open goes on.
    const rail = page.getByRole('navigation').getByRole('button');
    for (const view of await rail.all()) {
      await view.click();
      await expect.poll(() => view.getAttribute('aria-current')).toBe('page');
      await page.locator('.screen :is(h1, h2)').first().waitFor();
    }
    const models = await page.locator('up-place select').first().locator('option').all();
    const ids = await Promise.all(models.map((option) => option.getAttribute('value')));
    expect(ids.length).toBeGreaterThan(8);
    const visits = [
      ...['start', 'statement', 'cohort', 'report'].map((view) => `#view=${view}&lang=en`),
      ...ids.map((id) => `#model=${id!}&lang=en`),
      '#model=skola&show=upstream&lang=sv',
    ];
    for (const hash of visits) {
      await page.evaluate((to) => history.replaceState(null, '', to), hash);
      await page.reload();
      await page.locator('.screen :is(h1, h2)').first().waitFor();
      expect(await page.locator('up-failure, [role=alert]').count(), hash).toBe(0);
    }
    await page.getByRole('img', { name: /^Långvarigt utanför/ }).waitFor();
    await page.getByText('1 200').first().waitFor();
    // Sharing, and the reader of files in its worker, are there too.
    await page.getByRole('button', { name: 'Dela', exact: true }).click();
    await page.getByRole('img', { name: 'QR-kod med länken' }).first().waitFor();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      const text =
        'a = INTEG(1, 0) ~~| FINAL TIME = 3 ~~| INITIAL TIME = 0 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|';
      dataTransfer.items.add(new File([text], 'liten.mdl'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByText('Öppnad från din fil liten.mdl.').waitFor();
  },
);

it('is not broken by a new version while it is open, and is the new one when it is loaded anew', async () => {
  // In front of the site: once the new version is out, it has none of the old one's files until a page asks for the new.
  let isOut = false;
  let isAsked = false;
  const server = createServer((request, answer) => {
    void (async () => {
      const path = new URL(request.url ?? '', 'http://here').pathname.slice(1);
      const given = await fetch(new URL(path, inject('siteUrl')));
      const isNew = isOut && path === 'offline.js';
      const body = isNew
        ? (await given.text()).replace(
            /"revision":"[^"]*","files":\[[^\]]*\]/,
            '"revision":"new","files":["./"]',
          )
        : Buffer.from(await given.arrayBuffer());
      const isThere = given.ok && (!isOut || isAsked || path === '' || path === 'offline.js');
      answer.writeHead(isThere ? 200 : 404, {
        'Content-Type': given.headers.get('content-type') ?? '',
        'Content-Security-Policy': given.headers.get('content-security-policy') ?? '',
      });
      answer.end(body);
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/#view=explore`;

  const page = await openPage({ locale: 'sv-SE', expected: [/foreign request/] });
  await page.goto(site);
  await page.getByText('1 836').first().waitFor();
  await keepSite(page);
  isOut = true;
  await page.evaluate(async () => {
    const kept = await navigator.serviceWorker.ready;
    await kept.update();
    while (kept.waiting === null) await new Promise((go) => setTimeout(go, 20));
  });
  await page.getByRole('navigation').getByRole('button', { name: 'Pengar' }).click();
  await page.locator('up-money h1').waitFor();
  const kept = (): Promise<readonly string[]> => page.evaluate(() => caches.keys());
  const old = await kept();
  // With another page open the new version goes on waiting.
  const other = await page.context().newPage();
  await other.goto(site);
  await other.getByText('1 836').first().waitFor();
  await page.reload();
  await page.locator('up-money h1').waitFor();
  expect(await kept()).toEqual(expect.arrayContaining([...old]));
  await other.close();
  isAsked = true;
  await page.reload();
  await expect.poll(kept).toEqual(['uppstroms-new']);
  await page.locator('up-money h1').waitFor();
});
