import type { Model } from './model.ts';
import type { Parameter } from './variable.ts';

/**
 * The parameters that a person may assume otherwise, in the order of the file: those with a range, but no lever. Their
 * distributions hold the range.
 */
export function assumptionsOf(model: Model): readonly Parameter[] {
  const levers = new Set(model.levers.map((lever) => lever.variable));
  return [...model.variables.values()].filter(
    (v): v is Parameter =>
      v.kind === 'parameter' && v.distribution.min < v.distribution.max && !levers.has(v.id),
  );
}
