// Explore as a person uses it, on the site as it is built and served. Every page here also fails on a console
// message, a CSP violation, a failed or a foreign request (tests/tools/site.ts).
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { complaintsSoFar, expectNoAxeFindings, openPage, type VisitOptions } from '../tools/site.ts';

/** Opens Explore and waits until every strategy has been computed. */
async function open(options: VisitOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'sv-SE', ...options });
  await page.getByRole('table').locator('tbody tr').nth(3).locator('td', { hasText: /\d/ }).last().waitFor();
  await page.waitForFunction(
    () =>
      !document
        .querySelector('up-app')!
        .shadowRoot!.querySelector('up-explore')!
        .shadowRoot!.querySelector('up-explore-table')!
        .shadowRoot!.textContent.includes('…'),
  );
  return page;
}

/** The rows of the outcome table, cell by cell, spaces made plain. */
const rows = (page: Page): Promise<string[][]> =>
  page
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())),
    );
const settled = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });

/** Base and three strategies of 12 million a year: outside at 4, 20, 40 years; new a year at 20; net at 4, 20, 40. */
const expected = [
  ['Bas', '0', '1 836', '1 836', '1 836', '108', '–', '–', '–'],
  ['Dra upp', '12', 'bäst 1 736', '1 542', '1 573', '113', 'bäst +44', 'bäst +1 334', '+2 418'],
  ['Lär simma', '12', '1 792', '1 467', '1 299', 'bäst 75', '−20', '+1 237', '+3 226'],
  ['Gå uppströms', '12', '1 828', 'bäst 1 400', 'bäst 1 182', '78', '−69', '+1 227', 'bäst +3 576'],
];

describe('the same money in three places', () => {
  it('gives the numbers of the calibrated model, public money apart from production value', async () => {
    const page = await open();
    expect(await rows(page)).toEqual(expected);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Färrest utanför om 4 år: Dra upp. Om 20 och 40 år: Gå uppströms.',
    );
    const picture = page.getByRole('img', { name: /^Utanför, alla grupper/ });
    expect(await picture.getAttribute('aria-label')).toContain('År 12: Gå uppströms går om Dra upp');
    await page.getByText('bara offentliga pengar').click();
    const upstream = (await rows(page))[3]!;
    expect(upstream.slice(6)).toEqual(['−56', '+545', 'bäst +1 677']);
  });

  it('says when a strategy has another budget, and keeps it out of the contest for best', async () => {
    const page = await open({ path: '#own=rescue:1,structure:1&show=own' });
    const own = (await rows(page))[4]!;
    expect(own.slice(0, 2)).toEqual(['Din strategi', '21,25']);
    expect(own.join(' ')).not.toContain('bäst');
    await page.getByRole('button', { name: /Din strategi.*men 21,25 mnkr/ }).waitFor();
  });
});

describe('a lever', () => {
  it('moves by keyboard alone, speaks, and is one step to undo', async () => {
    const page = await open();
    const rescue = slider(page, 'Samordnade platser');
    await rescue.focus();
    await page.keyboard.press('End');
    await page.getByText('1 575', { exact: true }).first().waitFor();
    expect(await rescue.getAttribute('aria-valuetext')).toMatch(
      /tre gånger så många, 11,25.miljoner kronor per år, märks efter 1.år/,
    );
    await page
      .getByRole('status')
      .filter({ hasText: /Utanför om 20 år: 1.575, 261 färre/ })
      .waitFor({ state: 'attached' });
    expect(await page.locator('up-headline').textContent()).toMatch(
      /Men\s+128 om året\s+hamnar utanför,\s+20 fler\s+än i bas/,
    );
    await page.keyboard.press('z');
    await settled(page);
    expect(await rescue.inputValue()).toBe('0');
    await page.keyboard.press('Shift+Z');
    await settled(page);
    expect(await rescue.inputValue()).toBe('1');
    await page.getByRole('button', { name: 'Till bas', exact: true }).click();
    expect(await rows(page)).toEqual(expected);
    await page.getByRole('button', { name: 'Ångra' }).click();
    await settled(page);
    expect(await rescue.inputValue()).toBe('1');
    await page.keyboard.press('t');
    await page.locator('up-lines-chart').nth(1).getByRole('table').waitFor();
    await page.keyboard.press('t');
    await page.locator('up-lines-chart').nth(1).getByRole('table').waitFor({ state: 'detached' });
  });

  it('dragged with the pointer is one step, and the address bar follows when it is let go', async () => {
    const page = await open();
    const track = (await slider(page, 'Samordnade platser').boundingBox())!;
    await page.mouse.move(track.x + 9, track.y + track.height / 2);
    await page.mouse.down();
    for (let i = 1; i <= 10; i++)
      await page.mouse.move(track.x + (track.width * i) / 10, track.y + track.height / 2);
    expect(page.url()).not.toContain('own=');
    await page.mouse.up();
    await settled(page);
    expect(page.url()).toContain('own=rescue:');
    await page.getByRole('button', { name: 'Ångra' }).click();
    await settled(page);
    expect(await rows(page)).toEqual(expected);
    expect(page.url()).not.toContain('own=');
  });
});

