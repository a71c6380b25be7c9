import type { Diagnostic } from '../base/diagnostic.ts';
import { numberAt, streamOf } from '../base/random.ts';
import { ok, type Result } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from '../engine/api.ts';
import { uncertainIn, type CertaintyPart, type CertaintyRequest } from '../model/certainty.ts';
import type { Stretch } from '../model/ensemble.ts';
import { between } from '../model/reading.ts';
import { quantileOf } from './distribution.ts';
import { sample } from './samplers.ts';

/**
 * A stretch of the draws of a comparison: each draw, of all that is uncertain by a Latin hypercube, is run for every
 * experiment. Experiments that settle begin in the state of rest of the draw.
 */
export function drawCertainty(
  engine: ManyEngine,
  handle: ModelHandle,
  request: CertaintyRequest,
  stretch: Stretch,
): Result<CertaintyPart, readonly Diagnostic[]> {
  const { experiments, outcome, time, seed } = request;
  const model = engine.modelOf(handle);
  const set = Object.assign({}, ...experiments.flatMap((e) => [e.scenario, e.policy])) as Record<
    string,
    number
  >;
  const uncertain = uncertainIn(model, experiments[0] ?? {}, set);
  const vary = uncertain.map(({ parameter }) => parameter.id);
  const draws = sample('lhs', request, vary);
  const quantiles = uncertain.map(({ parameter }) => quantileOf(parameter.distribution, parameter.value));
  const count = stretch.to - stretch.from;
  const drawn = new Float64Array(vary.length * count);
  for (const [p, { scale }] of uncertain.entries())
    for (let i = 0; i < count; i++) drawn[p * count + i] = quantiles[p]!(draws[p]!(stretch.from + i)) * scale;
  const values = new Float64Array(experiments.length * count);
  const { start, saveStep } = model.simSpecs;
  const stop = start + Math.ceil((time - start) / saveStep) * saveStep;
  const seeds = streamOf(seed, 'runs');
  for (const [e, experiment] of experiments.entries()) {
    const found: { readonly first: number; readonly values: readonly Float64Array[] }[] = [];
    const done = engine.runMany(handle, {
      experiment,
      request: { series: [outcome], saveStep, stop },
      vary,
      runs: stretch,
      draw: (index, into) => {
        for (let p = 0; p < into.length; p++) into[p] = drawn[p * count + index - stretch.from]!;
      },
      seedOf: (index) => numberAt(seeds(index)),
      take: (first, taken, rows, width) => {
        const height = rows.length / width;
        const one = (i: number): Float64Array =>
          Float64Array.from({ length: height }, (_, row) => rows[row * width + i]!);
        found.push({ first, values: Array.from({ length: taken }, (_, i) => one(i)) });
      },
    });
    if (!done.ok) return done;
    for (const { first, values: rows } of found)
      for (const [i, row] of rows.entries())
        values[e * count + first + i - stretch.from] = between(done.value, row, time);
  }
  return ok({ stretch, vary, values, drawn });
}
