// The comparison as a person uses it, on the built site. Every page also fails on a console message, a CSP violation,
// a failed or a foreign request (tests/tools/site.ts).
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectNoAxeFindings, openPage, takePicture, type VisitOptions } from '../tools/site.ts';

/** Opens the comparison and waits until every strategy has been computed. */
async function open(options: VisitOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'sv-SE', path: '#view=compare', ...options });
  await computed(page);
  return page;
}
async function computed(page: Page): Promise<void> {
  const outcomes = page.locator('up-compare-outcomes');
  await outcomes.locator('tbody tr').first().waitFor();
  // Who is best is known when all have run: computed is what says the same twice.
  let before: string | null = null;
  const rests = async (): Promise<boolean> => {
    const now = await outcomes.textContent();
    const same = now === before && now?.includes('…') === false;
    before = now;
    return same;
  };
  await expect.poll(rests, { interval: 120 }).toBe(true);
}

const cells = (page: Page, element: string): Promise<string[][]> =>
  page
    .locator(`${element} tbody tr`)
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())),
    );
const outcomes = (page: Page): Promise<string[][]> => cells(page, 'up-compare-outcomes');
const levers = (page: Page): Promise<string[][]> => cells(page, 'up-compare-levers');
const title = (page: Page): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();
const chips = (page: Page): Promise<string[]> =>
  page
    .locator('up-strategies up-chip')
    .evaluateAll((found) => found.map((chip) => (chip as HTMLElement & { name: string }).name));
const chip = (page: Page, name: string) => page.locator('footer').getByRole('button', { name, exact: true });
const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });

/** Cost; outside, new, net public and net total at 4, 20, 40 years. */
const expected = [
  ['Bas', '0', '1 836', '1 836', '1 836', '108', '108', '108', '–', '–', '–', '–', '–', '–'],
  ['Dra upp', '12', '1 736 bäst', '1 542 sämst', '1 573 sämst', '101', '113 sämst', '120 sämst'].concat([
    '−3 bäst',
    '+524 sämst',
    '+961 sämst',
    '+44 bäst',
    '+1 334 bäst',
    '+2 418 sämst',
  ]),
  ['Lär simma', '12', '1 792', '1 467', '1 299', '94 bäst', '75 bäst', '75 bäst'].concat([
    '−32',
    '+550 bäst',
    '+1 509',
    '−20',
    '+1 237',
    '+3 226',
  ]),
  ['Gå uppströms', '12', '1 828 sämst', '1 400 bäst', '1 182 bäst', '104 sämst', '78', '76'].concat([
    '−56 sämst',
    '+545',
    '+1 677 bäst',
    '−69 sämst',
    '+1 227 sämst',
    '+3 576 bäst',
  ]),
];

describe('strategies side by side', () => {
  it('shows results at three horizons, says best and worst, and marks only the crossing that answers', async () => {
    const page = await open();
    expect(await outcomes(page)).toEqual(expected);
    expect(await title(page)).toBe('Färrest utanför om 4 år: Dra upp. Om 20 och 40 år: Gå uppströms.');
    const stock = page.getByRole('img', { name: /^Utanför, alla grupper/ });
    expect(await stock.getAttribute('aria-label')).toContain('År 12: Gå uppströms går om Dra upp');
    const inflow = page.getByRole('img', { name: /^Nya utanför/ });
    expect(await inflow.getAttribute('aria-label')).not.toContain('går om');
    await page.getByText('Där linjerna möts: 7 gånger').click();
    await page
      .getByRole('row', { name: '12,4 Gå uppströms går under Dra upp Utanför, alla grupper' })
      .waitFor();
    expect((await levers(page)).map(([lever]) => lever)).toHaveLength(10);
    expect((await levers(page))[0]).toEqual([
      'Samordnade platser Dra upp',
      '+125 platser 7,01 mnkr',
      '–som i bas',
      '–som i bas',
    ]);

    // One reading line goes through both charts, by keyboard.
    const reader = page.getByRole('slider', { name: 'Läs av år: Nya utanför' });
    await reader.focus();
    await page.keyboard.press('ArrowLeft');
    for (const chart of await page.locator('up-lines-chart').all()) await chart.getByText('år 19').waitFor();
  });

  it('draws them by themselves on one scale, and as differences; the link says which', async () => {
    const page = await open();
    await page.getByText('Var för sig').click();
    expect(await page.getByRole('img', { name: /^Utanför, alla grupper/ }).count()).toBe(3);
    await page.getByText('Skillnad mot bas', { exact: true }).click();
    const stock = page.getByRole('img', { name: /^Utanför, alla grupper, personer, skillnad mot bas/ });
    expect((await stock.getAttribute('aria-label'))?.replaceAll(/\s/g, ' ')).toContain(
      'Dra upp, start: 0; år 4: −100; år 20: −294',
    );
    expect(page.url()).toContain('draw=difference');
    const again = await open({ path: new URL(page.url()).hash, locale: 'en-GB' });
    await again
      .getByRole('img', { name: /skillnad mot bas/ })
      .first()
      .waitFor();
  });

  it('says what to do when there is nothing to compare', async () => {
    const page = await openPage({ locale: 'sv-SE', path: '#view=compare&beside=' });
    await page.getByRole('heading', { name: 'Inget att jämföra än' }).waitFor();
    await page.getByRole('button', { name: 'Visa Lär simma' }).click();
    await computed(page);
    expect(await title(page)).toMatch(/^Lär simma: 369 färre utanför om 20 år än i bas\.$/);
  });
});

