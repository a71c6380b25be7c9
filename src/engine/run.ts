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
import { createAdaptive } from './adaptive/adaptive.ts';
import { runClock } from './clock.ts';
import type { ClockedOutcome } from './clock.ts';
import { savedTimes } from './integrate/time-grid.ts';
import { isFixed } from './plan.ts';
import type { FixedPlan, Outcome, RunPlan } from './plan.ts';
import { createKernels, requestOf } from './kernels.ts';
import { planRun } from './plan-run.ts';
import { scheduleOf } from './schedule.ts';

/** Carries out experiments on one model. The arrays of each run are its own. */
export interface Runner {
  readonly run: (experiment: Experiment, request: RunRequest) => Ran;
  /** One answer for each experiment; two runs at a time, where that is worth it. */
  readonly runEach: (experiments: readonly Experiment[], request: RunRequest) => readonly Ran[];
}

type Ran = Result<Run, readonly Diagnostic[]>;

export function createRunner(checked: CheckedModel): Runner {
  const { model } = checked;
  const lean = shareParts(checked);
  const { flows } = scheduleOf(lean);
  const kernels = createKernels(lean);
  const begin = createBegin(checked);
  let prepared: ReturnType<typeof createAdaptive> | undefined;
  const adaptive = () => (prepared ??= createAdaptive(checked));

  const planOf = (experiment: Experiment, request: RunRequest): Result<RunPlan, readonly Diagnostic[]> => {
    const beginning = begin.of(experiment);
    return beginning.ok ? planRun(checked, experiment, request, beginning.value) : beginning;
  };

  const inStretches = (request: RunRequest): boolean =>
    model.simSpecs.clock !== undefined && timeFields.every((field) => request[field] === undefined);

  function inFixedSteps(plan: FixedPlan, request: RunRequest): ClockedOutcome {
    const whole = (p: FixedPlan): Outcome => kernels.ofOne(p).run(p);
    return inStretches(request)
      ? runClock(must(model.simSpecs.clock, 'the clock'), plan, whole)
      : { outcome: whole(plan), times: savedTimes(plan.grid) };
  }

  /** Plans of one request are alike in method, times and series. */
  function inPairs(plans: readonly RunPlan[], request: RunRequest): ReadonlyMap<RunPlan, Outcome> {
    const carried = new Map<RunPlan, Outcome>();
    if (inStretches(request)) return carried;
    for (let i = 0; i + 1 < plans.length; i += 2) {
      const [a, b] = [plans[i]!, plans[i + 1]!];
      const outcomes = isFixed(a) ? kernels.ofTwo(a)?.run([a, b]) : undefined;
      if (outcomes === undefined) break;
      carried.set(a, outcomes[0]).set(b, outcomes[1]);
    }
    return carried;
  }

  function carryOut(
    experiment: Experiment,
    plan: RunPlan,
    request: RunRequest,
    carriedInPair?: Outcome,
  ): Ran {
    const told: Diagnostic[] = [];
    let carried: ClockedOutcome;
    let isFinite = true;
    if (isFixed(plan)) {
      carried = carriedInPair
        ? { outcome: carriedInPair, times: savedTimes(plan.grid) }
        : inFixedSteps(plan, request);
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
  }

  return {
    run(experiment, request) {
      const plan = planOf(experiment, request);
      return plan.ok ? carryOut(experiment, plan.value, request) : plan;
    },
    runEach(experiments, request) {
      const plans = experiments.map((experiment) => planOf(experiment, request));
      const carried = inPairs(
        plans.flatMap((plan) => (plan.ok ? [plan.value] : [])),
        request,
      );
      return plans.map((plan, i) =>
        plan.ok ? carryOut(experiments[i]!, plan.value, request, carried.get(plan.value)) : plan,
      );
    },
  };
}

const timeFields = ['start', 'stop', 'dt', 'saveStep'] as const;

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
