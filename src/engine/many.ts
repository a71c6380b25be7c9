import { must } from '../base/assert.ts';
import { SEED } from '../equation/names.ts';
import { fail, ok } from '../base/result.ts';
import { neededFor } from './needed.ts';
import { shareParts } from './share-parts.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Experiment, RunRequest } from '../model/experiment.ts';
import type { VariableId } from '../model/variable.ts';
import { createAdaptive } from './adaptive/adaptive.ts';
import type { Many } from './api.ts';
import { createBegin, placesIn } from './begin.ts';
import type { CheckedModel } from './checked.ts';
import { makeEnsembleKernel } from './compile/ensemble-kernel.ts';
import type { EnsembleKernel, EnsembleRequest } from './compile/ensemble-kernel.ts';
import { savedTimes } from './integrate/time-grid.ts';
import { isFixed } from './plan.ts';
import type { FixedPlan, RunPlan } from './plan.ts';
import { planRun } from './plan-run.ts';
import { schemes } from './integrate/index.ts';

/** Kernels that a model keeps. */
const kept = 2;

/** Carries out many runs of one model. */
export type ManyRunner = (many: Many) => Result<Float64Array<ArrayBuffer>, readonly Diagnostic[]>;

export function createManyRunner(checked: CheckedModel): ManyRunner {
  const begin = createBegin(checked);
  let prepared: ReturnType<typeof createAdaptive> | undefined;
  const adaptive = () => (prepared ??= createAdaptive(checked));
  const kernels = new Map<string, Prepared>();
  const preparedFor = (plan: FixedPlan): Prepared => {
    const { method, series, grid } = plan;
    const saveEachStep = grid.saveEvery === 1;
    const request = { method, series, steps: grid.steps, rows: grid.rows, saveEachStep };
    const key = JSON.stringify(request);
    const found = kernels.get(key) ?? prepare(checked, request);
    kernels.delete(key);
    kernels.set(key, found);
    for (const oldest of kernels.keys()) if (kernels.size > kept) kernels.delete(oldest);
    return found;
  };
  const planOf = (experiment: Experiment, request: RunRequest): Result<RunPlan, readonly Diagnostic[]> => {
    const beginning = begin.of(experiment);
    return beginning.ok ? planRun(checked, experiment, request, beginning.value) : beginning;
  };

  return ({ experiment, request, vary, runs, draw, seedOf, take }) => {
    const planned = planOf(experiment, request);
    if (!planned.ok) return planned;
    const plan = planned.value;
    // What is varied is settable, like anything that a scenario sets.
    const settable = planRun(
      checked,
      {
        policy: {},
        scenario: settingsOf(
          vary,
          vary.map(() => 0),
        ),
      },
      request,
    );
    if (!settable.ok) return fail(settable.error);
    const places = vary.map(placesIn(checked));
    const values = new Float64Array(vary.length);
    const initials = new Float64Array(checked.stocks.length);
    const settle = begin.drawnIn(experiment, vary);
    const seedAt = seedOf === undefined ? -1 : checked.parameters.findIndex(({ id }) => id === SEED);
    let spoilt = true;
    /** False if the run has no state of rest to begin in. */
    const beginOne = (index: number, parameters: Float64Array): boolean => {
      draw(runs.from + index, values);
      if (spoilt) {
        parameters.set(plan.parameters);
        initials.set(plan.initials);
      }
      spoilt = settle?.(values, parameters, initials) === false;
      if (spoilt) {
        parameters.fill(NaN);
        initials.fill(NaN);
        return false;
      }
      if (seedAt >= 0) parameters[seedAt] = seedOf!(runs.from + index);
      if (settle !== undefined) return true;
      for (const [i, { kind, at }] of places.entries()) {
        (kind === 'parameter' ? parameters : initials)[at] = values[i]!;
      }
      return true;
    };
    if (isFixed(plan)) {
      const { kernel, stocks } = preparedFor(plan);
      /** Runs without a state of rest, among those that the kernel has at once. */
      const restless: number[] = [];
      kernel.run({
        grid: plan.grid,
        runs: runs.to - runs.from,
        begin: (index, parameters, needed) => {
          if (!beginOne(index, parameters)) restless.push(index);
          for (let i = 0; i < needed.length; i++) needed[i] = initials[stocks[i]!]!;
        },
        take: (first, count, found) => {
          const { width } = kernel;
          // A stock that begins as NaN begins as its equation says, and its first row would be a number.
          for (const index of restless.splice(0))
            for (let at = index - first; at < found.length; at += width) found[at] = NaN;
          take(runs.from + first, count, found, width);
        },
      });
      return ok(savedTimes(plan.grid));
    }
    // Each run of an adaptive method has steps of its own.
    const parameters = plan.parameters.slice();
    const nothing = new Float64Array(plan.series.length * plan.grid.rows).fill(NaN);
    for (let index = 0; index < runs.to - runs.from; index++) {
      if (!beginOne(index, parameters)) {
        take(runs.from + index, 1, nothing.slice(), 1);
        continue;
      }
      const done = adaptive()({ ...plan, parameters, initials });
      if (!done.ok && done.error.some(({ code }) => code === 'needs-steps')) return done;
      take(runs.from + index, 1, done.ok ? done.value.outcome.values : nothing, 1);
    }
    return ok(savedTimes(plan.grid));
  };
}

/** A kernel of what its series need, and which of the model's stocks are in it. */
interface Prepared {
  readonly kernel: EnsembleKernel;
  readonly stocks: readonly number[];
}

function prepare(checked: CheckedModel, request: EnsembleRequest): Prepared {
  const needed = shareParts(neededFor(checked, request.series));
  const place = new Map(checked.stocks.map(({ stock }, i) => [stock.id, i]));
  return {
    kernel: makeEnsembleKernel(needed, request, groupsFor(needed, request)),
    stocks: needed.stocks.map(({ stock }) => must(place.get(stock.id), stock.id)),
  };
}

/**
 * Pairs of runs that alternate: more of them hide more waiting for divisions, until their values no longer fit a
 * processor's registers and first cache. Measured: 8 for ten statements, 1 for a few hundred.
 */
function groupsFor({ dynamic, stocks }: CheckedModel, { method }: EnsembleRequest): number {
  const statements = (dynamic.length + stocks.length) * schemes[method].at.length;
  return Math.min(8, Math.max(1, Math.floor(240 / statements)));
}

const settingsOf = (ids: readonly VariableId[], values: ArrayLike<number>): Record<VariableId, number> =>
  Object.fromEntries(ids.map((id, i) => [id, values[i]!]));
