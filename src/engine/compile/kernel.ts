import { assert, must } from '../../base/assert.ts';
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
  /** As `run` of so few rows that the kernel holds them all, in its own arrays, which the next run writes over. */
  readonly runInPlace: (plan: RunPlan) => Outcome;
  /** How many values its memory holds. */
  readonly held: number;
  /** Of a watching kernel: where a run of the plan stopped, or undefined if all was finite. */
  readonly firstNotFinite: (plan: RunPlan) => NotFinite | undefined;
}

export function makeKernel(checked: CheckedModel, request: KernelRequest): Kernel {
  const code = compileKernel(checked, request, { lanes: oneLane, groups: 1 });
  const { layout, series, stride, byRow, heldRows, watched } = code;
  const { run, doubles, held } = instantiate(code);
  const parametersIn = doubles(layout.parameters, checked.parameters.length);
  const initialsIn = doubles(layout.initials, checked.stocks.length);
  /** Runs, and has rows taken whenever the kernel holds as many as it can: the first of them, and how many. */
  const carryOut = (
    { grid, parameters, initials }: RunPlan,
    take?: (first: number, count: number) => void,
  ) => {
    parametersIn.set(parameters);
    initialsIn.set(initials);
    let first = 0;
    for (let next = run(grid, 0); ; next = run(grid, next)) {
      const count = Math.min(heldRows, request.rows - first);
      take?.(first, count);
      first += count;
      if (!next) return;
    }
  };
  const stocks = checked.stocks.length;
  const outcome: Outcome = {
    values: doubles(series, (byRow ? heldRows : request.series.length) * stride),
    opening: doubles(layout.opening, stocks),
    closing: doubles(layout.closing, stocks),
    totals: doubles(layout.totals, (layout.watch - layout.totals) / doubleBytes),
  };
  return {
    run: (plan) => {
      const { values, opening, closing, totals } = outcome;
      const [count, rows] = [request.series.length, request.rows];
      let copy: Float64Array<ArrayBuffer>;
      if (byRow) {
        copy = new Float64Array(count * rows);
        carryOut(plan, (first, taken) => {
          moveRows({ values, stride, places: byRow }, taken, copy, { first, rows });
        });
      } else {
        carryOut(plan);
        copy = compact(values, rows, stride);
      }
      return { values: copy, opening: opening.slice(), closing: closing.slice(), totals: totals.slice() };
    },
    runInPlace: (plan) => {
      assert(!byRow || request.rows === 1, 'one row, or a small model');
      carryOut(plan);
      return outcome;
    },
    held,
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

/** Values that lie in one line of a processor's cache. */
const lineValues = 8;

/** Rows of values at places that are the same in each. */
interface Rows {
  readonly values: Float64Array;
  readonly stride: number;
  readonly places: Int32Array;
}

/** Copies `count` rows into series of `rows` values that follow each other, the first of them as each one's `first`. */
function moveRows(
  { values, stride, places }: Rows,
  count: number,
  into: Float64Array,
  { first, rows }: { readonly first: number; readonly rows: number },
): void {
  const series = places.length;
  for (let from = 0; from < series; from += lineValues) {
    const end = Math.min(series, from + lineValues);
    for (let row = 0; row < count; row++) {
      for (let i = from; i < end; i++) into[i * rows + first + row] = values[row * stride + places[i]!]!;
    }
  }
}

/** A kernel's module in a memory of its own, with the graphical functions in it. */
export function instantiate({ module, layout, begin }: KernelCode) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module));
  const memory = exports.memory as WebAssembly.Memory;
  const main = exports.run as (...args: readonly number[]) => number | undefined;
  const atStart = begin(0);
  /** A kernel that runs in stretches answers one more than the step to go on from, and 0 at the end. */
  type RunKernel = (grid: TimeGrid, from?: number) => number | undefined;
  // To call with a list takes as long as ten steps of a small model.
  const run: RunKernel =
    atStart.length === 1
      ? ({ steps, saveEvery, start, stop, dt }, from) =>
          main(atStart[0]!, steps, saveEvery, start, stop, dt, from!)
      : ({ steps, saveEvery, start, stop, dt }, from = 0) =>
          main(...(from === 0 ? atStart : begin(from - 1)), steps, saveEvery, start, stop, dt, from);
  const doubles = (address: number, length: number) => new Float64Array(memory.buffer, address, length);
  for (const { address, knots, held } of layout.tables.values()) {
    const table = doubles(address, held * 3).fill(Infinity);
    for (const [i, { x, y, slope }] of knots.entries()) table.set([x, y, slope], i * 3);
  }
  return { run, doubles, held: memory.buffer.byteLength / doubleBytes };
}
