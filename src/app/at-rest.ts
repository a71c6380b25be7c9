import type { AppState } from './state.ts';
import type { Store } from './store.ts';

/** Calls once, when nothing has been done for `ms`: what is prepared must not be in the way of what is moved. */
export function atRest(
  { subscribe }: Pick<Store<AppState>, 'subscribe'>,
  ms: number,
  call: () => void,
): void {
  const wait = (): ReturnType<typeof setTimeout> =>
    setTimeout(() => {
      stop();
      call();
    }, ms);
  let timer = wait();
  const stop = subscribe(({ document }, before) => {
    if (document === before.document) return;
    clearTimeout(timer);
    timer = wait();
  });
}
