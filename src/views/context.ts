import type { Actions } from '../app/actions.ts';
import type { AppState } from '../app/state.ts';
import type { Store } from '../app/store.ts';

/** What every screen is given: where to read and what may be done. */
export interface ViewContext {
  readonly store: Store<AppState>;
  readonly actions: Actions;
}
