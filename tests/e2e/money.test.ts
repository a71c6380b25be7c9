// Money and actors as a person uses it, on the built site. Every page also fails on a console message, a CSP
// violation, a failed or a foreign request (tests/tools/site.ts).
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openPage, type VisitOptions } from '../tools/site.ts';

async function open(options: VisitOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'sv-SE', path: '#view=money&show=upstream', ...options });
  await page.locator('up-money-table').waitFor();
  return page;
}

/** Rows of the table of actors, cell by cell, spaces made plain. */
const rows = (page: Page): Promise<string[][]> =>
  page
    .locator('up-money-table tbody tr')
    .evaluateAll((found) =>
      found.map((row) =>
        [...row.children]
          .slice(0, 7)
          .map((cell) =>
            (cell.querySelector('up-why')?.text ?? cell.textContent).replace(/\s+/g, ' ').trim(),
          ),
      ),
    );
const title = (page: Page): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();

const expected = [
  ['Försäkringskassan', '82', '122', '−24', '+40', '+221', 'år 16'],
  ['Kommunen', '41', '364', '−17', '+323', '+896', 'år 8'],
  ['Regionen', '41', '58', '−12', '+17', '+101', 'år 16'],
  ['Arbetsförmedlingen', '0', '87', '−2', '+87', '+243', 'år 6'],
  ['Rättsväsendet', '0', '56', '−1', '+56', '+155', 'år 6'],
  ['Övriga offentliga aktörer', '0', '22', '0', '+22', '+62', 'år 6'],
  ['Offentligt, summa', '163', '708', '−56', '+545', '+1 677', 'år 10'],
  ['Produktionsvärde egen rad, inte kassa', '0', '682', '−13', '+682', '+1 898', 'år 6'],
];

