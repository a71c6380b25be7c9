// The printed report, on the built site: as paper, and with the numbers of the screens. axe looks at the screen with all
// others (every-screen.test.ts).
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openPage, takePicture, type VisitOptions } from '../tools/site.ts';

async function open(options: VisitOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'sv-SE', path: '#view=report&show=upstream', ...options });
  await page.locator('table.ledger').waitFor();
  await page.locator('svg[data-outcome] path').first().waitFor({ state: 'attached' });
  return page;
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
const cells = (page: Page, table: string): Promise<string[][]> =>
  page
    .locator(`${table} tbody tr`)
    .evaluateAll((found) =>
      found.map((row) =>
        [...row.children].map((c) =>
          (c.querySelector('up-why')?.text ?? c.textContent).replaceAll(/\s+/g, ' ').trim(),
        ),
      ),
    );

/** As full as it becomes: four own strategies, own payers and assumptions, and all that can be written. */
const full = `#view=report&lang=en&show=own&own=rescue:0.5,structure:0.3,fk_gate:0.5,reinvest_share:0.3&own2=early:1,strategic:0.7,onedoor:0.4&own3=coach:1,outreach:0.5&own4=reallocate:0.8,us_project:1&beside=own,own2,own3,own4&name-own=Coordinated support all over town&name-own2=${'Our own way '.repeat(3)}&pay=kommun:0.5,af:0.1,fk:0.1,region:0.1,ratt:0.1,ovriga:0.1&if=discount_rate:0.03,takehome_share:0.7&ask=${'Why? '.repeat(40)}&note=${'We believe in the early years. '.repeat(25)}`;

/** Runs in the page: words of charts of which more than a fifth of the height lies under another's. */
function overlaps(drawings: readonly Element[]): string[] {
  return drawings.flatMap((svg) => {
    const words = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    return words.flatMap((a, i) =>
      words.slice(i + 1).flatMap((b) => {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        return wide > 1 && high > a.box.height / 5 ? [`${a.text} / ${b.text}`] : [];
      }),
    );
  });
}

/** Prints, when all is computed. */
async function print(page: Page): Promise<void> {
  await page.locator('svg[data-outcome] path').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  await page.locator('up-certainty [aria-busy="true"]').waitFor({ state: 'detached' });
  await page.emulateMedia({ media: 'print' });
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(4);
  // As wide as the paper: no page has come to its end, and no two words of a chart lie on each other.
  await page.setViewportSize({ width: 1032, height: 703 });
  const heights = await page
    .locator('.sheet')
    .evaluateAll((all) => all.map((sheet) => sheet.getBoundingClientRect().height / 96));
  for (const height of heights) expect(height).toBeLessThanOrEqual(186 / 25.4);
  expect(await page.locator('svg[data-outcome]').evaluateAll(overlaps)).toEqual([]);
}

