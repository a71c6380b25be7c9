// What holds for every screen: axe finds nothing, nothing is scrolled sideways, at a desk, on a projector, on a phone
// and at 400 % zoom, in both languages and both themes. Pages also fail on any message, as in all journeys.
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { viewIds } from '../../src/app/state.ts';
import { drawers } from '../../src/views/drawers.ts';
import { expectNoAxeFindings, openPage, takePicture } from '../tools/site.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** What a window of 1280 × 1024 is at 400 %. */
const zoomed = { width: 320, height: 256 };

/** When the program is there, and nothing is fetched or computed any more. */
async function rest(page: Page): Promise<void> {
  await page.locator('up-app:not([hidden]) main').first().waitFor();
  await page.waitForFunction(() => {
    const busy = (root: Document | ShadowRoot): boolean =>
      [...root.querySelectorAll('*')].some(
        (e) => e.getAttribute('aria-busy') === 'true' || (e.shadowRoot !== null && busy(e.shadowRoot)),
      );
    return !busy(document);
  });
  await page.waitForTimeout(200);
}

async function look(page: Page, name: string): Promise<void> {
  await rest(page);
  await expectNoAxeFindings(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await takePicture(page, name);
}

/** The same work in the other language: the address carries it. */
async function inEnglish(page: Page): Promise<void> {
  const hash = new URL(page.url()).hash.replace('lang=sv', 'lang=en');
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForFunction(() => document.documentElement.lang === 'en');
}

describe.each(viewIds)('%s', (view) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(colorScheme, { timeout: 60_000 }, async () => {
      const page = await openPage({
        viewport: desk,
        colorScheme,
        path: `#v=1&view=${view}&own=early:0.5,structure:0.25&show=own&lang=sv`,
      });
      await look(page, `${view}-desk-sv-${colorScheme}`);
      await inEnglish(page);
      if (colorScheme === 'light') {
        await page.setViewportSize(phone);
        await look(page, `${view}-phone-en-${colorScheme}`);
        await page.setViewportSize(zoomed);
        await look(page, `${view}-zoomed-en-${colorScheme}`);
      } else {
        await page.setViewportSize({ width: 1280, height: 720 });
        await page.keyboard.press('f');
        await look(page, `${view}-projector-en-${colorScheme}`);
      }
    });
  }
});

/** What the drawers that tell of something tell of. */
const about: Readonly<Record<string, string>> = { lever: 'rescue', why: 'outside_all' };

it.each(drawers.map(({ id }) => id))('drawer %s', { timeout: 60_000 }, async (id) => {
  const page = await openPage({
    viewport: desk,
    colorScheme: 'dark',
    path: '#v=1&view=explore&own=early:0.5&show=own&lang=sv',
  });
  await rest(page);
  const open = (drawer: string, of: string | undefined): void => {
    const app = document.querySelector('up-app') as unknown as {
      actions: { openDrawer(id: string, about?: string): void };
    };
    app.actions.openDrawer(drawer, of);
  };
  await page.evaluate(`(${open.toString()})(${JSON.stringify(id)}, ${JSON.stringify(about[id])})`);
  await page.getByRole('dialog').waitFor();
  await look(page, `drawer-${id}-desk-sv-dark`);
  await page.setViewportSize(phone);
  await inEnglish(page);
  await look(page, `drawer-${id}-phone-en-dark`);
  await page.getByRole('dialog').focus();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
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
