// The life-line on the built site. axe looks at the screen with all others (every-screen.test.ts).
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { openPage, takePicture } from '../tools/site.ts';

const open = async (path: string): Promise<Page> => {
  const page = await openPage({ locale: 'sv-SE', path });
  await page.locator('up-hundred').nth(2).waitFor();
  return page;
};
const title = (page: Page): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();
const outsideAt = async (page: Page, age: number): Promise<number> => {
  const label = await page
    .getByRole('img', { name: `Hundra barn vid ${age} års ålder` })
    .getAttribute('aria-label');
  return Number(/: (\d+) utanför/.exec(label!)![1]);
};
const shareAt = async (page: Page, age: number): Promise<number> => {
  const section = page.locator('up-life section section', { hasText: `Vid ${age} år` });
  const text = ((await section.textContent()) ?? '').replace(/\s+/g, ' ');
  return Number(/lottade liv är ([\d,]+) av hundra/.exec(text)![1]!.replace(',', '.'));
};

it('tells one drawn life, step by step, by keyboard', async () => {
  const page = await open('#view=life');
  expect(await title(page)).toMatch(/^Barn nummer \d+: .* före 43, .*överlämning/);
  await page.getByText(/Tid när ingen har ansvaret/).waitFor();
  await page.getByText(/Ett lottat liv, inte en person/).waitFor();
  const age = page.getByRole('slider', { name: 'Ålder' });
  await age.focus();
  expect(await age.getAttribute('aria-valuetext')).toBe('0 år: Barn 0–5 år. Ansvar: Familj och förskola.');
  for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowRight');
  expect(await age.getAttribute('aria-valuetext')).toMatch(/^7 år: Grundskola, .*Ansvar: Grundskolan\.$/);
  const first = await title(page);
  await page.getByRole('button', { name: 'Lotta ett annat barn' }).click();
  expect(await title(page)).not.toBe(first);
});

it('shows the same hundred children under another strategy, and who changes side', async () => {
  const page = await open('#view=life');
  const base = await outsideAt(page, 30);
  const before = await shareAt(page, 30);
  await page.getByRole('button', { name: 'Gå uppströms' }).click();
  await page.getByText(`I bas ${base} utanför.`).first().waitFor();
  await page
    .getByText(/är innanför som i bas var utanför/)
    .first()
    .waitFor();
  const section = page.locator('up-life section section', { hasText: 'Vid 30 år' });
  const text = ((await section.textContent()) ?? '').replace(/\s+/g, ' ');
  const [better, worse] = text
    .match(/(\d+) är innanför som i bas var utanför, (\d+) är utanför/)!
    .slice(1)
    .map(Number);
  expect(await outsideAt(page, 30)).toBe(base - better! + worse!);
  expect(better! + worse!).toBeGreaterThan(0);
  // A hundred are few: what the strategy does is seen in four thousand.
  expect(await shareAt(page, 30)).toBeLessThan(before);
  await takePicture(page, 'life-upstream');
});

it('follows one who comes as an adult, in the words of that model', async () => {
  const page = await open('#view=life&model=etablering');
  expect(await title(page)).toMatch(/^Person nummer \d+: .* utan arbete de första 15 åren efter ankomsten, /);
  await page.getByText('ny i landet').waitFor();
  const year = page.getByRole('slider', { name: 'År efter ankomsten' });
  expect(await year.getAttribute('aria-valuetext')).toBe(
    'Efter 0 år: I etableringsprogram. Ansvar: Arbetsförmedlingen.',
  );
  const label = await page
    .getByRole('img', { name: 'Hundra personer efter 8 år' })
    .getAttribute('aria-label');
  const [without, within] = label!.match(/\d+(?= utan arbete)|\d+(?= i arbete)/g)!.map(Number);
  expect(without! + within!).toBe(100);
  expect(
    await page
      .locator('up-life')
      .getByText(/[Bb]arn/)
      .count(),
  ).toBe(0);
  await takePicture(page, 'life-newcomer');
});

it('says where a life cannot be followed, and what to do instead', async () => {
  const page = await openPage({ locale: 'sv-SE', path: '#view=life&model=badkaret' });
  await page.getByRole('heading', { name: 'Den här modellen följer inte ett liv' }).waitFor();
  await page.getByRole('button', { name: 'Till modellen' }).click();
  await page.locator('up-model').waitFor();
});
