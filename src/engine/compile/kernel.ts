import { must } from '../../base/assert.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import type { Outcome, RunPlan } from '../plan.ts';
import { compileKernel } from './kernel-code.ts';
import type { KernelRequest } from './kernel-code.ts';
import { oneLane } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import type { Layout } from './layout.ts';

/** The first value of a run that is not finite. */
export interface NotFinite {
  readonly variable: VariableId;
  readonly time: number;
}

/** A compiled kernel with its memory. It is made for one request, and may run any number of plans that fit it. */
export interface Kernel {
  readonly run: (plan: RunPlan) => Outcome;
  /** As `run`, in the kernel's own arrays, which the next run writes over. */
  readonly runInPlace: (plan: RunPlan) => Outcome;
  /** Of a watching kernel: where a run of the plan stopped, or undefined if all was finite. */
  readonly firstNotFinite: (plan: RunPlan) => NotFinite | undefined;
}

export function makeKernel(checked: CheckedModel, request: KernelRequest): Kernel {
  const { module, layout, series, watched } = compileKernel(checked, request, { lanes: oneLane, groups: 1 });
  const { run, doubles } = instantiate(module, layout);
  const parametersIn = doubles(layout.parameters, checked.parameters.length);
  const initialsIn = doubles(layout.initials, checked.stocks.length);
  const carryOut = ({ grid, parameters, initials }: RunPlan) => {
    parametersIn.set(parameters);
    initialsIn.set(initials);
    run(series, grid.steps, grid.saveEvery, grid.start, grid.stop, grid.dt);
  };
  const stocks = checked.stocks.length;
  const outcome: Outcome = {
    values: doubles(series, request.series.length * request.rows),
    opening: doubles(layout.opening, stocks),
    closing: doubles(layout.closing, stocks),
    totals: doubles(layout.totals, (layout.watch - layout.totals) / doubleBytes),
  };
  return {
    run: (plan) => {
      carryOut(plan);
      const { values, opening, closing, totals } = outcome;
      return {
        values: values.slice(),
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

/** A kernel's module in a memory of its own, with the graphical functions in it. */
export function instantiate(module: Uint8Array<ArrayBuffer>, layout: Layout) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module));
  const memory = exports.memory as WebAssembly.Memory;
  const run = exports.run as (...args: readonly number[]) => void;
  const doubles = (address: number, length: number) => new Float64Array(memory.buffer, address, length);
  for (const { address, knots, held } of layout.tables.values()) {
    const table = doubles(address, held * 3).fill(Infinity);
    for (const [i, { x, y, slope }] of knots.entries()) table.set([x, y, slope], i * 3);
  }
  return { run, doubles };
}
