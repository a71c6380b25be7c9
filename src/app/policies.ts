import { warning } from '../base/diagnostic.ts';
import { shortName } from '../base/short-text.ts';
import { moveWithin, scaledTo } from '../model/budget.ts';
import type { Policy } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import { leverDefault, leverSetting } from '../model/policy.ts';
import type { VariableId } from '../model/variable.ts';
import { commit, goesOn } from './history.ts';
import {
  longestName,
  mostCompared,
  ownIds,
  type AppState,
  type Document,
  type Strategy,
  type StrategyId,
} from './state.ts';
import {
  comparedIds,
  freeOwnId,
  localityOf,
  onlyChanged,
  openModelIn,
  selectedStrategy,
  strategiesOf,
} from './strategies.ts';

/** How a document is put in place: shown while a drag goes on, or as a step. */
type PutInPlace = (state: AppState, document: Document, lever?: VariableId) => AppState;

/** Settings to eight decimals: to the krona of any sum, and short in a link. */
const rounded = (value: number): number => Math.round(value * 1e8) / 1e8;

function changedSettings(model: Model, document: Document, policy: Policy): Policy {
  const where = localityOf(document);
  const defaults = new Map(model.levers.map((l) => [l.variable, rounded(leverDefault(model, where, l))]));
  return onlyChanged(
    Object.fromEntries(Object.entries(policy).map(([id, value]) => [id, rounded(value)])),
    defaults,
  );
}

/**
 * Puts a policy in an own strategy, or in a new one when the strategy is not the person's. The copy begins with the
 * original's run, so that the screen never shows an older strategy of the same name, nor nothing.
 */
export function withPolicy(state: AppState, place: PutInPlace, original: Strategy, policy: Policy): AppState {
  const { document, session } = state;
  const model = openModelIn(state);
  if (model === undefined) return state;
  const settings = changedSettings(model, document, policy);
  if (!original.ready) {
    const own = document.own.map((s) => (s.id === original.id ? { ...s, policy: settings } : s));
    return place(state, { ...document, own, selected: original.id });
  }
  const id = freeOwnId(document);
  if (id === undefined) {
    const told = session.notices.some((n) => n.code === 'strategies-full');
    const full = warning('strategies-full', { most: ownIds.length });
    return told ? state : { ...state, session: { ...session, notices: [...session.notices, full] } };
  }
  const own = [...document.own, { id, name: undefined, policy: settings }];
  const compared =
    document.compared && document.compared.length < mostCompared
      ? [...document.compared, id]
      : document.compared;
  const placed = place(state, { ...document, own, compared, selected: id });
  const { [id]: _older, ...others } = session.runs;
  const run = session.runs[original.id];
  return { ...placed, session: { ...placed.session, runs: run ? { ...others, [id]: run } : others } };
}

/** A strategy to be scaled, and the name of its copy if it is not the person's own. */
export interface ToScale {
  readonly id: StrategyId;
  readonly copyName?: string;
}

/**
 * The state with strategies scaled to a yearly sum, in one step: all of them, or none where there is no room for a
 * copy. A budget that is locked is locked at the sum.
 */
export function withSum(state: AppState, which: readonly ToScale[], sum: number): AppState {
  const model = openModelIn(state);
  if (model === undefined) return state;
  const where = localityOf(state.document);
  const places = new Map<StrategyId, StrategyId>();
  let scaled = state;
  for (const { id, copyName } of which) {
    const strategy = strategiesOf(model, state.document).find((s) => s.id === id);
    if (strategy === undefined) continue;
    const put: PutInPlace = (s, document) => ({ ...s, document: named(document, strategy, copyName) });
    const next = withPolicy(scaled, put, strategy, scaledTo(model, where, strategy.policy, sum));
    if (next.document === scaled.document) return { ...state, session: next.session };
    places.set(id, next.document.selected);
    scaled = next;
  }
  const placeOf = (id: StrategyId): StrategyId => places.get(id) ?? id;
  const { compared, budget, selected } = state.document;
  const copies = scaled.document.own.length > state.document.own.length;
  return commit(
    { ...scaled, document: state.document },
    {
      ...scaled.document,
      compared: copies ? comparedIds(model, state.document).map(placeOf) : compared,
      budget: budget && { ...budget, sum },
      selected: which.length === 1 ? placeOf(which[0]!.id) : placeOf(selected),
    },
  );
}

/** The document with the newest copy of a ready strategy named, if the name is nobody's. */
function named(document: Document, original: Strategy, name: string | undefined): Document {
  if (!original.ready || name === undefined || document.own.some((s) => s.name === name)) return document;
  const own = document.own.map((s) =>
    s.id === document.selected ? { ...s, name: shortName(name, longestName) } : s,
  );
  return { ...document, own };
}

/** The state with one lever of the selected strategy moved, within the budget if that is locked. */
export function withLever(state: AppState, place: PutInPlace, variable: VariableId, value: number): AppState {
  const { document } = state;
  const model = openModelIn(state);
  if (model === undefined) return state;
  const original = selectedStrategy(model, document);
  // What others give up is counted from where the change began, so that a way there and back changes nothing.
  const before = goesOn(state, variable)?.document ?? document;
  const { policy } = selectedStrategy(model, before);
  const moved =
    document.budget === undefined
      ? { ...original.policy, [variable]: value }
      : moveWithin(model, localityOf(document), policy, { variable, value }, document.budget);
  return withPolicy(state, (s, d) => place(s, d, variable), original, moved);
}

/**
 * The state with another lever that gives way first under the locked budget, or all with undefined. If a lever has just
 * been moved, that is done again from where it began; both are one step.
 */
export function withYield(state: AppState, yields: VariableId | undefined): AppState {
  const { document, previous } = state;
  const model = openModelIn(state);
  if (model === undefined || document.budget === undefined) return state;
  const decided = {
    ...document,
    budget: { sum: document.budget.sum, ...(yields === undefined ? {} : { yields }) },
  };
  const lever = model.levers.find(({ variable }) => variable === previous?.lever);
  if (lever === undefined || goesOn(state, lever.variable) === undefined) return commit(state, decided);
  const { policy } = selectedStrategy(model, document);
  const value = leverSetting(model, localityOf(document), policy, lever);
  const again = { ...state, document: decided, previous: { ...previous!, made: decided } };
  const done = withLever(again, commit, lever.variable, value);
  return { ...done, past: done.past.with(-1, document) };
}
