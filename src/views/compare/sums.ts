import { sameMoneyWithin, type Reading, type StrategyReading } from '../../app/readings.ts';
import { scaledTo } from '../../model/budget.ts';
import { yearlyCost } from '../../model/policy.ts';
import { contestOf } from '../contest.ts';

/** How a strategy can be brought to the sum of the others. */
export interface Scaling {
  readonly row: StrategyReading;
  /** SEK per year: the others' sum. */
  readonly wanted: number;
  /** What its levers can take of it. */
  readonly reached: number;
}

/**
 * When the yearly sums differ by more than counts as the same: each strategy that can be brought to the sum that most
 * have, or else to that of the first ready one, or of the first that costs anything. Undefined when all cost the same.
 */
export function scalingsFor(
  { model, where }: Pick<Reading, 'model' | 'where'>,
  rows: readonly StrategyReading[],
): readonly Scaling[] | undefined {
  const costs = rows.map(({ cost }) => cost);
  const most = Math.max(0, ...costs);
  if (rows.length < 2 || most - Math.min(...costs) <= sameMoneyWithin * most) return undefined;
  const measure =
    contestOf(rows)?.rivals.find(({ cost }) => cost > 0) ??
    rows.find(({ strategy, cost }) => strategy.ready && cost > 0) ??
    rows.find(({ cost }) => cost > 0)!;
  return rows
    .filter(({ cost }) => Math.abs(cost - measure.cost) > sameMoneyWithin * Math.max(cost, measure.cost))
    .map((row) => ({
      row,
      wanted: measure.cost,
      reached: yearlyCost(model, where, scaledTo(model, where, row.strategy.policy, measure.cost)),
    }));
}