it('shows the same picture when its address is opened in another browser profile', async () => {
  const first = await open();
  await slider(first, 'Stöd i gymnasiet').focus();
  for (let i = 0; i < 5; i++) await first.keyboard.press('ArrowRight');
  await first.getByText('40 år', { exact: true }).first().click();
  await settled(first);
  const second = await open({ path: new URL(first.url()).hash, locale: 'en-GB' });
  expect(await rows(second)).toEqual(await rows(first));
  // Not toEqual: a difference of two pictures printed byte by byte takes minutes.
  for (const page of [first, second]) {
    await page.locator('up-river-picture').waitFor();
    await settled(page);
  }
  // Every word and every line: pixels differ a little with what was drawn before.
  const picture = (page: Page): Promise<string[]> =>
    page.locator('up-explore main').evaluate((main) => {
      const seen: string[] = [];
      const visit = (node: Node): void => {
        if (node instanceof Text) seen.push(node.data.trim());
        if (node instanceof SVGPathElement && node.closest('.lines')) seen.push(node.getAttribute('d') ?? '');
        if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
        node.childNodes.forEach(visit);
      };
      visit(main);
      return seen.filter((part) => part !== '');
    });
  // The river glides to its shapes.
  await expect.poll(() => picture(second), { timeout: 8000 }).toEqual(await picture(first));
});

it('switches language in place and keeps the work', async () => {
  const page = await open({ path: '#own=rescue:1&show=own' });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Fewest outside after 4 years: Pull out.' }).waitFor();
  expect((await rows(page))[4]).toEqual([
    'Your strategy',
    '11.25',
    '1,756',
    '1,575',
    '1,642',
    '128',
    '+21',
    '+1,189',
    '+2,058',
  ]);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(page.url()).toContain('lang=en');
  expect(await page.title()).toBe('The whole municipality · Uppströms');
});

describe('the river', () => {
  it('shows the run’s own numbers, and the same as a table; plays to the end of the term, stops and asks', async () => {
    const page = await open({ path: '#own=rescue:1&show=own&year=20' });
    const river = page.locator('up-river');
    await river.getByText('10 999').waitFor();
    await river.getByRole('button', { name: 'Som tabell' }).click();
    const told = await river.getByRole('table').textContent();
    for (const number of ['480', '10 999', '886', '86'])
      expect(told?.replaceAll(/\s/g, ' ')).toContain(number);
    await river.getByRole('button', { name: /Spela 20 år/ }).click();
    await river.getByText('År 4', { exact: false }).first().waitFor();
    await river.getByRole('button', { name: 'Fortsätt till' }).waitFor();
  });
});

describe('another municipality', () => {
  it('is a preset that begins in its own state of rest', async () => {
    const page = await open({ path: '#preset=nacka' });
    const base = (await rows(page))[0]!;
    expect(base.slice(2, 5)).toEqual(['2 943', '2 943', '2 943']);
  });

  it('is made of a few figures, told when one cannot be, and carried by the link', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Trelleborg-exemplet' }).click();
    await page.getByRole('button', { name: 'Min kommun' }).click();
    const dialog = page.getByRole('dialog');
    await expectNoAxeFindings(page);
    await dialog.getByRole('textbox', { name: 'Födda per år' }).fill('många');
    await dialog.getByRole('button', { name: 'Räkna' }).click();
    await dialog.getByText('Skriv ett tal mellan 20 och 6 000.').waitFor();
    await dialog.getByRole('textbox', { name: 'Födda per år' }).fill('960');
    await dialog.getByRole('textbox', { name: /Andel långvarigt utanför/ }).fill('10 %');
    await page.keyboard.press('Enter');
    await page.getByText('Hela kommunen, din kommun.').filter({ visible: true }).waitFor();
    await settled(page);
    expect(page.url()).toContain('town=births:960,outside:0.1');
    const [base, pull] = await rows(page);
    expect(base![2]).toBe(base![4]);
    expect(pull![1]).toBe('12');
    const again = await open({ path: new URL(page.url()).hash });
    expect(await rows(again)).toEqual(await rows(page));
    await page.getByRole('button', { name: 'Ångra' }).click();
    await settled(page);
    expect(await rows(page)).toEqual(expected);
  });
});

