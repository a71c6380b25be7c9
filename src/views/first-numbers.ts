import { strategiesOf } from '../app/strategies.ts';
import type { AppState } from '../app/state.ts';
import type { Store } from '../app/store.ts';

/** ms after which a screen is shown without its numbers, and says itself that they are being computed. */
const longest = 1000;

/** Every strategy has its run, or has failed, or nothing can be run at all. */
function areThere({ document, session: { model, runs, failures } }: AppState): boolean {
  if (model.status !== 'ready') return true;
  return strategiesOf(model.value, document).every(({ id }) => id in runs || id in failures);
}

/** Waits for the first numbers, so that the first screen is drawn once and with all that it has. */
export function firstNumbers(store: Store<AppState>): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(() => end(), longest);
    const stop = store.subscribe((state) => {
      if (areThere(state)) end();
    });
    if (areThere(store.get())) end();
  });
}