describe('who pays and who gains', () => {
  it('shows the ledger of the calibrated model, as charts and tables too, for a horizon and in cash', async () => {
    const page = await open();
    expect(await rows(page)).toEqual(expected);
    expect(await title(page)).toBe('Försäkringskassan betalar mest. Kommunen vinner mest.');
    await page.getByText('Alla betalare är på minus när mandatperioden är slut.').waitFor();
    await page.getByText('Fördelning mellan aktörer: antagen. Kostnadsnivå ×1.').waitFor();
    await page.getByText('Nuvärden med 4 % ränta, fasta priser.').waitFor();
    const lines = page.getByRole('img', { name: /^Ackumulerat netto/ });
    expect(await lines.getAttribute('aria-label')).toContain('Kommunen går plus år 8.');
    const flow = page.getByRole('img', { name: /^Vem betalar, vem vinner/ });
    expect(await flow.getAttribute('aria-label')).toContain(
      'Betalar: Försäkringskassan 82, Kommunen 41, Regionen 41.',
    );

    // Both charts are tables too, and have a reading line for the keyboard.
    await page.getByRole('button', { name: 'Som tabell: Vem betalar, vem vinner' }).click();
    const table = page.locator('up-payers-flow table');
    expect(
      (await table.locator('tr', { hasText: 'Kommunen' }).textContent())?.replace(/\s+/g, ' ').trim(),
    ).toBe('Kommunen 41364');
    expect(await table.textContent()).toContain('Produktionsvärde');
    const reader = page.getByRole('slider', { name: 'Läs av år: Ackumulerat netto' });
    await reader.focus();
    expect(await reader.getAttribute('aria-valuetext')).toMatch(/^år 20: .*Kommunen \+323/);

    // What actors pay for each other: the sum is zero, and people's waiting stands apart.
    const cells = await page
      .locator('.shifted tbody tr')
      .evaluateAll((found) => found.map((row) => [...row.children].map((c) => c.textContent.trim())));
    const sum = cells.at(-1)!;
    expect(sum[3]).toBe('0');
    expect(sum[1]).toBe(sum[2]);
    const others = cells.slice(0, -1).map((row) => numberOf(row[3]!));
    expect(Math.abs(others.reduce((a, b) => a + b, 0))).toBeLessThanOrEqual(3); // six rounded rows
    await page.getByText(/skickas \d+ personer vidare mellan myndigheter, i bas 141/).waitFor();
    await page.getByText(/Den tar inte ut sig/).waitFor();

    // Production value is left out when only cash is asked for, and the sum is the same.
    await page.getByText('Kassa', { exact: true }).click();
    expect(await rows(page)).toEqual(expected.slice(0, 7));
    expect(await table.textContent()).not.toContain('Produktionsvärde');

    // Nobody has gained after a term.
    await page.getByText('4 år', { exact: true }).first().click();
    await page.getByRole('heading', { name: 'Ingen är på plus efter 4 år.' }).waitFor();
    expect((await rows(page))[1]!.slice(1, 3)).toEqual(['11', '−6']);
    expect(page.url()).toContain('view=money');
  });

  it('tells who carries the cost in base, and asks for a strategy; a chip answers by keyboard', async () => {
    const page = await openPage({ locale: 'sv-SE', path: '#view=money' });
    await page
      .getByRole('heading', { name: /^I bas kostar utanförskapet .* på 20 år\. Kommunen bär mest\.$/ })
      .waitFor();
    const carried = await page
      .locator('.carried tbody tr')
      .evaluateAll((trs) =>
        trs.map((tr) =>
          [...tr.querySelectorAll('td:not(.share)')].map((td) =>
            Number((td.querySelector('up-why')?.text ?? td.textContent).replaceAll(/\s/g, '')),
          ),
        ),
      );
    const [sum, value] = carried.slice(-2);
    expect(carried).toHaveLength(8);
    [0, 1, 2].forEach((i) => {
      const actors = carried.slice(0, 6).reduce((all, row) => all + row[i]!, 0);
      expect(Math.abs(actors - sum![i]!)).toBeLessThanOrEqual(3); // each row is rounded by itself
      expect(value![i]).toBeGreaterThan(0);
    });
    await page.locator('main').getByRole('button', { name: 'Gå uppströms' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kommunen vinner mest.' }).waitFor();
    expect(await rows(page)).toEqual(expected);
    await page
      .getByRole('status')
      .filter({ hasText: 'Gå uppströms. Försäkringskassan betalar mest.' })
      .waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Ångra' }).click();
    await page
      .getByRole('heading', { name: /^I bas kostar utanförskapet .* på 20 år\. Kommunen bär mest\.$/ })
      .waitFor();
  });
});

/** `+1 677` → 1677: a printed number as one. */
const numberOf = (text: string): number =>
  Number(text.replaceAll(/\s/g, '').replace('−', '-').replace('+', ''));

describe('another split of the efforts', () => {
  const shares = (page: Page): Promise<number[]> =>
    page
      .locator('up-payers-split .row up-number-field input')
      .evaluateAll((fields) => fields.map((f) => Number((f as HTMLInputElement).value.replace(',', '.'))));
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

  it('adds up to all of them, by keyboard too; who pays changes who gains and no sum; what cannot be is refused', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Prova en annan fördelning' }).click();
    expect(await shares(page)).toEqual([50, 25, 25, 0, 0, 0]);
    const slider = page.getByRole('slider', { name: 'Arbetsförmedlingen, del av insatserna' });
    await slider.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    expect(await shares(page)).toEqual([40, 20, 20, 20, 0, 0]);
    expect((await slider.getAttribute('aria-valuetext'))?.replaceAll('\u00a0', ' ')).toMatch(
      /^20 %, netto \+55 mnkr på 20 år, plus från: år /,
    );
    const after = await rows(page);
    expect(after.map(([name]) => name)).toEqual(expected.map(([name]) => name));
    expect(after.at(-2)).toEqual(expected.at(-2));
    expect(after[3]!.slice(1, 5)).toEqual(['33', '87', '−10', '+55']);
    expect(decodeURIComponent(page.url())).toContain('pay=fk:0.4,kommun:0.2,region:0.2,af:0.2');
    await page.getByRole('button', { name: 'Fördela som i modellen' }).click();
    expect(await rows(page)).toEqual(expected);
    await page.getByRole('button', { name: 'Ångra' }).click();
    expect(await shares(page)).toEqual([40, 20, 20, 20, 0, 0]);
    const field = page.getByRole('textbox', { name: 'Kommunen, del av insatserna' });
    await field.fill('120');
    await field.press('Enter');
    await page.getByText('Skriv ett tal mellan 0 och 100.').waitFor();
    expect(await rows(page)).toEqual(after);
  });

  it('is found where nobody loses, or it is said who stands in the way and when it works', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Prova en annan fördelning' }).click();
    const find = page.getByRole('button', { name: 'Hitta en fördelning där ingen förlorar' });
    await find.click();
    const answer = page.locator('up-payers-split .answer');
    const none = (await answer.textContent())!.replaceAll('\u00a0', ' ');
    expect(none).toMatch(/Ingen sådan fördelning finns på 8 år\. Insatserna kostar .* fattas\./);
    expect(none).toMatch(/Med nuvarande fördelning går det sämst för Försäkringskassan: −/);
    const first = Number(/Tidigast går det efter (\d+) år\./.exec(none)![1]);
    expect(await rows(page)).toEqual(expected);
    const years = page.getByRole('textbox', { name: 'Ingen ska ha förlorat efter' });
    await years.fill(String(first));
    await find.click();
    await expect.poll(() => answer.textContent()).toContain('Det finns en.');
    expect(sumOf(await shares(page))).toBeCloseTo(100, 0);
    const now = await rows(page);
    // Every actor is above zero no later than the year that was asked for, and the sum is untouched.
    for (const row of now.slice(0, 6))
      expect(Number(/\d+/.exec(row[6]!)![0]), row[0]).toBeLessThanOrEqual(first);
    expect(now.at(-2)).toEqual(expected.at(-2));
  });
});

