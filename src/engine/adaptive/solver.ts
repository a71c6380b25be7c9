import type { System } from './system.ts';

export interface Tolerance {
  /** Part of a stock's size, and size, that a step may be wrong by. */
  readonly relative: number;
  readonly absolute: number;
  /** Steps, those that were not taken included, before a solver gives up. */
  readonly steps: number;
}

/** One try at a step, and where it leads: error is 1 at the tolerance; `within` interpolates at a share of the step. */
export interface Attempt {
  readonly error: number;
  readonly state: Float64Array;
  readonly within: (share: number, into: Float64Array) => void;
}

export interface Solver {
  /** Order of the error estimate plus one: how the error goes with the step. */
  readonly order: number;
  /** @param fresh the moment is another than at the last try */
  readonly attempt: (time: number, state: Float64Array, step: number, fresh: boolean) => Attempt;
}

export type Ending =
  | { readonly kind: 'done' }
  | { readonly kind: 'steps' | 'small'; readonly time: number; readonly state: Float64Array };

/** Root mean square of the errors of stocks, in units of what is allowed. */
export function sizeOf(
  stocks: number,
  error: Float64Array,
  from: Float64Array,
  to: Float64Array,
  allowed: Tolerance,
): number {
  let sum = 0;
  for (let i = 0; i < stocks; i++) {
    const size = Math.max(Math.abs(from[i]!), Math.abs(to[i]!));
    sum += (error[i]! / (allowed.absolute + allowed.relative * size)) ** 2;
  }
  return Math.sqrt(sum / Math.max(1, stocks));
}

/**
 * From time to time with steps as long as the tolerance allows (Hairer, Nørsett and Wanner, Solving Ordinary Differential
 * Equations I, ch. II.4, with their PI controller), `save` at each of `times` by the solver's own interpolation.
 */
export function solve(
  system: System,
  solver: Solver,
  allowed: Tolerance,
  from: { readonly time: number; readonly state: Float64Array },
  times: Float64Array,
  save: (row: number, state: Float64Array) => void,
): Ending {
  let { time, state } = from;
  const last = times.at(-1)!;
  const at = new Float64Array(system.size);
  let row = 0;
  while (row < times.length && times[row]! <= time) {
    if (times[row] === time) save(row, state);
    row++;
  }
  let step = firstStep(system, solver, allowed, time, state, last);
  let before = 1e-4;
  let fresh = true;
  for (let tried = 0; row < times.length; tried++) {
    if (tried >= allowed.steps) return { kind: 'steps', time, state };
    if (!(Math.abs(step) > 1e-14 * Math.max(Math.abs(time), 1e-14))) return { kind: 'small', time, state };
    const length = time + 1.01 * step >= last ? last - time : step;
    const { error, state: next, within } = solver.attempt(time, state, length, fresh);
    if (!(error <= 1)) {
      step = length * (Number.isFinite(error) ? Math.max(0.2, 0.9 * error ** (-1 / solver.order)) : 0.1);
      fresh = false;
      continue;
    }
    const end = length === last - time ? last : time + length;
    for (; row < times.length && times[row]! <= end; row++) {
      if (times[row] === end) save(row, next);
      else {
        within((times[row]! - time) / length, at);
        save(row, at);
      }
    }
    const [p, i] = [0.7 / solver.order, 0.4 / solver.order];
    const size = Math.max(error, 1e-10);
    step = length * Math.min(5, Math.max(0.2, 0.9 * size ** -p * before ** i));
    before = Math.max(size, 1e-4);
    [time, state, fresh] = [end, Float64Array.from(next), true];
  }
  return { kind: 'done' };
}

/** A step over which the state changes by about a hundredth, and the slope hardly. */
function firstStep(
  system: System,
  { order }: Solver,
  allowed: Tolerance,
  time: number,
  state: Float64Array,
  last: number,
): number {
  const { stocks } = system;
  const span = last - time;
  const [slope, later, moved] = [0, 0, 0].map(() => new Float64Array(system.size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  system.slopes(time, state, slope);
  const [d0, d1] = [state, slope].map((v) => sizeOf(stocks, v, state, state, allowed)) as [number, number];
  const guess = Math.min(span, d0 < 1e-5 || d1 < 1e-5 ? 1e-6 * span : (0.01 * d0) / d1);
  for (let i = 0; i < moved.length; i++) moved[i] = state[i]! + guess * slope[i]!;
  system.slopes(time + guess, moved, later);
  for (let i = 0; i < later.length; i++) later[i]! -= slope[i]!;
  const d2 = sizeOf(stocks, later, state, state, allowed) / guess;
  const steep = Math.max(d1, d2);
  const second = steep <= 1e-15 ? Math.max(1e-6 * span, guess * 1e-3) : (0.01 / steep) ** (1 / order);
  return Math.min(100 * guess, second, span);
}
