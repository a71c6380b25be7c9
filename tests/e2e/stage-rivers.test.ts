// The rivers of models without ages: every mark has its card, the table has every flow, and the clock runs.
import { describe, expect, it } from 'vitest';
import { expectNoAxeFindings, openPage } from '../tools/site.ts';

const pages = [
  { model: 'samordning', language: 'sv', colorScheme: 'light', viewport: { width: 1280, height: 720 } },
  { model: 'etablering', language: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

describe.each(pages)('$model', ({ model, language, colorScheme, viewport }) => {
  it('is asked mark by mark, read as a table, and played', { timeout: 40_000 }, async () => {
    const page = await openPage({
      viewport,
      colorScheme,
      path: `#v=1&view=explore&model=${model}&lang=${language}&show=upstream`,
    });
    const river = page.locator('up-river');
    const marks = river.locator('up-river-picture ul').getByRole('button');
    await marks.first().waitFor({ state: 'attached' });
    await expectNoAxeFindings(page);

    const count = await marks.count();
    expect(count).toBeGreaterThan(10);
    for (let i = 0; i < count; i++) {
      const mark = marks.nth(i);
      await mark.focus();
      await page.keyboard.press('Enter');
      const card = river.getByRole('dialog');
      const name = await card.getAttribute('aria-label');
      expect(await mark.getAttribute('aria-label')).toContain(name);
      expect(await card.textContent()).not.toMatch(/NaN|undefined/);
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'hidden' });
    }

    await river.evaluate((element) => Object.assign(element, { speed: 4 }));
    await river.getByRole('button', { name: language === 'sv' ? 'Spela 20 år' : 'Play 20 years' }).click();
    const goesOn = river.getByRole('button', { name: language === 'sv' ? 'Fortsätt till' : 'Go on to' });
    await goesOn.waitFor();
    await river.getByRole('button', { name: language === 'sv' ? 'Som tabell' : 'As a table' }).click();
    expect(await river.getByRole('table').getByRole('row').count()).toBeGreaterThan(count / 2);
    await expectNoAxeFindings(page);
  });
});
