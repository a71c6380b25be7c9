// Models of other programs, opened by dropping them on the page: computed, charted, and told of in words; and nothing of
// the work that was open is lost.
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { modelText } from '../tools/shipped-models.ts';
import { expectNoAxeFindings, openPage, takePicture } from '../tools/site.ts';

const stella = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0" xmlns:isee="http://iseesystems.com/XMILE">
  <header><name>Karet</name><vendor>isee systems, inc.</vendor><product version="3.0" lang="en">Stella Architect</product></header>
  <sim_specs method="Euler" time_units="Months"><start>0</start><stop>24</stop><dt>0.25</dt></sim_specs>
  <model><variables>
    <stock name="Vatten"><eqn>50</eqn><inflow>Kran</inflow><outflow>Avlopp</outflow><units>Liter</units></stock>
    <flow name="Kran"><eqn>Kranens_läge</eqn><units>Liter/Month</units></flow>
    <flow name="Avlopp"><eqn>Vatten / Tömningstid</eqn><units>Person/Month</units></flow>
    <aux name="Kranens läge"><eqn>12</eqn><units>Liter/Month</units></aux>
    <aux name="Tömningstid"><eqn>8</eqn><units>Month</units></aux>
  </variables></model>
</xmile>`;

/** Files held over the page and let go, as a person does with the mouse. */
async function drop(page: Page, ...files: readonly (readonly [name: string, text: string])[]): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of given) dataTransfer.items.add(new File([text], name));
    const held = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('dragover', held));
    document.body.dispatchEvent(new DragEvent('drop', held));
  }, files);
}

it('a Stella file is computed and charted, its constants move, and the work before it is one click away', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#lang=sv' });
  const rescue = page.getByRole('slider', { name: 'Samordnade platser', exact: true });
  await rescue.focus();
  await page.keyboard.press('End');
  await drop(page, ['karet.stmx', stella]);
  await page.getByRole('heading', { level: 1, name: 'Karet' }).waitFor();
  await page.getByRole('img', { name: /^Vatten/ }).waitFor();
  // At the end of 24 months: 96 − 46 · (1 − 0,25 / 8) ^ 96.
  expect(await page.getByRole('img', { name: /^Vatten/ }).getAttribute('aria-label')).toContain('93,8');
  expect(page.url()).toContain('file=karet.stmx');
  await page.getByText('Öppnad från din fil karet.stmx.').waitFor();
  await page.getByText(/^Vad som inte är som i filen/).click();
  await page
    .getByText(/rad 8, kolumn \d+:/)
    .first()
    .waitFor();
  await expectNoAxeFindings(page);

  const time = page.getByRole('slider', { name: 'Tömningstid' });
  await time.focus();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'Bas med dina antaganden', exact: true }).waitFor();
  await page.getByText('Välj vad diagrammen visar').click();
  await page.getByRole('checkbox', { name: 'Avlopp' }).check();
  await page.getByRole('img', { name: /^Avlopp/ }).waitFor();
  await takePicture(page, 'open-stella');

  // No link carries it, but this browser keeps it.
  await page.getByRole('button', { name: 'Dela', exact: true }).click();
  await page.getByText('Modellen kommer från din fil karet.stmx').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Karet' }).waitFor();
  expect(await page.getByRole('button', { name: 'Ångra', exact: true }).isEnabled()).toBe(true);
  await page.locator('up-place').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Öppna fil eller tidigare arbete' }).click();
  await page
    .locator('up-open')
    .getByRole('button', { name: /^Hela kommunen/ })
    .click();
  await expect.poll(() => page.url()).toContain('own=rescue:1');
});

it('a broken file is told of with its line, and what is open stays', async () => {
  const page = await openPage({
    locale: 'en-GB',
    path: '#lang=en&own=rescue:1&show=own',
    colorScheme: 'dark',
  });
  await page.getByRole('slider', { name: 'Coordinated places', exact: true }).waitFor();
  const before = page.url();
  await drop(page, ['karet.stmx', stella.replace('<eqn>8</eqn>', '<eqn>8 +</eqn>')]);
  await page.getByText('karet.stmx could not be opened').waitFor();
  await page.getByText(/line 10, column \d+:/).waitFor();
  await page.getByText('What you had open is as it was.').waitFor();
  expect(page.url()).toBe(before);
  await expectNoAxeFindings(page);
  await takePicture(page, 'open-broken');
  await drop(page, ['picture.png', 'x']);
  await page.getByText('The format of picture.png cannot be read.').waitFor();
  expect(page.url()).toBe(before);
  // A file of the program's own form, on the whole screen: what it lacks is told there too.
  const lacking = modelText('kommun').replace(/\n +en: .{20,}(?=\n)/, '');
  await drop(page, ['mine.yaml', lacking]);
  await page.getByText('What the file lacks (1)').click();
  await page
    .getByText(/line \d+, column \d+:/)
    .first()
    .waitFor();
  await expectNoAxeFindings(page);
});

it('a model whose assumptions have ranges has its fields in the simple frame, and one without says so', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#v=1&model=badkaret&lang=sv' });
  const switchOn = page.getByRole('switch', { name: 'Visa osäkerhet' });
  await switchOn.waitFor();
  expect(await switchOn.isDisabled()).toBe(true);
  await page.getByText('modellen har inga antaganden med intervall').waitFor();
  await drop(page, ['eget.yaml', modelText('badkaret').replace('shape: fixed', 'shape: uniform')]);
  await page.getByText('Öppnad från din fil eget.yaml.').waitFor();
  await switchOn.click();
  // The tap of 60 a year is drawn between 0 and 200: nine of ten between 10 and 190.
  const tap = page.locator('up-lines-chart', { hasText: 'Nya utanför' });
  await tap.locator('.fan', { hasText: /står\. 500 körningar/ }).waitFor(); // not 222 of 500
  expect(await tap.getByRole('img').getAttribute('aria-label')).toMatch(/mellan 10 och 190/);
});
