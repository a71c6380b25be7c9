import { expect, it } from 'vitest';
import { initialState } from '../../../src/app/initial-state.ts';
import type { AppState } from '../../../src/app/state.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';
import type { Run } from '../../../src/model/experiment.ts';
import { createShownState } from '../../../src/views/compare/shown-state.ts';
import { smallModel } from '../../tools/models.ts';

const start: AppState = {
  ...initialState({ model: { status: 'ready', value: smallModel() } }),
  document: { ...emptyDocument('small', 'first'), compared: [] },
};
const withRun = (state: AppState, id: string): AppState => ({
  ...state,
  session: { ...state.session, runs: { ...state.session.runs, [id]: {} as Run } },
});

it('stays the same while only what is not drawn gets a run', () => {
  const shown = createShownState();
  expect(shown(start)).toBe(start);
  const aside = withRun(start, 'all');
  expect(shown(aside)).toBe(start);
  const drawn = withRun(aside, 'base');
  expect(shown(drawn)).toBe(drawn);
});

it('is another when anything else is', () => {
  const shown = createShownState();
  shown(start);
  const later: AppState = { ...start, session: { ...start.session, horizon: 40 } };
  expect(shown(later)).toBe(later);
  const moved: AppState = { ...later, document: { ...later.document, compared: ['all'] } };
  expect(shown(moved)).toBe(moved);
  const run = withRun(moved, 'all');
  expect(shown(run)).toBe(run);
});
