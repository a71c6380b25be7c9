import type { Model } from '../model/model.ts';
import { commit } from './history.ts';
import type { AppState, Document } from './state.ts';
import type { Store } from './store.ts';
import { openModelIn } from './strategies.ts';

/** Puts another document in place as one step; the same document, or no open model, is no change. */
export const documentChanger =
  (store: Store<AppState>) =>
  (change: (document: Document, model: Model) => Document): void =>
    store.update((state) => {
      const model = openModelIn(state);
      const document = model === undefined ? state.document : change(state.document, model);
      return document === state.document ? state : commit(state, document);
    });
