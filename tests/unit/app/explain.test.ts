import { expect, it } from 'vitest';
import { createExplainer, explanationFor } from '../../../src/app/explain.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';
import { createStore } from '../../../src/app/store.ts';
import type { AppState } from '../../../src/app/state.ts';
import type { WorkerPool } from '../../../src/app/worker-pool.ts';
import { error } from '../../../src/base/diagnostic.ts';
import { fail, ok } from '../../../src/base/result.ts';
import type { Contributions, ContributionsRequest } from '../../../src/model/contributions.ts';
import { smallModel } from '../../tools/models.ts';

type Answer = Awaited<ReturnType<WorkerPool['contributions']>>;

function stage() {
  const start = initialState({ language: 'sv' });
  const store = createStore<AppState>({
    ...start,
    document: emptyDocument('small', 'first'),
    session: { ...start.session, model: { status: 'ready', value: smallModel() } },
  });
  const asked: { readonly request: ContributionsRequest; readonly answer: (answer: Answer) => void }[] = [];
  const explain = createExplainer(store, () => ({
    contributions: (_, request) => new Promise((answer) => asked.push({ request, answer })),
  }));
  return { store, explain, asked, told: () => store.get().session.contributions };
}

const answerTo = (request: ContributionsRequest): Contributions => ({
  request,
  levers: [],
  whole: new Float64Array(0),
  orders: undefined,
  runs: 1,
});

it('asks for the outcomes at the three horizons, counted from year zero', () => {
  const { store } = stage();
  expect(explanationFor(store.get(), 'all')).toMatchObject({
    experiment: { preset: 'first', policy: { lever_pull: 0.6, lever_teach: 0.6 } },
    outcomes: ['outside', 'entering'],
  });
  const [first, second, third] = explanationFor(store.get(), 'all')!.times;
  expect([second! - first!, third! - first!]).toEqual([16, 36]);
  expect(explanationFor(store.get(), 'nobody')).toBeUndefined();
});

it('asks once for the same, and keeps only the answer to what was asked last', async () => {
  const { explain, asked, told } = stage();
  const first = explain('all');
  expect(told()).toEqual({ status: 'loading' });
  void explain('all');
  expect(asked).toHaveLength(1);
  const second = explain('base');
  expect(asked).toHaveLength(2);
  asked[0]!.answer(ok(answerTo(asked[0]!.request)));
  await first;
  expect(told()).toEqual({ status: 'loading' });
  asked[1]!.answer(ok(answerTo(asked[1]!.request)));
  await second;
  expect(told()).toEqual({ status: 'ready', value: answerTo(asked[1]!.request) });
});

it('tells why when it cannot be computed, and tries when it is asked again', async () => {
  const { explain, asked, told } = stage();
  const done = explain('all');
  const problems = [error('worker-silent', { seconds: 60 })];
  asked[0]!.answer(fail(problems));
  await done;
  expect(told()).toEqual({ status: 'failed', diagnostics: problems });
  void explain('all');
  expect([asked.length, told()]).toEqual([2, { status: 'loading' }]);
});
