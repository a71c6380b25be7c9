import type { Measurement } from './measure.ts';

const strategies =
  '#view=compare&own=rescue:0.8,structure:0.3&own2=early:0.9&own3=us_project:0.9&own4=structure:0.9&beside=own,own2,own3,own4&show=own';

/**
 * From an assumption under the hand, which is every strategy's, to the painted comparison: base and four strategies run
 * again in the worker, and charts and tables drawn. Layout is forced, and so measured.
 */
export const comparisonToPaint: Measurement = {
  name: 'assumption to painted comparison, four strategies and base',
  unit: 'ms',
  goal: 16,
  async sample({ browser, siteUrl }) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'sv-SE' });
    try {
      await page.goto(siteUrl + strategies);
      await page.getByText('Vad strategierna ger').first().waitFor();
      return await page.evaluate(async () => {
        const app = document.querySelector('up-app')!;
        const { store, actions } = app;
        const ids = ['base', 'own', 'own2', 'own3', 'own4'];
        const rerun = (): Promise<void> =>
          new Promise((done) => {
            const before = store.get().session.runs;
            const stop = store.subscribe(({ session: { runs } }) => {
              if (!ids.every((id) => runs[id] !== undefined && runs[id] !== before[id])) return;
              stop();
              done();
            });
          });
        const view = app.shadowRoot!.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>(
          'up-compare',
        )!;
        const frame = (): Promise<void> => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
        const samples: number[] = [];
        for (let i = 0; i < 60; i++) {
          await frame();
          const start = performance.now();
          const again = rerun();
          actions.dragAssumption('t_build', 3 + ((i * 37) % 100) / 50);
          await again;
          await view.updateComplete;
          view.getBoundingClientRect();
          if (i >= 10) samples.push(performance.now() - start);
        }
        return samples;
      });
    } finally {
      await page.close();
    }
  },
};
