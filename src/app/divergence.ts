import { error, type Diagnostic } from '../base/diagnostic.ts';
import { valueIn } from '../model/policy.ts';
import type { Locality } from '../model/experiment.ts';
import { influencesOf } from '../model/influences.ts';
import type { Model } from '../model/model.ts';
import type { Variable, VariableId } from '../model/variable.ts';

/**
 * The engine tells which variable was no number at which time of the model. A person is told which stock that breaks, and
 * in which year of the screen.
 */
export const inModelWords = (
  diagnostics: readonly Diagnostic[],
  model: Model,
  where: Locality,
): readonly Diagnostic[] =>
  diagnostics.map((d) => {
    const variable = d.code === 'not-finite' ? model.variables.get(d.args.variable) : undefined;
    if (d.code !== 'not-finite' || variable === undefined) return d;
    const { yearZero, timeUnit } = model.simSpecs;
    const time = d.args.time - (yearZero === undefined ? 0 : valueIn(model, where, yearZero));
    const stock = stockOf(model, variable);
    return error(
      'diverged',
      { stock: (stock ?? variable).name, variable: variable.name, time, timeUnit },
      d.where,
    );
  });

/** The stock that a variable is, or the first that it goes into, if by way of others. */
function stockOf(model: Model, from: Variable): Variable | undefined {
  const { effects } = influencesOf(model);
  const ways = new Set<VariableId>([from.id]);
  for (const id of ways) {
    const variable = model.variables.get(id);
    if (variable?.kind === 'stock') return variable;
    for (const next of effects.get(id) ?? []) ways.add(next);
  }
  return undefined;
}
