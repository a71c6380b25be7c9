import { must } from '../base/assert.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Calibration, Equilibrium } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import { prepareRest } from './rest.ts';
import type { Givens, Rest, RestFinder } from './rest.ts';

/** A state of rest that can be: nothing below zero, calibrations met within their bounds. */
export interface State {
  readonly rest: Rest;
  /** The calibrations that meet their targets, in the order of the rest's factors. */
  readonly active: readonly Calibration[];
}

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

export interface Settler {
  readonly settle: (givens: Givens) => Result<State, Unsettled>;
  /** As `settle`, from the state of givens that differ in parameters alone; undefined if there is none. */
  readonly settleNear: (givens: Givens, near: State) => State | undefined;
  /** What a state gives a value: calibrated parameters, references and the initial values of moving stocks. */
  readonly settledIn: (state: State) => readonly VariableId[];
  /** Those values, in that order. */
  readonly valuesIn: (state: State, givens: Givens) => Float64Array;
}

/** Less than nothing by this part of the largest stock is rounding. */
const belowNothing = 1e-9;

/** Finds the state in which a model stands still, with its neutral variables held and its calibrations met. */
export function createSettler(checked: CheckedModel, equilibrium: Equilibrium): Settler {
  const { references, calibrations } = equilibrium;
  const { moving, finderFor } = prepareRest(checked, equilibrium);
  const place = new Map(checked.parameters.map(({ id }, i) => [id, i]));
  const referred = Object.entries(references);
  const activeFor = ({ targets }: Givens) =>
    calibrations.filter((c) => c.target !== undefined || targets.has(c.id));
  /** The first stock that is below zero. */
  const below = ({ stocks }: Rest): number => {
    const least = -belowNothing * stocks.reduce((a, b) => Math.max(a, b), 1);
    return stocks.findIndex((value) => value < least);
  };
  return {
    settle(givens) {
      const finder = finderFor(givens);
      const active = activeFor(givens);
      const { rest, plain, tried } = search(finder, active);
      if (rest === undefined) return fail(plain ? whyNot(finder, active, plain, tried) : { kind: 'none' });
      const at = below(rest);
      if (at < 0) return ok({ rest, active });
      return fail({ kind: 'below', stock: moving[at]!.stock.id, value: rest.stocks[at]! });
    },
    settleNear(givens, { rest: near, active }) {
      const finder = finderFor(givens);
      const soon = finder.findNear(active, near);
      const rest = soon !== undefined && fits(soon, active) ? soon : search(finder, active).rest;
      return rest === undefined || below(rest) >= 0 ? undefined : { rest, active };
    },
    settledIn: ({ active }) => [
      ...active.flatMap(({ by }) => by),
      ...referred.map(([parameter]) => parameter),
      ...moving.map(({ stock }) => stock.id),
    ],
    valuesIn: ({ rest, active }, { parameters }) => {
      const values: number[] = [];
      for (const [i, { by }] of active.entries()) {
        for (const id of by) values.push(parameters[must(place.get(id), id)]! * rest.factors[i]!);
      }
      for (const [, variable] of referred) values.push(rest.valueOf(variable));
      return Float64Array.of(...values, ...rest.stocks);
    },
  };
}

const inside = ({ min, max }: Calibration, factor: number): boolean => factor >= min && factor <= max;

const fits = ({ factors }: Rest, active: readonly Calibration[]): boolean =>
  factors.every((factor, i) => inside(active[i]!, factor));

interface Search {
  /** The state in which all calibrations meet their targets with factors within their bounds. */
  readonly rest?: Rest | undefined;
  /** Failing that, the one without calibrations, and the one with factors out of bounds. */
  readonly plain?: Rest | undefined;
  readonly tried?: Rest | undefined;
}

function search(finder: RestFinder, active: readonly Calibration[]): Search {
  const direct = finder.find(active);
  if (direct !== undefined && fits(direct, active)) return { rest: direct };
  // Without calibrations first: the stocks are then those of these parameters, and the rest is near.
  const plain = finder.find([]);
  if (plain === undefined) return {};
  const tried = finder.find(active, undefined, plain.stocks);
  return tried !== undefined && fits(tried, active) ? { rest: tried } : { plain, tried };
}

function whyNot(
  finder: RestFinder,
  active: readonly Calibration[],
  plain: Rest,
  tried: Rest | undefined,
): Unsettled {
  for (const [i, calibration] of active.entries()) {
    const factor = tried?.factors[i];
    if (factor !== undefined && inside(calibration, factor)) continue;
    const target = finder.targetOf(calibration, plain);
    const reached = reachedBy(finder, calibration, active, plain);
    const [lowest, highest] = [Math.min(...reached), Math.max(...reached)];
    const bound = { kind: 'bound', calibration: calibration.id } as const;
    if (reached.length === 0) continue;
    if (target < lowest) return { ...bound, side: 'lowest', share: lowest / target };
    if (target > highest) return { ...bound, side: 'highest', share: highest / target };
  }
  return { kind: 'none' };
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