it('opens the other models', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Trelleborg-exemplet' }).click();
  await page.getByRole('combobox', { name: 'Modell' }).selectOption({ label: 'Skola till arbete' });
  await page.getByRole('img', { name: /^Långvarigt utanför/ }).waitFor();
  await page.waitForFunction(() => document.title.startsWith('Skola till arbete'));
  await settled(page);
  expect((await rows(page))[0]!.slice(2, 5)).toEqual(['1 200', '1 200', '1 200']);
  expect(page.url()).toContain('model=skola');
});

describe('works', () => {
  it('with the network cut before the river is there', async () => {
    const page = await open({
      prepare: (p) => p.route('**/up-river-*.js', (route) => route.abort()),
      expected: [/up-river-/, /ERR_FAILED/],
    });
    await expect.poll(() => complaintsSoFar(page).join()).toContain('up-river-');
    expect(await rows(page)).toEqual(expected);
    await slider(page, 'Samordnade platser').focus();
    await page.keyboard.press('End');
    await page.getByText('1 575', { exact: true }).first().waitFor();
  });

  it('with storage blocked, and says that the choice is not kept', async () => {
    const page = await open({
      prepare: (p) =>
        p.addInitScript(() =>
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('blocked', 'SecurityError');
            },
          }),
        ),
    });
    expect(await rows(page)).toEqual(expected);
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await page.getByRole('combobox', { name: 'Tema' }).selectOption('dark');
    await page
      .getByRole('status', { name: 'Meddelanden' })
      .filter({ hasText: /webbläsaren/i })
      .waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });
});

describe('says what is wrong and what to do', () => {
  it('when a link is damaged, keeping what fits', async () => {
    const page = await open({ path: '#own=rescue:1,rescu:9&show=own&preset=mars' });
    const told = page.getByRole('status', { name: 'Meddelanden' });
    expect(await told.textContent()).toContain('rescu:9');
    expect(await told.textContent()).toContain('preset=mars');
    expect((await rows(page))[4]![3]).toBe('1 575');
    await told.getByRole('button', { name: 'Stäng' }).click();
    expect(await told.textContent()).not.toContain('mars');
  });

  it('when a model does not exist', async () => {
    const page = await openPage({ path: '#model=komun', locale: 'sv-SE' });
    await page.getByRole('alert').filter({ hasText: 'komun' }).filter({ hasText: 'kommun' }).waitFor();
  });

  it('when the network is cut and a model cannot be fetched; what is open goes on', async () => {
    const page = await open({ expected: [/model-/, /ERR_INTERNET_DISCONNECTED/] });
    await page.context().setOffline(true);
    await page.evaluate(() => (location.hash = '#model=samordning'));
    // What was open stays.
    await page
      .getByRole('status', { name: 'Meddelanden' })
      .filter({ hasText: 'Modellen samordning gick inte att hämta.' })
      .waitFor();
    expect(await rows(page)).toEqual(expected);
    await slider(page, 'Samordnade platser').focus();
    await page.keyboard.press('End');
    await page.getByText('1 575', { exact: true }).first().waitFor();
  });

  it('when the worker hangs: says so in two seconds, can be stopped, and goes on with the work in a new one', async () => {
    const page = await open({
      prepare: (p) =>
        p.addInitScript(() => {
          window.Worker = class extends Worker {
            override postMessage(...given: unknown[]): void {
              if (!('hang' in window)) super.postMessage(...(given as [unknown, Transferable[]]));
            }
          };
        }),
    });
    await page.evaluate(() => Object.assign(window, { hang: true }));
    const rescue = slider(page, 'Samordnade platser');
    await rescue.focus();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Stoppa' }).click({ timeout: 4000 });
    await page
      .getByText(/^Beräkningen svarade inte på \d sekunder/)
      .first()
      .waitFor();
    expect(await rescue.inputValue()).toBe('1');

    await page.evaluate(() => delete (window as { hang?: boolean }).hang);
    await page.getByRole('button', { name: 'Räkna igen' }).click();
    await expect.poll(async () => (await rows(page))[4]?.[0]).toBe('Din strategi');
    await expect.poll(() => page.getByText('Beräkningen svarade inte').count()).toBe(0);
  });

  it('when the worker cannot be fetched', async () => {
    const page = await openPage({
      locale: 'sv-SE',
      prepare: (p) => p.route('**/simulation-*.js', (route) => route.abort()),
      expected: [/simulation-/, /ERR_FAILED/],
    });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Modellen kunde inte öppnas');
  });
});

it('begins with the way past the bar for who comes by keyboard', async () => {
  const page = await openPage({ locale: 'sv-SE' });
  await page.locator('up-chip').first().waitFor();
  await page.waitForTimeout(300); // the chosen chip is brought into view a task later
  await page.keyboard.press('Tab');
  expect(
    await page.getByRole('link', { name: 'Hoppa till resultatet' }).evaluate((e) => e.matches(':focus')),
  ).toBe(true);
});
