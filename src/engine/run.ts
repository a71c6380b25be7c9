import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import { shareParts } from './share-parts.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Experiment, Run, RunRequest } from '../model/experiment.ts';
import { createBegin } from './begin.ts';
import { balancesOf, unbalanced } from './balance.ts';
import type { CheckedModel } from './checked.ts';
import { makeKernel } from './compile/kernel.ts';
import type { Kernel } from './compile/kernel.ts';
import type { KernelRequest } from './compile/request.ts';
import { createAdaptive } from './adaptive/adaptive.ts';
import { runClock } from './clock.ts';
import type { ClockedOutcome } from './clock.ts';
import { savedTimes } from './integrate/time-grid.ts';
import { isFixed } from './plan.ts';
import type { FixedPlan, Outcome } from './plan.ts';
import { planRun } from './plan-run.ts';
import { scheduleOf } from './schedule.ts';

/** Kernels that a model keeps: a screen asks for a few sets of series, again and again. */
const keptKernels = 8;
/** A kernel with more values than this in its memory is not kept. */
const mostHeld = 1_000_000;

/** Carries out experiments on one model. The arrays of each run are its own. */
export type Runner = (experiment: Experiment, request: RunRequest) => Result<Run, readonly Diagnostic[]>;

export function createRunner(checked: CheckedModel): Runner {
  const { model } = checked;
  const lean = shareParts(checked);
  const { flows } = scheduleOf(lean);
  const kernelOf = kernelCache(lean);
  const begin = createBegin(checked);
  let prepared: ReturnType<typeof createAdaptive> | undefined;
  const adaptive = () => (prepared ??= createAdaptive(checked));
  return (experiment, request) => {
    const beginning = begin.of(experiment);
    if (!beginning.ok) return beginning;
    const planned = planRun(checked, experiment, request, beginning.value);
    if (!planned.ok) return planned;
    const plan = planned.value;
    const told: Diagnostic[] = [];
    let carried: ClockedOutcome;
    let isFinite = true;
    if (isFixed(plan)) {
      const { clock } = model.simSpecs;
      const asked = timeFields.some((field) => request[field] !== undefined);
      const whole = (p: FixedPlan) => kernelOf(p).run(p);
      carried =
        clock && !asked
          ? runClock(clock, plan, whole)
          : { outcome: whole(plan), times: savedTimes(plan.grid) };
      isFinite = allFinite(carried.outcome);
      if (!isFinite) {
        const problem = notFinite(checked, plan);
        if (model.dialect === 'native') return fail([problem]);
        // Models from elsewhere divide by zero where nobody looks: that is told, and the rest of the run holds.
        told.push({ ...problem, severity: 'warning' });
      }
    } else {
      const done = adaptive()(plan);
      if (!done.ok) return done;
      carried = { outcome: done.value.outcome, times: savedTimes(plan.grid) };
      isFinite = allFinite(carried.outcome);
      told.push(...done.value.warnings);
    }
    const { outcome, times } = carried;
    const balance = balancesOf(checked, flows, outcome).filter(
      ({ stock }) => !model.variables.get(stock)?.hidden,
    );
    if (isFinite) told.push(...unbalanced(balance));
    return ok({
      experiment,
      times,
      names: plan.series,
      values: outcome.values,
      balance,
      diagnostics: told,
    });
  };
}

const timeFields = ['start', 'stop', 'dt', 'saveStep'] as const;

const requestOf = ({ method, series, grid }: FixedPlan): KernelRequest => ({
  method,
  series,
  steps: grid.steps,
  rows: grid.rows,
  saveEachStep: grid.saveEvery === 1,
  totals: true,
  watch: false,
});

/** A kernel that is used so often is made anew as the fastest there is; until then it is the one that is soonest ready. */
const oftenUsed = 3;
/** More than all of the work: nothing is done in pairs. */
const plain = { paired: Infinity };

/** Compiles a kernel when a plan needs one of a new shape; the one used longest ago goes first. */
function kernelCache(checked: CheckedModel): (plan: FixedPlan) => Kernel {
  const kept = new Map<string, { readonly kernel: Kernel; readonly used: number }>();
  return (plan) => {
    const request = requestOf(plan);
    const key = JSON.stringify(request);
    const before = kept.get(key);
    const used = (before?.used ?? 0) + 1;
    const again = used === oftenUsed && plan.series.length * plan.grid.rows <= mostHeld;
    const kernel = again
      ? makeKernel(checked, request)
      : (before?.kernel ?? makeKernel(checked, { ...request, sizes: plain }));
    kept.delete(key);
    if (kernel.held <= mostHeld) kept.set(key, { kernel, used });
    for (const oldest of kept.keys()) {
      if (kept.size <= keptKernels) break;
      kept.delete(oldest);
    }
    return kernel;
  };
}

const allFinite = ({ values, closing }: Outcome): boolean => finite(closing) && finite(values);

/** x − x is 0, or NaN where x is not finite, and stays NaN in a sum. Four sums, since each addition waits for the one before. */
function finite(values: Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = values.length - (values.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += values[i]! - values[i]!;
    b += values[i + 1]! - values[i + 1]!;
    c += values[i + 2]! - values[i + 2]!;
    d += values[i + 3]! - values[i + 3]!;
  }
  for (let i = whole; i < values.length; i++) a += values[i]! - values[i]!;
  return a + b + c + d === 0;
}

/** Runs again, slower, to find where it went wrong: the first value that is not finite, not what it spoilt later. */
function notFinite(checked: CheckedModel, plan: FixedPlan): Diagnostic {
  const kernel = makeKernel(checked, { ...requestOf(plan), totals: false, watch: true });
  const { variable, time } = must(kernel.firstNotFinite(plan), 'the value that is not finite');
  const { place } = must(checked.model.variables.get(variable), variable);
  return error('not-finite', { variable, time }, { ...place, variable });
}
