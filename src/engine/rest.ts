import { must } from '../base/assert.ts';
import { shareParts } from './share-parts.ts';
import type { Expr } from '../model/expr.ts';
import type { Calibration, Equilibrium } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel, CheckedStock } from './checked.ts';
import { makeKernel } from './compile/kernel.ts';
import { factorise } from './linear.ts';
import type { Factors } from './linear.ts';
import { slopesAt, solveNear, solveSystem } from './newton.ts';
import type { System } from './newton.ts';
import { reach } from './reads.ts';

/** What is given: one value per parameter of the model, and targets that stand in no parameter, by calibration. */
export interface Givens {
  readonly parameters: Float64Array;
  readonly targets: ReadonlyMap<string, number>;
}

/** A state in which the moving stocks stand still. */
export interface Rest {
  /** Moving stocks in their order, then the factors of the calibrations that were free, in theirs. */
  readonly x: Float64Array;
  readonly stocks: Float64Array;
  readonly factors: Float64Array;
  readonly valueOf: (name: VariableId) => number;
  /** How the equations change about this state, taken apart for solving; undefined if they cannot be. */
  readonly slopes: () => Factors | undefined;
}

/** Looks for states of rest with the same givens. */
export interface RestFinder {
  /** What a calibration has to reach, in a state. */
  readonly targetOf: (calibration: Calibration, rest: Rest) => number;
  /**
   * @param free calibrations that have to meet their targets
   * @param factors at which others are held; 1 if not said
   * @param from stocks to begin with, or the model's own
   */
  readonly find: (
    free: readonly Calibration[],
    factors?: ReadonlyMap<Calibration, number>,
    from?: Float64Array,
  ) => Rest | undefined;
  /** As `find`, from a state of like givens and with its slopes: soon there, or not at all. */
  readonly findNear: (free: readonly Calibration[], near: Rest) => Rest | undefined;
}

export interface Resting {
  /** Stocks that something depends on, in the order of the model. Counters and accumulated money stay as they begin. */
  readonly moving: readonly CheckedStock[];
  readonly finderFor: (givens: Givens) => RestFinder;
}

/** A stock's equation counts as zero against this part of the stock at least, and a stock as this at least. */
const leastSize = 1e-3;

