import { sketchEnsemble } from '../../src/analysis/ensemble.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { EnsembleRequest } from '../../src/model/ensemble.ts';
import { timed } from './measure.ts';
import type { Measurement } from './measure.ts';
import { open, readKommun } from './model.ts';

/** 62 years, dt 1/16, RK4, a hundred assumptions drawn, bands of four outcomes for every year. */
function draws(runs: number, settle: boolean): Measurement {
  return {
    name: `kommun: ${runs} draws${settle ? ', each settled first' : ''}`,
    unit: 'ms',
    ...(settle ? { goal: 1000 } : {}),
    alone: true,
    sample: () => {
      const engine = createEngine();
      const handle = open(engine, readKommun());
      const request: EnsembleRequest = {
        experiment: { policy: {}, scenario: {}, ...(settle ? { settle } : {}) },
        vary: 'all',
        outcomes: ['outside_all', 'new_exclusion', 'pv_total', 'pv_public'],
        times: { saveStep: 1 },
        sampler: 'lhs',
        runs,
        seed: 1,
      };
      return timed(runs > 1000 ? 1 : 3, () => {
        const answer = sketchEnsemble(engine, handle, request, { from: 0, to: runs });
        if (!answer.ok) throw new Error(JSON.stringify(answer.error[0]));
      });
    },
  };
}

export const kommunDraws: readonly Measurement[] = [
  draws(1000, false),
  draws(10_000, false),
  draws(1000, true),
];