/** The sums of a table below the pictures, by the row's name. */
const sums = (page: Page, section: string): Promise<Record<string, number>> =>
  page
    .locator(`${section} tbody tr`)
    .evaluateAll((found) =>
      Object.fromEntries(
        found.map((row) => [row.firstElementChild!.textContent.trim(), row.lastElementChild!.textContent]),
      ),
    )
    .then((texts) =>
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, numberOf(text)] as const)),
    );

it('shows what comes of an actor that guards its own gate, and of a pooled budget', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#model=samordning' });
  const toFull = async (lever: string) => {
    await page.getByRole('slider', { name: lever }).focus();
    await page.keyboard.press('End');
  };
  await toFull('Försäkringskassans gränsvakt');
  await page.getByRole('button', { name: 'Pengar', exact: true }).click();
  await page.getByRole('heading', { name: 'Försäkringskassan är ensam på plus.' }).waitFor();

  // Its own purse is better, the municipality's and the region's worse, and the sum is worse.
  const net = Object.fromEntries((await rows(page)).map((row) => [row[0]!, numberOf(row[4]!)]));
  expect(net['Försäkringskassan']).toBeGreaterThan(100);
  for (const name of ['Kommunen', 'Regionen', 'Offentligt, summa']) expect(net[name]).toBeLessThan(-100);

  // What is passed on cancels; what waiting and assessing again cost does not, and stands apart.
  const moved = await sums(page, '.moved');
  expect(Object.keys(moved)).toEqual(['Kommunen', 'Regionen', 'Försäkringskassan', 'Summa']);
  expect(moved['Summa']).toBe(0);
  expect(moved['Försäkringskassan']).toBeLessThan(-100);
  const apart = await sums(page, '.apart');
  expect(apart['Väntan mellan myndigheter']).toBeLessThan(-10);
  expect(apart['Upprepade utredningar']).toBeLessThan(-10);
  expect(apart['Alla kassor']).toBe(net['Offentligt, summa']);
  const people = (await page.locator('.apart').textContent())!;
  const [, waiting, before] = /(\d+) väntar mellan två myndigheter \(bas (\d+)\)/.exec(people)!;
  expect(Number(waiting)).toBeGreaterThan(Number(before));
  await page.getByText(/År 20 flyttas \d+,\d mnkr om året/).waitFor();

  // With the whole budget pooled there is nothing left to gain.
  await page.getByRole('button', { name: 'Utforska', exact: true }).click();
  await toFull('En väg in, gemensam budget');
  await page.getByRole('button', { name: 'Pengar', exact: true }).click();
  await page.getByText('År 20 flyttas ingenting längre: det finns inget att vinna på det.').waitFor();
});

