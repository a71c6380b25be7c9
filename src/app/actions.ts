import { warning } from '../base/diagnostic.ts';
import type { Budget } from '../model/budget.ts';
import type { CohortInput } from '../model/cohort.ts';
import type { Policy } from '../model/experiment.ts';
import type { ActorId, Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { EngineClient } from './engine-client.ts';
import { documentChanger } from './document-changer.ts';
import { createExaminer, type Examiner } from './examiner.ts';
import type { LayOut } from './layout-client.ts';
import { createExplainer } from './explain.ts';
import { commit, preview } from './history.ts';
import type { Exports } from './exports.ts';
import type { Opening } from './opening.ts';
import { withLever, withYield } from './policies.ts';
import { readPreferences, savePreferences } from './preferences.ts';
import { createNotifier } from './notices.ts';
import { keepRunsFresh } from './scheduler.ts';
import { createStrategyActions, type StrategyActions } from './strategy-actions.ts';
import { emptyDocument, experimentOf, openModelIn, trialId, trialOf } from './strategies.ts';
import type {
  AppState,
  Comparison,
  DrawerId,
  Horizon,
  Language,
  Notes,
  Session,
  StrategyId,
  Theme,
  ViewId,
} from './state.ts';
import type { Store } from './store.ts';
import type { Memory } from './timeline.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Everything a person can do, as verbs. Only these change the state. */
export interface Actions extends Opening, Memory, Exports, StrategyActions {
  /** Takes another municipality, with the same levers moved. */
  setPreset(id: string): void;
  /** Makes the model that of a person's own municipality: facts by their id, beside the preset's. */
  setMunicipality(facts: Readonly<Record<string, number>> | undefined): void;
  /** Moves a lever of the selected strategy while it is dragged; `setLever` ends the move as one step. */
  dragLever(variable: string, value: number): void;
  setLever(variable: string, value: number): void;
  /** Moves an assumption while it is dragged; `setAssumption` ends the move as one step. */
  dragAssumption(variable: VariableId, value: number): void;
  /** Assumes a value for all strategies; undefined is the model's own. */
  setAssumption(variable: VariableId, value: number | undefined): void;
  resetAssumptions(): void;
  /**
   * Says which lever gives way first under the locked budget, or all with undefined. If a lever has just been moved,
   * that is done again from where it began, so that another one pays for it.
   */
  letYield(lever: VariableId | undefined): void;
  /** Holds the own strategies to a yearly sum while levers move; undefined lets go. */
  lockBudget(budget: Budget | undefined): void;
  /** Says how the efforts are paid, shares by actor; undefined is as the model says. `dragPayers` while they move. */
  setPayers(payers: Readonly<Record<ActorId, number>> | undefined): void;
  dragPayers(payers: Readonly<Record<ActorId, number>>): void;
  /** Puts figures of a person's own in the cohort calculation; those left out are the worked example's. */
  setCohort(cohort: CohortInput): void;
  /** Writes in the report. */
  writeNotes(notes: Notes): void;
  /** Runs a policy beside the strategies, for a calculation; its run is in the session by `trialId`. */
  tryOut(policy: Policy, series: readonly VariableId[]): Promise<void>;
  /** Begins again in the same municipality: own strategies, assumptions and the rest are gone, and undo has them back. */
  resetToBase(): void;
  /** Remembers how many of a year's children a newcomer thinks end up outside. */
  guess(count: number): void;
  /** Chooses which series of a model of one's own have charts. */
  chooseSeries(shown: readonly VariableId[]): void;
  /** Asks for more series in every run: what the open screen shows beside the outcomes. */
  showSeries(names: readonly VariableId[]): void;
  /** Asks for the series that the drawer shows, until it shows others. */
  showInDrawer(names: readonly VariableId[]): void;
  /** Shows a series in the stock's place (0) or the inflow's (1); undefined is the outcome itself. */
  showInChart(place: 0 | 1, series: VariableId | undefined): void;
  /** Shows in the charts how uncertain the selected strategy is, or no more. */
  showUncertainty(on: boolean): void;
  /** Opens the menu of what the chart in the stock's place (0) or the inflow's (1) shows. */
  openChartMenu(place: 0 | 1): void;
  /** Plays the newest change again, from what was on the screen before it. */
  replay(): void;
  /** Answers questions about the model itself. */
  readonly examine: Examiner;
  /** Goes to another screen; the work is the same. */
  openView(view: ViewId): void;
  setHorizon(horizon: Horizon): void;
  /** Draws the comparison in one picture, in one for each, or as differences to base. */
  drawComparison(comparison: Comparison): void;
  /** Asks what each lever of a strategy contributes. */
  explainStrategy(id: StrategyId): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  /** Opens something beside the screen, such as what is known of a lever. */
  openDrawer(id: DrawerId, about?: string): void;
  closeDrawer(): void;
  /** Shows the screen to a room, or goes back to the desk. */
  present(presenting: boolean): void;
  setSingleKeys(on: boolean): void;
  dismissNotices(): void;
  /** Gives up what is being computed; what was there before stays. */
  stopRunning(): void;
  /** Computes again what a worker failed at, in a new one. */
  runAgain(): void;
}

export function createActions(
  store: Store<AppState>,
  engine: EngineClient,
  storage: () => Storage,
  workers: () => WorkerPool,
  layOut: LayOut,
): Omit<Actions, keyof (Opening & Memory & Exports)> {
  const explain = createExplainer(store, workers);
  const changeSession = (change: Partial<Session>): void =>
    store.update((state) => ({ ...state, session: { ...state.session, ...change } }));
  const notify = createNotifier(store);
  const openModel = (): Model | undefined => openModelIn(store.get());
  const savePreference = (change: { language?: Language; theme?: Theme; singleKeys?: boolean }): void => {
    changeSession(change);
    const { language, theme, singleKeys } = store.get().session;
    const { seen } = readPreferences(storage);
    const saved = savePreferences(storage, {
      language,
      theme,
      singleKeys,
      ...(seen === undefined ? {} : { seen }),
    });
    if (!saved) notify(warning('storage-blocked', {}));
  };

  engine.watch((slow) => changeSession({ slow }));
  const runAgain = keepRunsFresh(store, engine, (answers) =>
    store.update((state) => {
      const runs = { ...state.session.runs };
      let { failures } = state.session;
      for (const [id, answer] of answers) {
        const { [id]: failed, ...others } = failures;
        if (answer.ok) runs[id] = answer.value;
        if (!answer.ok) failures = { ...others, [id]: answer.error };
        else if (failed !== undefined) failures = others;
      }
      return { ...state, session: { ...state.session, runs, failures } };
    }),
  );

  const changeDocument = documentChanger(store);

  return {
    ...createStrategyActions(store),
    setPreset: (presetId) =>
      store.update((s) => commit(s, { ...s.document, presetId, municipality: undefined })),
    setMunicipality: (municipality) => store.update((s) => commit(s, { ...s.document, municipality })),
    dragLever: (variable, value) => store.update((s) => withLever(s, preview, variable, value)),
    setLever: (variable, value) => store.update((s) => withLever(s, commit, variable, value)),
    dragAssumption: (variable, value) =>
      store.update((s) =>
        preview(s, { ...s.document, assumptions: { ...s.document.assumptions, [variable]: value } }),
      ),
    setAssumption: (variable, value) =>
      changeDocument((d) => {
        const { [variable]: _before, ...others } = d.assumptions;
        return { ...d, assumptions: value === undefined ? others : { ...others, [variable]: value } };
      }),
    resetAssumptions: () => changeDocument((d) => ({ ...d, assumptions: {} })),
    letYield: (yields) => store.update((s) => withYield(s, yields)),
    lockBudget: (budget) => changeDocument((d) => ({ ...d, budget })),
    setPayers: (payers) => changeDocument((d) => ({ ...d, payers })),
    dragPayers: (payers) => store.update((s) => preview(s, { ...s.document, payers })),
    setCohort: (cohort) => changeDocument((d) => ({ ...d, cohort })),
    writeNotes: (notes) =>
      changeDocument((d) => ({
        ...d,
        notes: notes.question === '' && notes.comment === '' ? undefined : notes,
      })),
    async tryOut(policy, series) {
      const model = openModel();
      const { document } = store.get();
      if (model === undefined) return;
      const id = trialId(model, document, policy);
      const answer = await engine.run(experimentOf(model, trialOf(document, policy), document), { series });
      if (openModel() !== model) return;
      const { trials, failures } = store.get().session;
      if (answer.ok) changeSession({ trials: { ...trials, [id]: answer.value } });
      else changeSession({ failures: { ...failures, [id]: answer.error } });
    },
    resetToBase: () =>
      changeDocument((d) => ({
        ...emptyDocument(d.modelId, d.presetId),
        municipality: d.municipality,
      })),
    guess: (count) => changeDocument((d) => ({ ...d, guess: count })),
    chooseSeries: (shown) => changeDocument((d) => ({ ...d, shown })),
    showSeries: (shownSeries) => changeSession({ shownSeries }),
    showInDrawer: (drawerSeries) => changeSession({ drawerSeries }),
    showInChart: (place, series) => {
      const [stock, inflow] = store.get().session.charts ?? [];
      changeSession({ charts: place === 0 ? [series, inflow] : [stock, series] });
    },
    showUncertainty: (uncertainty) => changeSession({ uncertainty }),
    openChartMenu: (place) => changeSession({ chartMenu: { place } }),
    replay: () => changeSession({ replays: (store.get().session.replays ?? 0) + 1 }),
    examine: createExaminer(workers, layOut),
    openView: (view) => {
      // Whoever leaves the first minute has seen it. Where nothing can be saved it is met again, and can be skipped.
      if (store.get().session.view === 'start')
        savePreferences(storage, { ...readPreferences(storage), seen: true });
      changeSession({ view });
    },
    setHorizon: (horizon) => changeSession({ horizon }),
    drawComparison: (comparison) => changeSession({ comparison }),
    explainStrategy: (id) => void explain(id),
    setLanguage: (language) => savePreference({ language }),
    setTheme: (theme) => savePreference({ theme }),
    setSingleKeys: (singleKeys) => savePreference({ singleKeys }),
    openDrawer: (id, about) => changeSession({ drawer: { id, ...(about === undefined ? {} : { about }) } }),
    closeDrawer: () => changeSession({ drawer: undefined }),
    present: (presenting) => changeSession({ presenting, drawer: undefined }),
    dismissNotices: () => changeSession({ notices: [] }),
    stopRunning: () => engine.stop(),
    runAgain() {
      const { failures } = store.get().session;
      changeSession({ failures: {} });
      runAgain(Object.keys(failures));
    },
  };
}
