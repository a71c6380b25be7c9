import { initialState } from '../../src/app/initial-state.ts';
import { createKeeper } from '../../src/app/keeper.ts';
import type { EngineClient } from '../../src/app/engine-client.ts';
import { commit } from '../../src/app/history.ts';
import { createNotifier } from '../../src/app/notices.ts';
import { createOpening, type Opening } from '../../src/app/opening.ts';
import { createStore, type Store } from '../../src/app/store.ts';
import type { AppState } from '../../src/app/state.ts';
import { createWorkStore } from '../../src/app/work-store.ts';
import { ok } from '../../src/base/result.ts';
import type { Engine } from '../../src/engine/api.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { readGiven } from '../../src/format/read-given.ts';
import { FakeStorage } from './fake-storage.ts';

/** A page without a screen, and what is opened in it. */
export interface Stage {
  readonly store: Store<AppState>;
  readonly opening: Opening;
  /** Moves a lever of a strategy of one's own, as one step. */
  readonly move: (lever: string, value: number) => void;
  readonly notices: () => readonly string[];
  /** The page is left; another one with the same storages may follow. */
  readonly leave: () => void;
}

/** @param engine the one that opens models, beside the page and not in a worker, as the reader is */
export function openingStage(
  shared = new FakeStorage(),
  tab = new FakeStorage(),
  engine: Pick<Engine, 'open'> = createEngine(),
): Stage {
  const store = createStore(initialState());
  const notify = createNotifier(store);
  const keeper = createKeeper({ store, works: createWorkStore(() => shared), tab: () => tab, notify });
  const client: EngineClient = {
    open(model) {
      const opened = engine.open(model);
      return Promise.resolve(opened.ok ? ok(opened.value.warnings) : opened);
    },
    run: () => new Promise(() => undefined),
    runEach: () => new Promise(() => undefined),
    watch: () => undefined,
    stop: () => undefined,
  };
  const opening = createOpening({
    store,
    engine: client,
    keeper,
    notify,
    readFile: (given) => Promise.resolve(readGiven(given)),
  });
  return {
    store,
    opening,
    move: (lever, value) =>
      store.update((state) => {
        const own = [{ id: 'own', name: undefined, policy: { [`lever_${lever}`]: value } }] as const;
        return commit(state, { ...state.document, own, selected: 'own' });
      }),
    notices: () => store.get().session.notices.map((n) => n.code),
    leave: () => keeper.leave(),
  };
}
