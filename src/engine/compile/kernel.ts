import { must } from '../../base/assert.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import type { TimeGrid } from '../integrate/time-grid.ts';
import type { Outcome, RunPlan } from '../plan.ts';
import { compileKernel } from './kernel-code.ts';
import type { KernelCode, KernelRequest } from './request.ts';
import { oneLane } from './lanes.ts';
import { doubleBytes } from './layout.ts';

/** The first value of a run that is not finite. */
export interface NotFinite {
  readonly variable: VariableId;
  readonly time: number;
}

/** A compiled kernel with its memory. It is made for one request, and may run any number of plans that fit it. */
export interface Kernel {
  readonly run: (plan: RunPlan) => Outcome;
  /**
   * As `run`, in the kernel's own arrays, which the next run writes over. What many rows hold is in an order of the
   * kernel's own.
   */
  readonly runInPlace: (plan: RunPlan) => Outcome;
  /** Of a watching kernel: where a run of the plan stopped, or undefined if all was finite. */
  readonly firstNotFinite: (plan: RunPlan) => NotFinite | undefined;
}

export function makeKernel(checked: CheckedModel, request: KernelRequest): Kernel {
  const code = compileKernel(checked, request, { lanes: oneLane, groups: 1 });
  const { layout, series, stride, byRow, watched } = code;
  const { run, doubles } = instantiate(code);
  const parametersIn = doubles(layout.parameters, checked.parameters.length);
  const initialsIn = doubles(layout.initials, checked.stocks.length);
  const carryOut = ({ grid, parameters, initials }: RunPlan) => {
    parametersIn.set(parameters);
    initialsIn.set(initials);
    run(grid);
  };
  const stocks = checked.stocks.length;
  const outcome: Outcome = {
    values: doubles(series, request.series.length * stride),
    opening: doubles(layout.opening, stocks),
    closing: doubles(layout.closing, stocks),
    totals: doubles(layout.totals, (layout.watch - layout.totals) / doubleBytes),
  };
  return {
    run: (plan) => {
      carryOut(plan);
      const { values, opening, closing, totals } = outcome;
      return {
        values: byRow
          ? bySeries(values, request.series.length, request.rows)
          : compact(values, request.rows, stride),
        opening: opening.slice(),
        closing: closing.slice(),
        totals: totals.slice(),
      };
    },
    runInPlace: (plan) => {
      carryOut(plan);
      return outcome;
    },
    firstNotFinite: (plan) => {
      try {
        carryOut(plan);
        return undefined;
      } catch (problem) {
        if (!(problem instanceof WebAssembly.RuntimeError)) throw problem;
        const [index, time] = doubles(layout.watch, 2);
        return { variable: must(watched[index!], 'the variable that stopped the run'), time: time! };
      }
    },
  };
}

/** A copy in which the series follow each other without gaps. */
function compact(values: Float64Array<ArrayBuffer>, rows: number, stride: number): Float64Array<ArrayBuffer> {
  if (rows === stride) return values.slice();
  const series = values.length / stride;
  const copy = new Float64Array(series * rows);
  for (let i = 0; i < series; i++) copy.set(values.subarray(i * stride, i * stride + rows), i * rows);
  return copy;
}

/** Rows that are turned into series at a time: a processor's first cache holds a line of each. */
const blockRows = 64;

/** A copy of rows in which the series follow each other. */
function bySeries(rows: Float64Array, series: number, count: number): Float64Array<ArrayBuffer> {
  const values = new Float64Array(series * count);
  for (let first = 0; first < count; first += blockRows) {
    const end = Math.min(count, first + blockRows);
    for (let i = 0; i < series; i++) {
      for (let row = first; row < end; row++) values[i * count + row] = rows[row * series + i]!;
    }
  }
  return values;
}

/** A kernel's module in a memory of its own, with the graphical functions in it. */
export function instantiate({ module, layout, begin }: KernelCode) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module));
  const memory = exports.memory as WebAssembly.Memory;
  const main = exports.run as (...args: readonly number[]) => void;
  const [first, ...others] = begin;
  // To call with a list takes as long as ten steps of a small model.
  const run =
    others.length === 0
      ? ({ steps, saveEvery, start, stop, dt }: TimeGrid) => main(first!, steps, saveEvery, start, stop, dt)
      : ({ steps, saveEvery, start, stop, dt }: TimeGrid) =>
          main(...begin, steps, saveEvery, start, stop, dt);
  const doubles = (address: number, length: number) => new Float64Array(memory.buffer, address, length);
  for (const { address, knots, held } of layout.tables.values()) {
    const table = doubles(address, held * 3).fill(Infinity);
    for (const [i, { x, y, slope }] of knots.entries()) table.set([x, y, slope], i * 3);
  }
  return { run, doubles };
}
