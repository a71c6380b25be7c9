import { must } from '../base/assert.ts';
import type { Locality, Policy } from './experiment.ts';
import { parametersOf } from './municipality.ts';
import type { Lever, Model, ReadyStrategy } from './model.ts';
import type { Bilingual, VariableId } from './variable.ts';

/** A parameter's value: what a person assumes, else what follows from a municipality's facts, else the preset's, else the file's. */
export function valueIn(
  model: Model,
  { preset: id, municipality, scenario }: Locality,
  name: VariableId,
): number {
  const assumed = scenario?.[name];
  if (assumed !== undefined) return assumed;
  const fileValue = (parameter: VariableId): number | undefined => {
    const variable = model.variables.get(parameter);
    return variable?.kind === 'parameter' ? variable.value : undefined;
  };
  const stated = municipality && parametersOf(model.municipality ?? [], municipality, fileValue)[name];
  const preset = model.presets.find((p) => p.id === id);
  return must(stated ?? preset?.values[name] ?? fileValue(name), `parameter ${name}`);
}

/** Where a lever stands when nobody has moved it. */
export const leverDefault = (model: Model, where: Locality, lever: Lever): number =>
  valueIn(model, where, lever.variable);

/** Where a lever stands under a policy. */
export const leverSetting = (model: Model, where: Locality, policy: Policy, lever: Lever): number =>
  policy[lever.variable] ?? leverDefault(model, where, lever);

/** What a lever costs at a setting, SEK per year. */
export function leverCost(model: Model, where: Locality, lever: Lever, setting: number): number {
  return lever.cost === undefined ? 0 : setting * valueIn(model, where, lever.cost);
}

/** What a lever is counted in: its measure, or its own unit; undefined if its settings are shares of full effort. */
export function leverCount(
  model: Model,
  where: Locality,
  { measure, unitWords }: Lever,
): { readonly whole: number; readonly word: Bilingual; readonly more: boolean } | undefined {
  if (unitWords !== undefined) return { whole: 1, word: unitWords, more: false };
  return measure && { whole: valueIn(model, where, measure.variable), word: measure.word, more: true };
}

/** What a policy costs, SEK per year. */
export function yearlyCost(model: Model, where: Locality, policy: Policy): number {
  return model.levers.reduce(
    (sum, lever) => sum + leverCost(model, where, lever, leverSetting(model, where, policy, lever)),
    0,
  );
}

/**
 * The policy of a ready strategy: its yearly sum spread evenly, in lever share, over its levers. Where the levers of
 * one of the strategies of the same sum cannot take it all, as in a small municipality, all of them spend what that
 * one can: the comparison is of places to stand, never of sums.
 * @param wanted another sum than the strategy's own, SEK per year
 */
export function readyPolicy(
  model: Model,
  where: Locality,
  strategy: ReadyStrategy,
  wanted = strategy.yearlyCost,
): Policy {
  const rivals = model.strategies.filter((s) => s.yearlyCost === strategy.yearlyCost);
  const sum = Math.min(wanted, ...rivals.map((rival) => fullCost(model, where, rival)));
  const full = fullCost(model, where, strategy);
  const share = full > 0 ? sum / full : 0;
  return Object.fromEntries(leversOf(model, strategy).map((lever) => [lever.variable, share]));
}

const leversOf = (model: Model, strategy: ReadyStrategy): readonly Lever[] =>
  strategy.levers.map((id) =>
    must(
      model.levers.find((l) => l.id === id),
      `lever ${id}`,
    ),
  );

/** What a ready strategy would cost with all its levers at their end, SEK per year. */
const fullCost = (model: Model, where: Locality, strategy: ReadyStrategy): number =>
  leversOf(model, strategy).reduce((cost, lever) => cost + leverCost(model, where, lever, lever.max), 0);
