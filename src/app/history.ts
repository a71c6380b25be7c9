import type { VariableId } from '../model/variable.ts';
import type { AppState, Document, Previous } from './state.ts';

/** More steps than a workshop day makes; each is a few hundred bytes. */
const limit = 500;

/** Whether another document asks for other numbers: a change worth looking back at. */
const recomputes = (a: Document, b: Document): boolean => a.own !== b.own || a.assumptions !== b.assumptions;

const samePlace = (a: Document, b: Document): boolean =>
  a.modelId === b.modelId && a.presetId === b.presetId && a.municipality === b.municipality;

/** The change that is still going on if this lever is moved now: it was the last thing that happened. */
export const goesOn = ({ document, previous }: AppState, lever: VariableId): Previous | undefined =>
  previous?.lever === lever && previous.made === document ? previous : undefined;

/** What was on the screen before the newest change, as that change is made: a whole drag is one. */
function previousOf(state: AppState, next: Document, lever?: VariableId): Previous | undefined {
  const { document, beforeDrag, session, previous } = state;
  if (!samePlace(document, next)) return undefined;
  if (!recomputes(document, next)) return previous;
  const same = beforeDrag === undefined ? lever !== undefined && goesOn(state, lever) : previous;
  return same ? { ...same, made: next } : { document, runs: session.runs, lever, made: next };
}

/** Shows a document while a drag, of a lever or not, goes on; the whole drag becomes one step at `commit`. */
export const preview = (state: AppState, document: Document, lever?: VariableId): AppState => ({
  ...state,
  document,
  beforeDrag: state.beforeDrag ?? state.document,
  previous: previousOf(state, document, lever),
});

/** Puts a document in place as one step: what was there can be had back by undo, and redo is spent. */
export const commit = (state: AppState, document: Document, lever?: VariableId): AppState => ({
  ...state,
  document,
  beforeDrag: undefined,
  past: [...state.past, state.beforeDrag ?? state.document].slice(-limit),
  future: [],
  previous: previousOf(state, document, lever),
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
    previous: previousOf(state, document),
  };
}

export function redo(state: AppState): AppState {
  const [document, ...future] = state.future;
  if (document === undefined) return state;
  return {
    ...state,
    document,
    beforeDrag: undefined,
    past: [...state.past, state.document],
    future,
    previous: previousOf(state, document),
  };
}
