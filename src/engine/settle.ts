import { must } from '../base/assert.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Expr } from '../model/expr.ts';
import type { Equilibrium } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import { makeKernel } from './compile/kernel.ts';
import { solveSystem } from './newton.ts';
import { reach } from './reads.ts';

/** What is given: parameters that differ from the file's, and targets that stand in no parameter, by calibration. */
export interface Givens {
  readonly values: ReadonlyMap<VariableId, number>;
  readonly targets: ReadonlyMap<string, number>;
}

/** A state of rest: references, calibrated parameters and the initial values of stocks. */
export type Settled = ReadonlyMap<VariableId, number>;

/** Why there is none: a factor that would have to go beyond its bound, a stock below zero, or nothing known. */
export type Unsettled =
  | {
      readonly kind: 'bound';
      readonly calibration: string;
      readonly side: 'lowest' | 'highest';
      readonly share: number;
    }
  | { readonly kind: 'below'; readonly stock: VariableId; readonly value: number }
  | { readonly kind: 'none' };

export type Settler = (givens: Givens) => Result<Settled, Unsettled>;

/** Below this part of the largest stock, less than nothing is rounding. */
const belowNothing = 1e-9;

/** A stock's equation counts as zero against this part of the stock at least, and a stock as this at least. */
const leastSize = 1e-3;

/**
 * Finds the state in which the stocks of a model stand still, with its neutral variables held. Stocks that nothing
 * depends on, such as counters and accumulated money, are left as they begin. The kernel is made once; only its memory
 * changes between givens.
 */
