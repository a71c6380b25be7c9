import { factorise, solveFor } from './linear.ts';
import type { Factors } from './linear.ts';

/** What a system of equations is at some x: their values, to be made zero, and the size of the terms that cancel in each. */
export interface Residual {
  readonly values: Float64Array;
  readonly sizes: Float64Array;
}

/** Equations to be made zero: writes what they are at x, as many as x has elements. */
export type System = (x: Float64Array, into: Residual) => void;

/** What is left of the terms of an equation when it counts as zero: some hundred roundings. */
const tolerance = 1e-13;
const mostSteps = 60;
/** The part of x that is moved to measure a slope, and the least size that counts for it. */
const nudge = 1e-7;
const leastSize = 1e-3;

/** Slopes are used again as long as each step with them leaves less than this part. */
const goodStep = 0.05;
/** Steps with the slopes of somewhere near; about as many cost what slopes of one's own do. */
const mostNearSteps = 24;

const residualOf = (size: number): Residual => ({
  values: new Float64Array(size),
  sizes: new Float64Array(size),
});

/**
 * Newton's method with slopes by differences, used again while they serve; a step that makes things worse is halved.
 * Gives the x at which all equations are zero but for rounding, or undefined.
 */
export function solveSystem(system: System, start: Float64Array): Float64Array | undefined {
  let x = start;
  let [now, after] = [residualOf(x.length), residualOf(x.length)];
  let factors: Factors | undefined;
  system(x, now);
  for (let step = 0; step < mostSteps; step++) {
    if (!now.values.every(Number.isFinite)) return undefined;
    const worst = distance(now);
    const fresh = factors === undefined;
    factors ??= factorise(slopesAt(system, x, now.values), x.length);
    if (factors === undefined) return undefined;
    const way = solveFor(factors, now.values);
    let next = moved(x, way, 1);
    system(next, after);
    const better = (part: number): boolean => distance(after) < part * worst;
    if (worst < tolerance) return better(1) ? next : x;
    if (!fresh && !better(goodStep)) {
      factors = undefined;
      continue;
    }
    for (let share = 0.5; share > 1e-3 && !better(1); share /= 2) {
      next = moved(x, way, share);
      system(next, after);
    }
    // As near as rounding allows, or nowhere near.
    if (!better(1)) return worst < tolerance * 100 ? x : undefined;
    if (fresh && !better(goodStep)) factors = undefined;
    x = next;
    [now, after] = [after, now];
  }
  return undefined;
}

/**
 * Broyden's method (Math. Comp. 19, 1965; in the form of Kelley, Iterative Methods for Linear and Nonlinear Equations,
 * 1995, ch. 7): begins with the slopes of somewhere near and learns from each step how they differ. Undefined where that
 * does not lead to a root soon.
 */
export function solveNear(system: System, start: Float64Array, slopes: Factors): Float64Array | undefined {
  const x = start.slice();
  const now = residualOf(x.length);
  const steps: { readonly way: Float64Array; readonly square: number }[] = [];
  // Elements of x count by their size, or the largest would speak for all.
  const weights = start.map((value) => 1 / Math.max(Math.abs(value), leastSize) ** 2);
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += weights[i]! * a[i]! * b[i]!;
    return sum;
  };
  system(x, now);
  let least = Infinity;
  for (let step = 0; step < mostNearSteps; step++) {
    const worst = distance(now);
    if (worst < tolerance) return x;
    if (!(worst < 10 * least)) return undefined;
    least = Math.min(least, worst);
    const way = solveFor(slopes, now.values);
    for (let i = 0; i < way.length; i++) way[i] = -way[i]!;
    for (let k = 0; k < steps.length; k++) {
      const { way: before, square } = steps[k]!;
      const part = product(before, way) / square;
      const next = steps[k + 1];
      if (next === undefined) for (let i = 0; i < way.length; i++) way[i]! /= 1 - part;
      else for (let i = 0; i < way.length; i++) way[i]! += next.way[i]! * part;
    }
    steps.push({ way, square: product(way, way) });
    for (let i = 0; i < x.length; i++) x[i]! += way[i]!;
    system(x, now);
  }
  return undefined;
}

const moved = (x: Float64Array, way: Float64Array, share: number): Float64Array =>
  x.map((value, i) => value - share * way[i]!);

/** The largest part of an equation's terms that does not cancel. NaN if any is. */
function distance({ values, sizes }: Residual): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const part = Math.abs(values[i]!) / Math.max(sizes[i]!, Number.MIN_VALUE);
    if (Number.isNaN(part)) return NaN;
    largest = Math.max(largest, part);
  }
  return largest;
}

/** How each equation changes with each element of x, row by row, by differences. */
export function slopesAt(system: System, x: Float64Array, here?: Float64Array): Float64Array {
  const size = x.length;
  const matrix = new Float64Array(size * size);
  const [there, after] = [x.slice(), residualOf(size)];
  let values = here;
  if (values === undefined) {
    system(x, after);
    values = after.values.slice();
  }
  for (let j = 0; j < size; j++) {
    const by = nudge * Math.max(Math.abs(x[j]!), leastSize);
    there[j] = x[j]! + by;
    const step = there[j]! - x[j]!;
    system(there, after);
    for (let i = 0; i < size; i++) matrix[i * size + j] = (after.values[i]! - values[i]!) / step;
    there[j] = x[j]!;
  }
  return matrix;
}
