import type { AppState, Session } from './state.ts';
import { emptyDocument } from './strategies.ts';

/** The state before any model is open. */
export const initialState = (known: Partial<Session> = {}): AppState => ({
  document: emptyDocument('', undefined),
  beforeDrag: undefined,
  past: [],
  future: [],
  bookmarks: [],
  session: {
    view: 'explore',
    language: 'sv',
    theme: 'system',
    horizon: 20,
    drawer: undefined,
    presenting: false,
    singleKeys: true,
    model: { status: 'loading' },
    file: undefined,
    opening: undefined,
    offer: undefined,
    works: [],
    shownSeries: [],
    runs: {},
    failures: {},
    notices: [],
    ...known,
  },
});
