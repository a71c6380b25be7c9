import { shortName } from '../base/short-text.ts';
import { commit, redo, undo } from './history.ts';
import { longestName, type AppState, type Bookmark, type Document } from './state.ts';
import type { Store } from './store.ts';

/** What has been done, and what is to be come back to. */
export interface Memory {
  undo(): void;
  redo(): void;
  /** Goes to a state of the history or of a bookmark, as a step of its own. */
  goTo(document: Document): void;
  /** Marks the present state, to come back to; one that is marked already is not marked again. */
  addBookmark(name: string): void;
  /** An empty name leaves the old one. */
  renameBookmark(bookmark: Bookmark, name: string): void;
  removeBookmark(bookmark: Bookmark): void;
  /** Shows a lever where the levers are, and gives it the keyboard if `focus`. */
  pointAt(lever: string, focus: boolean): void;
}

export function createMemory(store: Store<AppState>): Memory {
  const changeBookmarks = (change: (state: AppState) => readonly Bookmark[]): void =>
    store.update((state) => ({ ...state, bookmarks: change(state) }));
  const shortened = (name: string): string => shortName(name, longestName);
  return {
    undo: () => store.update(undo),
    redo: () => store.update(redo),
    goTo: (document) => store.update((state) => goTo(state, document)),
    addBookmark: (name) =>
      changeBookmarks(({ bookmarks, document }) =>
        shortened(name) === '' || bookmarks.some((b) => b.document === document)
          ? bookmarks
          : [...bookmarks, { name: shortened(name), document }],
      ),
    renameBookmark: (bookmark, name) =>
      changeBookmarks(({ bookmarks }) =>
        bookmarks.map((b) => (b === bookmark ? { ...b, name: shortened(name) || b.name } : b)),
      ),
    pointAt: (lever, focus) =>
      store.update((state) => ({ ...state, session: { ...state.session, pointed: { lever, focus } } })),
    removeBookmark: (bookmark) => changeBookmarks(({ bookmarks }) => bookmarks.filter((b) => b !== bookmark)),
  };
}

/** Every state of a work in the order of time: what undo has, what is, what redo has. */
export const timelineOf = ({ past, document, future }: AppState): readonly Document[] => [
  ...past,
  document,
  ...future,
];

/**
 * Goes to a state as one step of its own: undo leads back to where one was, and what came after the state that is gone
 * to is still there, redo's steps too.
 */
export function goTo(state: AppState, document: Document): AppState {
  const { past, document: present, future } = state;
  if (document === present) return state;
  return commit(future.length === 0 ? state : { ...state, past: [...past, present, ...future] }, document);
}
