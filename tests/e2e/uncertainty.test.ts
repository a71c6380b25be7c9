// How uncertain a strategy is, in the graphs of Explore: shown and hidden, kept in the link, and whole although a worker
// dies while it is drawn.
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { expectNoAxeFindings, openPage } from '../tools/site.ts';

const path = '#v=1&model=kommun&preset=trelleborg&show=upstream&lang=sv';
const chart = (page: Page) => page.locator('up-lines-chart').first();
const legend = (page: Page, hasText: RegExp = /./) => chart(page).locator('.fan', { hasText });
const done = (page: Page) => legend(page, /står\. 500 körningar/).waitFor();

/** The rows of the fields, as they are drawn. */
const rows = (page: Page): Promise<readonly number[][]> =>
  chart(page).evaluate((element) => {
    const { data } = element as unknown as { data: { fan: { rows: readonly ArrayLike<number>[] } } };
    return data.fan.rows.map((row) => Array.from(row));
  });

it('is switched on in a graph’s menu, is in the link, and is told in words', async () => {
  const page = await openPage({ locale: 'sv-SE', path });
  await chart(page).getByRole('button', { name: 'Utanför, alla grupper', exact: true }).click();
  await page.getByRole('switch', { name: 'Visa osäkerhet' }).click();
  await done(page);
  expect(page.url()).toContain('&bands=1');
  const words = (await legend(page).textContent())!.replaceAll(/\s+/g, ' ').trim();
  expect(words).toMatch(
    /^9 av 10 körningar ligger i det yttre fältet, hälften i det inre\. Linjen är körningen med antagandena som de står\. 500 körningar, \d+ utan jämvikt borträknade, slumpfrö 1\.$/,
  );
  expect(await page.getByRole('img', { name: /9 av 10 körningar, start: mellan/ }).count()).toBe(2);
  await expectNoAxeFindings(page);
  await page.keyboard.press('u');
  await legend(page).waitFor({ state: 'detached' });
  expect(page.url()).not.toContain('bands');
});

it('is whole and the same although a worker dies while it is drawn', async () => {
  const undisturbed = await openPage({ locale: 'sv-SE', path: `${path}&bands=1` });
  await done(undisturbed);
  const expected = await rows(undisturbed);
  await undisturbed.close();

  const page = await openPage({ locale: 'sv-SE', path });
  // The workers are there before anybody asks: that of the levers, and those that share what is many runs.
  await expect.poll(() => page.workers().length, { timeout: 15_000 }).toBeGreaterThan(1);
  const workers = page.workers().length;
  await page
    .workers()
    .at(-1)!
    .evaluate(() => {
      let heard = 0;
      addEventListener('message', () => {
        if (++heard === 4) throw new Error('killed in the middle');
      });
    });
  const replaced = page.waitForEvent('worker');
  await page.keyboard.press('u');
  await replaced;
  await done(page);
  expect(page.workers()).toHaveLength(workers);
  expect(await rows(page)).toEqual(expected);
});