describe('the same money', () => {
  it('moved from rescue upstream: worse after 4 years, better after 20, in persons and kronor, for the same sum', async () => {
    const pulled = (share: number): string => `rescue:${share},outreach:${share},coach:${share}`;
    const raised = (share: number): string =>
      `structure:${share},parallel:${share},onedoor:${share},strategic:${share}`;
    const page = await open({
      path: `#view=compare&own=${pulled(0.25974026)}&own2=${pulled(0.1038961)},${raised(0.13636364)}&name-own=Allt&name-own2=Delat&beside=own,own2&sum=5000000`,
    });
    await expect.poll(() => title(page)).toBe('Färrest utanför om 4 år: Allt. Om 20 och 40 år: Delat.');
    // Cost; outside and net at 4 and 20 years.
    const read = (await outcomes(page)).map((row) => [1, 2, 3, 11, 12].map((i) => row[i]));
    expect(read.slice(1)).toEqual([
      ['5', '1 794 bäst', '1 718 sämst', '+19 bäst', '+552 sämst'],
      ['5', '1 817 sämst', '1 628 bäst', '−11 sämst', '+654 bäst'],
    ]);
    expect((await levers(page)).at(-1)).toEqual(['Summa per år', '5 mnkr', '5 mnkr']);
    expect(await page.getByText('Olika mycket pengar').count()).toBe(0);
  });

  it('is asked for when the sums differ, and made with one press that can be undone', async () => {
    const page = await open({ path: '#view=compare&own=structure:0.5,early:0.5' });
    await page.getByText('Din strategi (9 mnkr) kostar olika mycket om året.', { exact: false }).waitFor();
    expect((await outcomes(page))[4]!.join(' ')).not.toMatch(/bäst|sämst/);
    await page.getByRole('button', { name: 'Skala Din strategi till 12 mnkr' }).click();
    await expect.poll(() => page.getByText('Olika mycket pengar').count()).toBe(0);
    expect((await outcomes(page))[4]![1]).toBe('12');
    await page.getByRole('button', { name: 'Ångra' }).click();
    await page.getByText('Olika mycket pengar').waitFor();
    expect((await outcomes(page))[4]![1]).toBe('9');
  });

  it('says what the levers cannot reach, and scales a copy of a ready strategy', async () => {
    const page = await open({ path: '#view=compare&own=structure:0.5&beside=pull,own' });
    await page
      .getByText('Alla kan inte komma upp i 12 mnkr: spakarna tar slut vid 10 mnkr i Din strategi.')
      .waitFor();
    await page.getByRole('button', { name: 'Skala båda till 10 mnkr' }).click();
    await expect.poll(async () => (await outcomes(page)).map((row) => row[1])).toEqual(['0', '10', '10']);
    await expect.poll(() => chips(page)).toContain('Dra upp, kopia');
    expect(await page.getByText('Olika mycket pengar').count()).toBe(0);
    await page.goto(
      new URL(page.url()).origin +
        new URL(page.url()).pathname +
        '#view=compare&own=structure:0.5&own2=early:0.625&beside=pull,own,own2',
    );
    await page.reload();
    await page.getByRole('button', { name: 'Skala en kopia av Dra upp till 5 mnkr' }).click();
    await expect.poll(() => chips(page)).toContain('Dra upp, kopia');
    expect((await outcomes(page)).map((row) => row[0])).toEqual([
      'Bas',
      'Din strategi',
      'Din strategi 2',
      'Dra upp, kopia',
    ]);
  });

  it('is kept or left as a lever is copied across, and can be undone', async () => {
    const page = await open({ path: '#view=compare&own=early:0.5&beside=pull,own' });
    await page.getByRole('button', { name: 'Kopiera Samordnade platser från Dra upp till' }).click();
    await item(page, 'Din strategi').click();
    await expect
      .poll(async () => (await levers(page))[0])
      .toEqual(['Samordnade platser Dra upp', '+125 platser 7,01 mnkr', '+125 platser 7,01 mnkr']);
    await page.getByRole('button', { name: 'Ångra' }).click();
    await expect.poll(async () => (await levers(page))[0]![2]).toBe('–som i bas');

    // Under a locked sum another lever makes room, and it is said which.
    await page.goto(`${page.url().split('#')[0]!}#view=compare&own=early:0.5&beside=pull,own&sum=4000000`);
    await page.reload();
    await page.getByRole('button', { name: 'Kopiera Samordnade platser från Dra upp till' }).click();
    await item(page, 'Din strategi').click();
    await page.getByText('Budgeten är låst vid 4 mnkr.', { exact: false }).waitFor();
    expect((await levers(page)).at(-1)![2]).toBe('4 mnkr');
  });
});