export function createSettler(checked: CheckedModel, equilibrium: Equilibrium): Settler {
  const { neutral, references, calibrations } = equilibrium;
  const held = holdStill(checked, neutral);
  const wanted = [...Object.values(references), ...calibrations.map((c) => c.variable)];
  const targets = calibrations.flatMap(({ target }) => (typeof target === 'string' ? [target] : []));
  const flows = checked.stocks.flatMap(({ stock }) => [...stock.inflows, ...stock.outflows]);
  const read = reach([...flows, ...wanted, ...targets], held.equations);
  const moving = checked.stocks.flatMap(({ stock }, at) => (read.has(stock.id) ? [{ stock, at }] : []));
  const series = [...new Set([...flows, ...wanted, ...targets, ...moving.map(({ stock }) => stock.id)])];
  const row = new Map(series.map((name, i) => [name, i]));
  const grid = { ...gridAt(checked), steps: 0, saveEvery: 1, rows: 1 };
  const kernel = makeKernel(held, {
    method: 'euler',
    series,
    steps: 1,
    rows: 1,
    saveEachStep: true,
    totals: false,
    watch: false,
  });
  const at = new Map(checked.parameters.map(({ id }, i) => [id, i]));
  const own = Float64Array.from(checked.parameters, ({ value }) => value);
  const units = moving.map(({ stock }) => stock.id);

  /** All series at the start of a run with these parameters and stocks; NaN takes a stock's own initial value. */
  const observe = (parameters: Float64Array, initials: Float64Array) => {
    const { values } = kernel.run({ method: 'euler', grid, series, parameters, initials });
    return (name: VariableId): number => values[must(row.get(name), name)]!;
  };

  return (givens) => {
    const parameters = own.slice();
    for (const [id, value] of givens.values) {
      const index = at.get(id);
      if (index !== undefined) parameters[index] = value;
    }
    const fileStocks = Float64Array.from(checked.stocks, () => NaN);
    const first = observe(parameters, fileStocks);
    const start = Float64Array.from(units, first);
    const active = calibrations.filter((c) => c.target !== undefined || givens.targets.has(c.id));

    const attempt = (free: typeof active, fixed: ReadonlyMap<string, number>, from: Float64Array) => {
      const size = moving.length + free.length;
      const initials = fileStocks.slice();
      const place = (x: Float64Array): Float64Array => {
        for (const [i, { at: index }] of moving.entries()) initials[index] = x[i]!;
        const set = parameters.slice();
        for (const calibration of active) {
          const index = free.indexOf(calibration);
          const factor = index < 0 ? (fixed.get(calibration.id) ?? 1) : x[moving.length + index]!;
          for (const id of calibration.by) set[must(at.get(id), id)]! *= factor;
        }
        return set;
      };
      const system = (x: Float64Array) => {
        const seen = observe(place(x), initials);
        const values = new Float64Array(size);
        const sizes = new Float64Array(size);
        for (const [i, { stock }] of moving.entries()) {
          for (const id of stock.inflows) {
            values[i]! += seen(id);
            sizes[i]! += Math.abs(seen(id));
          }
          for (const id of stock.outflows) {
            values[i]! -= seen(id);
            sizes[i]! += Math.abs(seen(id));
          }
          sizes[i]! += leastSize * Math.max(leastSize, Math.abs(x[i]!), Math.abs(start[i]!));
        }
        for (const [i, { id, variable, target }] of free.entries()) {
          const goal = targetOf(target, id, seen, givens);
          values[moving.length + i] = seen(variable) - goal;
          sizes[moving.length + i] = Math.abs(goal) + Math.abs(seen(variable));
        }
        return { values, sizes };
      };
      const x = solveSystem(system, from);
      return x === undefined ? undefined : { x, seen: observe(place(x), initials), set: place(x) };
    };
    const startWith = (stocks: Float64Array, factors: number) => {
      const from = new Float64Array(moving.length + factors).fill(1);
      from.set(stocks.subarray(0, moving.length));
      return from;
    };

    const direct = attempt(active, new Map(), startWith(start, active.length));
    const within =
      direct !== undefined &&
      active.every(({ min, max }, i) => {
        const factor = direct.x[moving.length + i]!;
        return factor >= min && factor <= max;
      });
    // Without calibrations first: the stocks are then those of these parameters, and the rest is near.
    const plain = within ? direct : attempt([], new Map(), start);
    if (plain === undefined) return fail({ kind: 'none' });
    const found = within ? direct : attempt(active, new Map(), startWith(plain.x, active.length));
    for (const [i, calibration] of active.entries()) {
      const { id, min, max, variable, target } = calibration;
      const factor = found?.x[moving.length + i];
      if (factor !== undefined && factor >= min && factor <= max) continue;
      // What is possible: the variable with this factor at each of its bounds.
      const goal = targetOf(target, id, plain.seen, givens);
      const others = active.filter((c) => c !== calibration);
      const reached = [min, max].flatMap((bound) => {
        const edge = attempt(others, new Map([[id, bound]]), startWith(plain.x, others.length));
        return edge === undefined ? [] : [edge.seen(variable)];
      });
      if (reached.length === 0) continue;
      const [lowest, highest] = [Math.min(...reached), Math.max(...reached)];
      if (goal < lowest)
        return fail({ kind: 'bound', calibration: id, side: 'lowest', share: lowest / goal });
      if (goal > highest)
        return fail({ kind: 'bound', calibration: id, side: 'highest', share: highest / goal });
    }
    if (found === undefined) return fail({ kind: 'none' });

    const { x, seen, set } = found;
    for (const [i, { stock }] of moving.entries()) {
      if (x[i]! < -belowNothing * Math.max(1, ...x))
        return fail({ kind: 'below', stock: stock.id, value: x[i]! });
    }
    const settled = new Map<VariableId, number>();
    for (const { by } of active) for (const id of by) settled.set(id, set[must(at.get(id), id)]!);
    for (const [parameter, variable] of Object.entries(references)) settled.set(parameter, seen(variable));
    for (const [i, { stock }] of moving.entries()) settled.set(stock.id, x[i]!);
    return ok(settled);
  };
}

function targetOf(
  target: VariableId | number | undefined,
  calibration: string,
  seen: (name: VariableId) => number,
  givens: Givens,
): number {
  if (typeof target === 'number') return target;
  return target === undefined ? must(givens.targets.get(calibration), calibration) : seen(target);
}

const gridAt = ({ model }: CheckedModel) => {
  const { start, stop, dt } = model.simSpecs;
  return { start, stop, dt };
};

/** The model with some variables held at a value. */
function holdStill(checked: CheckedModel, neutral: Equilibrium['neutral']): CheckedModel {
  const equations = new Map<VariableId, Expr>(checked.equations);
  for (const [id, value] of Object.entries(neutral)) {
    equations.set(id, { kind: 'number', value, span: must(equations.get(id), id).span });
  }
  return { ...checked, equations };
}
