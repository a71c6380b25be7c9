import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Calibration, Equilibrium } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import { prepareRest } from './rest.ts';
import type { Givens, Rest, RestFinder } from './rest.ts';

/** A state of rest: references, calibrated parameters and the initial values of stocks. */
export type Settled = ReadonlyMap<VariableId, number>;

/** Why there is none: a factor that would have to go beyond its bound, a stock below zero, or nothing known. */
export type Unsettled =
  | {
      readonly kind: 'bound';
      readonly calibration: string;
      readonly side: 'lowest' | 'highest';
      /** What is possible, as a part of the target. */
      readonly share: number;
    }
  | { readonly kind: 'below'; readonly stock: VariableId; readonly value: number }
  | { readonly kind: 'none' };

export type Settler = (givens: Givens) => Result<Settled, Unsettled>;

/** Less than nothing by this part of the largest stock is rounding. */
const belowNothing = 1e-9;

/** Finds the state in which a model stands still, with its neutral variables held and its calibrations met. */
export function createSettler(checked: CheckedModel, equilibrium: Equilibrium): Settler {
  const { references, calibrations } = equilibrium;
  const { moving, finderFor } = prepareRest(checked, equilibrium);
  const fileValue = new Map(checked.parameters.map(({ id, value }) => [id, value]));
  return (givens) => {
    const finder = finderFor(givens);
    const active = calibrations.filter((c) => c.target !== undefined || givens.targets.has(c.id));
    const met = meet(finder, active);
    if (!met.ok) return met;
    const { stocks, factors, valueOf } = met.value;
    const largest = Math.max(1, ...stocks);
    const below = stocks.findIndex((value) => value < -belowNothing * largest);
    if (below >= 0) return fail({ kind: 'below', stock: moving[below]!.stock.id, value: stocks[below]! });
    const settled = new Map<VariableId, number>();
    for (const [i, { by }] of active.entries()) {
      for (const id of by) settled.set(id, (givens.values.get(id) ?? fileValue.get(id) ?? NaN) * factors[i]!);
    }
    for (const [parameter, variable] of Object.entries(references)) settled.set(parameter, valueOf(variable));
    for (const [i, { stock }] of moving.entries()) settled.set(stock.id, stocks[i]!);
    return ok(settled);
  };
}

const inside = ({ min, max }: Calibration, factor: number): boolean => factor >= min && factor <= max;

/** The state in which all calibrations meet their targets with factors within their bounds. */
function meet(finder: RestFinder, active: readonly Calibration[]): Result<Rest, Unsettled> {
  const fits = ({ factors }: Rest): boolean => factors.every((factor, i) => inside(active[i]!, factor));
  const direct = finder.find(active);
  if (direct !== undefined && fits(direct)) return ok(direct);
  // Without calibrations first: the stocks are then those of these parameters, and the rest is near.
  const plain = finder.find([]);
  if (plain === undefined) return fail({ kind: 'none' });
  const found = finder.find(active, undefined, plain.stocks);
  if (found !== undefined && fits(found)) return ok(found);
  for (const [i, calibration] of active.entries()) {
    const factor = found?.factors[i];
    if (factor !== undefined && inside(calibration, factor)) continue;
    const target = finder.targetOf(calibration, plain);
    const reached = reachedBy(finder, calibration, active, plain);
    const [lowest, highest] = [Math.min(...reached), Math.max(...reached)];
    const bound = { kind: 'bound', calibration: calibration.id } as const;
    if (target < lowest && reached.length > 0)
      return fail({ ...bound, side: 'lowest', share: lowest / target });
    if (target > highest && reached.length > 0)
      return fail({ ...bound, side: 'highest', share: highest / target });
  }
  return fail({ kind: 'none' });
}

/** What a calibration's variable is with its factor at each of its bounds, the others meeting their targets. */
function reachedBy(
  finder: RestFinder,
  calibration: Calibration,
  active: readonly Calibration[],
  near: Rest,
): readonly number[] {
  const others = active.filter((c) => c !== calibration);
  return [calibration.min, calibration.max].flatMap((bound) => {
    const edge = finder.find(others, new Map([[calibration, bound]]), near.stocks);
    return edge === undefined ? [] : [edge.valueOf(calibration.variable)];
  });
}