describe('what contributed what', () => {
  it('is computed when it is opened; its parts add up to the whole, and it says what the average is over', async () => {
    const page = await open({ path: '#view=compare&show=upstream' });
    await page.getByText('Vad bidrog med vad').click();
    const section = page.locator('up-compare-contributions');
    await section.getByText('Var för sig: −499. Tillsammans: −436. De gör delvis samma jobb.').waitFor();
    await section.getByText('Alla 24 ordningar är med (16 körningar).', { exact: false }).waitFor();
    await section.getByRole('button', { name: /^Som tabell/ }).click();
    const parts = await cells(page, 'up-compare-contributions');
    const amount = (row: string[]): number => Number(row[1]!.replace('−', '-').replace(/\s/g, ''));
    expect(parts.slice(0, -1).reduce((sum, row) => sum + amount(row), 0)).toBe(-436);
    expect(amount(parts.at(-1)!)).toBe(-436);
    await section.getByText('Nettovinst').click();
    expect((await cells(page, 'up-compare-contributions')).at(-1)![1]).toBe('+1 227');
    await chip(page, 'Bas').click();
    await section.getByText('Vilken strategi ska tas isär?', { exact: false }).waitFor();
    await section.getByRole('button', { name: 'Lär simma' }).click();
    await section.getByText('Båda ordningarna är med', { exact: false }).waitFor();
  });
});

