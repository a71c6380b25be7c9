// The first minute as a newcomer meets it, on the built site. Pages fail on any message, as in all journeys; axe looks
// at this screen with the others, and here at what only a journey shows.
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { expectNoAxeFindings, openPage, takePicture, type VisitOptions } from '../tools/site.ts';

async function arrive(options: VisitOptions = {}): Promise<Page> {
  const page = await openPage({ locale: 'sv-SE', path: '', ...options });
  await page.getByRole('heading', { name: 'Varje år föds 480 barn i en kommun.' }).waitFor();
  return page;
}

const guessSlider = (page: Page) => page.getByRole('slider', { name: 'Hur många av dem hamnar' });
const lines = (page: Page) => page.getByRole('img', { name: /^Utanför, alla grupper/ });

async function guess(page: Page, count: number): Promise<void> {
  await guessSlider(page).focus();
  for (let i = 0; i < count; i++) await page.keyboard.press('ArrowRight');
  await page.getByText(`${count} av 480`, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Visa modellens svar' }).click();
}

it('is understood in a minute: a guess, three places, twenty years, and who paid', async () => {
  const start = Date.now();
  const page = await arrive();
  await page.locator('up-guess svg').first().waitFor();
  expect(
    await page.locator('up-app input[type=text], up-app input[type=number], up-app textarea').count(),
  ).toBe(0);

  // A pointer dragged over the people says how many, person by person.
  const box = (await page.locator('up-guess').boundingBox())!;
  await page.mouse.move(box.x + 8, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + 90, { steps: 4 });
  await page.mouse.up();
  const value = Number(await guessSlider(page).inputValue());
  expect(value).toBeGreaterThan(5);
  expect(value).toBeLessThan(60);
  await page.getByRole('button', { name: 'Visa modellens svar' }).click();

  await page.getByRole('heading', { name: 'I modellen är 60 av 480 långvarigt utanför.' }).waitFor();
  await page.getByText('Du gissade färre. Det är fler.').waitFor();
  await page.getByText(/1.836 personer utanför i dag/).waitFor();
  const crowd = page.getByRole('img', { name: /^480 människor/ });
  expect(await crowd.getAttribute('aria-label')).toContain(`din gissning var ${value}.`);
  await page.getByText(`din gissning ${value}`).waitFor();

  await page.getByRole('button', { name: /^Dra upp/ }).click();
  await page
    .getByText(/Dra upp: om 20 år är 1.718 utanför, 118 färre än om inget görs. Om 4 år: 1.794, 42 färre/)
    .waitFor();
  await page.getByRole('button', { name: /^Gå uppströms/ }).click();
  await page.getByText('År 10: Gå uppströms går om Dra upp.').waitFor();
  expect(await lines(page).getAttribute('aria-label')).toContain('År 10: Gå uppströms går om Dra upp');
  expect(await lines(page).getAttribute('aria-label')).toContain('inget görs, start: 1');
  await page.getByText(`din gissning ${value}`).waitFor();

  await page.getByRole('button', { name: 'Vem betalade, och vem vann?' }).click();
  await page
    .getByRole('heading', { name: 'Försäkringskassan, kommunen och regionen betalade. Kommunen vann mest.' })
    .waitFor();
  for (const place of [/^Dra upp/, /^Gå uppströms/]) {
    const table: number[][] = await page
      .getByRole('region', { name: place })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')].map((cell) =>
            Number(cell.textContent.replaceAll(/\s/g, '').replace('−', '-')),
          ),
        ),
      );
    const [sum, ...actors] = table.toReversed();
    expect(actors.length).toBeGreaterThan(3);
    // Each row is rounded by half a million at the most.
    for (const column of [0, 1, 2]) {
      const added = actors.reduce((all, row) => all + row[column]!, 0);
      expect(Math.abs(added - sum![column]!)).toBeLessThanOrEqual(actors.length / 2);
    }
  }
  await expectNoAxeFindings(page);
  await takePicture(page, 'first-minute-coins');
  expect(Date.now() - start).toBeLessThan(60_000);

  // The work goes along: two own strategies of the same sum, and the guess in the address.
  await page.getByRole('button', { name: 'Utforska med dina strategier' }).click();
  await page
    .getByRole('button', { name: /Dra upp, 5.mnkr/ })
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /Gå uppströms, 5.mnkr/ })
    .first()
    .waitFor();
  expect(page.url()).toContain(`guess=${value}`);
});

it('is done by keyboard alone, and tells a screen reader what happens', async () => {
  const page = await arrive({ reducedMotion: 'reduce' });
  await guess(page, 12);
  await page.getByRole('heading', { name: 'I modellen är 60 av 480' }).waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Hoppa över' }).waitFor();
  await page.getByRole('button', { name: /^Lär simma/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Lär simma: om 20 år är' }).waitFor({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Spela igen' }).waitFor();
});

it('can be skipped, and is not met again', async () => {
  const page = await arrive();
  await page.getByRole('button', { name: 'Hoppa över' }).click();
  await page.locator('up-explore').waitFor();
  const again = await page.context().newPage();
  await again.goto(page.url().split('#')[0]!);
  await again.locator('up-explore').waitFor();
  expect(await again.locator('up-start').count()).toBe(0);
});

it('is met with storage blocked too, and with a link it is not', async () => {
  const blocked = await arrive({
    prepare: (p) =>
      p.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }),
  });
  await blocked.getByRole('button', { name: 'Hoppa över' }).click();
  await blocked.locator('up-explore').waitFor();
  const linked = await openPage({ path: '#show=upstream' });
  await linked.locator('up-explore').waitFor();
});

describe('other models', () => {
  it('are told of where there is nothing to guess', async () => {
    const page = await openPage({ locale: 'sv-SE', path: '#view=start&model=badkaret' });
    await page.getByRole('heading', { name: 'Den här modellen har ingen första minut' }).waitFor();
  });
});
