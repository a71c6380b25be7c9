import { error, type Diagnostic } from '../base/diagnostic.ts';
import { valueIn } from '../model/policy.ts';
import type { Locality } from '../model/experiment.ts';
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

/** The stock that a variable is, fills or empties, or the first that it does so by way of others. */
function stockOf(model: Model, from: Variable): Variable | undefined {
  const seen = new Set<VariableId>([from.id]);
  for (const id of seen) {
    for (const other of model.variables.values()) {
      if (other.kind === 'stock') {
        if (other.id === id || other.inflows.includes(id) || other.outflows.includes(id)) return other;
      } else if (
        (other.kind === 'flow' || other.kind === 'aux') &&
        new RegExp(`\\b${id}\\b`).test(other.equation.text)
      )
        seen.add(other.id);
    }
  }
  return undefined;
}
