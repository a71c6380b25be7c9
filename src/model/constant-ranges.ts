import type { Model } from './model.ts';
import type { Parameter, Variable } from './variable.ts';

/** Vensim's names for the times of a run, which are no constants to play with. */
const times = /^(time[ _]step|initial[ _]time|final[ _]time|saveper|save[ _]step)$/i;

/**
 * A model of another program with a range for each of its constants, from nothing to twice its value, so that a person
 * can move them. Such files say nothing of how well a constant is known: this is a range to play in, no judgement.
 */
export function withRanges(model: Model): Model {
  if (model.dialect === 'native') return model;
  const variables = new Map<string, Variable>();
  for (const [id, variable] of model.variables)
    variables.set(id, variable.kind === 'parameter' && !times.test(id) ? ranged(variable) : variable);
  return { ...model, variables };
}

function ranged(parameter: Parameter): Parameter {
  const { value, distribution } = parameter;
  if (distribution.min < distribution.max) return parameter;
  const end = value === 0 ? 1 : 2 * value;
  if (!Number.isFinite(end)) return parameter;
  return {
    ...parameter,
    distribution: { shape: 'uniform', min: Math.min(0, end), max: Math.max(0, end) },
  };
}
