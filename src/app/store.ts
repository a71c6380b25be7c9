/** One value, replaced and never changed in place; listeners hear of each replacement, in order. */
export interface Store<S> {
  readonly get: () => S;
  /** Replaces the state by what `change` makes of it. Returning the same object is no change. */
  readonly update: (change: (state: S) => S) => void;
  /** Calls `listener` after each change; returns the way to stop. */
  readonly subscribe: (listener: (state: S, before: S) => void) => () => void;
}

export function createStore<S>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<(state: S, before: S) => void>();
  return {
    get: () => state,
    update(change) {
      const before = state;
      state = change(before);
      if (state === before) return;
      for (const listener of [...listeners]) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
