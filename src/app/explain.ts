import { requestFor } from './scheduler.ts';
import type { WorkerPool } from './worker-pool.ts';
import { experimentOf, strategiesOf } from './strategies.ts';
import { horizons, type AppState, type Async, type StrategyId } from './state.ts';
import type { Store } from './store.ts';
import type { Contributions, ContributionsRequest } from '../model/contributions.ts';
import type { Model } from '../model/model.ts';
import { valueIn } from '../model/policy.ts';
import type { VariableId } from '../model/variable.ts';

/** Draws the orders of many levers: the same for everybody, so that two people see the same figures. */
const seed = 1;

/** The series that every screen reads. */
const outcomesOf = (model: Model): readonly VariableId[] => {
  const { series } = requestFor(model, []);
  return series === 'all' ? [] : series;
};

/** What must be computed to tell what the levers of a strategy contribute; undefined while no model is open. */
export function explanationFor(
  { document, session }: Pick<AppState, 'document' | 'session'>,
  id: StrategyId,
): ContributionsRequest | undefined {
  if (session.model.status !== 'ready') return undefined;
  const model = session.model.value;
  const strategy = strategiesOf(model, document).find((s) => s.id === id);
  if (strategy === undefined) return undefined;
  const experiment = experimentOf(model, strategy, document);
  const { yearZero, start } = model.simSpecs;
  const zero = yearZero === undefined ? start : valueIn(model, experiment, yearZero);
  return {
    experiment,
    outcomes: outcomesOf(model),
    times: horizons.map((h) => zero + h),
    seed,
  };
}

/** Whether two requests ask the same. */
export const sameRequest = (a: ContributionsRequest, b: ContributionsRequest): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Computes what the levers of a strategy contribute, in a worker of its own so that no lever waits for it. Asked again
 * for the same it does nothing, unless that failed; asked for something else meanwhile it answers that.
 */
export function createExplainer(
  store: Store<AppState>,
  workers: () => Pick<WorkerPool, 'contributions'>,
): (id: StrategyId) => Promise<void> {
  let newest: { readonly model: unknown; readonly request: ContributionsRequest } | undefined;
  return async (id) => {
    const state = store.get();
    const request = explanationFor(state, id);
    if (request === undefined || state.session.model.status !== 'ready') return;
    const model = state.session.model.value;
    if (newest?.model === model && sameRequest(newest.request, request)) return;
    const asked = (newest = { model, request });
    const put = (contributions: Async<Contributions>): void => {
      if (newest === asked) store.update((s) => ({ ...s, session: { ...s.session, contributions } }));
    };
    put({ status: 'loading' });
    const answer = await workers().contributions(model, request);
    if (answer.ok) return put({ status: 'ready', value: answer.value });
    put({ status: 'failed', diagnostics: answer.error });
    if (newest === asked) newest = undefined;
  };
}
