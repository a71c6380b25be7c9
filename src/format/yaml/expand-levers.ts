import { error } from '../../base/diagnostic.ts';
import type { Lever, Zone } from '../../model/model.ts';
import type { Variable, VariableId } from '../../model/variable.ts';
import { evidenceOf, inBothLanguages, nameAndAbout, type Draft } from './draft.ts';
import type { Entry } from './record.ts';
import { rollOut, rollOutNames } from './roll-out.ts';
import type { LeverEntry } from './schema-levers.ts';
import type { At } from './shape.ts';
import { checkShares, type ActorKinds } from './shares.ts';

export interface ExpandedLever {
  readonly lever: Lever;
  /** Variable with the cost per unit of time as the lever stands; undefined if it moves no new money. */
  readonly effortCost: VariableId | undefined;
}

/** Declares the names that a lever entry makes, even if the entry is wrong, so that nothing else seems unknown. */
export function declareLever({ id, value }: Entry<LeverEntry>, draft: Draft): void {
  if (!draft.names.checkForm(id) || value?.sets !== undefined) return;
  const names = rollOutNames(id.value);
  const kinds: readonly (readonly [VariableId, Variable['kind']])[] = [
    [names.lever, 'parameter'],
    [names.delay, 'parameter'],
    [names.level, 'stock'],
    [names.change, 'flow'],
    ...(value?.cost === undefined
      ? []
      : ([
          [names.cost, 'parameter'],
          [names.effortCost, 'aux'],
        ] as const)),
  ];
  for (const [name, kind] of kinds) draft.names.declare({ value: name, place: id.place }, kind);
}

/**
 * A lever entry as a lever and ordinary variables. A lever that `sets` a parameter adds none; any other has a
 * parameter from 0 to 1 of its own, a roll-out with a delay, and perhaps a cost.
 */
export function expandLever(
  { id, value }: Entry<LeverEntry>,
  active: VariableId | undefined,
  kinds: ActorKinds,
  draft: Draft,
): ExpandedLever | undefined {
  if (value === undefined) return undefined;
  const texts = nameAndAbout(value, id, draft.report);
  const evidence = evidenceOf(value.effect, id, draft.report);
  const set = value.sets === undefined ? ownRollOut() : directSetting(value.sets);
  if (set === undefined) return undefined;
  const { variable, min, max, cost, delay, effortCost } = set;
  const lever: Lever = {
    id: id.value,
    variable,
    group: value.group,
    ...texts,
    min,
    max,
    step: value.step?.value ?? (max - min) / 100,
    zones: zonesOf(value, id, min, max, draft),
    ...measureOf(value, id, draft),
    ...(value.unit_words && {
      unitWords: inBothLanguages(value.unit_words, 'unit_words', id, '', draft.report),
    }),
    ...(cost === undefined ? {} : { cost }),
    ...(delay === undefined ? {} : { delay }),
    payers: value.payers === undefined ? {} : checkShares(value.payers, id, kinds, draft),
    evidence,
    ...toldOf(value, id, draft),
    place: id.place,
  };
  return { lever, effortCost };

  function ownRollOut(): Setting | undefined {
    const { delay, cost } = value!;
    if (delay === undefined) return missing('delay', id);
    const names = rollOutNames(id.value);
    draft.add(...rollOut({ id, ...texts, evidence, delay, cost, active }, draft));
    const priced = cost === undefined ? {} : { cost: names.cost, effortCost: names.effortCost };
    return { variable: names.lever, min: 0, max: 1, delay: names.delay, ...priced };
  }

  function directSetting(parameter: At<string>): Setting | undefined {
    for (const key of ['delay', 'cost', 'payers'] as const) {
      if (value![key] !== undefined) draft.report(error('not-together', { key, other: 'sets' }, id.place));
    }
    if (!draft.names.refer(parameter, 'parameter', ['parameter'])) return undefined;
    const found = draft.variables.get(parameter.value);
    if (found?.kind !== 'parameter') return undefined; // its own entry is wrong, and reported there
    const { min, max } = found.distribution;
    return min < max
      ? { variable: found.id, min, max }
      : missing('range', { value: found.id, place: found.place });
  }

  function missing(key: string, within: At<string>): undefined {
    draft.report(error('missing-key', { key, within: within.value }, within.place));
  }
}

/** What a lever sets, and how far it goes. */
interface Setting {
  readonly variable: VariableId;
  readonly min: number;
  readonly max: number;
  readonly cost?: VariableId;
  readonly delay?: VariableId;
  readonly effortCost?: VariableId;
}

function zonesOf(
  { zones }: LeverEntry,
  id: At<string>,
  min: number,
  max: number,
  draft: Draft,
): readonly Zone[] {
  return (zones ?? []).map((zone) => {
    const { value: at, place } = zone.at;
    if (at < min || at > max)
      draft.report(error('outside-range', { name: id.value, value: at, min, max }, place));
    for (const text of [zone.sv, zone.en]) {
      for (const [, name] of text?.value.matchAll(/\{([^}]*)\}/g) ?? []) {
        draft.names.refer({ value: name!, place: text!.place }, 'parameter', ['parameter']);
      }
    }
    return {
      at,
      text: inBothLanguages(zone, 'zone', { value: id.value, place: zone.place }, '', draft.report),
    };
  });
}

/** What is told of the lever besides what it is, as far as the file tells it. */
function toldOf(
  { dynamics, fairness }: LeverEntry,
  id: At<string>,
  { report }: Draft,
): Pick<Lever, 'dynamics' | 'fairness'> {
  return {
    ...(dynamics && { dynamics: inBothLanguages(dynamics, 'dynamics', id, '', report) }),
    ...(fairness && { fairness: inBothLanguages(fairness, 'fairness', id, '', report) }),
  };
}

function measureOf({ measure }: LeverEntry, id: At<string>, draft: Draft): Pick<Lever, 'measure'> {
  if (measure === undefined || !draft.names.refer(measure.variable, 'parameter', ['parameter'])) return {};
  const owner = { value: id.value, place: measure.place };
  const word = inBothLanguages(measure, 'measure', owner, '', draft.report);
  return { measure: { variable: measure.variable.value, word } };
}
