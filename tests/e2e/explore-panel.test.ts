// The panel of Explore, its charts' menus and its drawers as a person uses them, on the built site. Every page also
// fails on a console message, a CSP violation, a failed or a foreign request (tests/tools/site.ts).
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectNoAxeFindings, openPage, takePicture, type VisitOptions } from '../tools/site.ts';

async function open(options: VisitOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'sv-SE', viewport: { width: 1440, height: 900 }, ...options });
  await page.locator('up-explore-table tbody tr').nth(3).locator('td', { hasText: /\d/ }).last().waitFor();
  return page;
}
const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });
const plain = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();
/** Puts a number on a lever, as by Enter on its track. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await slider(page, name).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
const panel = (page: Page) => page.locator('up-explore-levers');

/** Five million, all of it in coordinated places. */
const fiveMillion = `#own=rescue:${(5 / 11.25).toFixed(8)}&show=own`;

describe('the same money', () => {
  it('is kept to the krona when 60 % of five million goes from Dra upp to Gå uppströms, by keyboard alone', async () => {
    const page = await open({ path: fiveMillion });
    const lock = page.getByRole('switch', { name: /Lås summan/ });
    await lock.focus();
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('sum=5000000');
    await type(page, 'Skola och arbetsliv', '30 %');
    const foot = page.locator('up-explore-moved');
    await foot.getByText('om 20 år', { exact: true }).waitFor();
    expect(plain(await panel(page).locator('.title p').textContent())).toBe('5 av 5 mnkr');
    expect(plain(await foot.locator('.yields').textContent())).toBe('Samordnade platser −3 mnkr');
    const told = await foot.locator('dd').allTextContents();
    expect(told.map(plain)).toEqual([
      expect.stringMatching(/^20 fler utanför, −22 mnkr netto$/),
      expect.stringMatching(/^127 färre utanför, \+220 mnkr netto$/),
    ]);
    // What was said is what the table shows, and the sum of the link's settings is the sum that was locked.
    await foot
      .getByRole('status')
      .filter({ hasText: /minskar med 3.mnkr om året\. Summan är densamma: 5.mnkr\..*om 20 år 127 färre/ })
      .waitFor({ state: 'attached' });
    const settings = /own=rescue:([\d.]+),structure:([\d.]+)/.exec(decodeURIComponent(page.url()))!;
    const cost = Number(settings[1]) * 11.25e6 + Number(settings[2]) * 10e6;
    expect(Math.abs(cost - 5e6)).toBeLessThan(0.5);
    await expectNoAxeFindings(page);
    await takePicture(page, 'explore-same-money');
  });

  it('lets another lever give way instead, and undo has both back', async () => {
    const page = await open({ path: '#own=rescue:0.4,early:0.5&show=own&sum=8500000' });
    await type(page, 'Skola och arbetsliv', '30 %');
    const yields = page.locator('up-explore-moved .yields');
    await expect
      .poll(async () => plain(await yields.textContent()))
      .toMatch(/^Samordnade platser .* · Tidiga/);
    await page.getByRole('combobox', { name: 'Ger efter först' }).selectOption('Tidiga samordnade insatser');
    await expect
      .poll(async () => plain(await yields.textContent()))
      .toBe('Tidiga samordnade insatser −3 mnkr');
    expect(page.url()).toContain('yields=early');
    await page.getByRole('button', { name: 'Ångra', exact: true }).click();
    await expect.poll(() => page.url()).not.toContain('yields=early');
    await page.getByRole('button', { name: 'Ångra', exact: true }).click();
    await expect.poll(() => slider(page, 'Skola och arbetsliv').inputValue()).toBe('0');
  });

  it('shows what is not used and what is too much, and takes no sum that cannot be', async () => {
    const page = await open({ path: `${fiveMillion}&sum=8000000` });
    const foot = page.locator('up-explore-moved');
    await foot.getByText(/^3.mnkr är inte använt ännu\.$/).waitFor();
    const sum = page.getByRole('textbox', { name: 'Låst summa, miljoner kronor per år' });
    await sum.fill('många');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Skriv ett tal mellan 0,1 och' }).waitFor();
    await sum.fill('4');
    await page.keyboard.press('Enter');
    await foot.getByText(/Strategin kostar 1.mnkr mer än den låsta summan/).waitFor();
    await foot.getByRole('button', { name: /Minska till 4.mnkr/ }).click();
    await expect
      .poll(async () => plain(await panel(page).locator('.title p').textContent()))
      .toBe('4 av 4 mnkr');
  });
});

