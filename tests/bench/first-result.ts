import { createEngine } from '../../src/engine/engine.ts';
import type { Measurement } from './measure.ts';
import { chain } from './engine-models.ts';
import { open } from './model.ts';

/** A chain of about so many equations, 400 steps: checked, ordered, compiled, run once with every series. */
function firstResult(equations: number, goal?: number): Measurement {
  return {
    name: `engine: ${equations} equations, model to first result`,
    unit: 'ms',
    ...(goal === undefined ? {} : { goal }),
    alone: true,
    sample: () => {
      const samples: number[] = [];
      for (let i = 0; i < (equations > 2000 ? 5 : 12); i++) {
        // Another model each time: the browser keeps the code of modules that it has seen.
        const { model } = chain(Math.round(equations / 3) + i);
        const start = performance.now();
        const engine = createEngine();
        const handle = open(engine, model);
        const run = engine.run(handle, { policy: {}, scenario: {} }, { series: 'all', stop: 25 });
        if (!run.ok) throw new Error(JSON.stringify(run.error[0]));
        if (i >= 2) samples.push(performance.now() - start);
      }
      return Promise.resolve(samples);
    },
  };
}

export const firstResults: readonly Measurement[] = [
  firstResult(100),
  firstResult(301, 2),
  firstResult(1000),
  firstResult(3001),
  firstResult(10_000, 60),
];
