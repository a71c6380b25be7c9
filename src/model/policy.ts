import { assert, must } from '../base/assert.ts';
import type { Policy } from './experiment.ts';
import type { Lever, Model, ReadyStrategy } from './model.ts';
import type { VariableId } from './variable.ts';

/** A parameter's value in a preset: the preset's own, else the file's. */
export function valueInPreset(model: Model, presetId: string | undefined, id: VariableId): number {
  const preset = model.presets.find((p) => p.id === presetId);
  const own = preset?.values[id];
  if (own !== undefined) return own;
  const variable = must(model.variables.get(id), `variable ${id}`);
  assert(variable.kind === 'parameter', `${id} is a parameter`);
  return variable.value;
}

/** Where a lever stands when nobody has moved it. */
export const leverDefault = (model: Model, presetId: string | undefined, lever: Lever): number =>
  valueInPreset(model, presetId, lever.variable);

/** What a lever costs at a setting, SEK per year. */
export function leverCost(model: Model, presetId: string | undefined, lever: Lever, setting: number): number {
  return lever.cost === undefined ? 0 : setting * valueInPreset(model, presetId, lever.cost);
}

/** What a policy costs, SEK per year. */
export function yearlyCost(model: Model, presetId: string | undefined, policy: Policy): number {
  return model.levers.reduce(
    (sum, lever) =>
      sum + leverCost(model, presetId, lever, policy[lever.variable] ?? leverDefault(model, presetId, lever)),
    0,
  );
}

/**
 * The policy of a ready strategy: its yearly sum spread evenly, in lever share, over its levers.
 * A lever cannot go beyond its end, so a sum larger than the levers can take is not all spent.
 */
export function readyPolicy(model: Model, presetId: string | undefined, strategy: ReadyStrategy): Policy {
  const levers = strategy.levers.map((id) =>
    must(
      model.levers.find((l) => l.id === id),
      `lever ${id}`,
    ),
  );
  const full = levers.reduce((sum, lever) => sum + leverCost(model, presetId, lever, 1), 0);
  const share = full > 0 ? strategy.yearlyCost / full : 0;
  return Object.fromEntries(levers.map((lever) => [lever.variable, Math.min(lever.max, share)]));
}
