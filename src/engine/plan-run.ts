import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { SEED } from '../equation/names.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Experiment, RunRequest } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import { timeGrid } from './integrate/time-grid.ts';
import type { TimeGrid } from './integrate/time-grid.ts';
import { asWritten } from './plan.ts';
import type { Beginning, RunPlan } from './plan.ts';

/** Bounds on what one run may ask of a machine: a run near them takes seconds and half a gigabyte. */
export const limits = { steps: 10_000_000, values: 50_000_000 } as const;

/**
 * Decides everything about a run, or tells all that is wrong with the experiment and the request.
 */
export function planRun(
  checked: CheckedModel,
  experiment: Experiment,
  request: RunRequest,
  begin: Beginning = asWritten,
): Result<RunPlan, readonly Diagnostic[]> {
  const { model } = checked;
  const problems: Diagnostic[] = [];
  const values = settingsOf(model, experiment, begin, problems);
  const series = seriesOf(model, request.series, problems);
  const { start, stop, dt, saveStep, method } = { ...model.simSpecs, ...request };
  const grid = timeGrid({ start, stop, dt, saveStep });
  if (grid.ok) problems.push(...tooMuch(grid.value, series.length));
  else problems.push(grid.error);
  if (!grid.ok || problems.length > 0) return fail(problems);
  values.set(SEED, experiment.seed ?? 0);
  return ok({
    method,
    grid: grid.value,
    series,
    parameters: Float64Array.from(checked.parameters, ({ id, value }) => values.get(id) ?? value),
    initials: Float64Array.from(checked.stocks, ({ stock }) => values.get(stock.id) ?? NaN),
  });
}

/** Values that differ from the file's: the preset's, the beginning's, the scenario's, and the policy's over all. */
function settingsOf(
  model: Model,
  experiment: Experiment,
  begin: Beginning,
  problems: Diagnostic[],
): Map<VariableId, number> {
  const id = experiment.preset;
  const preset = model.presets.find((p) => p.id === id);
  if (id !== undefined && preset === undefined) {
    const near = nearest(
      id,
      model.presets.map((p) => p.id),
    );
    problems.push(error('unknown-preset', named(id, near)));
  }
  const values = new Map<VariableId, number>();
  for (const layer of [
    Object.entries(preset?.values ?? {}),
    begin.before,
    Object.entries(experiment.scenario),
    begin.over,
    Object.entries(experiment.policy),
  ]) {
    for (const [name, value] of layer) {
      const problem = settingProblem(model, name, value);
      if (problem === undefined) values.set(name, value);
      else problems.push(problem);
    }
  }
  return values;
}

const settable = (model: Model): readonly VariableId[] =>
  [...model.variables.values()].filter((v) => v.kind === 'parameter' || v.kind === 'stock').map((v) => v.id);

function settingProblem(model: Model, name: VariableId, value: number): Diagnostic | undefined {
  const variable = model.variables.get(name);
  if (variable === undefined) return error('unknown-setting', named(name, nearest(name, settable(model))));
  if (variable.kind !== 'parameter' && variable.kind !== 'stock') {
    return error('not-settable', { name }, { variable: name });
  }
  if (Number.isFinite(value)) return undefined;
  return error('not-finite', { variable: name, time: model.simSpecs.start }, { variable: name });
}

/** All series, or those asked for; a table has none. */
function seriesOf(model: Model, asked: RunRequest['series'], problems: Diagnostic[]): readonly VariableId[] {
  const variables = [...model.variables.values()].filter((v) => v.kind !== 'table');
  // Other programs write constants as series like any other.
  const foreign = model.dialect !== 'native';
  if (asked === 'all')
    return variables.filter((v) => !v.hidden && (foreign || v.kind !== 'parameter')).map((v) => v.id);
  const known = new Set(variables.map((v) => v.id));
  for (const name of asked) {
    if (!known.has(name)) problems.push(error('unknown-series', named(name, nearest(name, known))));
  }
  return asked;
}

function tooMuch({ steps, rows }: TimeGrid, series: number): readonly Diagnostic[] {
  const count = rows * series;
  const problems: Diagnostic[] = [];
  if (steps > limits.steps)
    problems.push(error('too-many', { what: 'steps', count: steps, limit: limits.steps }));
  if (count > limits.values)
    problems.push(error('too-many', { what: 'values', count, limit: limits.values }));
  return problems;
}

const named = (name: string, near: string | undefined) =>
  near === undefined ? { name } : { name, nearest: near };
