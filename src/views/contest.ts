import { sameMoneyWithin, type StrategyReading } from '../app/readings.ts';

/** Strategies that cost the same, of which best and worst may be said. */
export interface Contest {
  readonly rivals: readonly StrategyReading[];
  /** The most that any of them costs, SEK per year. */
  readonly sum: number;
}

/**
 * The largest number of strategies that cost the same, at least two; undefined if there are none, or if two sums have
 * as many. More money should win, so the others are not in it.
 */
export function contestOf(rows: readonly StrategyReading[]): Contest | undefined {
  const byCost = [...rows].sort((a, b) => a.cost - b.cost);
  const groups = byCost.map((first, i) =>
    byCost.slice(i).filter((row) => row.cost - first.cost <= sameMoneyWithin * row.cost),
  );
  const most = Math.max(0, ...groups.map((group) => group.length));
  const largest = groups.filter((group) => group.length === most);
  if (most < 2 || largest.length > 1) return undefined;
  const rivals = rows.filter((row) => largest[0]!.includes(row));
  return { rivals, sum: Math.max(...rivals.map((row) => row.cost)) };
}

export type Standing = 'best' | 'worst' | undefined;

/**
 * How values stand against each other, as they are printed: what is said must not disagree with what is shown. Those
 * that are equal are called the same; where all are equal nothing is said.
 */
export function standings(
  values: readonly number[],
  better: 'lower' | 'higher',
  shown: (value: number) => number = Math.round,
): readonly Standing[] {
  const seen = values.map((value) => (better === 'lower' ? -1 : 1) * shown(value));
  const [most, least] = [Math.max(...seen), Math.min(...seen)];
  return seen.map((value) =>
    most === least ? undefined : value === most ? 'best' : value === least ? 'worst' : undefined,
  );
}
