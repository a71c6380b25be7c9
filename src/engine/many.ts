import { fail, ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Experiment, RunRequest } from '../model/experiment.ts';
import type { VariableId } from '../model/variable.ts';
import type { Many } from './api.ts';
import { createBegin } from './begin.ts';
import type { CheckedModel } from './checked.ts';
import { makeEnsembleKernel } from './compile/ensemble-kernel.ts';
import type { EnsembleKernel } from './compile/ensemble-kernel.ts';
import { savedTimes } from './integrate/time-grid.ts';
import type { RunPlan } from './plan.ts';
import { planRun } from './plan-run.ts';
import { schemes } from './integrate/index.ts';

/** Kernels that a model keeps. */
const kept = 2;

/** Carries out many runs of one model. */
export type ManyRunner = (many: Many) => Result<Float64Array<ArrayBuffer>, readonly Diagnostic[]>;

export function createManyRunner(checked: CheckedModel): ManyRunner {
  const begin = createBegin(checked);
  const kernels = new Map<string, EnsembleKernel>();
  const kernelOf = (plan: RunPlan): EnsembleKernel => {
    const { method, series, grid } = plan;
    const saveEachStep = grid.saveEvery === 1;
    const request = { method, series, steps: grid.steps, rows: grid.rows, saveEachStep };
    const key = JSON.stringify(request);
    const kernel = kernels.get(key) ?? makeEnsembleKernel(checked, request, groupsFor(checked, plan));
    kernels.delete(key);
    kernels.set(key, kernel);
    for (const oldest of kernels.keys()) if (kernels.size > kept) kernels.delete(oldest);
    return kernel;
  };
  const planOf = (experiment: Experiment, request: RunRequest): Result<RunPlan, readonly Diagnostic[]> => {
    const beginning = begin(experiment);
    return beginning.ok ? planRun(checked, experiment, request, beginning.value) : beginning;
  };

  return ({ experiment, request, vary, runs, draw, take }) => {
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
    const places = vary.map((id) => placeOf(checked, id));
    const values = new Float64Array(vary.length);
    const kernel = kernelOf(plan);
    let spoilt = true;
    const begins = (index: number, parameters: Float64Array, initials: Float64Array): void => {
      draw(runs.from + index, values);
      if (experiment.settle === true) {
        const scenario = { ...experiment.scenario, ...settingsOf(vary, values) };
        const own = planOf({ ...experiment, scenario }, request);
        if (own.ok) {
          parameters.set(own.value.parameters);
          initials.set(own.value.initials);
        } else {
          parameters.fill(NaN);
          initials.fill(NaN);
        }
        return;
      }
      if (spoilt) {
        parameters.set(plan.parameters);
        initials.set(plan.initials);
        spoilt = false;
      }
      for (const [i, { kind, at }] of places.entries()) {
        (kind === 'parameter' ? parameters : initials)[at] = values[i]!;
      }
    };
    kernel.run({
      grid: plan.grid,
      runs: runs.to - runs.from,
      begin: begins,
      take: (first, count, found) => take(runs.from + first, count, found, kernel.width),
    });
    return ok(savedTimes(plan.grid));
  };
}

/**
 * Pairs of runs that alternate: more of them hide more waiting for divisions, until their values no longer fit a
 * processor's registers and first cache. Measured: 8 for ten statements, 1 for a few hundred.
 */
function groupsFor(checked: CheckedModel, { method }: RunPlan): number {
  const statements = (checked.equations.size + checked.stocks.length) * schemes[method].at.length;
  return Math.min(8, Math.max(1, Math.floor(240 / statements)));
}

const settingsOf = (ids: readonly VariableId[], values: ArrayLike<number>): Record<VariableId, number> =>
  Object.fromEntries(ids.map((id, i) => [id, values[i]!]));

function placeOf(checked: CheckedModel, id: VariableId): { kind: 'parameter' | 'stock'; at: number } {
  const at = checked.parameters.findIndex((parameter) => parameter.id === id);
  if (at >= 0) return { kind: 'parameter', at };
  return { kind: 'stock', at: checked.stocks.findIndex(({ stock }) => stock.id === id) };
}
