import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createEngine } from '../../src/engine/engine.ts';
import { chain } from './engine-models.ts';
import type { Measurement } from './measure.ts';
import { open } from './model.ts';

/** What an engine holds after fifty runs of the chain, when all that nobody holds has been collected; the last result counts. */
export const memoryHeld: Measurement = {
  name: 'chain of 301, held after fifty runs with every series',
  unit: 'kB',
  alone: true,
  sample: () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = (): number => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return (heapUsed + external) / 1000;
    };
    const { model } = chain(100);
    const before = held();
    const engine = createEngine();
    const handle = open(engine, model);
    const samples: number[] = [];
    for (let i = 0; i < 50; i++) {
      const run = engine.run(handle, { policy: {}, scenario: {} }, { series: 'all' });
      if (!run.ok) throw new Error(JSON.stringify(run.error[0]));
      if (i % 10 === 9) samples.push(held() - before);
    }
    return Promise.resolve(samples);
  },
};
