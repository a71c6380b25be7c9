import type { AppState } from '../../app/state.ts';
import { openModelIn, shownIds } from '../../app/strategies.ts';
import type { Run } from '../../model/experiment.ts';

/** The runs of the strategies that are drawn. */
export function shownRuns(state: AppState): readonly (Run | undefined)[] {
  const model = openModelIn(state);
  return model === undefined ? [] : shownIds(model, state.document).map((id) => state.session.runs[id]);
}

export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** Gives the state, and the same one again while nothing but runs that are not drawn are others. */
export function createShownState(): (state: AppState) => AppState {
  let last: AppState | undefined;
  return (state) => {
    if (last === undefined || !looksLike(last, state)) last = state;
    return last;
  };
}

const looksLike = (a: AppState, b: AppState): boolean =>
  same(a, b, 'session') &&
  same(a.session, b.session, 'runs') &&
  openModelIn(b) !== undefined &&
  sameItems(shownRuns(a), shownRuns(b));

function same<T extends object>(a: T, b: T, except: keyof T): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as unknown as Set<keyof T>;
  return [...keys].every((key) => key === except || a[key] === b[key]);
}
