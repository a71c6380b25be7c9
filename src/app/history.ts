import type { AppState, Document } from './state.ts';

/** More steps than a workshop day makes; each is a few hundred bytes. */
const limit = 500;

/** Shows a document while a drag goes on; the whole drag becomes one step at `commit`. */
export const preview = (state: AppState, document: Document): AppState => ({
  ...state,
  document,
  beforeDrag: state.beforeDrag ?? state.document,
});

/** Puts a document in place as one step: what was there can be had back by undo, and redo is spent. */
export const commit = (state: AppState, document: Document): AppState => ({
  ...state,
  document,
  beforeDrag: undefined,
  past: [...state.past, state.beforeDrag ?? state.document].slice(-limit),
  future: [],
});

export function undo(state: AppState): AppState {
  const document = state.past.at(-1);
  if (document === undefined) return state;
  const left = state.beforeDrag ?? state.document;
  return {
    ...state,
    document,
    beforeDrag: undefined,
    past: state.past.slice(0, -1),
    future: [left, ...state.future],
  };
}

export function redo(state: AppState): AppState {
  const [document, ...future] = state.future;
  if (document === undefined) return state;
  return { ...state, document, beforeDrag: undefined, past: [...state.past, state.document], future };
}
