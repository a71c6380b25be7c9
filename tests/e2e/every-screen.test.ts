// What holds for every screen: axe finds nothing, nothing is scrolled sideways, at a desk, on a projector, on a phone
// and at 400 % zoom, in both languages and both themes. Pages also fail on any message, as in all journeys.
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { viewIds } from '../../src/app/state.ts';
import { drawers } from '../../src/views/drawers.ts';
import { expectNoAxeFindings, openPage, takePicture } from '../tools/site.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** What a window of 1280 × 1024 is at 400 %. */
const zoomed = { width: 320, height: 256 };

/** When the program is there, nothing is fetched or computed any more, and nothing has moved for five frames. */
async function rest(page: Page): Promise<void> {
  await page.locator('up-app:not([hidden]) main').first().waitFor();
  await page.evaluate(async () => {
    type Root = Document | ShadowRoot;
    const roots = (root: Root): Root[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? roots(e.shadowRoot) : [])),
    ];
    const moves = (root: Root): boolean =>
      root.querySelector('[aria-busy=true]') !== null ||
      root.getAnimations().some((a) => a.playState === 'running' && a.effect?.getTiming().iterations === 1);
    let seen = '';
    for (let calm = 0; calm < 5;) {
      await new Promise(requestAnimationFrame);
      const all = roots(document);
      const now = all.map((root) => root.querySelectorAll('*').length).join();
      calm = now === seen && !all.some(moves) ? calm + 1 : 0;
      seen = now;
    }
  });
}

/** What axe says of colours; all else is the same in both themes. */
const colours = ['color-contrast', 'link-in-text-block'];

async function look(page: Page, name: string, rules?: readonly string[]): Promise<void> {
  await rest(page);
  await expectNoAxeFindings(page, rules).catch((cause: unknown) => {
    throw new Error(name, { cause });
  });
  await expectToFit(page, name);
  await takePicture(page, name);
}

async function expectToFit(page: Page, name: string): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, name).toBeLessThanOrEqual(0);
}

/** The same work in another language: the address carries it. */
async function speak(page: Page, language: 'sv' | 'en'): Promise<void> {
  const hash = new URL(page.url()).hash.replace(/lang=../, `lang=${language}`);
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForFunction((to) => document.documentElement.lang === to, language);
}

it.each(viewIds)('%s', { timeout: 60_000 }, async (view) => {
  const page = await openPage({
    viewport: desk,
    path: `#v=1&view=${view}&own=early:0.5,structure:0.25&show=own&lang=sv`,
  });
  await look(page, `${view}-desk-sv-light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await look(page, `${view}-desk-sv-dark`, colours);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  await rest(page);
  await expectToFit(page, `${view}-phone-sv-light`);
  await speak(page, 'en');
  await look(page, `${view}-phone-en-light`);
  await page.setViewportSize(zoomed);
  await look(page, `${view}-zoomed-en-light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press('f');
  await look(page, `${view}-projector-en-dark`);
});

/** What the drawers that tell of something tell of. */
const about: Readonly<Record<string, string>> = { lever: 'rescue', why: 'outside_all' };

it('drawers', { timeout: 120_000 }, async () => {
  const page = await openPage({
    viewport: desk,
    colorScheme: 'dark',
    path: '#v=1&view=explore&own=early:0.5&show=own&lang=sv',
  });
  for (const { id } of drawers) {
    await rest(page);
    await page.evaluate(([to, of]) => document.querySelector('up-app')!.actions.openDrawer(to, of), [
      id,
      about[id],
    ] as const);
    await page.getByRole('dialog').waitFor();
    await look(page, `drawer-${id}-desk-sv-dark`);
    await page.setViewportSize(phone);
    await speak(page, 'en');
    await look(page, `drawer-${id}-phone-en-dark`);
    await page.getByRole('dialog').focus();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.setViewportSize(desk);
    await speak(page, 'sv');
  }
});

it(
  'forced colours: the levels of water are apart, and what is chosen looks chosen',
  { timeout: 60_000 },
  async () => {
    const page = await openPage({
      viewport: desk,
      forcedColors: 'active',
      path: '#v=1&view=explore&lang=sv',
    });
    await page.locator('up-river-picture .water [data-mark]').first().waitFor();
    await rest(page);
    const colors = (
      selector: string,
      property: 'fill' | 'borderInlineStartColor',
    ): Promise<readonly string[]> =>
      page
        .locator(selector)
        .evaluateAll((found, name) => found.map((e) => getComputedStyle(e)[name]), property);
    const water = await Promise.all(
      ['established', 'schoolRisk', 'entrenched'].map((part) =>
        colors(`up-river-picture .water path[data-mark="${part}"]`, 'fill'),
      ),
    );
    const levels = water.map(([first]) => first);
    expect(new Set(levels).size, levels.join('; ')).toBe(3);
    const [chosen] = await colors('up-app nav button[aria-current]', 'borderInlineStartColor');
    const others = await colors('up-app nav button:not([aria-current])', 'borderInlineStartColor');
    expect(others.length).toBeGreaterThan(2);
    expect(others).not.toContain(chosen);
    await expectNoAxeFindings(page);
    await takePicture(page, 'explore-desk-sv-forced');
  },
);
