import { readyPolicy } from '../model/policy.ts';
import type { Experiment, Locality, Policy, Scenario } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { Bilingual } from '../model/variable.ts';
import {
  mostCompared,
  ownIds,
  type AppState,
  type Document,
  type OwnId,
  type Strategy,
  type StrategyId,
} from './state.ts';

const baseName = { sv: 'Bas', en: 'Base' };
const yourBaseName = { sv: 'Bas med dina antaganden', en: 'Base with your assumptions' };

/** Base with the model's own assumptions, shown beside `base` when a person assumes otherwise. */
export const originalBase: StrategyId = 'original';

export const openModelIn = ({ session: { model } }: AppState): Model | undefined =>
  model.status === 'ready' ? model.value : undefined;

/** The document that a model opens with. */
export const emptyDocument = (modelId: string, presetId: string | undefined): Document => ({
  modelId,
  presetId,
  municipality: undefined,
  own: [],
  assumptions: {},
  payers: undefined,
  budget: undefined,
  compared: undefined,
  selected: 'base',
  cohort: {},
  notes: undefined,
});

/** Whether there is nothing to begin again from: no strategy, no assumption, nothing chosen. */
export const isUntouched = (document: Document): boolean =>
  document.own.length === 0 &&
  Object.keys(document.assumptions).length === 0 &&
  document.payers === undefined &&
  document.budget === undefined &&
  document.compared === undefined &&
  document.selected === 'base' &&
  Object.keys(document.cohort).length === 0 &&
  document.notes === undefined;

/** "Din strategi", and from the second one with its number. */
function nameOf(id: OwnId, name: string | undefined): Bilingual {
  if (name !== undefined) return { sv: name, en: name };
  const number = ownIds.indexOf(id) + 1;
  const tail = number === 1 ? '' : ` ${number}`;
  return { sv: `Din strategi${tail}`, en: `Your strategy${tail}` };
}

/**
 * Base, the model's ready strategies and the person's own, in the order of the screen. `base` is what differences are
 * counted from: under the person's own assumptions, if there are any, and then the model's own base follows it.
 */
export function strategiesOf(model: Model, document: Document): readonly Strategy[] {
  const { assumptions: scenario } = document;
  const where = localityOf(document);
  const assumed = Object.keys(scenario).length > 0;
  const base: Strategy = {
    id: 'base',
    name: assumed ? yourBaseName : baseName,
    mark: assumed ? 'base-yours' : 'base',
    policy: {},
    scenario,
    ready: true,
  };
  const original: Strategy = {
    ...base,
    id: originalBase,
    name: baseName,
    mark: 'base',
    scenario: {},
  };
  const ready = model.strategies.map((s): Strategy => ({
    id: s.id,
    name: s.name,
    mark: s.group,
    policy: readyPolicy(model, where, s),
    scenario,
    ready: true,
  }));
  const own = document.own.map(({ id, name, policy }): Strategy => ({
    id,
    name: nameOf(id, name),
    mark: id,
    policy,
    scenario,
    ready: false,
  }));
  return [base, ...(assumed ? [original] : []), ...ready, ...own];
}

/** Whether a strategy is one of the bases: no lever moved, and nothing to choose between. */
export const isBase = ({ mark }: Strategy): boolean => mark === 'base' || mark === 'base-yours';

export function selectedStrategy(model: Model, document: Document): Strategy {
  const strategies = strategiesOf(model, document);
  return strategies.find((s) => s.id === document.selected) ?? strategies[0]!;
}

/** The ids of what a comparison draws, some of which may not be there: the selected one, the bases, and those compared. */
export const shownIds = (model: Model, document: Document): readonly StrategyId[] => [
  document.selected,
  'base',
  originalBase,
  ...comparedIds(model, document),
];

/** The ids of the strategies that stand beside each other: the chosen ones, or the first that there are. */
export function comparedIds(model: Model, document: Document): readonly StrategyId[] {
  const there = [...model.strategies.map((s) => s.id), ...document.own.map((s) => s.id)];
  const chosen = document.compared?.filter((id) => there.includes(id)) ?? there;
  return chosen.slice(0, mostCompared);
}

/** The first id that no own strategy has; undefined when there are as many as there can be. */
export const freeOwnId = ({ own }: Document): OwnId | undefined =>
  ownIds.find((id) => own.every((s) => s.id !== id));

/** What holds for a document before any lever moves. */
export const localityOf = ({
  presetId,
  municipality,
  assumptions,
}: Pick<Document, 'presetId' | 'municipality' | 'assumptions'>): Locality => ({
  ...(presetId === undefined ? {} : { preset: presetId }),
  ...(municipality === undefined ? {} : { municipality }),
  ...(Object.keys(assumptions).length === 0 ? {} : { scenario: assumptions }),
});

export function experimentOf(
  model: Model,
  strategy: Pick<Strategy, 'policy' | 'scenario'>,
  document: Document,
): Experiment {
  const { presetId, municipality } = document;
  const assumed = Object.keys(strategy.scenario).length > 0;
  return {
    ...localityOf({ presetId, municipality, assumptions: {} }),
    // With other assumptions nothing would be at rest in the file's beginning, and base would drift.
    ...(assumed && model.equilibrium !== undefined ? { settle: true } : {}),
    policy: strategy.policy,
    scenario: strategy.scenario,
  };
}

/** The name of a run of a policy that is no strategy, in the municipality and under the assumptions of a document. */
export const trialId = (model: Model, document: Document, policy: Policy): string =>
  JSON.stringify([model.id, experimentOf(model, trialOf(document, policy), document)]);

export const trialOf = (
  { assumptions }: Document,
  policy: Policy,
): Pick<Strategy, 'policy' | 'scenario'> => ({
  policy,
  scenario: assumptions,
});

/** Whether two documents are about the same municipality. */
export const samePlace = (a: Document, b: Document): boolean =>
  a.presetId === b.presetId && a.municipality === b.municipality;

/** Drops settings that stand at their default, so that a policy lists only what was changed. */
export function onlyChanged(policy: Policy, defaults: ReadonlyMap<string, number>): Policy {
  return Object.fromEntries(Object.entries(policy).filter(([id, value]) => value !== defaults.get(id)));
}

/** Strategies whose experiment is another than when they were last run. */
export function changedStrategies(
  model: Model,
  document: Document,
  before: { readonly model: Model; readonly document: Document } | undefined,
): readonly StrategyId[] {
  const now = strategiesOf(model, document);
  if (before?.model !== model || !samePlace(before.document, document)) return now.map((s) => s.id);
  const old = new Map(strategiesOf(before.model, before.document).map((s) => [s.id, s]));
  return now
    .filter(({ id, policy, scenario }) => {
      const was = old.get(id);
      return !sameSettings(policy, was?.policy) || !sameSettings(scenario, was?.scenario);
    })
    .map(({ id }) => id);
}

export function sameSettings(a: Policy | Scenario, b: Policy | Scenario | undefined): boolean {
  if (b === undefined) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
