import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, type Result } from '../base/result.ts';
import type { Run, RunRequest } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import { inModelWords } from './divergence.ts';
import type { EngineClient } from './engine-client.ts';
import {
  changedStrategies,
  experimentOf,
  localityOf,
  openModelIn,
  samePlace,
  sameSettings,
  shownIds,
  strategiesOf,
} from './strategies.ts';
import type { AppState, Document, Session, Strategy, StrategyId } from './state.ts';
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

/** As long as an answer may wait for those that come with it, ms: half a frame. */
const together = 8;

type Answer = Result<Run, readonly Diagnostic[]>;

/** What has been computed, and of what. */
interface Computed {
  readonly strategy: Strategy;
  readonly model: Model;
  readonly document: Document;
  readonly answer: Answer;
}

/**
 * Keeps every strategy's run up to date with the document: one loop, one run at a time, the newest experiment
 * wins. A drag faster than the engine skips the settings in between; the last one is always run. What comes within
 * half a frame is told together: a comparison is drawn once, and not of old runs beside new.
 */
export function keepRunsFresh(
  store: Store<AppState>,
  engine: Pick<EngineClient, 'run'>,
  received: (answers: ReadonlyMap<StrategyId, Answer>) => void,
): void {
  const waiting = new Set<StrategyId>();
  let held: Computed[] = [];
  let heldSince = 0;
  let seen: { model: Model; document: Document; shown: readonly VariableId[] } | undefined;
  let working = false;
  const shownIn = createShown();

  const shown = (): readonly StrategyId[] => {
    const state = store.get();
    const model = openModelIn(state);
    return model === undefined ? [] : shownIds(model, state.document);
  };

  /** What is on the screen comes first. */
  const next = (): StrategyId | undefined =>
    shown().find((id) => waiting.has(id)) ?? waiting.values().next().value;

  /** Everything has come, or everything that is on the screen, or it has waited long enough. */
  const isTime = (): boolean => {
    const ids = shown();
    return (
      waiting.size === 0 ||
      (held.some(({ strategy }) => ids.includes(strategy.id)) && !ids.some((id) => waiting.has(id))) ||
      performance.now() - heldSince > together
    );
  };

  const tell = (): void => {
    const state = store.get();
    const answers = held.filter((computed) => isStillAbout(computed, state));
    held = [];
    if (answers.length > 0) received(new Map(answers.map(({ strategy, answer }) => [strategy.id, answer])));
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
      const ran = await engine.run(
        experimentOf(model, strategy, document),
        requestFor(model, shownIn(session)),
      );
      const answer = ran.ok ? ran : fail(inModelWords(ran.error, model, localityOf(document)));
      if (held.length === 0) heldSince = performance.now();
      held.push({ strategy, model, document, answer });
      if (isTime()) tell();
    }
    working = false;
    tell();
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

/** Whether it is of the open model, and of a municipality and assumptions that hold. */
function isStillAbout({ strategy, model, document }: Computed, now: AppState): boolean {
  if (now.session.model.status !== 'ready' || now.session.model.value !== model) return false;
  const same = strategiesOf(model, now.document).find(({ id }) => id === strategy.id);
  return samePlace(now.document, document) && sameSettings(strategy.scenario, same?.scenario);
}
