import type { Diagnostic } from '../base/diagnostic.ts';
import type { AppState } from './state.ts';
import type { Store } from './store.ts';

/** Tells a person something, beside what has been told and not been put away. That saving fails is told once. */
export function createNotifier(store: Store<AppState>): (...diagnostics: readonly Diagnostic[]) => void {
  return (...diagnostics) => {
    if (diagnostics.length === 0) return;
    store.update((state) => {
      const { notices, storageFailed } = state.session;
      const told = diagnostics.filter((d) => d.code !== 'storage-blocked' || storageFailed !== true);
      if (told.length === 0) return state;
      const failed = storageFailed === true || told.some((d) => d.code === 'storage-blocked');
      return {
        ...state,
        session: { ...state.session, notices: [...notices, ...told], storageFailed: failed },
      };
    });
  };
}
