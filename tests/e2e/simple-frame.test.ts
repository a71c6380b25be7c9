// The simple frame, for a model of anything: what changed, what it came to, why, and again; in the model's own time.
import { expect, it } from 'vitest';
import { openPage, takePicture } from '../tools/site.ts';

it('tells what a lever does in the model’s own time, why, and plays it again', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#view=explore&model=floden' });
  await page.getByRole('table', { name: 'Vid slutet, dag 120' }).waitFor();
  expect(await page.getByRole('radio', { name: '20 år' }).count()).toBe(0);
  const rescue = page.getByRole('slider', { name: 'Drar upp', exact: true });
  expect(await rescue.getAttribute('aria-valuetext')).toBe('2 av tre män, två');
  await rescue.focus();
  await page.keyboard.press('End');
  const rows = page.getByRole('table').getByRole('row');
  await expect.poll(() => rows.count()).toBe(3);
  await page.getByText(/^\s*Din strategi, dag 120: Drunknar 1,2, i bas 1,4;/).waitFor({ state: 'attached' });
  await takePicture(page, 'simple-frame');

  await page.getByRole('button', { name: 'Varför? Drunknar' }).click();
  await page.locator('up-why-drawer').getByText('Din strategi, dag 120').first().waitFor();
  await page.locator('up-drawer').getByRole('button', { name: 'Stäng' }).click();

  // While it is played the line has come some way; then it is whole again.
  const drawing = (): Promise<string> => page.getByRole('img', { name: /^Drunknar/ }).innerHTML();
  const whole = await drawing();
  await page.getByRole('button', { name: 'Spela om' }).click();
  await expect.poll(async () => (await drawing()) === whole).toBe(false);
  await expect.poll(async () => (await drawing()) === whole, { timeout: 6000 }).toBe(true);

  await page.getByRole('button', { name: 'Mer om Din strategi' }).click();
  await page.getByRole('menuitem', { name: 'Gör en kopia' }).click();
  await expect.poll(() => rows.count()).toBe(4);
});
