import { must } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from '../engine/api.ts';
import { createEvaluator } from '../engine/evaluate.ts';
import { seriesOf, type Experiment, type Run } from '../model/experiment.ts';
import type { Expr } from '../model/expr.ts';
import type { VariableId } from '../model/variable.ts';

/** All values of a run at one time, and what its equations give there. */
export interface Moment {
  readonly run: Run;
  /** The saved row. */
  readonly row: number;
  readonly get: (name: VariableId) => number;
  /** An expression's value when some names have other values than in the run. */
  readonly compute: (expr: Expr, instead?: ReadonlyMap<VariableId, number>) => number;
}

/** A whole run, parameters included, read at the saved time nearest to one. */
export function momentOf(
  engine: ManyEngine,
  handle: ModelHandle,
  experiment: Experiment,
  time: number,
): Result<Moment, readonly Diagnostic[]> {
  const checked = engine.checkedOf(handle);
  const series = [...checked.model.variables.values()].flatMap((v) => (v.kind === 'table' ? [] : [v.id]));
  const done = engine.run(handle, experiment, { series });
  if (!done.ok) return done;
  const run = done.value;
  const row = nearestRow(run.times, time);
  const { dt, start, stop } = checked.model.simSpecs;
  const ofRun = new Map([
    ['time', run.times[row]!],
    ['steptime', run.times[row]!],
    ['dt', dt],
    ['starttime', start],
    ['stoptime', stop],
  ]);
  const rows = new Map(run.names.map((name, i) => [name, i]));
  const get = (name: VariableId): number => {
    const at = rows.get(name);
    return at === undefined ? must(ofRun.get(name), name) : run.values[at * run.times.length + row]!;
  };
  let other: ReadonlyMap<VariableId, number> | undefined;
  const evaluate = createEvaluator(checked, {
    get: (name) => other?.get(name) ?? get(name),
    // What was so many steps ago is in no single moment.
    past: () => NaN,
  });
  return ok({
    run,
    row,
    get,
    compute: (expr, instead) => {
      other = instead;
      return evaluate(expr);
    },
  });
}

function nearestRow(times: ArrayLike<number>, time: number): number {
  let best = 0;
  for (let i = 1; i < times.length; i++)
    if (Math.abs(times[i]! - time) < Math.abs(times[best]! - time)) best = i;
  return best;
}

/** What has gone through a flow from the start to a row, by the trapezoidal rule over saved times. */
export function throughTo(run: Run, flow: VariableId, row: number): number {
  const values = must(seriesOf(run, flow), flow);
  let sum = 0;
  for (let i = 1; i <= row; i++)
    sum += ((values[i - 1]! + values[i]!) / 2) * (run.times[i]! - run.times[i - 1]!);
  return sum;
}