it('passes money back from the state when that is assumed: the municipality gains it, the sum stays', async () => {
  const page = await open();
  const field = page.getByRole('textbox', { name: 'Återbäring från staten' });
  await field.fill('50');
  await field.press('Enter');
  await page.getByText('ditt antagande.').waitFor();
  await expect.poll(async () => (await rows(page))[1]![4]).not.toBe('+323');
  const now = await rows(page);
  expect(numberOf(now[1]![4]!)).toBeGreaterThan(323);
  expect(numberOf(now[0]![4]!)).toBeLessThan(40);
  expect(now.at(-2)!.slice(1)).toEqual(expected.at(-2)!.slice(1));
  expect(decodeURIComponent(page.url())).toContain('if=payback_share:0.5');
});

it('has what is reinvested as a row of its own, and it is in the sum', async () => {
  const page = await openPage({
    locale: 'sv-SE',
    path: '#view=money&own=structure:1,reinvest_share:0.3&show=own',
  });
  await page.getByRole('rowheader', { name: 'Återinvesterat' }).waitFor();
  const table = await rows(page);
  const [used, sum] = [table.at(-3)!, table.at(-2)!];
  expect(used[0]).toBe('Återinvesterat ur besparingen');
  for (const column of [3, 4, 5]) {
    const parts = table.slice(0, -2).reduce((all, row) => all + numberOf(row[column]!), 0);
    expect(Math.abs(parts - numberOf(sum[column]!))).toBeLessThanOrEqual(4); // seven rounded rows
  }
  expect(numberOf(used[4]!)).toBeLessThan(-50);
});

it('lets every chart be taken away: light, with nothing left for the page to decide', async () => {
  const page = await open({ colorScheme: 'dark', acceptDownloads: true });
  const take = async (item: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: item }).click(),
    ]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  await page.getByRole('button', { name: 'Ta med diagrammet: Ackumulerat netto' }).click();
  const drawing = await take('Vektorbild (SVG)');
  expect(drawing.name).toMatch(
    /^uppstroms-ackumulerat-netto-hela-kommunen-trelleborg-exemplet-ga-uppstroms-\d{4}-\d\d-\d\d\.svg$/,
  );
  const svg = drawing.content.toString();
  expect(svg).not.toMatch(/var\(|class=|style=|light-dark/);
  expect(svg).toContain('fill="#14252d"'); // ink of the light theme
  expect(svg).toContain('Kommunen går plus år 8');
  const picture = await take('Bild (PNG)');
  expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.content.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(svg)![1]));
  const numbers = (await take('Tal (CSV)')).content.toString();
  expect(numbers.startsWith('\ufeffår;Försäkringskassan;Kommunen;')).toBe(true);
  expect(numbers).toMatch(/\r\n20;40,\d+;322,\d+;/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ta med diagrammet: Vem betalar, vem vinner' }).click();
  expect((await take('Tal (CSV)')).content.toString()).toContain('Kommunen;40804235;363663798');
});

it('goes from Explore and back, with the work', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#own=rescue:1&show=own' });
  await page.locator('up-explore-table').waitFor();
  await page.getByRole('button', { name: 'Pengar', exact: true }).click();
  await page.locator('up-money-table').waitFor();
  expect((await rows(page)).at(-2)![0]).toBe('Offentligt, summa');
  await page.getByRole('button', { name: 'Utforska', exact: true }).click();
  await page.locator('up-explore-table').waitFor();
  expect(page.url()).toContain('own=rescue:1');
});

it('computes also when Explore asks for its own series after the screen has changed', async () => {
  let delayed = 0;
  const page = await openPage({
    locale: 'sv-SE',
    path: '#show=upstream',
    prepare: (p) =>
      p.route('**/up-river-*.js', async (route) => {
        delayed++;
        await new Promise((done) => setTimeout(done, 1500));
        await route.continue();
      }),
  });
  await expect.poll(() => delayed, { timeout: 10_000 }).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Pengar', exact: true }).click();
  await page.locator('up-money').waitFor();
  await page.waitForTimeout(2500);
  expect(await rows(page)).toEqual(expected);
});

it('says that a model counts no money', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#view=money&model=badkaret' });
  await page.getByRole('heading', { name: 'Den här modellen räknar inte pengar' }).waitFor();
});
