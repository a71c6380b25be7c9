import { ok } from '../../base/result.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { Experiment, RunRequest } from '../../model/experiment.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { createManyRunner } from '../many.ts';
import { seedName, tangentModel, tangentName } from './tangent-model.ts';

export interface Gradient {
  readonly times: Float64Array;
  /** Derivative of outcome o by input i at saved row r: `values[(o · inputs + i) · times.length + r]`. */
  readonly values: Float64Array;
  /** Where derivatives leave out jumps, or the times of jumps. */
  readonly leftOut: readonly { readonly variable: VariableId; readonly part: string }[];
}

/** Derivatives of outcomes by inputs along a run. All inputs go side by side, as an ensemble. */
export type GradientRunner = (
  experiment: Experiment,
  times: Omit<RunRequest, 'series'>,
) => Result<Gradient, readonly Diagnostic[]>;

/** @param inputs parameters, or stocks for their initial values */
export function createGradient(
  checked: CheckedModel,
  inputs: readonly VariableId[],
  outcomes: readonly VariableId[],
): GradientRunner {
  const tangent = tangentModel(checked, inputs);
  const runMany = createManyRunner(tangent.checked);
  const found = outcomes.filter((id) => tangent.moved.has(id));
  return (experiment, times) => {
    const blocks: { first: number; count: number; width: number; values: Float64Array }[] = [];
    const done = runMany({
      experiment,
      request: { ...times, series: found.map(tangentName) },
      vary: inputs.map(seedName),
      runs: { from: 0, to: inputs.length },
      draw: (index, seeds) => {
        seeds.fill(0);
        seeds[index] = 1;
      },
      take: (first, count, values, width) => blocks.push({ first, count, width, values: values.slice() }),
    });
    if (!done.ok) return done;
    const rows = done.value.length;
    const values = new Float64Array(outcomes.length * inputs.length * rows);
    for (const { first, count, width, values: block } of blocks) {
      for (const [s, id] of found.entries()) {
        const outcome = outcomes.indexOf(id);
        for (let i = 0; i < count; i++) {
          for (let row = 0; row < rows; row++) {
            const to = (outcome * inputs.length + first + i) * rows + row;
            values[to] = block[(s * rows + row) * width + i]!;
          }
        }
      }
    }
    return ok({ times: done.value, values, leftOut: tangent.leftOut });
  };
}
