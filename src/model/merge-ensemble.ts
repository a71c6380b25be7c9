import { must } from '../base/assert.ts';
import { QuantileSketch } from '../base/quantiles.ts';
import type { Ensemble, EnsemblePart } from './ensemble.ts';

/** Takes in parts of an ensemble as they come, and tells the bands of those that have. */
export interface EnsembleSum {
  readonly add: (part: EnsemblePart) => void;
  /** Runs so far. */
  readonly runs: () => number;
  readonly bands: (shares: readonly number[]) => Ensemble;
}

export function ensembleSum(): EnsembleSum {
  let first: EnsemblePart | undefined;
  let sketches: readonly QuantileSketch[] = [];
  let [runs, failed] = [0, 0];
  return {
    add: (part) => {
      if (first === undefined) sketches = part.sketches.map(() => new QuantileSketch());
      first ??= part;
      for (const [i, sketch] of sketches.entries()) sketch.merge(part.sketches[i]!);
      runs += part.runs;
      failed += part.failed;
    },
    runs: () => runs,
    bands: (shares) => {
      const { times, outcomes } = must(first, 'a part');
      const bands = outcomes.map((outcome, i) => {
        const values = new Float64Array(shares.length * times.length);
        for (let row = 0; row < times.length; row++) {
          const found = sketches[i * times.length + row]!.quantiles(shares);
          for (const [k, value] of found.entries()) values[k * times.length + row] = value;
        }
        return { outcome, values };
      });
      return { times, shares, bands, runs, failed };
    },
  };
}
