import type { CheckedModel } from '../checked.ts';
import type { TimeGrid } from '../integrate/time-grid.ts';
import { compileKernel } from './kernel-code.ts';
import type { KernelRequest } from './request.ts';
import { instantiate } from './kernel.ts';
import { twoLanes } from './lanes.ts';

/** Runs of one model that differ in what they begin with. */
export interface Batch {
  readonly grid: TimeGrid;
  readonly runs: number;
  /**
   * Writes what run `index` begins with: one value per parameter and one per stock, NaN for the equation's. What is
   * not written is as it was in the run before.
   */
  readonly begin: (index: number, parameters: Float64Array, initials: Float64Array) => void;
  /**
   * Takes the values of `count` runs, from `first` on. Value of series s, row r, run i:
   * `values[(s · rows + r) · width + i]`, width as the kernel's. The array is used again for the next.
   */
  readonly take: (first: number, count: number, values: Float64Array) => void;
}

/** A compiled kernel that carries out `width` runs at a time, with its memory. */
export interface EnsembleKernel {
  readonly width: number;
  readonly run: (batch: Batch) => void;
}

export type EnsembleRequest = Omit<KernelRequest, 'totals' | 'watch'>;

/** @param groups pairs of runs that alternate */
export function makeEnsembleKernel(
  checked: CheckedModel,
  request: EnsembleRequest,
  groups: number,
): EnsembleKernel {
  const code = compileKernel(
    checked,
    { ...request, totals: false, watch: false },
    { lanes: twoLanes, groups },
  );
  const { layout, series } = code;
  const { width } = layout;
  const { run, doubles } = instantiate(code);
  const parameters = new Float64Array(checked.parameters.length);
  const initials = new Float64Array(checked.stocks.length).fill(NaN);
  const parametersIn = doubles(layout.parameters, parameters.length * width);
  const initialsIn = doubles(layout.initials, initials.length * width);
  const valuesOut = doubles(series, request.series.length * request.rows * width);
  return {
    width,
    run: ({ grid, runs, begin, take }) => {
      for (let first = 0; first < runs; first += width) {
        const count = Math.min(width, runs - first);
        for (let lane = 0; lane < width; lane++) {
          // Lanes without a run of their own repeat the last.
          if (lane < count) begin(first + lane, parameters, initials);
          for (let i = 0; i < parameters.length; i++) parametersIn[i * width + lane] = parameters[i]!;
          for (let i = 0; i < initials.length; i++) initialsIn[i * width + lane] = initials[i]!;
        }
        run(grid);
        take(first, count, valuesOut);
      }
    },
  };
}
