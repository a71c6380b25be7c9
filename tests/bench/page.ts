import type { Page } from 'playwright';
import type { Bench, Measurement } from './measure.ts';

async function withPage<T>({ browser, siteUrl }: Bench, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'sv-SE' });
  try {
    await page.goto(`${siteUrl}#view=explore`);
    await page.getByText('1 836').first().waitFor();
    return await work(page);
  } finally {
    await page.close();
  }
}

/**
 * From a lever's input event to the frame that shows the new headline: the run in the worker, the state, every
 * element and both charts of five lines. Measured in the page; the frame counts as painted when the task after it runs.
 */
export const leverToPaint = lever('lever to painted frame, five strategies on screen', false);

/** The same while the river's clock runs. */
export const leverToPaintInMotion = lever('lever to painted frame, the river in motion', true);

function lever(name: string, moving: boolean): Measurement {
  return {
    name,
    unit: 'ms',
    goal: 16,
    sample: (bench) => withPage(bench, (page) => page.evaluate(moveLever, moving)),
  };
}

/** Runs in the page. */
async function moveLever(moving: boolean): Promise<number[]> {
  const inside = (element: Element | null | undefined, selector: string): HTMLElement => {
    const found = element?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`${selector} is not there`);
    return found;
  };
  const waitFor = async (there: () => unknown): Promise<void> => {
    while (!there()) await new Promise((go) => setTimeout(go, 20));
  };
  const explore = inside(document.querySelector('up-app'), 'up-explore');
  await waitFor(() => explore.shadowRoot?.querySelector('up-headline'));
  const input = inside(inside(inside(explore, 'up-explore-levers'), 'up-lever'), 'input') as HTMLInputElement;
  const holder = inside(explore, 'up-explore-river');
  await waitFor(() => holder.shadowRoot?.querySelector('up-river'));
  const river = inside(holder, 'up-river') as HTMLElement & { playing: boolean; time: number };
  /** The clock stops at the end of each term: it is started again from year 4. */
  const flow = (): void => {
    if (moving && !river.playing) Object.assign(river, { time: 4, playing: true });
  };
  const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  /** When the number changes: told by the page itself, since asking again and again would be measured too. */
  const change = (): Promise<void> =>
    new Promise((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        done();
      });
      const watched = { subtree: true, childList: true, characterData: true };
      observer.observe(inside(explore, 'up-headline').shadowRoot!, watched);
    });

  const samples: number[] = [];
  for (let i = 0; i < 120; i++) {
    flow();
    await painted();
    const changing = change();
    const start = performance.now();
    input.value = String(((i * 37) % 100) / 100);
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    // Two settings may round to the same number: nothing changes then, and there is nothing to measure.
    const late = new Promise<'late'>((done) => setTimeout(done, 500, 'late' as const));
    if ((await Promise.race([changing, late])) === 'late') continue;
    const changed = performance.now() - start;
    // What is left of the frame (layout and paint) is forced, and so measured, rather than waited for.
    input.getBoundingClientRect();
    if (i >= 20) samples.push(Math.max(changed, performance.now() - start));
  }
  return samples;
}

/** The page's own work for one frame of the playing river, and what else the page does meanwhile. */
export const riverFrame: Measurement = {
  name: 'one frame of the river in motion, the page’s own work',
  unit: 'ms',
  goal: 16,
  sample: (bench) =>
    withPage(bench, async (page) => {
      await page.locator('up-river').waitFor();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const busy = async (): Promise<number> => {
        const { metrics } = await session.send('Performance.getMetrics');
        return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
      };
      const samples: number[] = [];
      for (let i = 0; i < 4; i++) {
        await page.locator('up-river').evaluate((river) => Object.assign(river, { time: 4, playing: true }));
        const before = await busy();
        const frames = await page.evaluate(async () => {
          const end = performance.now() + 600;
          let count = 0;
          while (performance.now() < end) {
            await new Promise(requestAnimationFrame);
            count++;
          }
          return count;
        });
        samples.push(((await busy()) - before) / frames);
      }
      return samples.slice(1);
    }),
};

/** From the request to the first paint of content, from the built site on this machine. */
export const firstPaint: Measurement = {
  name: 'first useful paint',
  unit: 'ms',
  goal: 1000,
  sample: async (bench) => {
    const samples: number[] = [];
    for (let i = 0; i < 5; i++) {
      samples.push(
        await withPage(bench, (page) =>
          page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
        ),
      );
    }
    return samples;
  },
};

/** From the request to the headline number on the screen: model read, compiled and run. */
export const firstNumber: Measurement = {
  name: 'request to the headline number',
  unit: 'ms',
  sample: async ({ browser, siteUrl }) => {
    const samples: number[] = [];
    for (let i = 0; i < 5; i++) {
      const page = await browser.newPage({ locale: 'sv-SE' });
      const start = performance.now();
      await page.goto(`${siteUrl}#view=explore`, { waitUntil: 'commit' });
      // Asked in each frame: a locator asks ever more seldom, and would be half a second late.
      await page.waitForFunction(
        () => {
          const app = document.querySelector<HTMLElement>('up-app');
          const explore = app?.hidden === false && app.shadowRoot?.querySelector('up-explore');
          const headline = explore && explore.shadowRoot?.querySelector('up-headline');
          return headline && headline.shadowRoot?.textContent.includes('1\u00a0836');
        },
        undefined,
        { polling: 'raf' },
      );
      samples.push(performance.now() - start);
      await page.close();
    }
    return samples;
  },
};
