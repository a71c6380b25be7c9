import { must } from '../base/assert.ts';
import { seriesOf, type Run } from './experiment.ts';
import type { VariableId } from './variable.ts';

/** A value at a time between saved ones, in a straight line; at the ends outside them. There is at least one. */
export function between(times: ArrayLike<number>, values: ArrayLike<number>, time: number): number {
  let after = 0;
  while (after < times.length && times[after]! < time) after++;
  if (after === times.length) return must(values[after - 1], 'a saved value');
  if (after === 0 || times[after] === time) return values[after]!;
  const share = (time - times[after - 1]!) / (times[after]! - times[after - 1]!);
  return values[after - 1]! + share * (values[after]! - values[after - 1]!);
}

/**
 * A series' value at a time, linear between saved times; at the ends outside them.
 * The run must hold the series.
 */
export const valueAt = (run: Run, name: VariableId, time: number): number =>
  between(run.times, must(seriesOf(run, name), `series ${name}`), time);

/** Where one line passes another. */
export interface Crossing {
  readonly time: number;
  readonly value: number;
}

/**
 * The first time at which `later` goes from above `earlier` to below it (from worse to better, where fewer is
 * better), linear between saved times. Undefined if it never does.
 */
export function passesBelow(run: Run, earlier: Run, name: VariableId): Crossing | undefined {
  const a = must(seriesOf(run, name), `series ${name}`);
  const b = must(seriesOf(earlier, name), `series ${name}`);
  const { times } = run;
  for (let i = 1; i < times.length; i++) {
    const before = a[i - 1]! - b[i - 1]!;
    const after = a[i]! - b[i]!;
    if (before > 0 && after <= 0) {
      const share = before / (before - after);
      return {
        time: times[i - 1]! + share * (times[i]! - times[i - 1]!),
        value: a[i - 1]! + share * (a[i]! - a[i - 1]!),
      };
    }
  }
  return undefined;
}

/** What a run has saved against another by a time: the difference in an accumulated present value, SEK. */
export const savedBy = (run: Run, base: Run, presentValue: VariableId, time: number): number =>
  valueAt(base, presentValue, time) - valueAt(run, presentValue, time);
