import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commit } from '../../../src/app/history.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import { createKeeper } from '../../../src/app/keeper.ts';
import { createStore } from '../../../src/app/store.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';
import { createWorkStore } from '../../../src/app/work-store.ts';
import { FakeStorage } from '../../tools/fake-storage.ts';
import { smallModel } from '../../tools/models.ts';

const model = smallModel();
let shared = new FakeStorage();
let now = Date.UTC(2026, 10, 21);
beforeEach(() => {
  vi.useFakeTimers();
  shared = new FakeStorage();
  now = Date.UTC(2026, 10, 21);
});
afterEach(() => void vi.useRealTimers());

/** A tab of the browser, with a model open and storage of its own beside the shared one. */
function tab(own = new FakeStorage()) {
  const start = initialState({ model: { status: 'ready', value: model } });
  const store = createStore({ ...start, document: emptyDocument('small', 'first') });
  const told: string[] = [];
  const keeper = createKeeper({
    store,
    works: createWorkStore(() => shared),
    tab: () => own,
    notify: (problem) => told.push(problem.code),
    now: () => (now += 1000),
  });
  const move = (value: number): void => {
    store.update((state) =>
      commit(state, {
        ...state.document,
        own: [{ id: 'own', name: undefined, policy: { lever_pull: value } }],
      }),
    );
    vi.runAllTimers();
  };
  const kept = () => keeper.list().map(({ id }) => keeper.read(id)!.document.get('own'));
  return { store, keeper, move, kept, told, own };
}

it('saves what is done, once it rests, with what a list tells of it', () => {
  const { keeper, move, kept } = tab();
  vi.runAllTimers();
  expect(keeper.list()).toEqual([]);
  move(0.5);
  expect(kept()).toEqual(['pull:0.5']);
  expect(keeper.list()[0]).toMatchObject({ steps: 1, open: true, name: { sv: 'Liten, Första' }, named: [] });
});

it('saves nothing while a lever is dragged, and what waits when the page is left', () => {
  const { store, keeper, kept } = tab();
  store.update((state) => ({ ...state, beforeDrag: state.document }));
  vi.runAllTimers();
  expect(kept()).toEqual([]);
  store.update((state) => commit(state, { ...state.document, selected: 'all' }));
  keeper.leave();
  expect(kept()).toHaveLength(1);
});

it('goes on with the same work after the page is loaded again', () => {
  const before = tab();
  before.move(0.5);
  before.keeper.leave();
  const after = tab(before.own);
  const id = after.keeper.current();
  expect(id).toBe(before.keeper.current());
  after.keeper.keepAs(id);
  after.move(0.6);
  expect(after.kept()).toEqual(['pull:0.6']);
});

it('gives a copy to a second tab with the same work: neither overwrites the other', () => {
  const first = tab();
  first.move(0.1);
  // The browser copies the tab with its storage.
  const copied = new FakeStorage();
  copied.setItem('uppstroms.work', first.keeper.current()!);
  const second = tab(copied);
  second.keeper.keepAs(second.keeper.current());
  second.move(0.2);
  first.move(0.3);
  expect(first.kept().sort()).toEqual(['pull:0.2', 'pull:0.3']);
});

it('goes on with a copy when another tab has taken its work while it was out of sight', () => {
  const first = tab();
  first.move(0.1);
  first.keeper.leave();
  const second = tab();
  second.keeper.keepAs(first.keeper.list()[0]!.id);
  second.move(0.2);
  first.keeper.comeBack();
  expect(first.kept().sort()).toEqual(['pull:0.1', 'pull:0.2']);
  first.move(0.3);
  expect(first.kept().sort()).toEqual(['pull:0.2', 'pull:0.3']);
});

it('begins a new work when another is opened, and keeps the old one', () => {
  const { keeper, move, kept } = tab();
  move(0.1);
  keeper.keepAs(undefined);
  expect(keeper.current()).toBeUndefined();
  move(0.2);
  expect(kept().sort()).toEqual(['pull:0.1', 'pull:0.2']);
});

it('works where storage is blocked', () => {
  shared.blocked = true;
  const { keeper, move, kept, told } = tab(shared);
  move(0.1);
  move(0.2);
  expect(kept()).toEqual(['pull:0.2']);
  expect(new Set(told)).toEqual(new Set(['storage-blocked']));
  keeper.remove(keeper.list()[0]!.id);
  expect(keeper.list()).toEqual([]);
});
