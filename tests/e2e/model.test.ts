// The model's glasses on the built site: why a number is what it is, structure, loops, limits and tests. axe looks at the
// screen and the drawer with all others (every-screen.test.ts), and here at what a journey opens.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { expectNoAxeFindings, openPage, takePicture } from '../tools/site.ts';

const open = async (path = '#view=model&show=upstream'): Promise<Page> => {
  const page = await openPage({ locale: 'sv-SE', path });
  await page.locator('up-structure .node').first().waitFor();
  await page.locator('up-explanation').waitFor();
  return page;
};
const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ');

it('traces a number back to a constant and its source', async () => {
  const page = await open();
  const why = page.locator('aside');
  await why.getByText('1 400 personer').waitFor();
  const rows = await why
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) =>
        Number(
          [...row.querySelectorAll('td')]
            .at(-1)!
            .textContent.replaceAll(/\s/g, '')
            .replace('−', '-')
            .replace(',', '.'),
        ),
      ),
    );
  // 1 400 against 1 836: the parts are the whole difference, each rounded to three figures.
  expect(Math.abs(rows.reduce((a, b) => a + b, 0) + 436)).toBeLessThan(1.5);
  for (const name of [
    'Nyanlända i glappet',
    'Från program till glappet',
    'Andel i arbete efter programmet',
    'Andel i arbete efter programmet i dag',
  ]) {
    await why.getByRole('button', { name, exact: true }).last().click();
    await why.getByRole('heading', { name, level: 2 }).waitFor();
  }
  await why.getByText(/Rimligt mellan/).waitFor();
  await why.getByText(/Härledd ur SCB 2017/).waitFor();
});

it('is walked along its arrows by keyboard: each variable says its name and its value, and Enter opens it', async () => {
  const page = await open();
  const heard = async (): Promise<string> =>
    plain(await page.locator('up-structure .node:focus').getAttribute('aria-label'));
  await page.locator('up-structure .node[tabindex="0"]').focus();
  await expect.poll(heard).toMatch(/^Grundskola, på spåret, stock, 4 \d{3} personer$/);
  await page.keyboard.press('ArrowRight');
  expect(await heard()).toMatch(/^Hamnar efter i grundskolan, flöde, [\d,]+ personer per år$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hamnar efter i grundskolan', level: 2 }).waitFor();
  await page.keyboard.press('ArrowRight');
  expect(await heard()).toMatch(/^Grundskola, har hamnat efter, stock/);
});

it('gives the model as a file', async () => {
  const page = await open();
  const given = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Ladda ner modellen som YAML' }).click();
  const file = await given;
  expect(file.suggestedFilename()).toBe('kommun.yaml');
  expect(await readFile(await file.path(), 'utf8')).toBe(await readFile('models/kommun/model.yaml', 'utf8'));
  await page.getByText('Sparad som kommun.yaml.').waitFor();
});

it('shows structure, loops, limits and tests, and the list as the diagram’s twin', async () => {
  const page = await open();
  await page.locator('up-model select').selectOption('part:styrning');
  await page.locator('up-structure .node[data-id="perceived_pressure"]').click();
  await page.getByRole('heading', { name: 'Upplevt förändringstryck', level: 2 }).waitFor();
  const plot = page.getByRole('group', { name: /^Diagram med/ });
  const before = await plot.locator('svg').getAttribute('viewBox');
  await page.keyboard.press('+');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await plot.locator('svg').getAttribute('viewBox')).not.toBe(before);
  await takePicture(page, 'model-diagram');

  await page.getByText('Lista', { exact: true }).click();
  await page.getByRole('searchbox').fill('kostnadspress');
  await page.getByRole('button', { name: 'Kostnadspress', exact: true }).click();
  await page.getByRole('heading', { name: 'Kostnadspress', level: 2 }).waitFor();
  await expectNoAxeFindings(page);

  await page.getByText('Slingor', { exact: true }).click();
  await page.locator('up-loop-list li').nth(9).waitFor();
  expect(plain(await page.locator('up-loop-list li').first().textContent())).toContain('förstärker');
  await expectNoAxeFindings(page);

  await page.getByText('Prov och gränser', { exact: true }).click();
  await page.getByText('Den är ingen prognos.').waitFor();
  await page.getByText('Alla räknas').waitFor();
  await expectNoAxeFindings(page);
});

it('answers for models of other times too', async () => {
  const page = await open('#view=model&model=badkaret');
  await page.getByText('Modellens fil säger inte').waitFor({ state: 'detached' });
  await page.getByText('Slingor', { exact: true }).click();
  await page.locator('up-loop-list').waitFor();
});
