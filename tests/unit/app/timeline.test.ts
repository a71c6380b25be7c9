import { beforeEach, expect, it } from 'vitest';
import { commit, redo, undo } from '../../../src/app/history.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import { createStore } from '../../../src/app/store.ts';
import type { Document } from '../../../src/app/state.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';
import { createMemory, goTo, timelineOf } from '../../../src/app/timeline.ts';

const document = (lever: number): Document => ({
  ...emptyDocument('m', 'p'),
  own: [{ id: 'own', name: undefined, policy: { lever } }],
});
const documents = [0, 1, 2, 3].map(document);
const [first, second, third, last] = documents as [Document, Document, Document, Document];
const worked = () =>
  documents.slice(1).reduce((s, d) => commit(s, d), { ...initialState(), document: first });

it('goes to a state as a step of its own, and undo leads back', () => {
  const gone = goTo(worked(), second);
  expect(gone.document).toBe(second);
  expect(timelineOf(gone)).toEqual([...documents, second]);
  expect(undo(gone).document).toBe(last);
  expect(redo(undo(gone)).document).toBe(second);
});

it('loses nothing of what was undone when one goes on from there', () => {
  const undone = undo(undo(worked()));
  expect(undone.document).toBe(second);
  const gone = goTo(undone, first);
  expect(new Set(timelineOf(gone))).toEqual(new Set(documents));
  expect(undo(gone).document).toBe(second);
});

it('goes nowhere from where one is', () => {
  const state = worked();
  expect(goTo(state, last)).toBe(state);
});

let store = createStore(worked());
let memory = createMemory(store);
beforeEach(() => {
  store = createStore(worked());
  memory = createMemory(store);
});
const names = () => store.get().bookmarks.map((b) => b.name);

it('marks a state once, under a short name that is not empty, and undo leaves the mark', () => {
  memory.addBookmark('  ');
  expect(names()).toEqual([]);
  memory.addBookmark(` ${'a'.repeat(80)} `);
  memory.addBookmark('again');
  expect(names()).toEqual(['a'.repeat(60)]);
  memory.undo();
  expect(store.get().document).toBe(third);
  expect(names()).toHaveLength(1);
  memory.goTo(store.get().bookmarks[0]!.document);
  expect(store.get().document).toBe(last);
});

it('renames and removes a mark; an empty name leaves the old one', () => {
  memory.addBookmark('a');
  memory.renameBookmark(store.get().bookmarks[0]!, 'b');
  memory.renameBookmark(store.get().bookmarks[0]!, ' ');
  expect(names()).toEqual(['b']);
  memory.removeBookmark(store.get().bookmarks[0]!);
  expect(names()).toEqual([]);
});

it('points at a lever anew each time it is asked', () => {
  memory.pointAt('pull', false);
  const before = store.get().session.pointed;
  memory.pointAt('pull', false);
  expect(store.get().session.pointed).toEqual({ lever: 'pull', focus: false });
  expect(store.get().session.pointed).not.toBe(before);
});
