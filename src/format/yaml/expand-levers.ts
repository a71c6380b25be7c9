import { error } from '../../base/diagnostic.ts';
import type { Lever, Zone } from '../../model/model.ts';
import type { Bilingual, Evidence, Parameter, Variable, VariableId } from '../../model/variable.ts';
import { distributionOf, evidenceOf, generated, inBothLanguages, nameAndAbout, type Draft } from './draft.ts';
import type { AmountEntry } from './schema-common.ts';
import type { LeverEntry } from './schema-levers.ts';
import type { At, Entry } from './shape.ts';
import * as words from './generated-words.ts';
import { checkShares, type ActorKinds } from './shares.ts';

export interface ExpandedLever {
  readonly lever: Lever;
  /** Variable with the cost per unit of time as the lever stands; undefined if it moves no new money. */
  readonly effortCost: VariableId | undefined;
}

/** The variables that a lever with its own roll-out is made into. */
export const leverNames = (id: string) => ({
  lever: `lever_${id}`,
  delay: `delay_${id}`,
  cost: `cost_${id}`,
  level: `${id}_level`,
  change: `change_${id}`,
  effortCost: `effort_cost_${id}`,
});

/** Declares the names that a lever entry makes, even if the entry is wrong, so that nothing else seems unknown. */
export function declareLever({ id, value }: Entry<LeverEntry>, draft: Draft): void {
  if (!draft.names.checkForm(id) || value?.sets !== undefined) return;
  const names = leverNames(id.value);
  const declare = (value: string, kind: Variable['kind']): boolean =>
    draft.names.declare({ value, place: id.place }, kind);
  declare(names.lever, 'parameter');
  declare(names.delay, 'parameter');
  declare(names.level, 'stock');
  declare(names.change, 'flow');
  if (value?.cost === undefined) return;
  declare(names.cost, 'parameter');
  declare(names.effortCost, 'aux');
}

/** Makes a lever entry into ordinary variables: a parameter, its roll-out towards the setting, and its cost. */
export function expandLever(
  { id, value }: Entry<LeverEntry>,
  active: VariableId | undefined,
  kinds: ActorKinds,
  draft: Draft,
): ExpandedLever | undefined {
  if (value === undefined) return undefined;
  const { name, about } = nameAndAbout(value, id, draft.report);
  const evidence = evidenceOf(value.effect, id, draft.report);
  if (value.sets === undefined) {
    if (value.delay === undefined) {
      draft.report(error('missing-key', { key: 'delay', within: id.value }, id.place));
      return undefined;
    }
    rollOut({ id, name, about, evidence, delay: value.delay, cost: value.cost }, active, draft);
  } else {
    if (!draft.names.refer(value.sets, 'parameter', ['parameter'])) return undefined;
    for (const key of ['delay', 'cost', 'payers'] as const) {
      if (value[key] !== undefined) draft.report(error('not-together', { key, other: 'sets' }, id.place));
    }
  }
  const names = leverNames(id.value);
  const paid = value.sets === undefined && value.cost !== undefined;
  const own = value.sets === undefined;
  const variable = value.sets?.value ?? names.lever;
  const [min, max] = ends(variable, draft);
  return {
    lever: {
      id: id.value,
      variable,
      group: value.group,
      name,
      about,
      min,
      max,
      step: value.step?.value ?? (max - min) / 100,
      zones: zonesOf(value, id, min, max, draft),
      ...(paid ? { cost: names.cost } : {}),
      ...(own ? { delay: names.delay } : {}),
      ...measureOf(value, id, draft),
      payers: value.payers === undefined ? {} : checkShares(value.payers, id, kinds, draft),
      evidence,
      place: id.place,
    },
    effortCost: paid ? names.effortCost : undefined,
  };
}

/** A parameter's range, which is how far a lever that sets it can go. */
function ends(variable: VariableId, draft: Draft): readonly [number, number] {
  const parameter = draft.variables.find((v): v is Parameter => v.kind === 'parameter' && v.id === variable);
  return parameter === undefined ? [0, 1] : [parameter.distribution.min, parameter.distribution.max];
}

interface RollOut {
  readonly id: At<string>;
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly evidence: Evidence;
  readonly delay: AmountEntry;
  readonly cost: AmountEntry | undefined;
}

function rollOut(
  { id, name, about, evidence, delay, cost }: RollOut,
  active: VariableId | undefined,
  draft: Draft,
): void {
  const { timeUnit, report } = draft;
  const names = leverNames(id.value);
  const base = { place: id.place, origin: `lever:${id.value}` };
  const unit = (text: string) => generated(text, id.place);
  const constant = (
    variable: VariableId,
    entry: AmountEntry,
    unitText: string,
    texts: words.Texts,
  ): Parameter => ({
    ...base,
    ...texts,
    kind: 'parameter',
    id: variable,
    unit: unit(unitText),
    value: entry.value.value,
    distribution: distributionOf(entry, variable, report),
    evidence: evidenceOf(entry, { value: variable, place: entry.place }, report),
  });
  const setting = active === undefined ? names.lever : `${names.lever}*${active}`;
  draft.variables.push(
    {
      ...base,
      kind: 'parameter',
      id: names.lever,
      name,
      about,
      unit: unit('1'),
      value: 0,
      distribution: { shape: 'fixed', min: 0, max: 1 },
      evidence,
    },
    constant(names.delay, delay, timeUnit, words.delay(name)),
    {
      ...base,
      ...words.level(name),
      kind: 'stock',
      id: names.level,
      unit: unit('1'),
      initial: generated('0', id.place),
      inflows: [names.change],
      outflows: [],
      nonNegative: false,
    },
    {
      ...base,
      ...words.change(name),
      kind: 'flow',
      id: names.change,
      unit: unit(`1/${timeUnit}`),
      equation: generated(`(${setting} - ${names.level})/${names.delay}`, id.place),
    },
  );
  if (cost === undefined) return;
  draft.variables.push(constant(names.cost, cost, `SEK/${timeUnit}`, words.cost(name)), {
    ...base,
    ...words.effortCost(name),
    kind: 'aux',
    id: names.effortCost,
    unit: unit(`SEK/${timeUnit}`),
    equation: generated(`${setting}*${names.cost}`, id.place),
  });
}

function zonesOf(entry: LeverEntry, id: At<string>, min: number, max: number, draft: Draft): readonly Zone[] {
  return (entry.zones ?? []).map((zone) => {
    if (zone.at.value < min || zone.at.value > max) {
      draft.report(error('outside-range', { name: id.value, value: zone.at.value, min, max }, zone.at.place));
    }
    for (const { value, place } of [zone.sv, zone.en].filter((text) => text !== undefined)) {
      for (const [, name] of value.matchAll(/\{([^}]*)\}/g)) {
        draft.names.refer({ value: name!, place }, 'parameter', ['parameter']);
      }
    }
    return {
      at: zone.at.value,
      text: inBothLanguages(zone, 'zone', { value: id.value, place: zone.place }, '', draft.report),
    };
  });
}

function measureOf({ measure }: LeverEntry, id: At<string>, draft: Draft): Pick<Lever, 'measure'> {
  if (measure === undefined || !draft.names.refer(measure.variable, 'parameter', ['parameter'])) return {};
  const word = inBothLanguages(
    measure,
    'measure',
    { value: id.value, place: measure.place },
    '',
    draft.report,
  );
  return { measure: { variable: measure.variable.value, word } };
}
