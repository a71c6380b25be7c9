import { assertNever } from '../base/assert.ts';
import type { Distribution } from '../model/variable.ts';
import { numberFunctions } from '../numeric/numeric.ts';

/**
 * The value below which a share of a distribution lies; only arithmetic and our own functions, so that a draw has the
 * same bits in every browser.
 * @param mode of `triangular` and `pert`, and the value of `fixed`
 */
export function quantileOf({ shape, min, max }: Distribution, mode: number): (share: number) => number {
  const span = max - min;
  if (!(span > 0)) return () => mode;
  const peak = Math.min(1, Math.max(0, (mode - min) / span));
  switch (shape) {
    case 'fixed':
      return () => mode;
    case 'uniform':
      return (share) => min + span * share;
    case 'triangular':
      return (share) =>
        share < peak
          ? min + span * Math.sqrt(share * peak)
          : max - span * Math.sqrt((1 - share) * (1 - peak));
    case 'pert': {
      const inUnit = pertQuantile(peak);
      return (share) => min + span * inUnit(share);
    }
    default:
      return assertNever(shape);
  }
}

/** Tables that are kept, by their mode: those of one model, which are asked for again for every stretch of its draws. */
const keptTables = 256;
const tables = new Map<number, (share: number) => number>();

function pertQuantile(mode: number): (share: number) => number {
  const found = tables.get(mode) ?? pertTable(mode);
  tables.set(mode, found);
  for (const oldest of tables.keys()) {
    if (tables.size <= keptTables) break;
    tables.delete(oldest);
  }
  return found;
}

const cells = 256;

/**
 * PERT on [0, 1]: density ∝ x^(4m) (1 − x)^(4 − 4m). Its integral is tabled by Simpson's rule over t, where
 * x = t² (3 − 2t) takes the steepness from the ends, and inverted within a cell by bisection. Error below 1e-6.
 */
function pertTable(mode: number): (share: number) => number {
  const { pow } = numberFunctions;
  const xOf = (t: number): number => t * t * (3 - 2 * t);
  const density = (t: number): number => {
    const x = xOf(t);
    return pow(x, 4 * mode) * pow(1 - x, 4 - 4 * mode) * 6 * t * (1 - t);
  };
  const points = Array.from({ length: 2 * cells + 1 }, (_, i) => density(i / (2 * cells)));
  const mass = new Float64Array(cells + 1);
  for (let cell = 0; cell < cells; cell++) {
    const [a, b, c] = [points[2 * cell]!, points[2 * cell + 1]!, points[2 * cell + 2]!];
    mass[cell + 1] = mass[cell]! + (a + 4 * b + c) / (6 * cells);
  }
  const whole = mass[cells]!;
  /** Integral over the first part of a cell, of the parabola through its three points. */
  const within = (cell: number, part: number): number => {
    const [a, b, c] = [points[2 * cell]!, points[2 * cell + 1]!, points[2 * cell + 2]!];
    const slope = 4 * b - 3 * a - c;
    const bend = 2 * a - 4 * b + 2 * c;
    return ((a + (slope / 2 + (bend / 3) * part) * part) * part) / cells;
  };
  return (share) => {
    const target = share * whole;
    let [first, last] = [0, cells - 1];
    while (first < last) {
      const half = (first + last) >> 1;
      if (mass[half + 1]! > target) last = half;
      else first = half + 1;
    }
    let [from, to] = [0, 1];
    for (let i = 0; i < 44; i++) {
      const half = (from + to) / 2;
      if (mass[first]! + within(first, half) < target) from = half;
      else to = half;
    }
    return xOf((first + (from + to) / 2) / cells);
  };
}
