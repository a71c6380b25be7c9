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
import { isWorkerTrouble } from './worker-trouble.ts';

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
/** Runs that take no longer than this are asked for in one message, ms. */
const oneMessage = 16;
/** What is not on the screen waits until nothing has changed for this long, ms: a drag would only have it run again. */
const rest = 150;
/** A run that seems to have taken long may have waited for the page: what is thought of the next rises by this at most. */
const slower = 1.2;
/** No run takes less, ms, whatever a coarse clock says. */
const least = 0.1;

type Answer = Result<Run, readonly Diagnostic[]>;

/** What has been computed, and of what. */
interface Computed {
  readonly strategy: Strategy;
  readonly model: Model;
  readonly document: Document;
  readonly answer: Answer;
}

/**
 * Keeps every strategy's run up to date with the document: one loop, and the newest experiment wins. A drag faster than
 * the engine skips the settings in between; the last one is always run. As many runs as take a frame are asked for in one
 * message, and what comes within half a frame is told together: a comparison is drawn once, and not of old runs beside
 * new. What a worker fails at is not asked of it for one strategy after the other: all that waits fails with it, until a
 * person asks for it again, with the function that this returns, or changes something.
 */
export function keepRunsFresh(
  store: Store<AppState>,
  engine: Pick<EngineClient, 'runEach'>,
  received: (answers: ReadonlyMap<StrategyId, Answer>) => void,
): (again: readonly StrategyId[]) => void {
  const waiting = new Set<StrategyId>();
  let held: Computed[] = [];
  let heldSince = 0;
  let seen: { model: Model; document: Document; shown: readonly VariableId[] } | undefined;
  let working = false;
  /** While it runs, something has just changed. */
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** How long a run takes, ms: not known before the first, which so is asked for alone. */
  let pace = Infinity;
  const shownIn = createShown();

  const shown = (): readonly StrategyId[] => {
    const state = store.get();
    const model = openModelIn(state);
    return model === undefined ? [] : shownIds(model, state.document);
  };

  /** What is on the screen comes first; what is not comes at rest, one by one, so that nothing waits for it. */
  const next = (): readonly StrategyId[] => {
    const ids = [...new Set(shown())].filter((id) => waiting.has(id));
    if (ids.length > 0) return ids.slice(0, Math.max(1, Math.floor(oneMessage / pace)));
    return resting === undefined ? [...waiting].slice(0, 1) : [];
  };

  const begin = (): void => {
    if (!working && next().length > 0) void work();
  };

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
    for (let ids = next(); ids.length > 0; ids = next()) {
      for (const id of ids) waiting.delete(id);
      const { document, session } = store.get();
      if (session.model.status !== 'ready') break;
      const model = session.model.value;
      const strategies = strategiesOf(model, document).filter(({ id }) => ids.includes(id));
      if (strategies.length === 0) continue;
      const asked = performance.now();
      const answers = await engine.runEach(
        strategies.map((strategy) => experimentOf(model, strategy, document)),
        requestFor(model, shownIn(session)),
      );
      const now = performance.now();
      pace = Math.max(least, Math.min((now - asked) / strategies.length, slower * pace));
      if (held.length === 0) heldSince = now;
      const trouble = answers.find((ran) => !ran.ok && ran.error.some(isWorkerTrouble));
      if (trouble !== undefined) {
        const others = strategiesOf(model, document).filter(({ id }) => waiting.delete(id));
        held.push(...others.map((strategy) => ({ strategy, model, document, answer: trouble })));
      }
      for (const [i, strategy] of strategies.entries()) {
        const ran = answers[i]!;
        const answer = ran.ok ? ran : fail(inModelWords(ran.error, model, localityOf(document)));
        held.push({ strategy, model, document, answer });
      }
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
    const changed = changedStrategies(model, document, before);
    seen = { model, document, shown };
    if (changed.length > 0) {
      for (const id of changed) waiting.add(id);
      clearTimeout(resting);
      resting = setTimeout(() => {
        resting = undefined;
        begin();
      }, rest);
    }
    begin();
  });

  return (again) => {
    for (const id of again) waiting.add(id);
    begin();
  };
}

/** Whether it is of the open model, and of a municipality and assumptions that hold. */
function isStillAbout({ strategy, model, document }: Computed, now: AppState): boolean {
  if (now.session.model.status !== 'ready' || now.session.model.value !== model) return false;
  const same = strategiesOf(model, now.document).find(({ id }) => id === strategy.id);
  return samePlace(now.document, document) && sameSettings(strategy.scenario, same?.scenario);
}
