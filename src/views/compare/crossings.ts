import type { StrategyReading } from '../../app/readings.ts';
import { must } from '../../base/assert.ts';
import { seriesOf, type Run } from '../../model/experiment.ts';
import type { VariableId } from '../../model/variable.ts';

/** A place where one strategy's line goes below another's. */
export interface Meeting {
  readonly lower: StrategyReading;
  readonly higher: StrategyReading;
  /** Years after year 0. */
  readonly year: number;
  readonly value: number;
}

/** Every meeting of two lines within so many years from year 0, in the order of time. */
export function meetings(
  rows: readonly StrategyReading[],
  name: VariableId,
  { from, years, apart }: { readonly from: number; readonly years: number; readonly apart: number },
): readonly Meeting[] {
  const found = rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap((b) => {
      if (a.run === undefined || b.run === undefined) return [];
      return crossingsOf(a.run, b.run, name, { from, to: from + years, apart }).map(
        ({ time, value, first }) => ({
          lower: first ? a : b,
          higher: first ? b : a,
          year: time - from,
          value,
        }),
      );
    }),
  );
  return found.sort((a, b) => a.year - b.year);
}

interface Crossing {
  readonly time: number;
  readonly value: number;
  /** Whether it is the first run whose line goes below. */
  readonly first: boolean;
}

/**
 * Where two lines cross and part, linear between saved times. Touching, and trembling about each other nearer than
 * `apart`, is no crossing.
 */
export function crossingsOf(
  a: Run,
  b: Run,
  name: VariableId,
  { from, to, apart }: { readonly from: number; readonly to: number; readonly apart: number },
): readonly Crossing[] {
  const [ofA, ofB] = [a, b].map((run) => must(seriesOf(run, name), `series ${name}`)) as [
    Float64Array,
    Float64Array,
  ];
  const found: Crossing[] = [];
  let side = 0;
  let met: Omit<Crossing, 'first'> | undefined;
  for (let i = 0; i < a.times.length && a.times[i]! <= to; i++) {
    if (a.times[i]! < from) continue;
    const gap = ofA[i]! - ofB[i]!;
    const before = i === 0 ? NaN : ofA[i - 1]! - ofB[i - 1]!;
    if (before * gap <= 0 && before !== gap) {
      const share = before / (before - gap);
      const between = (row: ArrayLike<number>): number => row[i - 1]! + share * (row[i]! - row[i - 1]!);
      met = { time: between(a.times), value: between(ofA) };
    }
    if (Math.abs(gap) < apart) continue;
    if (side !== 0 && Math.sign(gap) !== side && met !== undefined) found.push({ ...met, first: gap < 0 });
    side = Math.sign(gap);
  }
  return found;
}
