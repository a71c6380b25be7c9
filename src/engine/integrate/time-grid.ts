import { error } from '../../base/diagnostic.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { SimSpecs } from '../../model/model.ts';

/** The moments of a run. Step k is at `start + k·dt`; row r is saved at step `r·saveEvery`. */
export interface TimeGrid {
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
  readonly steps: number;
  readonly saveEvery: number;
  readonly rows: number;
}

/** How far, in steps, a time may be from a whole number of steps: room for the rounding of 0.1 and its kind. */
const slack = 1e-6;

/**
 * The last step is the last that does not pass `stop`. Fails with `bad-time` if `stop` is not after `start`, `dt` is
 * not positive or longer than the run, or `saveStep` is not a whole number of `dt`.
 */
export function timeGrid(
  specs: Pick<SimSpecs, 'start' | 'stop' | 'dt' | 'saveStep'>,
): Result<TimeGrid, Diagnostic> {
  const { start, stop, dt, saveStep } = specs;
  const bad = (problem: 'order' | 'step' | 'save', step: number) =>
    fail(error('bad-time', { problem, start, stop, step }));
  const span = stop - start;
  if (!(span > 0 && Number.isFinite(span))) return bad('order', dt);
  const steps = Math.floor(span / dt + slack);
  if (!(dt > 0 && steps >= 1)) return bad('step', dt);
  const saveEvery = Math.round(saveStep / dt);
  if (!(saveEvery >= 1 && Math.abs(saveStep / dt - saveEvery) < slack)) return bad('save', saveStep);
  return ok({ start, stop, dt, steps, saveEvery, rows: Math.floor(steps / saveEvery) + 1 });
}

/** The saved times, `rows` of them. */
export function savedTimes(grid: TimeGrid): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: grid.rows }, (_, row) => grid.start + row * grid.saveEvery * grid.dt);
}
