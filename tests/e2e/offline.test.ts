import { expect, it } from 'vitest';
import { openPage } from '../tools/site.ts';

it('opens without a network after the first visit, other models and screens too', async () => {
  // The page that is open has no service worker yet: what it fetches late fails, and it goes on without.
  const page = await openPage({ locale: 'sv-SE', expected: [/ERR_INTERNET_DISCONNECTED/] });
  await page.getByText('1 836').first().waitFor();
  await page.evaluate(async () => {
    // The page itself registers it later, when it has come to rest.
    await navigator.serviceWorker.register('./offline.js');
    await navigator.serviceWorker.ready;
  });
  await page.context().setOffline(true);
  await page.evaluate(() => history.replaceState(null, '', '#model=skola&show=upstream&lang=sv'));
  await page.reload();
  await page.getByRole('img', { name: /^Långvarigt utanför/ }).waitFor();
  await page.getByText('1 200').first().waitFor();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('offline.js');
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
});
