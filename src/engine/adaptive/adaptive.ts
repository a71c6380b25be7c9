import { error } from '../../base/diagnostic.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Experiment, RunRequest } from '../../model/experiment.ts';
import type { VariableId } from '../../model/variable.ts';
import { eachPart } from '../../equation/parts.ts';
import { createBegin } from '../begin.ts';
import type { CheckedModel } from '../checked.ts';
import { historiesOf } from '../history.ts';
import { savedTimes } from '../integrate/time-grid.ts';
import { planRun } from '../plan-run.ts';
import { dormandPrince } from './dormand-prince.ts';
import { rosenbrock } from './rosenbrock.ts';
import { solve } from './solver.ts';
import type { Tolerance } from './solver.ts';
import { systemOf } from './system.ts';

export interface AdaptiveRequest extends Omit<RunRequest, 'method'> {
  /** `auto` begins with Dormand and Prince, and hands over to Rosenbrock's kind where that would take too many steps. */
  readonly solver?: 'auto' | 'dormand-prince' | 'rosenbrock';
  /** 1e-8 if left out. */
  readonly relative?: number;
  /** 1e-10 if left out. */
  readonly absolute?: number;
  /** Most steps of a solver; 100,000 if left out. */
  readonly steps?: number;
}

export interface AdaptiveRun {
  readonly times: Float64Array;
  readonly names: readonly VariableId[];
  /** One row of `times.length` values per name. */
  readonly values: Float64Array;
  /** Where `auto` found the model stiff. */
  readonly stiffFrom?: number;
}

/** Steps after which `auto` takes a model to be stiff. */
const patience = 2000;

/**
 * A run with steps as long as a tolerance allows: what the differential equations say, without the error of a fixed dt.
 * Saved times are as usual. Models that remember whole steps have no such solution: `not-supported`.
 */
export function createAdaptive(
  checked: CheckedModel,
): (experiment: Experiment, request: AdaptiveRequest) => Result<AdaptiveRun, readonly Diagnostic[]> {
  const begin = createBegin(checked);
  const stepwise = stepwisePart(checked);
  return (
    experiment,
    { solver = 'auto', relative = 1e-8, absolute = 1e-10, steps = 100_000, ...request },
  ) => {
    if (stepwise !== undefined) return fail([error('not-supported', { what: stepwise })]);
    const beginning = begin.of(experiment);
    if (!beginning.ok) return beginning;
    const planned = planRun(checked, experiment, request, beginning.value);
    if (!planned.ok) return planned;
    const plan = planned.value;
    const system = systemOf(checked, plan);
    const times = savedTimes(plan.grid);
    const values = new Float64Array(plan.series.length * times.length);
    const save = (row: number, state: Float64Array): void => {
      for (const [i, value] of system.values(times[row]!, state).entries())
        values[i * times.length + row] = value;
    };
    const allowed: Tolerance = {
      relative,
      absolute,
      steps: solver === 'auto' ? Math.min(patience, steps) : steps,
    };
    const from = { time: plan.grid.start, state: system.start() };
    const explicit = solver !== 'rosenbrock';
    const first = (explicit ? dormandPrince : rosenbrock)(system, allowed);
    let ending = solve(system, first, allowed, from, times, save);
    let stiffFrom: number | undefined;
    if (solver === 'auto' && ending.kind !== 'done') {
      stiffFrom = ending.time;
      const patient = { ...allowed, steps };
      ending = solve(system, rosenbrock(system, patient), patient, ending, times, save);
    }
    if (ending.kind !== 'done')
      return fail([error('no-solution', { problem: ending.kind, time: ending.time })]);
    return ok({ times, names: plan.series, values, ...(stiffFrom === undefined ? {} : { stiffFrom }) });
  };
}

/** What a model has that goes by steps of dt. */
function stepwisePart(checked: CheckedModel): string | undefined {
  if (historiesOf(checked).size > 0) return 'PREVIOUS';
  const found: string[] = [];
  const look = (expr: Parameters<typeof eachPart>[0]): void =>
    eachPart(expr, (part) => {
      if (part.kind === 'ref' && (part.name === 'starttime' || part.name === 'steptime'))
        found.push(part.name);
    });
  for (const expr of checked.equations.values()) look(expr);
  return found[0];
}
