import { must } from '../base/assert.ts';
import type { Clock } from '../model/model.ts';
import type { FixedPlan, Outcome } from './plan.ts';

/** A run in stretches of different steps: what comes out, and the times of its rows. */
export interface ClockedOutcome {
  readonly outcome: Outcome;
  readonly times: Float64Array<ArrayBuffer>;
}

/**
 * Runs each stretch by itself, from the stocks that the one before left. Nothing else passes from one to the next, so
 * a model with such a clock reads no past.
 */
export function runClock(clock: Clock, plan: FixedPlan, run: (plan: FixedPlan) => Outcome): ClockedOutcome {
  const times: number[] = [];
  /** The values at each moment, one list per series. */
  const rows = plan.series.map((): number[] => []);
  let initials = plan.initials;
  let opening: Float64Array | undefined;
  let totals: Float64Array | undefined;
  for (const [i, { start, dt, steps }] of clock.stretches.entries()) {
    const grid = { start, dt, steps, stop: start + steps * dt, saveEvery: 1, rows: steps + 1 };
    const outcome = run({ ...plan, grid, initials });
    opening ??= outcome.opening;
    totals =
      totals === undefined ? outcome.totals : totals.map((total, flow) => total + outcome.totals[flow]!);
    initials = outcome.closing;
    // A stretch ends where the next begins.
    const count = i === clock.stretches.length - 1 ? grid.rows : steps;
    for (let k = 0; k < count; k++) {
      times.push(start + k * dt);
      rows.forEach((values, series) => values.push(outcome.values[series * grid.rows + k]!));
    }
  }
  const saved = new Set(clock.saved.map(exactly));
  const kept = [...times.keys()].filter((k) => saved.has(exactly(times[k]!)));
  const values = new Float64Array(plan.series.length * kept.length);
  rows.forEach((own, series) => kept.forEach((k, row) => (values[series * kept.length + row] = own[k]!)));
  return {
    outcome: {
      values,
      opening: must(opening, 'a stretch'),
      closing: initials,
      totals: must(totals, 'a stretch'),
    },
    times: Float64Array.from(kept, (k) => times[k]!),
  };
}

/** A time without the rounding of its last digits. */
const exactly = (time: number): string => time.toPrecision(12);
