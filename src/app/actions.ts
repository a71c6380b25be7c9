import { warning, type Diagnostic } from '../base/diagnostic.ts';
import { fetched } from '../base/fetched.ts';
import { leverDefault } from '../model/policy.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { EngineClient } from './engine-client.ts';
import { commit, preview, redo, undo } from './history.ts';
import { listModels, loadModel } from './library.ts';
import { documentFrom, splitLink, viewFrom, type LinkParts } from './link.ts';
import { savePreferences } from './preferences.ts';
import { keepRunsFresh } from './scheduler.ts';
import { localityOf, onlyChanged, selectedStrategy } from './strategies.ts';
import type { AppState, Document, Horizon, Language, Session, StrategyId, Theme, ViewId } from './state.ts';
import type { Store } from './store.ts';

const firstModel = 'kommun';

/** Everything a person can do, as verbs. Only these change the state. */
export interface Actions {
  /** Opens what a link describes: model, settings and view. An empty link opens the first model. */
  openLink(hash: string): Promise<void>;
  /** Opens a shipped model at its first preset. What was open can be had back by its address. */
  openModel(id: string): Promise<void>;
  /** Takes another municipality, with the same levers moved. */
  setPreset(id: string): void;
  /** Makes the model that of a person's own municipality: facts by their id, beside the preset's. */
  setMunicipality(facts: Readonly<Record<string, number>> | undefined): void;
  /** Fetches the names of the shipped models, for the list to choose from. */
  listModels(): Promise<void>;
  /** Moves a lever of the selected strategy while it is dragged; `setLever` ends the move as one step. */
  dragLever(variable: string, value: number): void;
  setLever(variable: string, value: number): void;
  selectStrategy(id: StrategyId): void;
  /** Puts every lever where nobody has moved it. */
  resetToBase(): void;
  undo(): void;
  redo(): void;
  /** Asks for more series in every run: what the open screen shows beside the outcomes. */
  showSeries(names: readonly VariableId[]): void;
  /** Goes to another screen; the work is the same. */
  openView(view: ViewId): void;
  setHorizon(horizon: Horizon): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  dismissNotices(): void;
}

export function createActions(store: Store<AppState>, engine: EngineClient, storage: () => Storage): Actions {
  const changeSession = (change: Partial<Session>): void =>
    store.update((state) => ({ ...state, session: { ...state.session, ...change } }));
  const notify = (...diagnostics: readonly Diagnostic[]): void => {
    if (diagnostics.length > 0) changeSession({ notices: [...store.get().session.notices, ...diagnostics] });
  };
  const openModel = (): Model | undefined => {
    const { model } = store.get().session;
    return model.status === 'ready' ? model.value : undefined;
  };
  const savePreference = (change: { language?: Language; theme?: Theme }): void => {
    changeSession(change);
    const { language, theme } = store.get().session;
    if (!savePreferences(storage, { language, theme })) notify(warning('storage-blocked', {}));
  };

  keepRunsFresh(store, engine, (id, answer) =>
    store.update((state) => {
      const { runs, failures } = state.session;
      const { [id]: _healed, ...others } = failures;
      const session = answer.ok
        ? { ...state.session, runs: { ...runs, [id]: answer.value }, failures: others }
        : { ...state.session, failures: { ...failures, [id]: answer.error } };
      return { ...state, session };
    }),
  );

  /**
   * The state with one lever of the selected strategy moved. Base and ready strategies are copied first, and the copy
   * begins with the original's run, so that the screen never shows an older strategy of the same name, nor nothing.
   */
  function withLever(
    state: AppState,
    place: (state: AppState, document: Document) => AppState,
    variable: string,
    value: number,
  ): AppState {
    const { document, session } = state;
    const model = openModel();
    if (model === undefined) return state;
    const defaults = new Map(
      model.levers.map((l) => [l.variable, leverDefault(model, localityOf(document), l)]),
    );
    const original = selectedStrategy(model, document);
    const own = onlyChanged({ ...original.policy, [variable]: value }, defaults);
    const moved = place(state, { ...document, own, selected: 'own' });
    const run = session.runs[original.id];
    if (original.id === 'own' || run === undefined) return moved;
    return { ...moved, session: { ...session, runs: { ...session.runs, own: run } } };
  }

  async function open(parts: LinkParts, problems: readonly Diagnostic[]): Promise<void> {
    changeSession({ model: { status: 'loading' } });
    const read = await loadModel(parts.get('model') ?? firstModel);
    if (!read.ok) return changeSession({ model: { status: 'failed', diagnostics: read.error } });
    const opened = await engine.open(read.value);
    if (!opened.ok) return changeSession({ model: { status: 'failed', diagnostics: opened.error } });
    const linked = documentFrom(parts, read.value);
    store.update((state) => ({
      ...state,
      document: linked.document,
      beforeDrag: undefined,
      past: [],
      future: [],
      session: { ...state.session, model: { status: 'ready', value: read.value }, runs: {}, failures: {} },
    }));
    notify(...problems, ...linked.problems);
  }

  return {
    openLink(hash) {
      const { parts, problems } = splitLink(hash);
      changeSession(viewFrom(parts));
      return open(parts, problems);
    },
    openModel: (id) => open(new Map([['model', id]]), []),
    setPreset: (presetId) =>
      store.update((s) => commit(s, { ...s.document, presetId, municipality: undefined })),
    setMunicipality: (municipality) => store.update((s) => commit(s, { ...s.document, municipality })),
    async listModels() {
      if (store.get().session.library.length > 0) return;
      // Without a network the list is left for later.
      const library = await fetched(listModels());
      if (library !== undefined) changeSession({ library });
    },
    dragLever: (variable, value) => store.update((s) => withLever(s, preview, variable, value)),
    setLever: (variable, value) => store.update((s) => withLever(s, commit, variable, value)),
    selectStrategy: (id) =>
      store.update((s) => (s.document.selected === id ? s : commit(s, { ...s.document, selected: id }))),
    resetToBase: () => store.update((s) => commit(s, { ...s.document, own: undefined, selected: 'base' })),
    undo: () => store.update(undo),
    redo: () => store.update(redo),
    showSeries: (shownSeries) => changeSession({ shownSeries }),
    openView: (view) => changeSession({ view }),
    setHorizon: (horizon) => changeSession({ horizon }),
    setLanguage: (language) => savePreference({ language }),
    setTheme: (theme) => savePreference({ theme }),
    dismissNotices: () => changeSession({ notices: [] }),
  };
}
