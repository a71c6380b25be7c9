import type { CheckedModel } from './checked.ts';
import { makeKernel } from './compile/kernel.ts';
import type { Kernel } from './compile/kernel.ts';
import { makePairKernel } from './compile/pair-kernel.ts';
import type { PairKernel } from './compile/pair-kernel.ts';
import { mostSeries } from './compile/request.ts';
import type { KernelRequest } from './compile/request.ts';
import type { FixedPlan } from './plan.ts';

/** The compiled kernels of a model. */
export interface Kernels {
  readonly ofOne: (plan: FixedPlan) => Kernel;
  /** Of two runs at a time; undefined where that is not worth its making. */
  readonly ofTwo: (plan: FixedPlan) => PairKernel | undefined;
}

/** Kernels that are kept: a screen asks for a few sets of series, again and again. */
const mostKept = 8;
/** A kernel with more values than this in its memory is not kept. */
const mostHeld = 1_000_000;
/** A kernel that is used so often is made anew as the fastest there is; until then it is the one that is soonest ready. */
const oftenUsed = 3;
/** More than all of the work: nothing is done in pairs. */
const plain = { paired: Infinity };
/** A model with more that changes in a step than this has no kernel of two: to make it takes longer than some drags. */
const mostInPairs = 1000;

export const requestOf = ({ method, series, grid }: FixedPlan): KernelRequest => ({
  method,
  series,
  steps: grid.steps,
  rows: grid.rows,
  saveEachStep: grid.saveEvery === 1,
  totals: true,
  watch: false,
});

/** Compiles a kernel when a plan needs one of a new shape; the one used longest ago goes first. */
export function createKernels(checked: CheckedModel): Kernels {
  const ones = createUses<Kernel>();
  const twos = createUses<PairKernel | undefined>();
  return {
    ofOne(plan) {
      const request = requestOf(plan);
      return ones.use(request, (used, before) =>
        used === oftenUsed && (valuesOf(plan) <= mostHeld || plan.series.length > mostSeries)
          ? makeKernel(checked, request)
          : (before ?? makeKernel(checked, { ...request, sizes: plain })),
      );
    },
    ofTwo(plan) {
      if (checked.dynamic.length > mostInPairs || 2 * valuesOf(plan) > mostHeld) return undefined;
      const request = requestOf(plan);
      return twos.use(request, (used, before) =>
        used === oftenUsed ? makePairKernel(checked, request) : before,
      );
    },
  };
}

const valuesOf = ({ series, grid }: FixedPlan): number => series.length * grid.rows;

/** Kernels by what they are made for, and how often they have been used. */
function createUses<K extends { readonly held: number } | undefined>() {
  const kept = new Map<string, { readonly kernel: K | undefined; readonly used: number }>();
  return {
    use(request: KernelRequest, make: (used: number, before: K | undefined) => K): K {
      const key = JSON.stringify(request);
      const before = kept.get(key);
      const used = (before?.used ?? 0) + 1;
      const kernel = make(used, before?.kernel);
      kept.delete(key);
      kept.set(key, { kernel: kernel && kernel.held <= mostHeld ? kernel : undefined, used });
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.delete(oldest);
      }
      return kernel;
    },
  };
}
