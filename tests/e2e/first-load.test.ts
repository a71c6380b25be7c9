import type { Page } from 'playwright';
import { describe, expect, inject, it, test } from 'vitest';
import { firstLoad } from '../tools/first-load.ts';
import { openPage } from '../tools/site.ts';

test('the first load stays under 120 kB and brings neither the equation parser nor a model', async () => {
  const fetched = await firstLoad(inject('siteUrl'));
  expect(fetched.length).toBeGreaterThan(2);
  const total = fetched.reduce((sum, { size }) => sum + size, 0);
  expect(total, fetched.map(({ file, size }) => `${file} ${size}`).join('\n')).toBeLessThan(120_000);
  // Only names reach `expect`: a failed comparison would be drawn, and that takes minutes for a whole script.
  const holding = (words: RegExp): string[] =>
    fetched.filter(({ text }) => words.test(text)).map(({ file }) => file);
  expect(holding(/createParse|mathjs/)).toEqual([]);
  expect(holding(/policy_start/)).toEqual([]);
});

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** No engine answers: the page stays as it is painted before the program takes over. */
const withoutEngine = (page: Page) =>
  page.addInitScript(() => {
    const silent = { addEventListener() {}, removeEventListener() {}, postMessage() {}, terminate() {} };
    window.Worker = function () {
      return silent;
    } as unknown as typeof Worker;
  });

describe('before the program has come', () => {
  it('nothing that is on the screen moves, and the largest words are there first', async () => {
    const moved = async (viewport: (typeof sizes)[number], path: string): Promise<void> => {
      const page = await openPage({ locale: 'sv-SE', path, viewport, prepare: watchPaints });
      await page.locator(path === '' ? 'up-guess svg' : 'up-river svg.front').waitFor();
      await page.waitForTimeout(1500);
      const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
      const where = `${path} ${viewport.width}`;
      expect(seen.shift, where).toBeLessThan(0.02);
      expect(seen.takenOver, where).toBeGreaterThan(0);
      expect(seen.largest, where).toBeGreaterThan(0);
      expect(seen.largest, where).toBeLessThan(seen.takenOver);
    };
    await Promise.all(sizes.flatMap((size) => [moved(size, ''), moved(size, '#view=explore')]));
  });

  it('the page shows the first screen where the program will, in the language and theme of the reader', async () => {
    const boxes = (page: Page, within: string) =>
      page.evaluate(async (root) => {
        await document.fonts.ready;
        const parts = [`${root} h1`, `${root} h2`, root === '.first' ? '.water' : 'up-guess'];
        const all = (node: ParentNode, selector: string): Element[] => [
          ...node.querySelectorAll(selector),
          ...[...node.querySelectorAll('*')].flatMap((e) =>
            e.shadowRoot ? all(e.shadowRoot, selector) : [],
          ),
        ];
        return parts.map((selector) => {
          const shown = all(document, selector).find((e) => e.getClientRects().length > 0)!;
          const { left, top, width } = shown.getBoundingClientRect();
          return { text: shown.textContent.trim(), place: [left, top, width].map(Math.round) };
        });
      }, within);
    const same = async (viewport: (typeof sizes)[number], locale: string): Promise<void> => {
      const before = await openPage({ locale, path: '', viewport, prepare: withoutEngine });
      const after = await openPage({ locale, path: '', viewport });
      await after.locator('up-guess svg').waitFor();
      const [painted, drawn] = [await boxes(before, '.first'), await boxes(after, 'main#result')];
      expect(painted.slice(0, 2), locale).toEqual(drawn.slice(0, 2));
      // The water has a swell of a few pixels.
      for (const i of [0, 1, 2])
        expect(Math.abs(painted[2]!.place[i]! - drawn[2]!.place[i]!), locale).toBeLessThanOrEqual(4);
    };
    await Promise.all([same(sizes[0], 'sv-SE'), same(sizes[1], 'en-GB')]);

    const other = await openPage({
      locale: 'sv-SE',
      path: '',
      prepare: async (page) => {
        await withoutEngine(page);
        await page.addInitScript(() =>
          localStorage.setItem('uppstroms.preferences', '{"language":"en","theme":"dark"}'),
        );
      },
    });
    await other.getByRole('heading', { name: 'Every year 480 children are born' }).waitFor();
    expect(await other.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(await other.getByText('Varje år föds').isVisible()).toBe(false);
  });

  it('says so when the program cannot be fetched', async () => {
    const page = await openPage({
      locale: 'sv-SE',
      path: '',
      prepare: (p) => p.route(/assets\/index-.*\.js/, (route) => route.abort()),
      expected: [/request failed/, /Failed to load resource/],
    });
    await page.getByRole('alert').filter({ hasText: 'Programmet kunde inte hämtas.' }).waitFor();
    expect(await page.getByText('Varje år föds').isVisible()).toBe(false);
  });
});

interface Seen {
  shift: number;
  largest: number;
  takenOver: number;
}

/** Layout shift in sum, when the largest words were painted, and when the program took over; ms. */
const watchPaints = (page: Page) =>
  page.addInitScript(() => {
    const seen: Seen = { shift: 0, largest: 0, takenOver: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.largest = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new MutationObserver((changes) => {
      const gone = changes.some(({ removedNodes }) =>
        [...removedNodes].some((node) => node instanceof Element && node.className === 'first'),
      );
      if (gone) seen.takenOver = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
