import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, goesOn, preview, redo, undo } from '../../../src/app/history.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import type { AppState, Document } from '../../../src/app/state.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';

const document = (own: number | undefined): Document => ({
  ...emptyDocument('m', 'p'),
  own: own === undefined ? [] : [{ id: 'own', name: undefined, policy: { lever: own } }],
  selected: own === undefined ? 'base' : 'own',
});
const start = (): AppState => ({ ...initialState(), document: document(undefined) });

it('undoes each step back to the beginning and redoes it again, whatever the steps', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 30 }), (values) => {
      const end = values.reduce((state, value) => commit(state, document(value)), start());
      const back = values.reduce(undo, end);
      expect(back.document).toEqual(start().document);
      expect(values.reduce(redo, back).document).toEqual(end.document);
    }),
    { seed: 1, numRuns: 50 },
  );
});

it('makes one step of a whole drag', () => {
  const dragged = [0.1, 0.2, 0.3].reduce((state, value) => preview(state, document(value)), start());
  const done = commit(dragged, document(0.3));
  expect(done.past).toHaveLength(1);
  expect(undo(done).document).toEqual(document(undefined));
});

it('ends a drag that is still going on when undo is pressed, and keeps what it had reached for redo', () => {
  const first = commit(start(), document(1));
  const dragging = preview(first, document(2));
  const undone = undo(dragging);
  expect(undone.document).toEqual(document(undefined));
  expect(undone.beforeDrag).toBeUndefined();
  expect(redo(undone).document).toEqual(document(1));
});

it('does nothing when there is nothing to undo or redo', () => {
  const state = start();
  expect(undo(state)).toBe(state);
  expect(redo(state)).toBe(state);
});

it('forgets what was undone once something new is done', () => {
  const state = commit(undo(commit(start(), document(1))), document(2));
  expect(state.future).toEqual([]);
});

describe('what was on the screen before the newest change', () => {
  const runs = { own: { name: 'before' } } as unknown as AppState['session']['runs'];
  const begun = (): AppState => {
    const state = commit(start(), document(0.1), 'a');
    return { ...state, session: { ...state.session, runs } };
  };

  it('is from before a whole drag, and from before moves of one lever in a row', () => {
    const dragged = [0.2, 0.3].reduce((state, value) => preview(state, document(value), 'b'), begun());
    const twice = commit(commit(dragged, document(0.3), 'b'), document(0.4), 'b');
    expect(twice.previous).toMatchObject({ document: document(0.1), runs, lever: 'b', made: document(0.4) });
    expect(goesOn(twice, 'b')).toBe(twice.previous);
    expect(goesOn(twice, 'a')).toBeUndefined();
    const other = commit(twice, document(0.5), 'a');
    expect(other.previous).toMatchObject({ document: document(0.4), lever: 'a' });
    expect(undo(other).previous).toMatchObject({ document: document(0.5), lever: undefined });
  });

  it('stays through what asks for no other numbers, but the lever’s change is over', () => {
    const before = begun();
    const selected = commit(before, { ...before.document, selected: 'base' });
    expect(selected.previous).toBe(before.previous);
    expect(goesOn(selected, 'a')).toBeUndefined();
  });

  it('is forgotten in another municipality', () => {
    expect(commit(begun(), { ...begun().document, presetId: 'q' }).previous).toBeUndefined();
  });
});
