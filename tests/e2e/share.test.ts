// Sharing, step by step (product.md §5, 9): a link restores what is seen in another browser, language and size; only what
// is changed is listed; it works with storage blocked; and the same work goes as a file.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { expectNoAxeFindings, openPage, takePicture } from '../tools/site.ts';

const work =
  '#lang=sv&view=money&show=own2&year=40&own=rescue:0.5,structure:1&name-own=B%C3%A5da&own2=early:1&if=t_build:5&beside=own,own2,pull';
const share = (page: Page) => page.locator('up-share');

async function openShare(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Dela|Share)$/ }).click();
  await share(page).getByRole('textbox').waitFor();
}
const address = (page: Page): Promise<string> => share(page).getByRole('textbox').inputValue();

it('a link brings the same to a phone in English with storage blocked, and lists only what is changed', async () => {
  const page = await openPage({ locale: 'sv-SE', path: work });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await openShare(page);
  await share(page).getByText('Samordnade platser: +100 platser, i bas 0').waitFor();
  const listed = await share(page).getByRole('listitem').allTextContents();
  const lines = listed.map((line) => line.replace(/\s+/g, ' ').trim());
  expect(lines).toContain('Samordnade platser: +100 platser, i bas 0');
  expect(lines).toContain('Skola och arbetsliv: 100 %, i bas 0 %');
  expect(lines.join('\n')).not.toContain('Stöd i gymnasiet');
  expect(lines).toContain('Öppnas i Pengar, avläst efter 40 år');
  await expectNoAxeFindings(page);
  await takePicture(page, 'share');

  const link = await address(page);
  expect(link.length).toBeLessThan(800);
  const { hash } = new URL(link);
  const phone = await openPage({
    path: hash.replace('lang=sv', 'lang=en'),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    prepare: (blocked) =>
      blocked.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        }),
      ),
  });
  await phone.getByRole('heading', { level: 1 }).first().waitFor();
  await expect.poll(() => phone.url().split('#')[1]).toBe(hash.slice(1).replace('lang=sv', 'lang=en'));
  await openShare(phone);
  expect(await share(phone).getByRole('listitem').allTextContents()).toHaveLength(listed.length);
  await takePicture(phone, 'share-phone');
});

it('the link is copied, or selected where copying is not allowed; the code is large enough for a room', async () => {
  const page = await openPage({
    locale: 'sv-SE',
    path: '#lang=sv&own=rescue:1&show=own',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await openShare(page);
  await share(page).getByRole('button', { name: 'Kopiera länken' }).click();
  await share(page).getByText('Länken är kopierad').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await address(page));
  await page.context().clearPermissions();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await share(page).getByRole('button', { name: 'Kopiera länken' }).click();
  await share(page).getByText('Länken är markerad').waitFor();
  await share(page).getByRole('button', { name: 'Visa koden stort' }).last().click();
  const dialog = share(page).getByRole('dialog');
  const box = (await dialog.getByRole('img').boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThan(500);
  await takePicture(page, 'share-code');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await share(page).count()).toBe(1);
});

it('the work goes as a file that opens elsewhere, and the run and the model as files for other programs', async () => {
  const page = await openPage({
    locale: 'sv-SE',
    path: '#lang=sv&own=rescue:1&name-own=Allt%20p%C3%A5%20ett&show=own',
  });
  await openShare(page);
  const fetch = async (name: string): Promise<{ name: string; text: string }> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      share(page).getByRole('button', { name }).click(),
    ]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const saved = await fetch('Hämta arbetet');
  expect(saved.name).toBe('uppstroms-hela-kommunen-trelleborg-exemplet.json');
  expect(saved.text).toContain('"name-own": "Allt på ett"');
  const table = await fetch('Körningen som CSV');
  expect(table.name).toBe('uppstroms-hela-kommunen-trelleborg-exemplet-allt-pa-ett.csv');
  expect(table.text.split('\n')[0]).toMatch(/^time,.*outside_all/);
  const model = await fetch('Modellen som XMILE');
  expect(model.text).toContain('<xmile');

  const other = await openPage({ locale: 'sv-SE', path: '#lang=sv' });
  await other.locator('up-place').getByRole('button').first().click();
  await other.getByRole('button', { name: 'Öppna fil eller tidigare arbete' }).click();
  await other
    .locator('up-open input')
    .setInputFiles({ name: saved.name, mimeType: 'application/json', buffer: Buffer.from(saved.text) });
  await expect.poll(() => other.url()).toContain('name-own=Allt%20p%C3%A5%20ett');
});
