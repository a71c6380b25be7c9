// The cohort calculation as a person uses it, on the built site: the worked examples by hand, and the model beside them.
// axe looks at the screen with all others (every-screen.test.ts).
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openPage, type VisitOptions } from '../tools/site.ts';

async function open(options: VisitOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'sv-SE', path: '#view=cohort', ...options });
  await page.locator('up-cohort .model table').first().waitFor();
  return page;
}

const step = async (page: Page, id: string): Promise<string> =>
  (await page.locator(`[data-step=${id}]`).textContent())!.replaceAll(/\s+/g, ' ').trim();

describe('the worked examples', () => {
  it('are there step by step, each with what the source says', async () => {
    const page = await open();
    expect(await step(page, 'cost')).toBe(
      'Årskullen kostar på 20 år 60 × 735 800 × 13,59 = 600 mnkr i källan: drygt 600 mnkr',
    );
    expect(await step(page, 'term')).toContain('= 160 mnkr i källan: 160 mnkr');
    expect(await step(page, 'term-public')).toContain('= 75,12 mnkr i källan: ungefär 75 mnkr');
    expect(await step(page, 'gain')).toContain('= 150 mnkr i källan: 150 mnkr');
    expect(await step(page, 'gain-term')).toContain('= 40,06 mnkr i källan: 40 mnkr');
    expect(await step(page, 'gain-municipality')).toContain('= 8,01 mnkr i källan: 8 mnkr');
    expect(await step(page, 'gross')).toContain('= 20 mnkr i källan: mer än 20 mnkr');
    expect(await step(page, 'gross-public')).toContain('= 10 mnkr');
    expect(await step(page, 'net-newcomer')).toContain('= 16 mnkr');
    expect(await step(page, 'net-newcomer-public')).toContain('= 6 mnkr');
    await page
      .getByText(/Nilsson och Nilsson Lundmark, Så mycket bättre/)
      .first()
      .waitFor();
    await page.getByText('illustrativ', { exact: true }).first().waitFor();
    const parts = await page
      .locator('table.split tbody td:nth-child(2)')
      .evaluateAll((cells) => cells.map((c) => Number(c.textContent.trim().replace(',', '.'))));
    expect(parts).toHaveLength(4);
    expect(parts.slice(0, 3).reduce((a, b) => a + b, 0)).toBeCloseTo(parts[3]!, 0);
  });

  it('answer other figures, which the link carries; six years give something in between', async () => {
    const page = await open();
    const years = page.getByRole('slider', { name: 'År till arbete med projektet' });
    await years.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    expect(await step(page, 'gross')).toContain('10 × 551 000 × 1,89 = 10,39 mnkr');
    const births = page.getByRole('textbox', { name: 'Födda per år' });
    await births.fill('960');
    await births.press('Enter');
    expect(await step(page, 'persons')).toBe('Så många hamnar utanför 960 × 12,5 % = 120 personer');
    expect(decodeURIComponent(page.url())).toContain('kull=after:6,births:960');
    const again = await open({ path: new URL(page.url()).hash });
    expect(await step(again, 'persons')).toContain('120 personer');
    await again.getByRole('button', { name: 'Räkneexemplets egna tal' }).click();
    expect(await step(again, 'persons')).toContain('60 personer');
  });

  it('refuse a share above all, and say what can be', async () => {
    const page = await open();
    const share = page.getByRole('textbox', { name: 'Andel som hamnar utanför länge' });
    await share.fill('140');
    await share.press('Enter');
    await page.getByText('Skriv ett tal mellan 0 och 100.').waitFor();
    expect(await step(page, 'persons')).toContain('60 personer');
  });
});

it('says what the model says of the same money, and why it is less', async () => {
  const page = await open();
  await page.getByRole('heading', { level: 1, name: /Modellen säger 88\smnkr om samma projekt\./ }).waitFor();
  const cells = await page
    .locator('.model table')
    .first()
    .locator('tbody tr')
    .evaluateAll((found) => found.map((row) => [...row.children].map((c) => c.textContent.trim())));
  expect(cells.map((row) => row.slice(1, 5))).toEqual([
    ['15', '16,4', '15', '3,7'],
    ['+35', '+21', '+145', '+88'],
    ['+14', '+7', '+65', '+39'],
  ]);
  await page.getByText('På ett år hinner insatsen nå 63 % av full verkan.').first().waitFor();
  await page.getByText('skillnaden är 16,4 personer efter 4 år och 3,7 efter 20').waitFor();
});

it('calculates also where the open model has no such project', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#view=cohort&model=badkaret' });
  expect(await step(page, 'cost')).toContain('= 600 mnkr');
});
