import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atRest } from '../../../src/app/at-rest.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import { createStore } from '../../../src/app/store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits until nothing has been done for so long, and calls once', () => {
  const store = createStore(initialState({ model: { status: 'empty' } }));
  const call = vi.fn();
  atRest(store, 100, call);
  vi.advanceTimersByTime(60);
  store.update((s) => ({ ...s, document: { ...s.document, selected: 'all' } }));
  vi.advanceTimersByTime(60);
  // What is only looked at otherwise does not count.
  store.update((s) => ({ ...s, session: { ...s.session, horizon: 4 } }));
  expect(call).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60);
  expect(call).toHaveBeenCalledOnce();
  store.update((s) => ({ ...s, document: { ...s.document, selected: 'base' } }));
  vi.advanceTimersByTime(1000);
  expect(call).toHaveBeenCalledOnce();
});
