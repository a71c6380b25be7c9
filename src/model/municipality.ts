import type { Fact } from './model.ts';
import type { VariableId } from './variable.ts';

/**
 * The parameters that follow from what is known of a municipality: those that the facts are, and those that grow in
 * proportion to them.
 * @param valueOf a parameter's value in the file
 */
export function parametersOf(
  facts: readonly Fact[],
  known: Readonly<Record<string, number>>,
  valueOf: (id: VariableId) => number | undefined,
): Readonly<Record<VariableId, number>> {
  const values: Record<VariableId, number> = {};
  for (const { id, sets, scales, from } of facts) {
    const value = known[id];
    if (value === undefined) continue;
    if (sets !== undefined) values[sets] = value;
    for (const name of scales) {
      const base = values[name] ?? valueOf(name);
      if (from !== undefined && base !== undefined) values[name] = base * (value / from);
    }
  }
  return values;
}