it('shows only the changed levers, until all are asked for, and sets one back', async () => {
  const page = await open({ path: '#own=rescue:1,early:0.5&show=own' });
  const levers = panel(page).locator('up-lever');
  const only = page.getByRole('button', { name: /Bara ändrade\s+2/ });
  await only.click();
  expect(await levers.count()).toBe(2);
  await page.getByRole('button', { name: 'Tidiga samordnade insatser' }).click();
  await page.getByRole('button', { name: 'Till bas: Tidiga samordnade insatser' }).click();
  // It stays in sight: it was under the hand.
  await expect.poll(() => slider(page, 'Tidiga samordnade insatser').inputValue()).toBe('0');
  expect(await levers.count()).toBe(2);
  await page.getByRole('button', { name: /Bara ändrade\s+1/ }).click();
  expect(await levers.count()).toBe(13);
});

it('shows another series by its chart’s title, keeps it in the link, and comes back', async () => {
  const page = await open({ path: '#own=structure:1&show=own' });
  await page.getByRole('button', { name: 'Nya utanför', exact: true }).click();
  await page.locator('up-series-menu input:focus').waitFor(); // before that, letters are shortcuts
  await page.keyboard.type('strukturell förmåga');
  await expectNoAxeFindings(page);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: /^Strukturell förmåga/ }).waitFor();
  expect(page.url()).toContain('graphs=,structural_capability');
  const again = await open({ path: new URL(page.url()).hash });
  await again.getByRole('img', { name: /^Strukturell förmåga/ }).waitFor();
  await again.getByRole('button', { name: 'Tillbaka till Nya utanför' }).click();
  await again.getByRole('img', { name: /^Nya utanför/ }).waitFor();
  expect(again.url()).not.toContain('graphs=');
});

describe('the newest change', () => {
  const label = (page: Page) => page.locator('up-headline .label');
  /** Every label that the number has had until it is back at the horizon. */
  const labels = (page: Page): Promise<string[]> =>
    page.locator('up-explore').evaluate(async (explore) => {
      const seen: string[] = [];
      const now = () =>
        explore.shadowRoot!.querySelector('up-headline')!.shadowRoot!.querySelector('.label')!.textContent;
      const end = performance.now() + 6000;
      for (let last = ''; performance.now() < end && !(seen.length > 0 && now().includes('om 20'));) {
        await new Promise(requestAnimationFrame);
        if (now() !== last && now().includes('Utanför år')) seen.push(now());
        last = now();
      }
      return seen.map((text) => text.replace('Utanför år ', ''));
    });

  it('is played again from year to year, and stays as a line of before', async () => {
    const page = await open({ path: '#own=rescue:1&show=own' });
    await slider(page, 'Skola och arbetsliv').focus();
    await page.keyboard.press('End');
    await page.getByRole('img', { name: /^Utanför, alla grupper.*förra, start/ }).waitFor();
    await page.keyboard.press('r');
    const years = (await labels(page)).map(Number);
    expect(years.length).toBeGreaterThan(5);
    expect(years).toEqual([...years].sort((a, b) => a - b));
    expect(plain(await label(page).textContent())).toBe('Utanför om 20 år');
  });

  it('is a few stills where motion is not wanted', async () => {
    const page = await open({ path: '#own=rescue:1&show=own', reducedMotion: 'reduce' });
    await slider(page, 'Skola och arbetsliv').focus();
    await page.keyboard.press('End');
    await page.getByRole('img', { name: /^Utanför, alla grupper.*förra, start/ }).waitFor();
    await page.keyboard.press('r');
    expect(await labels(page)).toEqual(['0', '4', '10', '20', '40']);
  });
});

