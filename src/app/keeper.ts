import { warning, type Diagnostic } from '../base/diagnostic.ts';
import { guarded } from './preferences.ts';
import { viewParts } from './link-view.ts';
import type { AppState, WorkSummary } from './state.ts';
import type { Store } from './store.ts';
import { namesIn, readWork, writeWork, type WrittenWork } from './work-file.ts';
import type { WorkStore } from './work-store.ts';

/** Milliseconds of rest after a change before it is saved. */
const rest = 400;
const tabKey = 'uppstroms.work';

/**
 * Saves the open work as it changes, one work per tab: a tab that finds another's hand in its work goes on under a new
 * id, so that neither overwrites the other.
 */
export interface Keeper {
  /** The works of this browser, newest first. */
  list(): readonly WorkSummary[];
  read(id: string): WrittenWork | undefined;
  /** The open work, if anything of it has been saved; else the one that this tab had before the page was loaded. */
  current(): string | undefined;
  /** Goes on with a work that is open in no other tab; else, or without an id, with a new one. */
  keepAs(id: string | undefined): void;
  remove(id: string): void;
  /** Saves at once what waits to be saved. */
  flush(): void;
  /** The page is out of sight and may never come back: what it has is saved, and free for another tab. */
  leave(): void;
  /** The page is back as it was. If another tab has gone on with its work, it goes on with a copy. */
  comeBack(): void;
}

export interface KeeperOptions {
  readonly store: Store<AppState>;
  readonly works: WorkStore;
  /** What belongs to this tab alone. */
  readonly tab: () => Storage;
  readonly notify: (problem: Diagnostic) => void;
  readonly now?: () => number;
}

export function createKeeper({ store, works, tab, notify, now = Date.now }: KeeperOptions): Keeper {
  const self = newId(now());
  let id = guarded(() => tab().getItem(tabKey) ?? undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mine = (work: string): boolean => (works.owner(work) ?? self) === self;
  const take = (work: string): void => {
    id = work;
    works.setOwner(work, self);
    guarded(() => tab().setItem(tabKey, work));
  };
  const read = (work: string): WrittenWork | undefined => {
    const text = works.read(work);
    const written = text === undefined ? undefined : readWork(text, work);
    return written?.ok === true ? written.value : undefined;
  };

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    const state = store.get();
    if (!isWorthKeeping(state)) return;
    if (id === undefined || !mine(id)) take(newId(now()));
    const kept = works.write(id!, writeWork(...written(state), now()));
    if (!kept) notify(warning('storage-blocked', {}));
  }

  store.subscribe((state, before) => {
    const same =
      state.past === before.past &&
      state.future === before.future &&
      state.bookmarks === before.bookmarks &&
      state.session.view === before.session.view &&
      state.session.horizon === before.session.horizon;
    if (same || state.session.model.status !== 'ready') return;
    timer ??= setTimeout(save, rest);
  });

  return {
    list: () =>
      works
        .ids()
        .flatMap((work) => {
          const written = read(work);
          return written === undefined ? [] : [summaryOf(work, written, work === id)];
        })
        .sort((a, b) => b.saved - a.saved),
    read,
    current: () => (id !== undefined && works.read(id) !== undefined ? id : undefined),
    keepAs(work) {
      if (work === id && work !== undefined && mine(work)) return take(work);
      if (id !== undefined && mine(id)) works.setOwner(id, undefined);
      id = undefined;
      guarded(() => tab().removeItem(tabKey));
      if (work !== undefined && mine(work)) take(work);
    },
    remove(work) {
      works.remove(work);
      if (work === id) id = undefined;
    },
    flush() {
      if (timer !== undefined) save();
    },
    leave() {
      if (timer !== undefined) save();
      if (id !== undefined && mine(id)) works.setOwner(id, undefined);
    },
    comeBack() {
      if (id === undefined) return;
      if (mine(id)) works.setOwner(id, self);
      else save();
    },
  };
}

/** Something has been done, or a file was brought: an address alone would not bring it back. */
const isWorthKeeping = ({ past, future, bookmarks, session }: AppState): boolean =>
  session.model.status === 'ready' &&
  (past.length > 0 || future.length > 0 || bookmarks.length > 0 || session.file !== undefined);

function written({
  document,
  past,
  future,
  bookmarks,
  session,
}: AppState): [Parameters<typeof writeWork>[0], WrittenWork['name']] {
  return [
    { document, past, future, bookmarks, file: session.file, view: viewParts(session) },
    workName(session.model, document.presetId),
  ];
}

/** Model and municipality: "Hela kommunen, Trelleborg-exemplet". */
export function workName(
  model: AppState['session']['model'],
  presetId: string | undefined,
): WrittenWork['name'] {
  if (model.status !== 'ready') return { sv: '', en: '' };
  const preset = model.value.presets.find((p) => p.id === presetId);
  const inLanguage = (language: 'sv' | 'en'): string =>
    [model.value.name[language], ...(preset === undefined ? [] : [preset.name[language]])].join(', ');
  return { sv: inLanguage('sv'), en: inLanguage('en') };
}

const summaryOf = (id: string, written: WrittenWork, open: boolean): WorkSummary => ({
  id,
  open,
  name: written.name,
  named: namesIn(written),
  steps: written.past.length,
  saved: written.saved,
});

/** New for each work and each tab, also where `crypto.randomUUID` is not given: on a page without https. */
const newId = (now: number): string =>
  `${now.toString(36)}${[...crypto.getRandomValues(new Uint8Array(6))].map((n) => n.toString(36)).join('')}`;
