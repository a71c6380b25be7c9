import { warning } from '../../base/diagnostic.ts';
import { numberOps } from '../../numeric/number-ops.ts';
import { builtins } from '../../equation/builtins/index.ts';
import { call, div, num, ref, sub } from './build.ts';
import { hiddenId, make } from './making.ts';
import type { Expr } from '../../model/expr.ts';
import type { Formula, OwnTimes } from '../foreign/foreign-model.ts';
import type { Context } from './world.ts';

/** Most steps of a run whose length only the run around it can tell. */
export const MOST_OPEN_STEPS = 100;

/**
 * Takes down that the variables of a prefix have such a run; what the file says of its times is read in the context. A
 * number of steps that is no plain number is worked out as the model runs, up to a bound, which is told.
 */
export function addCompleteRun(times: OwnTimes, prefix: string, context: Context): void {
  const { world } = context;
  const { what, place, method } = times;
  const of = ({ term, source }: Formula): Expr =>
    plain(world.rules.lower(term, { ...context, source }), context);
  const [start, stop, dt] = [of(times.start), of(times.stop), of(times.dt)];
  const steps = plain(call('max', num(0), call('round', div(sub(stop, start), dt))), context);
  world.completeRuns.push({ prefix, start, stop, dt, steps, method, what, place });
  if (steps.kind !== 'number')
    world.report(warning('approximated', { what, instead: `≤ ${MOST_OPEN_STEPS} DT` }, place));
}

/** A number, or a variable outside the run, so that the run's own time is not taken for the time around it. */
export function plain(expr: Expr, context: Context): Expr {
  const value = numberIn(expr);
  if (value !== undefined) return num(value);
  if (expr.kind === 'ref' && !OWN_TIMES.has(expr.name)) return expr;
  const id = hiddenId(context, 'value');
  make(context, id, { kind: 'aux', expr });
  return ref(id);
}

/** What numbers alone give. */
function numberIn(expr: Expr): number | undefined {
  if (expr.kind === 'number') return expr.value;
  const builtin = expr.kind === 'call' ? builtins.get(expr.fn) : undefined;
  if (expr.kind !== 'call' || !builtin || builtin.given) return undefined;
  const args = expr.args.map(numberIn);
  return args.includes(undefined) ? undefined : builtin.meaning(numberOps, args as readonly number[]);
}

export const OWN_TIMES: ReadonlySet<string> = new Set(['time', 'steptime', 'dt', 'starttime', 'stoptime']);
