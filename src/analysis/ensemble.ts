import { QuantileSketch } from '../base/quantiles.ts';
import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { numberAt, streamOf } from '../base/random.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from '../engine/api.ts';
import { uncertainIn } from '../model/certainty.ts';
import type { DrawnParameter } from '../model/certainty.ts';
import type { EnsemblePart, EnsembleRequest, Stretch } from '../model/ensemble.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import { quantileOf } from './distribution.ts';
import { sample } from './samplers.ts';

/** Takes the runs as they are done. Value of outcome o, saved row r, run first + i: `values[(o · rows + r) · width + i]`. */
export type TakeRuns = (runs: {
  readonly first: number;
  readonly count: number;
  readonly width: number;
  readonly values: Float64Array;
  /** What was drawn for run first + i: one value per varied parameter. */
  readonly drawn: (i: number) => Float64Array;
}) => void;

/** What an ensemble draws, and the saved times. */
export interface Drawn {
  readonly vary: readonly VariableId[];
  readonly times: Float64Array;
}

/** Carries out a stretch of an ensemble's runs. */
export function runEnsemble(
  engine: ManyEngine,
  handle: ModelHandle,
  request: EnsembleRequest,
  stretch: Stretch,
  take: TakeRuns,
): Result<Drawn, readonly Diagnostic[]> {
  const found = uncertainOf(engine.modelOf(handle), request);
  if (!found.ok) return found;
  const uncertain = found.value;
  const vary = uncertain.map(({ parameter }) => parameter.id);
  const draws = sample(request.sampler, request, vary);
  const quantiles = uncertain.map(({ parameter }) => quantileOf(parameter.distribution, parameter.value));
  const draw = (index: number, values: Float64Array): void => {
    for (let i = 0; i < values.length; i++) values[i] = quantiles[i]!(draws[i]!(index)) * uncertain[i]!.scale;
  };
  const seeds = streamOf(request.experiment.seed ?? request.seed, 'runs');
  const done = engine.runMany(handle, {
    experiment: request.experiment,
    request: { ...request.times, series: request.outcomes },
    vary,
    runs: stretch,
    draw,
    seedOf: (index) => numberAt(seeds(index)),
    take: (first, count, values, width) =>
      take({
        first,
        count,
        width,
        values,
        drawn: (i) => {
          const again = new Float64Array(vary.length);
          draw(first + i, again);
          return again;
        },
      }),
  });
  return done.ok ? ok({ vary, times: done.value }) : done;
}

/** The bands of a stretch of an ensemble, as sketches: memory does not grow with the runs. */
export function sketchEnsemble(
  engine: ManyEngine,
  handle: ModelHandle,
  request: EnsembleRequest,
  stretch: Stretch,
): Result<EnsemblePart, readonly Diagnostic[]> {
  const sketches: QuantileSketch[] = [];
  let failed = 0;
  const done = runEnsemble(engine, handle, request, stretch, ({ count, width, values }) => {
    const cells = values.length / width;
    while (sketches.length < cells) sketches.push(new QuantileSketch(stretch.to - stretch.from));
    for (let cell = 0; cell < cells; cell++)
      sketches[cell]!.addAll(values, cell * width, cell * width + count);
    for (let i = 0; i < count; i++) if (!isFinite(values, width, i)) failed++;
  });
  if (!done.ok) return done;
  return ok({
    times: done.value.times,
    outcomes: request.outcomes,
    sketches: sketches.map((sketch) => sketch.toData()),
    runs: stretch.to - stretch.from,
    failed,
  });
}

function isFinite(values: Float64Array, width: number, run: number): boolean {
  for (let at = run; at < values.length; at += width) if (!Number.isFinite(values[at])) return false;
  return true;
}

/**
 * What is drawn, with the ranges of the experiment's municipality: all that nobody has set and nobody knows, or what is
 * named, which is drawn although it is set.
 */
function uncertainOf(
  model: Model,
  { vary, experiment }: EnsembleRequest,
): Result<readonly DrawnParameter[], readonly Diagnostic[]> {
  if (vary === 'all')
    return ok(uncertainIn(model, experiment, { ...experiment.scenario, ...experiment.policy }));
  const parameters = [...model.variables.values()].filter((v) => v.kind === 'parameter');
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  const problems = vary.flatMap((id) => {
    if (byId.get(id)?.distribution.shape === 'fixed') {
      return [error('nothing-to-draw', { name: id }, { variable: id })];
    }
    if (byId.has(id)) return [];
    if (model.variables.has(id)) return [error('not-settable', { name: id }, { variable: id })];
    const near = nearest(id, byId.keys());
    return [error('unknown-setting', near === undefined ? { name: id } : { name: id, nearest: near })];
  });
  if (problems.length > 0) return fail(problems);
  const here = new Map(uncertainIn(model, experiment, {}).map((drawn) => [drawn.parameter.id, drawn]));
  return ok(vary.map((id) => here.get(id) ?? { parameter: byId.get(id)!, scale: 1 }));
}