/** Prepares a model for looking for its states of rest. The kernel is made once; only its memory changes. */
export function prepareRest(
  checked: CheckedModel,
  { neutral, references, calibrations }: Equilibrium,
): Resting {
  const held = holdStill(checked, neutral);
  const flows = checked.stocks.flatMap(({ stock }) => [...stock.inflows, ...stock.outflows]);
  const asked = [
    ...Object.values(references),
    ...calibrations.flatMap(({ variable, target }) =>
      typeof target === 'string' ? [variable, target] : [variable],
    ),
  ];
  const read = reach([...flows, ...asked], held.equations);
  const places = checked.stocks.flatMap(({ stock }, i) => (read.has(stock.id) ? [i] : []));
  const moving = places.map((i) => checked.stocks[i]!);
  const count = moving.length;
  const series = [...new Set([...flows, ...asked, ...moving.map(({ stock }) => stock.id)])];
  const row = new Map(series.map((name, i) => [name, i]));
  const rowOf = (name: VariableId): number => must(row.get(name), name);
  const attached = moving.map(({ stock }) => ({
    inflows: stock.inflows.map(rowOf),
    outflows: stock.outflows.map(rowOf),
  }));
  const method = 'euler';
  const [steps, rows] = [1, 1];
  const kernel = makeKernel(shareParts(held), {
    method,
    series,
    steps,
    rows,
    saveEachStep: true,
    totals: false,
    watch: false,
  });
  const { start, stop, dt } = checked.model.simSpecs;
  const grid = { start, stop, dt, steps: 0, saveEvery: 1, rows };
  const parameterAt = new Map(checked.parameters.map(({ id }, i) => [id, i]));
  const scaledBy = new Map(
    calibrations.map((c) => [c, c.by.map((id) => must(parameterAt.get(id), id))] as const),
  );
  const parameters = new Float64Array(checked.parameters.length);
  const initials = new Float64Array(checked.stocks.length).fill(NaN);

  /** All series at the start of a run; without stocks, with their own initial values. Written over by the next. */
  const observe = (stocks?: Float64Array): Float64Array => {
    for (const [i, place] of places.entries()) initials[place] = stocks === undefined ? NaN : stocks[i]!;
    return kernel.runInPlace({ method, grid, series, parameters, initials }).values;
  };

  const finderFor = ({ parameters: given, targets }: Givens): RestFinder => {
    parameters.set(given);
    const own = observe();
    const begin = Float64Array.from(moving, ({ stock }) => own[rowOf(stock.id)]!);
    const goalOf = ({ id, target }: Calibration, valueOf: Rest['valueOf']): number =>
      typeof target === 'number'
        ? target
        : target === undefined
          ? must(targets.get(id), id)
          : valueOf(target);

    const systemOf = (free: readonly Calibration[], factors: ReadonlyMap<Calibration, number>) => {
      const scale = (calibration: Calibration, factor: number): void => {
        for (const at of must(scaledBy.get(calibration), calibration.id)) parameters[at]! *= factor;
      };
      const at = (x: Float64Array): Float64Array => {
        parameters.set(given);
        for (const [calibration, factor] of factors) scale(calibration, factor);
        for (let i = 0; i < free.length; i++) scale(free[i]!, x[count + i]!);
        return observe(x);
      };
      const system: System = (x, { values, sizes }) => {
        const found = at(x);
        for (let i = 0; i < count; i++) {
          let [value, size] = [0, leastSize * Math.max(leastSize, Math.abs(x[i]!), Math.abs(begin[i]!))];
          for (const flow of attached[i]!.inflows) {
            value += found[flow]!;
            size += Math.abs(found[flow]!);
          }
          for (const flow of attached[i]!.outflows) {
            value -= found[flow]!;
            size += Math.abs(found[flow]!);
          }
          values[i] = value;
          sizes[i] = size;
        }
        for (const [i, calibration] of free.entries()) {
          const value = found[rowOf(calibration.variable)]!;
          const goal = goalOf(calibration, (name) => found[rowOf(name)]!);
          values[count + i] = value - goal;
          sizes[count + i] = Math.abs(value) + Math.abs(goal);
        }
      };
      const restAt = (x: Float64Array): Rest => {
        const found = at(x).slice();
        let slopes: Factors | undefined;
        return {
          x,
          stocks: x.subarray(0, count),
          factors: x.subarray(count),
          valueOf: (name) => found[rowOf(name)]!,
          slopes: () => (slopes ??= factorise(slopesAt(system, x), x.length)),
        };
      };
      return { system, restAt };
    };
    const find: RestFinder['find'] = (free, factors = new Map<Calibration, number>(), from = begin) => {
      const { system, restAt } = systemOf(free, factors);
      const x = solveSystem(
        system,
        Float64Array.from({ length: count + free.length }, (_, i) => from[i] ?? 1),
      );
      return x && restAt(x);
    };
    const findNear: RestFinder['findNear'] = (free, near) => {
      const slopes = near.slopes();
      if (slopes === undefined) return undefined;
      const { system, restAt } = systemOf(free, new Map());
      const x = solveNear(system, near.x, slopes);
      return x && restAt(x);
    };
    return { find, findNear, targetOf: (calibration, rest) => goalOf(calibration, rest.valueOf) };
  };

  return { moving, finderFor };
}

/** The model with some variables held at a value. */
function holdStill(checked: CheckedModel, neutral: Equilibrium['neutral']): CheckedModel {
  const equations = new Map<VariableId, Expr>(checked.equations);
  for (const [id, value] of Object.entries(neutral)) {
    equations.set(id, { kind: 'number', value, span: must(equations.get(id), id).span });
  }
  return { ...checked, equations };
}
