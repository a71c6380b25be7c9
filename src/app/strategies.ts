import { readyPolicy } from '../model/policy.ts';
import type { Experiment, Locality, Policy } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { Document, Strategy, StrategyId } from './state.ts';

const baseName = { sv: 'Bas', en: 'Base' };
const ownName = { sv: 'Din strategi', en: 'Your strategy' };

/** Base, the model's ready strategies and the person's own, in the order of the screen. */
export function strategiesOf(model: Model, document: Document): readonly Strategy[] {
  const base: Strategy = { id: 'base', name: baseName, mark: 'base', policy: {}, scenario: {}, ready: true };
  const ready = model.strategies.map((s): Strategy => ({
    id: s.id,
    name: s.name,
    mark: s.group,
    policy: readyPolicy(model, localityOf(document), s),
    scenario: {},
    ready: true,
  }));
  if (document.own === undefined) return [base, ...ready];
  const own: Strategy = {
    id: 'own',
    name: ownName,
    mark: 'own',
    policy: document.own,
    scenario: {},
    ready: false,
  };
  return [base, ...ready, own];
}

export function selectedStrategy(model: Model, document: Document): Strategy {
  const strategies = strategiesOf(model, document);
  return strategies.find((s) => s.id === document.selected) ?? strategies[0]!;
}

/** Which municipality a document is about. */
export const localityOf = ({ presetId, municipality }: Document): Locality => ({
  ...(presetId === undefined ? {} : { preset: presetId }),
  ...(municipality === undefined ? {} : { municipality }),
});

export const experimentOf = (strategy: Strategy, document: Document): Experiment => ({
  ...localityOf(document),
  policy: strategy.policy,
  scenario: strategy.scenario,
});

/** Whether two documents are about the same municipality. */
export const sameLocality = (a: Document, b: Document): boolean =>
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
  if (before?.model !== model || !sameLocality(before.document, document)) return now.map((s) => s.id);
  const old = new Map(strategiesOf(before.model, before.document).map((s) => [s.id, s]));
  return now.filter((s) => !sameSettings(s.policy, old.get(s.id)?.policy)).map((s) => s.id);
}

function sameSettings(a: Policy, b: Policy | undefined): boolean {
  if (b === undefined) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
