import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Run, RunRequest } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { EngineClient } from './engine-client.ts';
import { changedStrategies, experimentOf, sameLocality, strategiesOf } from './strategies.ts';
import type { AppState, Document, Session, StrategyId } from './state.ts';
import type { Store } from './store.ts';

/** The series that the screen reads: outcomes, the ledger's sums, and what the open screen shows besides. */
export function requestFor(model: Model, shown: readonly VariableId[]): RunRequest {
  const { totalValue, publicValue, reinvestedValue } = model.ledger ?? {};
  const ledger = [totalValue, publicValue, reinvestedValue].filter((name) => name !== undefined);
  const known = shown.filter((name) => model.variables.has(name));
  return { series: [...new Set([...model.outcomes.map((o) => o.variable), ...ledger, ...known])] };
}

/** What is shown beside the outcomes, one object while that is the same: by the screen, its charts and the drawer. */
function createShown(): (session: Session) => readonly VariableId[] {
  let last: { readonly parts: readonly unknown[]; readonly names: readonly VariableId[] } | undefined;
  return ({ shownSeries, charts, drawerSeries }) => {
    const parts = [shownSeries, charts, drawerSeries];
    if (last === undefined || parts.some((part, i) => part !== last!.parts[i])) {
      const chosen = charts?.filter((name) => name !== undefined) ?? [];
      last = { parts, names: [...shownSeries, ...chosen, ...(drawerSeries ?? [])] };
    }
    return last.names;
  };
}

/**
 * Keeps every strategy's run up to date with the document: one loop, one run at a time, the newest experiment
 * wins. A drag faster than the engine skips the settings in between; the last one is always run.
 */
export function keepRunsFresh(
  store: Store<AppState>,
  engine: Pick<EngineClient, 'run'>,
  received: (id: StrategyId, answer: Result<Run, readonly Diagnostic[]>) => void,
): void {
  const waiting = new Set<StrategyId>();
  let seen: { model: Model; document: Document; shown: readonly VariableId[] } | undefined;
  let working = false;
  const shownIn = createShown();

  const next = (): StrategyId | undefined => {
    const { selected } = store.get().document;
    return waiting.has(selected) ? selected : waiting.values().next().value;
  };

  async function work(): Promise<void> {
    working = true;
    for (let id = next(); id !== undefined; id = next()) {
      waiting.delete(id);
      const { document, session } = store.get();
      if (session.model.status !== 'ready') break;
      const model = session.model.value;
      const strategy = strategiesOf(model, document).find((s) => s.id === id);
      if (strategy === undefined) continue;
      const answer = await engine.run(
        experimentOf(model, strategy, document),
        requestFor(model, shownIn(session)),
      );
      const now = store.get();
      const stillOpen = now.session.model.status === 'ready' && now.session.model.value === model;
      if (stillOpen && sameLocality(now.document, document)) received(id, answer);
    }
    working = false;
  }

  store.subscribe(({ document, session }) => {
    if (session.model.status !== 'ready') return;
    const model = session.model.value;
    const shown = shownIn(session);
    const before = seen?.shown === shown ? seen : undefined;
    for (const id of changedStrategies(model, document, before)) waiting.add(id);
    seen = { model, document, shown };
    if (!working && waiting.size > 0) void work();
  });
}