describe('on paper', () => {
  it('every screen prints what it says and what it is about, and nothing that can be pressed', async () => {
    const page = await open({ path: '#view=compare&show=upstream&if=t_build:5' });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 }); // A4 within its margins
    for (const view of ['compare', 'explore', 'money', 'life', 'model'] as const) {
      await page.evaluate((id) => document.querySelector('up-app')!.actions.openView(id), view);
      await page.evaluate(() => document.querySelector('up-app')!.actions.openDrawer('assumptions'));
      await page.locator(`up-${view} h1`).first().waitFor();
      await page.locator('.paper').getByText('Trelleborg-exemplet, dina antaganden').waitFor();
      for (const part of [
        'header .name',
        'nav',
        'up-drawer',
        'up-strategies',
        'up-explore-levers',
        '.button',
      ])
        expect(await page.locator(`${part}:visible`).count(), `${view}: ${part}`).toBe(0);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${view} is wider than the paper`).toBeLessThanOrEqual(0);
    }
  });
});

describe('the row of strategies', () => {
  it('works by keyboard: copy, rename, move, take out of the comparison, remove and have it back', async () => {
    const page = await open({ path: '#view=compare&show=pull' });
    await chip(page, 'Dra upp').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('menuitem').allTextContents()).toHaveLength(1);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(() => chips(page)).toContain('Din strategi');
    const focused = (): Promise<string | null> =>
      page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at === null
          ? null
          : (at.getAttribute('aria-label') ?? at.textContent.replace(/\s+/g, ' ').trim());
      });
    await expect.poll(focused).toContain('Din strategi');
    await page.keyboard.press('Enter');
    await page.keyboard.press('b'); // by its first letter: Byt namn
    await page.keyboard.press('Enter');
    await page.keyboard.type('dra upp');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Det finns redan en strategi som heter dra upp.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Plan A');
    await page.keyboard.press('Enter');
    await expect.poll(() => chips(page)).toContain('Plan A');
    await page.getByRole('button', { name: 'Ny strategi, en kopia av Plan A' }).click();
    await expect.poll(focused).toContain('Din strategi 2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await chips(page)).slice(-2)).toEqual(['Din strategi 2', 'Plan A']);
    await page.getByRole('button', { name: 'Mer om Din strategi 2' }).click();
    await item(page, 'Ta bort').click();
    await page.getByText('Din strategi 2 är borttagen.').waitFor();
    await page.locator('up-toast').getByRole('button', { name: 'Ångra' }).click();
    await expect.poll(async () => (await chips(page)).slice(-2)).toEqual(['Din strategi 2', 'Plan A']);
  });

  it('opens a menu by a long press without choosing, and takes a ready strategy out of the comparison', async () => {
    const page = await open();
    const box = (await chip(page, 'Lär simma').boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + 15);
    await page.mouse.down();
    await page.waitForTimeout(650);
    await page.mouse.up();
    await page.getByRole('menuitemcheckbox', { name: 'Visa i jämförelsen' }).click();
    await expect
      .poll(async () => (await outcomes(page)).map(([name]) => name))
      .toEqual(['Bas', 'Dra upp', 'Gå uppströms']);
    expect(page.url()).toContain('show=base');
    await page.getByRole('button', { name: /^Lär simma.*visas inte i jämförelsen$/ }).waitFor();
  });

  it('holds four of one’s own beside ready ones and two bases, on a phone too, and says that four are the most', async () => {
    const path =
      '#view=compare&own=rescue:0.8&own2=early:1&own3=us_project:1&own4=structure:1&show=own4&if=t_build:6';
    const page = await open({ path, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    expect(await chips(page)).toHaveLength(9);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page
      .getByRole('button', { name: /Ny strategi\. Du har redan fyra egna strategier/ })
      .click({ force: true });
    expect(await chips(page)).toHaveLength(9);
  });
});

it('gives a colleague the same comparison from its link', async () => {
  const path =
    '#view=compare&own=rescue:0.8,structure:0.3&name-own=Plan A&own2=structure:1,strategic:0.66&name-own2=Plan B&own3=early:1,us_project:0.8&name-own3=Plan C&beside=own,own2,own3&show=own2&year=40';
  const page = await open({ path });
  const colleague = await open({
    path: new URL(page.url()).hash,
    viewport: { width: 1024, height: 768 },
    colorScheme: 'dark',
  });
  expect(await outcomes(colleague)).toEqual(await outcomes(page));
  expect(await levers(colleague)).toEqual(await levers(page));
  expect(await title(colleague)).toBe(await title(page));
});

describe('axe finds nothing with the contributions and a menu open', () => {
  const sights = [
    ['projector', 1280, 720, 'en', 'dark', 'multiples'],
    ['phone', 390, 844, 'sv', 'dark', 'difference'],
  ] as const;
  for (const [size, width, height, lang, colorScheme, draw] of sights) {
    it(`${size}, ${lang}, ${colorScheme}, ${draw}`, async () => {
      const page = await open({
        path: `#view=compare&own=rescue:0.8,structure:0.3&beside=pull,upstream,own&show=own&lang=${lang}&draw=${draw}`,
        viewport: { width, height },
        colorScheme,
      });
      await page.getByText(lang === 'sv' ? 'Vad bidrog med vad' : 'What contributed what').click();
      await page.locator('up-compare-contributions svg.bars').waitFor();
      await expectNoAxeFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page
        .getByRole('button', { name: lang === 'sv' ? 'Mer om Din strategi' : 'More about Your strategy' })
        .click();
      await expectNoAxeFindings(page);
      await takePicture(page, `compare-${size}-${lang}-${colorScheme}`);
    });
  }
});
