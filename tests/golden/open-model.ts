import { must } from '../../src/base/assert.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { seriesOf } from '../../src/model/experiment.ts';
import type { Experiment, Run, RunRequest } from '../../src/model/experiment.ts';
import type { Model } from '../../src/model/model.ts';
import { readShipped } from '../tools/shipped-models.ts';
import { source } from '../tools/models.ts';

/** A shipped model, opened once, with short ways to ask it. */
export interface OpenModel {
  readonly model: Model;
  readonly run: (
    settings: Readonly<Record<string, number>>,
    request?: Partial<RunRequest>,
    experiment?: Partial<Experiment>,
  ) => Run;
  /** The value of a series in a year of the model; year 0 on screen is year 2. */
  readonly at: (settings: Readonly<Record<string, number>>, name: string, year: number) => number;
}

export function openModel(id: string, change: (model: Model) => Model = (m) => m): OpenModel {
  const read = readShipped(id);
  if (!read.ok) throw new Error(`${id} has mistakes`);
  const model = change(read.value);
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const kept = new Map<string, Run>();
  const run: OpenModel['run'] = (settings, request, experiment) => {
    const done = engine.run(
      opened.value.handle,
      { policy: settings, scenario: {}, ...experiment },
      { series: 'all', saveStep: 1, ...request },
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return done.value;
  };
  return {
    model,
    run,
    at: (settings, name, year) => {
      const key = JSON.stringify(settings);
      const found = kept.get(key) ?? run(settings);
      kept.set(key, found);
      return must(seriesOf(found, name), name)[year]!;
    },
  };
}

/** The model with some computed variables held at a value. */
export const holding =
  (values: Readonly<Record<string, number>>) =>
  (model: Model): Model => {
    const variables = new Map(model.variables);
    for (const [id, value] of Object.entries(values)) {
      const variable = must(variables.get(id), id);
      if (variable.kind !== 'aux' && variable.kind !== 'flow') throw new Error(`${id} is not computed`);
      variables.set(id, { ...variable, equation: source(String(value)) });
    }
    return { ...model, variables };
  };

/** Levers at full. */
export const full = (...levers: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(levers.map((lever) => [`lever_${lever}`, 1]));
