import { must } from '../base/assert.ts';
import type { Locality, Policy } from './experiment.ts';
import { parametersOf } from './municipality.ts';
import type { Lever, Model, ReadyStrategy } from './model.ts';
import type { VariableId } from './variable.ts';

/** A parameter's value in a municipality: what follows from its facts, else the preset's own, else the file's. */
export function valueIn(model: Model, { preset: id, municipality }: Locality, name: VariableId): number {
  const fileValue = (parameter: VariableId): number | undefined => {
    const variable = model.variables.get(parameter);
    return variable?.kind === 'parameter' ? variable.value : undefined;
  };
  const stated = municipality && parametersOf(model.municipality ?? [], municipality, fileValue)[name];
  const preset = model.presets.find((p) => p.id === id);
  return must(stated ?? preset?.values[name] ?? fileValue(name), `parameter ${name}`);
}

export const valueInPreset = (model: Model, presetId: string | undefined, name: VariableId): number =>
  valueIn(model, presetId === undefined ? {} : { preset: presetId }, name);

/** Where a lever stands when nobody has moved it. */
export const leverDefault = (model: Model, where: Locality, lever: Lever): number =>
  valueIn(model, where, lever.variable);

/** What a lever costs at a setting, SEK per year. */
export function leverCost(model: Model, where: Locality, lever: Lever, setting: number): number {
  return lever.cost === undefined ? 0 : setting * valueIn(model, where, lever.cost);
}

/** What a policy costs, SEK per year. */
export function yearlyCost(model: Model, where: Locality, policy: Policy): number {
  return model.levers.reduce(
    (sum, lever) =>
      sum + leverCost(model, where, lever, policy[lever.variable] ?? leverDefault(model, where, lever)),
    0,
  );
}

/**
 * The policy of a ready strategy: its yearly sum spread evenly, in lever share, over its levers.
 * A lever cannot go beyond its end, so a sum larger than the levers can take is not all spent.
 */
export function readyPolicy(model: Model, where: Locality, strategy: ReadyStrategy): Policy {
  const levers = strategy.levers.map((id) =>
    must(
      model.levers.find((l) => l.id === id),
      `lever ${id}`,
    ),
  );
  const full = levers.reduce((sum, lever) => sum + leverCost(model, where, lever, 1), 0);
  const share = full > 0 ? strategy.yearlyCost / full : 0;
  return Object.fromEntries(levers.map((lever) => [lever.variable, Math.min(lever.max, share)]));
}
