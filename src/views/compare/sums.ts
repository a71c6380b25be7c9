import { sameMoneyWithin, type Reading, type StrategyReading } from '../../app/readings.ts';
import { scaledTo } from '../../model/budget.ts';
import { yearlyCost } from '../../model/policy.ts';
import { contestOf } from '../contest.ts';

/** Yearly sums that differ, and the way to bring them together. Sums are SEK per year. */
export interface Uneven {
  /** The sum that most have, or else the first of them. */
  readonly wanted: number;
  /** Those whose levers end before it, and where. */
  readonly short: readonly { readonly row: StrategyReading; readonly end: number }[];
  /** Those that cost nothing new, so that there is nothing to scale. */
  readonly free: readonly StrategyReading[];
  /** What brings all the others to one sum, which is the wanted one if all can have it; undefined if nothing would. */
  readonly way: Way | undefined;
}

/** Strategies to be scaled, and the sum; `lower` where each of them gives up money. */
export interface Way {
  readonly rows: readonly StrategyReading[];
  readonly sum: number;
  readonly lower: boolean;
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= sameMoneyWithin * Math.max(a, b);

/** Undefined when the yearly sums differ by no more than counts as the same. */
export function unevenSums(
  { model, where }: Pick<Reading, 'model' | 'where'>,
  rows: readonly StrategyReading[],
): Uneven | undefined {
  const costs = rows.map(({ cost }) => cost);
  if (rows.length < 2 || same(Math.max(...costs), Math.min(...costs))) return undefined;
  const reach = ({ strategy }: StrategyReading, sum: number): number =>
    yearlyCost(model, where, scaledTo(model, where, strategy.policy, sum));
  const wanted = (
    contestOf(rows)?.rivals.find(({ cost }) => cost > 0) ??
    rows.find(({ strategy, cost }) => strategy.ready && cost > 0) ??
    rows.find(({ cost }) => cost > 0)!
  ).cost;
  const paid = rows.filter(({ cost }) => cost > 0);
  const short = paid
    .map((row) => ({ row, end: reach(row, wanted) }))
    .filter(({ end }) => end < wanted && !same(end, wanted));
  const sum = Math.min(wanted, ...short.map(({ end }) => end));
  const scaled = paid.filter(({ cost }) => !same(cost, sum));
  return {
    wanted,
    short,
    free: rows.filter(({ cost }) => cost === 0),
    way:
      scaled.length === 0
        ? undefined
        : { rows: scaled, sum, lower: short.length > 0 && scaled.every(({ cost }) => cost > sum) },
  };
}
