// A change of mind, step by step (product.md §5, 13), and what is kept when a page goes: undo survives a reload, two tabs
// do not overwrite each other, and everything works where nothing can be saved.
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { expectNoAxeFindings, openPage, takePicture, type VisitOptions } from '../tools/site.ts';

const levers = [
  'Samordnade platser',
  'Uppsökande arbete, unga',
  'Jobbcoachning, nyanlända',
  'Stöd i gymnasiet',
  'Tidiga samordnade insatser',
  'Skola och arbetsliv',
];
const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });
const drawer = (page: Page) => page.locator('up-history');
const steps = (page: Page) => drawer(page).getByRole('listitem').locator('button.step');
const undo = (page: Page) => page.getByRole('button', { name: 'Ångra', exact: true });

async function open(options: VisitOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'sv-SE', path: '#lang=sv', ...options });
  await slider(page, levers[0]!).waitFor();
  return page;
}

/** Moves each lever to its next place, twice over: twelve moves, each of another lever than the one before. */
async function moveTwelve(page: Page): Promise<void> {
  for (const _ of [1, 2])
    for (const name of levers) {
      await slider(page, name).focus();
      await page.keyboard.press('PageUp');
    }
}

it('twelve moves are twelve steps in words, and a click on the fifth leads back there', async () => {
  const page = await open();
  await moveTwelve(page);
  await page.getByRole('button', { name: 'Historik' }).click();
  await expect.poll(() => steps(page).count()).toBe(13);
  const told = await steps(page).allTextContents();
  expect(told[0]).toMatch(/12\s+Skola och arbetsliv från 50 till 100\s%\s+du är här/);
  expect(told[8]).toMatch(/4\s+Stöd i gymnasiet från 0 till 50\s%/);
  expect(told[11]).toMatch(/1\s+Ny strategi: Din strategi, Samordnade platser från 0 till \+100 platser/);
  expect(told[12]).toMatch(/Början/);
  await expectNoAxeFindings(page);
  await takePicture(page, 'history');

  // The fifth move, counted from the beginning.
  await steps(page).nth(7).click();
  await expect
    .poll(() => page.url())
    .toContain('own=rescue:0.5,outreach:0.5,coach:0.5,us_project:0.5,early:0.5&');
  await drawer(page).getByText('Tillbaka till: Tidiga samordnade insatser från 0 till 50').waitFor();
  // The lever of that step is open in its panel.
  const early = page.locator('up-lever', { has: slider(page, levers[4]!) });
  await expect.poll(() => early.evaluate((lever) => (lever as unknown as { open: boolean }).open)).toBe(true);

  await drawer(page).getByRole('button', { name: 'Bokmärk det här läget' }).click();
  await page.keyboard.type('Till nämnden');
  await page.keyboard.press('Enter');
  await drawer(page).getByText('Det här läget är bokmärkt').waitFor();

  // Nothing that came after is lost, and undo survives the page.
  await page.reload();
  await slider(page, levers[0]!).waitFor();
  await undo(page).click();
  await expect.poll(() => page.url()).toContain('structure:1');
  await undo(page).click();
  await expect.poll(() => page.url()).toContain('structure:0.5');

  // Saved is another place than base.
  await page.getByRole('button', { name: 'Historik' }).click();
  await drawer(page).getByRole('button', { name: 'Till bas' }).click();
  await expect.poll(() => page.url()).not.toContain('own=');
  await drawer(page).getByRole('button', { name: 'Till ”Till nämnden”' }).click();
  await expect.poll(() => page.url()).toContain('early:0.5&');
  await page.keyboard.press('Escape');
  await drawer(page).waitFor({ state: 'detached' });
});

it('a link of other work wins over what is kept, which can be gone on with; two tabs keep to themselves', async () => {
  const page = await open();
  await slider(page, levers[0]!).focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).toContain('uppstroms.work.');

  const address = new URL(page.url());
  const other = await page.context().newPage();
  await other.goto(`${address.origin}${address.pathname}#own=structure:1&show=own&lang=sv`);
  await other.getByText('Ditt arbete finns kvar: Hela kommunen, Trelleborg-exemplet').waitFor();
  expect(other.url()).toContain('own=structure:1');
  await expectNoAxeFindings(other);
  await other.getByRole('button', { name: 'Fortsätt där du var' }).click();
  await expect.poll(() => other.url()).toContain('own=rescue:1');

  // Both go on with the same work, each with its own.
  await slider(other, levers[3]!).focus();
  await other.keyboard.press('End');
  await page.bringToFront();
  await slider(page, levers[5]!).focus();
  await page.keyboard.press('End');
  await page.waitForTimeout(600);
  for (const [tab, lever] of [
    [page, 'structure:1'],
    [other, 'us_project:1'],
  ] as const) {
    await tab.reload();
    await slider(tab, levers[0]!).waitFor();
    expect(tab.url()).toContain(`own=rescue:1,${lever}&`);
    expect(await undo(tab).isEnabled()).toBe(true);
  }
});

it('works where the browser saves nothing, and says so once', async () => {
  const page = await open({
    prepare: (blocked) =>
      blocked.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('blocked', 'SecurityError');
            },
          });
      }),
  });
  await moveTwelve(page);
  const said = page.getByText('Webbläsaren låter inte programmet spara.');
  await said.waitFor();
  await page.getByRole('button', { name: 'Stäng', exact: true }).click();
  await undo(page).click();
  await page.getByRole('button', { name: 'Historik' }).click();
  await expect.poll(() => steps(page).count()).toBe(13);
  await page.keyboard.press('Escape');
  // Another model, and back to the work that is kept in memory.
  await page.evaluate(() => (location.hash = '#model=badkaret&lang=sv'));
  await page.getByRole('button', { name: 'Fortsätt där du var' }).click();
  await expect.poll(() => page.url()).toContain('rescue:1');
  expect(await said.count()).toBe(0);
});