describe('on paper', () => {
  it.each([
    ['everything at once, in English', encodeURI(full)],
    ['base alone', '#view=report&beside='],
  ])('is four pages: %s', async (_, path) => {
    await print(await openPage({ locale: 'sv-SE', path }));
  });

  it('is four pages that cut nothing, without frame and tools: the three ready strategies', async () => {
    const page = await open({ viewport: { width: 1032, height: 703 } });
    await print(page);
    const sheets = page.locator('.sheet');
    for (const sheet of await sheets.all()) {
      const box = await sheet.evaluate((s) => ({
        wide: s.scrollWidth - s.clientWidth,
        high: s.getBoundingClientRect().height / 96,
      }));
      expect(box.wide).toBeLessThanOrEqual(0);
      expect(box.high).toBeLessThanOrEqual(186 / 25.4);
    }
    for (const hidden of ['up-app nav', 'up-report .tools'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    expect(await page.locator('footer', { hasText: 'sida' }).allTextContents()).toHaveLength(4);
    await page.getByText('sida 4 av 4').waitFor();
    for (const [i, sheet] of (await sheets.all()).entries()) await takePicture(sheet, `report-page-${i + 1}`);
  });
});

it('has the numbers of the screens; says how sure the answer is, the same for everybody, and prints no sooner', async () => {
  const prints = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset['prints'] ?? 0));
  const page = await open({
    prepare: (p) =>
      p.addInitScript(() => {
        window.print = () => {
          const { dataset } = document.documentElement;
          const said = document
            .querySelector('up-app')!
            .shadowRoot!.querySelector('up-report')!
            .shadowRoot!.querySelector('up-certainty')!.shadowRoot!.textContent;
          if (said.includes('slumpfrö 1')) dataset['prints'] = String(Number(dataset['prints'] ?? 0) + 1);
        };
      }),
  });
  const outcomes = await cells(page, 'table.outcomes');
  expect(outcomes).toEqual([
    ['Bas', '1 836', '1 836', '1 836', '108', '108', '108', '–', '–', '–'],
    ['Dra upp', '1 736', '1 542', '1 573', '101', '113', '120', '+44', '+1 334', '+2 418'],
    ['Lär simma', '1 792', '1 467', '1 299', '94', '75', '75', '−20', '+1 237', '+3 226'],
    ['Gå uppströms', '1 828', '1 400', '1 182', '104', '78', '76', '−69', '+1 227', '+3 576'],
  ]);
  await page.getByRole('heading', { name: 'Färrest utanför om 4 år: Dra upp.' }).waitFor();
  const ledger = await cells(page, 'table.ledger');
  await page.getByRole('button', { name: 'Pengar', exact: true }).click();
  await page.locator('up-money-table').waitFor();
  const money = await cells(page, 'up-money-table');
  expect(ledger.map((row) => row.slice(1))).toEqual(money.map((row) => row.slice(1, 7)));
  await page.getByRole('button', { name: 'Skriv ut rapport' }).click();
  await page.locator('table.ledger').waitFor();

  await page.getByRole('button', { name: /Skriv ut eller spara|Räknar hur säkert/ }).click();
  await expect.poll(() => prints(page), { timeout: 20_000 }).toBe(1);
  const said = (await page.locator('up-certainty section').innerText()).replaceAll(/\s+/g, ' ');
  expect(said).toContain('500 körningar, slumpfrö 1.');
  const [, wins, runs] = /Gå uppströms är bättre än .* än Dra upp i (\d+) av (\d+)\./.exec(said)!;
  expect(Number(wins)).toBeGreaterThan(Number(runs) / 2);
  expect(Number(wins)).toBeLessThan(Number(runs));
  expect(said).toMatch(
    /antagandet ”.+”: ju (högre|lägre), .* Det är ett samband i körningarna, inget bevis\./,
  );

  // Compare says the same of the same year.
  await page.getByRole('button', { name: 'Jämför', exact: true }).click();
  const compared = page.locator('up-compare up-certainty li');
  await page.locator('up-compare up-certainty').scrollIntoViewIfNeeded();
  await compared.first().waitFor();
  expect(said).toContain((await compared.nth(1).innerText()).trim());
});

it('says on paper what was not worked out, and tries again when asked to', async () => {
  const page = await open({
    prepare: (p) =>
      p.addInitScript(() => {
        // A worker that dies of what it is asked about draws, until the page is told otherwise.
        window.Worker = class extends Worker {
          override postMessage(message: { path?: string[] }, options?: object): void {
            const dies = document.documentElement.dataset['mended'] === undefined;
            if (dies && message.path?.[0] === 'drawCertainty')
              setTimeout(() => this.dispatchEvent(new Event('error')));
            else super.postMessage(message, options);
          }
        };
      }),
  });
  const certainty = page.locator('up-certainty section');
  await certainty.getByText('Det gick inte att räkna hur säkert svaret är.').waitFor();
  await page.emulateMedia({ media: 'print' });
  await certainty.getByText('Det gick inte att räkna').waitFor();
  expect(await certainty.getByRole('button').count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => (document.documentElement.dataset['mended'] = ''));
  await certainty.getByRole('button', { name: 'Försök igen' }).click();
  await certainty.getByText('slumpfrö 1').waitFor();
});

it('lists only levers that are moved, and says who pays', async () => {
  const page = await open({ path: '#view=report&own=rescue:0.5&show=own&beside=own&pay=kommun:1' });
  expect(await cells(page, 'table.levers')).toEqual([
    ['Samordnade platser Dra upp', '+100 platser 5,63 mnkr'],
    ['Kostnad per år', '5,63 mnkr'],
  ]);
  expect((await cells(page, 'table.payers')).map((row) => row.slice(0, 2))).toEqual([
    ['Kommunen', '100 %'],
    ['Summa', '100 %'],
  ]);
  await page.getByText('Fördelningen är vald av den som gjort rapporten.').waitFor();
  // Best is said only of strategies that are in the report.
  await page.getByRole('heading', { name: 'Vad strategierna ger' }).waitFor();
});

it('keeps what is written, in the work and in the link that it spells out', async () => {
  const page = await open();
  await page.getByRole('textbox', { name: 'Frågan' }).fill('Var gör pengarna mest nytta?');
  await page.getByRole('textbox', { name: 'Egen kommentar' }).fill('Fråga regionen.');
  await page.getByRole('textbox', { name: 'Egen kommentar' }).blur();
  await page.locator('.sheet').getByText('Var gör pengarna mest nytta?').waitFor();
  const link = (await page.locator('.link p').textContent())!.trim();
  expect(link).toBe(page.url());
  const colleague = await open({ path: new URL(link).hash, locale: 'en-GB' });
  await colleague.locator('.sheet').getByText('Fråga regionen.').waitFor();
  expect(await cells(colleague, 'table.outcomes')).toEqual(await cells(page, 'table.outcomes'));
});
