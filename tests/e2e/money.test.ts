// Money and actors as a person uses it, on the built site. Every page also fails on a console message, a CSP
// violation, a failed or a foreign request (tests/tools/site.ts).
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectNoAxeFindings, openPage, takePicture, type VisitOptions } from '../tools/site.ts';

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
        [...row.children].slice(0, 7).map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
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
  it('shows the ledger of the calibrated model, and says no more than that', async () => {
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
  });

  it('follows the horizon: nobody has gained after a term', async () => {
    const page = await open();
    await page.getByText('4 år', { exact: true }).first().click();
    await page.getByRole('heading', { name: 'Ingen är på plus efter 4 år.' }).waitFor();
    expect((await rows(page))[1]!.slice(1, 3)).toEqual(['11', '−6']);
    expect(page.url()).toContain('view=money');
  });

  it('leaves production value out when only cash is asked for, and the sum is the same', async () => {
    const page = await open();
    await page.getByText('Kassa', { exact: true }).click();
    expect(await rows(page)).toEqual(expected.slice(0, 7));
    const flow = page.getByRole('img', { name: /^Vem betalar, vem vinner/ });
    expect(await flow.getAttribute('aria-label')).not.toContain('Produktionsvärde');
  });

  it('asks for a strategy when base is compared with itself; a chip answers by keyboard', async () => {
    const page = await openPage({ locale: 'sv-SE', path: '#view=money' });
    await page.getByRole('heading', { name: 'Bas jämförs här med sig själv' }).waitFor();
    await page.locator('main').getByRole('button', { name: 'Gå uppströms' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kommunen vinner mest.' }).waitFor();
    expect(await rows(page)).toEqual(expected);
    await page
      .getByRole('status')
      .filter({ hasText: 'Gå uppströms. Försäkringskassan betalar mest.' })
      .waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Ångra' }).click();
    await page.getByRole('heading', { name: 'Bas jämförs här med sig själv' }).waitFor();
  });

  it('has both charts as tables, and a reading line for the keyboard', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Som tabell: Vem betalar, vem vinner' }).click();
    const flow = page.locator('up-payers-flow table');
    expect(
      (await flow.locator('tr', { hasText: 'Kommunen' }).textContent())?.replace(/\s+/g, ' ').trim(),
    ).toBe('Kommunen 41364');
    const reader = page.getByRole('slider', { name: 'Läs av år: Ackumulerat netto' });
    await reader.focus();
    expect(await reader.getAttribute('aria-valuetext')).toMatch(/^år 20: .*Kommunen \+323/);
  });
});

it('goes from Explore and back, with the work', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#own=rescue:1&show=own' });
  await page.getByRole('button', { name: 'Pengar' }).click();
  await page.locator('up-money-table').waitFor();
  expect((await rows(page)).at(-2)![0]).toBe('Offentligt, summa');
  await page.getByRole('button', { name: 'Utforska' }).click();
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

describe('axe finds nothing, and the page is not scrolled sideways', () => {
  const sizes = { wide: [1440, 900], projector: [1280, 720], phone: [390, 844] } as const;
  for (const [size, [width, height]] of Object.entries(sizes)) {
    for (const language of ['sv', 'en']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`${size}, ${language}, ${colorScheme}`, async () => {
          const page = await open({
            path: `#view=money&show=${language === 'sv' ? 'upstream' : 'pull'}&lang=${language}`,
            viewport: { width, height },
            colorScheme,
          });
          await expectNoAxeFindings(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
          await takePicture(page, `money-${size}-${language}-${colorScheme}`);
        });
      }
    }
  }
});