describe('beside the screen', () => {
  it('tells of a lever: what happens, evidence, whom it may miss, what it touches, and its way in charts', async () => {
    const page = await open({ path: '#own=rescue:1&show=own' });
    await page.getByRole('button', { name: 'Samordnade platser' }).click();
    await page.getByRole('button', { name: 'Mer om spaken' }).click();
    const drawer = page.getByRole('dialog', { name: 'Om spaken' });
    for (const heading of [
      'Vad som händer',
      'Belägg',
      'Vem den når',
      'Vad den rör i modellen',
      'Längs vägen',
    ])
      await drawer.getByRole('heading', { name: heading }).waitFor();
    await drawer.getByRole('img', { name: /^Platser i samordnad insats, personer/ }).waitFor();
    expect(await drawer.getByRole('img', { name: /start/ }).count()).toBe(4);
    await expectNoAxeFindings(page);
    await takePicture(page, 'explore-lever');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('has the assumptions: one that is changed is drawn as a base of its own, and every chart says so', async () => {
    const page = await open({ path: '#own=structure:1&show=own' });
    await page.getByRole('button', { name: 'Antaganden' }).click();
    const drawer = page.getByRole('dialog', { name: 'Antaganden' });
    await drawer.getByRole('searchbox').fill('bygga strukturell');
    await type(page, 'Tid att bygga strukturell förmåga', '6');
    await page.getByRole('button', { name: /Antaganden\s+· 1 ändrad/ }).waitFor();
    await page.getByRole('button', { name: /^Bas med dina antaganden/ }).waitFor();
    expect(page.url()).toContain('if=t_build:6');
    expect(await page.locator('up-explore up-lines-chart up-badge').allTextContents()).toEqual([
      'dina antaganden',
      'dina antaganden',
    ]);
    await expectNoAxeFindings(page);
    await takePicture(page, 'explore-assumptions');
    await drawer.getByRole('button', { name: 'Återställ alla' }).click();
    await expect.poll(() => page.url()).not.toContain('if=');
  });

  it('says which assumption cannot be computed, and keeps the last good picture', async () => {
    const page = await open({ path: '#own=structure:1&show=own' });
    await page.evaluate(() => (location.hash += '&if=arrivals_ref:600'));
    const told = page.getByRole('alert').filter({ hasText: 'Ändrat antagande:' });
    await told.filter({ hasText: 'kan inte vara' }).waitFor();
    await told.getByRole('button', { name: 'Antaganden' }).click();
    await page.getByRole('dialog', { name: 'Antaganden' }).getByRole('alert').waitFor();
  });
});

it('is a sheet on a phone: one place and one chart at a time, and a pull folds it down', async () => {
  const page = await openPage({
    locale: 'sv-SE',
    path: '#own=rescue:1&show=own',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await page.getByText('1 575', { exact: true }).first().waitFor();
  expect(await panel(page).locator('up-lever:visible').count()).toBe(3);
  // The bar says what it is about, and a finger has room on all that stands in it.
  const place = page.getByRole('button', { name: 'Trelleborg-exemplet' });
  expect((await place.locator('.name').boundingBox())!.width).toBeGreaterThan(70);
  const tools = await page.locator('up-app header button:visible').all();
  expect(tools.length).toBeGreaterThan(6);
  for (const tool of tools) {
    const { width, height } = (await tool.boundingBox())!;
    expect(Math.min(width, height), await tool.innerHTML()).toBeGreaterThanOrEqual(44);
  }
  await panel(page).getByRole('button', { name: 'Gå uppströms' }).click();
  expect(await panel(page).locator('up-lever:visible').count()).toBe(6);
  expect(await page.locator('up-explore up-lines-chart:visible').count()).toBe(1);
  const handle = page.getByRole('button', { name: 'Visa eller göm spakarna' });
  await handle.click();
  expect(await handle.getAttribute('aria-expanded')).toBe('false');
  await page.locator('.tabs').getByRole('button', { name: 'Nya utanför' }).click();
  await page.getByRole('img', { name: /^Nya utanför/ }).waitFor();
  await expectNoAxeFindings(page);
  await takePicture(page, 'explore-phone-folded');
});
