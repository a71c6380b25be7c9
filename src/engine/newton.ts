import { factorise, solveFor } from './linear.ts';
import type { Factors } from './linear.ts';

/** Equations to be made zero: their values at x, and the size of the terms that cancel in each. */
export type System = (x: Float64Array) => { readonly values: Float64Array; readonly sizes: Float64Array };

/** What is left of the terms of an equation when it counts as zero: some hundred roundings. */
const tolerance = 1e-13;
const mostSteps = 60;
/** The part of x that is moved to measure a slope. */
const nudge = 1e-7;

/** Slopes are used again as long as each step with them leaves less than this part. */
const goodStep = 0.05;

/**
 * Newton's method with slopes by differences, used again while they serve; a step that makes things worse is halved.
 * Gives the x at which all equations are zero but for rounding, or undefined.
 */
export function solveSystem(system: System, start: Float64Array): Float64Array | undefined {
  let x = start;
  let now = system(x);
  let factors: Factors | undefined;
  for (let step = 0; step < mostSteps; step++) {
    const { values, sizes } = now;
    if (!values.every(Number.isFinite)) return undefined;
    const worst = distance(values, sizes);
    const fresh = factors === undefined;
    factors ??= factorise(slopes(system, x, values), x.length);
    if (factors === undefined) return undefined;
    const way = solveFor(factors, values);
    let next = moved(x, way, 1);
    let after = system(next);
    const better = (part: number): boolean => distance(after.values, after.sizes) < part * worst;
    if (worst < tolerance) return better(1) ? next : x;
    if (!fresh && !better(goodStep)) {
      factors = undefined;
      continue;
    }
    for (let share = 0.5; share > 1e-3 && !better(1); share /= 2) {
      next = moved(x, way, share);
      after = system(next);
    }
    // As near as rounding allows, or nowhere near.
    if (!better(1)) return worst < tolerance * 100 ? x : undefined;
    if (fresh && !better(goodStep)) factors = undefined;
    x = next;
    now = after;
  }
  return undefined;
}

const moved = (x: Float64Array, way: Float64Array, share: number): Float64Array =>
  x.map((value, i) => value - share * way[i]!);

/** The largest part of an equation's terms that does not cancel. NaN if any is. */
function distance(values: Float64Array, sizes: Float64Array): number {
  let largest = 0;
  for (const [i, value] of values.entries()) {
    const part = Math.abs(value) / Math.max(sizes[i]!, Number.MIN_VALUE);
    if (Number.isNaN(part)) return NaN;
    largest = Math.max(largest, part);
  }
  return largest;
}

function slopes(system: System, x: Float64Array, values: Float64Array): Float64Array {
  const size = x.length;
  const matrix = new Float64Array(size * size);
  const there = x.slice();
  for (let j = 0; j < size; j++) {
    const by = nudge * Math.max(Math.abs(x[j]!), 1e-3);
    there[j] = x[j]! + by;
    const step = there[j]! - x[j]!;
    const after = system(there).values;
    for (let i = 0; i < size; i++) matrix[i * size + j] = (after[i]! - values[i]!) / step;
    there[j] = x[j]!;
  }
  return matrix;
}
