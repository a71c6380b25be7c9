import { must } from '../base/assert.ts';
import type { Expr } from '../model/expr.ts';
import type { Calibration, Equilibrium } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel, CheckedStock } from './checked.ts';
import { makeKernel } from './compile/kernel.ts';
import { solveSystem } from './newton.ts';
import { reach } from './reads.ts';

/** What is given: parameters that differ from the file's, and targets that stand in no parameter, by calibration. */
export interface Givens {
  readonly values: ReadonlyMap<VariableId, number>;
  readonly targets: ReadonlyMap<string, number>;
}

/** A state in which the moving stocks stand still. */
export interface Rest {
  /** Of the moving stocks, in their order. */
  readonly stocks: Float64Array;
  /** Of the calibrations that were free, in their order. */
  readonly factors: readonly number[];
  readonly valueOf: (name: VariableId) => number;
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
  const series = [...new Set([...flows, ...asked, ...moving.map(({ stock }) => stock.id)])];
  const row = new Map(series.map((name, i) => [name, i]));
  const method = 'euler';
  const [steps, rows] = [1, 1];
  const kernel = makeKernel(held, {
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

  /** All series at the start of a run; without stocks, with their own initial values. */
  const observe = (parameters: Float64Array, stocks?: Float64Array): Rest['valueOf'] => {
    const initials = new Float64Array(checked.stocks.length).fill(NaN);
    for (const [i, value] of stocks?.entries() ?? []) initials[places[i]!] = value;
    const { values } = kernel.run({ method, grid, series, parameters, initials });
    return (name) => values[must(row.get(name), name)]!;
  };

  const finderFor = ({ values, targets }: Givens): RestFinder => {
    const given = Float64Array.from(checked.parameters, ({ id, value }) => values.get(id) ?? value);
    const own = observe(given);
    const begin = Float64Array.from(moving, ({ stock }) => own(stock.id));
    const goalOf = ({ id, target }: Calibration, valueOf: Rest['valueOf']): number =>
      typeof target === 'number'
        ? target
        : target === undefined
          ? must(targets.get(id), id)
          : valueOf(target);

    const find: RestFinder['find'] = (free, factors = new Map<Calibration, number>(), from = begin) => {
      const count = moving.length;
      const scaled = (x: Float64Array): Float64Array => {
        const parameters = given.slice();
        const scale = ({ by }: Calibration, factor: number) => {
          for (const id of by) parameters[must(parameterAt.get(id), id)]! *= factor;
        };
        for (const [calibration, factor] of factors) scale(calibration, factor);
        for (const [i, calibration] of free.entries()) scale(calibration, x[count + i]!);
        return parameters;
      };
      const at = (x: Float64Array) => observe(scaled(x), x.subarray(0, count));
      const x = solveSystem(
        (x) => {
          const valueOf = at(x);
          const values = new Float64Array(x.length);
          const sizes = new Float64Array(x.length);
          const add = (i: number, value: number) => {
            values[i]! += value;
            sizes[i]! += Math.abs(value);
          };
          for (const [i, { stock }] of moving.entries()) {
            for (const flow of stock.inflows) add(i, valueOf(flow));
            for (const flow of stock.outflows) add(i, -valueOf(flow));
            sizes[i]! += leastSize * Math.max(leastSize, Math.abs(x[i]!), Math.abs(begin[i]!));
          }
          for (const [i, calibration] of free.entries()) {
            add(count + i, valueOf(calibration.variable));
            add(count + i, -goalOf(calibration, valueOf));
          }
          return { values, sizes };
        },
        Float64Array.from({ length: count + free.length }, (_, i) => from[i] ?? 1),
      );
      return x && { stocks: x.slice(0, count), factors: [...x.subarray(count)], valueOf: at(x) };
    };
    return { find, targetOf: (calibration, rest) => goalOf(calibration, rest.valueOf) };
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
