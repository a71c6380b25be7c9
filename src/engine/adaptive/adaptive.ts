import { error, warning } from '../../base/diagnostic.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { builtins } from '../../equation/builtins/index.ts';
import { childrenOf } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { CheckedModel } from '../checked.ts';
import { savedTimes } from '../integrate/time-grid.ts';
import type { Outcome, RunPlan } from '../plan.ts';
import { dormandPrince } from './dormand-prince.ts';
import { rosenbrock } from './rosenbrock.ts';
import { solve } from './solver.ts';
import type { Tolerance } from './solver.ts';
import { createSystems } from './system.ts';

/** Part of a stock's size, and size, that a step may be wrong by; and the most steps. */
const usual: Tolerance = { relative: 1e-8, absolute: 1e-10, steps: 100_000 };

/** Steps after which a model is taken to be stiff. */
const patience = 20_000;

export interface AdaptiveOutcome {
  readonly outcome: Outcome;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Carries out plans with steps as long as a tolerance allows: what the differential equations say, without the error of a
 * fixed dt. Saved times are as usual. `rk45` hands over to `stiff` where it would take too many steps, and says so. Models
 * that go by steps have no such solution: `needs-steps`.
 */
export function createAdaptive(
  checked: CheckedModel,
): (plan: RunPlan, tolerance?: Partial<Tolerance>) => Result<AdaptiveOutcome, readonly Diagnostic[]> {
  const systemOf = createSystems(checked);
  const stepwise = stepwisePart(checked);
  return (plan, tolerance = {}) => {
    if (stepwise !== undefined) {
      const { place } = checked.model.variables.get(stepwise.variable) ?? {};
      const where = { ...place, variable: stepwise.variable };
      return fail([error('needs-steps', { ...stepwise, method: plan.method }, where)]);
    }
    const system = systemOf(plan);
    const times = savedTimes(plan.grid);
    const values = new Float64Array(plan.series.length * times.length);
    let closing = new Float64Array(system.size);
    const save = (row: number, state: Float64Array): void => {
      for (const [i, value] of system.values(times[row]!, state).entries())
        values[i * times.length + row] = value;
      if (row === times.length - 1) closing = Float64Array.from(state);
    };
    const allowed = { ...usual, ...tolerance };
    const from = { time: plan.grid.start, state: system.start() };
    const opening = from.state.slice(0, system.stocks);
    const explicit = plan.method === 'rk45';
    const first = { ...allowed, steps: explicit ? Math.min(patience, allowed.steps) : allowed.steps };
    let ending = solve(
      system,
      (explicit ? dormandPrince : rosenbrock)(system, first),
      first,
      from,
      times,
      save,
    );
    const warnings: Diagnostic[] = [];
    if (explicit && ending.kind !== 'done') {
      const { time } = ending;
      ending = solve(system, rosenbrock(system, allowed), allowed, ending, times, save);
      if (ending.kind === 'done') warnings.push(warning('stiff', { time }));
    }
    if (ending.kind !== 'done')
      return fail([error('no-solution', { problem: ending.kind, time: ending.time })]);
    const totals = closing.slice(system.stocks);
    return ok({ outcome: { values, opening, closing: closing.slice(0, system.stocks), totals }, warnings });
  };
}

interface Stepwise {
  readonly variable: string;
  /** What of it goes by steps: the past, random draws, or the step itself. */
  readonly part: 'past' | 'draw' | 'step';
}

/** What a model has that goes by steps of dt. */
function stepwisePart(checked: CheckedModel): Stepwise | undefined {
  const partOf = (expr: Expr): Stepwise['part'] | undefined => {
    if (expr.kind === 'past') return 'past';
    if (expr.kind === 'ref') return expr.name === 'steptime' || expr.name === 'dt' ? 'step' : undefined;
    if (expr.kind === 'call' && expr.fn === 'chance') return 'draw';
    // A jump that is given dt allows for rounding by it.
    const given = expr.kind === 'call' && expr.fn !== 'chance' ? builtins.get(expr.fn)?.given : undefined;
    const skipped = given?.includes('draw') ? 0 : (given?.length ?? 0);
    for (const child of childrenOf(expr).slice(skipped)) {
      const part = partOf(child);
      if (part !== undefined) return part;
    }
    return undefined;
  };
  for (const [variable, expr] of checked.equations) {
    const part = partOf(expr);
    if (part !== undefined) return { variable, part };
  }
  return undefined;
}
