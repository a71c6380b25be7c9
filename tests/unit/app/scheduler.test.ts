import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { initialState } from '../../../src/app/initial-state.ts';
import { keepRunsFresh, requestFor } from '../../../src/app/scheduler.ts';
import { createStore } from '../../../src/app/store.ts';
import type { AppState, OwnId } from '../../../src/app/state.ts';
import { emptyDocument, strategiesOf } from '../../../src/app/strategies.ts';
import { error } from '../../../src/base/diagnostic.ts';
import { fail, ok } from '../../../src/base/result.ts';
import type { Experiment, Run } from '../../../src/model/experiment.ts';
import { smallModel } from '../../tools/models.ts';

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

// What comes within half a frame is told together, and as many runs as take a frame are one message: here no time passes
// but when the timers are run.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => void vi.useRealTimers());

function stage() {
  const model = smallModel();
  const store = createStore<AppState>({
    ...initialState({ model: { status: 'empty' } }),
    document: emptyDocument('small', 'first'),
  });
  const asked: { experiments: readonly Experiment[]; answer: () => void }[] = [];
  const received: string[] = [];
  const told: string[][] = [];
  keepRunsFresh(
    store,
    {
      runEach: (experiments) =>
        new Promise((resolve) =>
          asked.push({
            experiments,
            answer: () => resolve(experiments.map((experiment) => ok({ experiment } as Run))),
          }),
        ),
    },
    (answers) => {
      told.push([...answers.keys()]);
      for (const [id, answer] of answers)
        received.push(`${id} ${JSON.stringify(answer.ok && answer.value.experiment.policy)}`);
    },
  );
  const move = (value: number): void =>
    store.update((s) => ({
      ...s,
      document: {
        ...s.document,
        own: [{ id: 'own', name: undefined, policy: { lever_pull: value } }],
        selected: 'own',
      },
    }));
  const open = (): void =>
    store.update((s) => ({ ...s, session: { ...s.session, model: { status: 'ready', value: model } } }));
  const answerAll = async (): Promise<void> => {
    for (let answered = 0; answered < asked.length; answered++) {
      asked[answered]!.answer();
      await settle();
    }
  };
  /** Until nothing has changed for a while. */
  const rested = async (): Promise<void> => {
    await answerAll();
    vi.runAllTimers();
    await answerAll();
  };
  return { store, asked, received, told, move, open, answerAll, rested };
}

it('runs every strategy of a model that was opened, the selected one first and alone', async () => {
  const { asked, open, store, answerAll } = stage();
  store.update((s) => ({ ...s, document: { ...s.document, selected: 'all' } }));
  open();
  await settle();
  expect(asked).toHaveLength(1);
  await answerAll();
  expect(asked.map(({ experiments }) => experiments.map((e) => e.policy))).toEqual([
    [{ lever_pull: 0.6, lever_teach: 0.6 }],
    [{}],
  ]);
});

it('asks in one message for what a frame has time for, and what is not on the screen one by one', async () => {
  const { asked, open, store, answerAll, rested } = stage();
  const pulled = (ids: readonly OwnId[], value: number) =>
    ids.map((id) => ({ id, name: undefined, policy: { lever_pull: value } }));
  store.update((s) => ({
    ...s,
    document: { ...s.document, own: pulled(['own', 'own2', 'own3', 'own4'], 0.1), compared: ['own', 'own2'] },
  }));
  open();
  await answerAll();
  expect(asked.map(({ experiments }) => experiments.length)).toEqual([1, 2]);
  await rested();
  expect(asked.map(({ experiments }) => experiments.length)).toEqual([1, 2, 1, 1, 1]);
  asked.length = 0;
  // A message takes fifty milliseconds: when that is believed, a frame has time for one run.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 50));
  for (let i = 0; i < 40; i++) {
    store.update((s) => ({ ...s, document: { ...s.document, assumptions: { stay: i + 5 } } }));
    await settle();
    await answerAll();
    if (i < 39) asked.length = 0;
  }
  await rested();
  expect(asked.map(({ experiments }) => experiments.length)).toEqual([1, 1, 1, 1, 1, 1]);
});

it('skips the settings in between when a drag is faster than the engine, and always runs the last', async () => {
  const { asked, received, move, open } = stage();
  open();
  for (let i = 0; i < 2; i++) {
    await settle();
    asked.at(-1)!.answer();
  }
  await settle();
  move(0.1);
  move(0.2);
  move(0.3);
  await settle();
  expect(asked.map((a) => a.experiments[0]!.policy['lever_pull']).slice(2)).toEqual([0.1]);
  asked.at(-1)!.answer();
  await settle();
  expect(asked.map((a) => a.experiments[0]!.policy['lever_pull']).slice(2)).toEqual([0.1, 0.3]);
  asked.at(-1)!.answer();
  await settle();
  expect(received.at(-1)).toBe('own {"lever_pull":0.3}');
});

it('drops the answer for a preset that has been left', async () => {
  const { asked, received, open, store } = stage();
  open();
  await settle();
  store.update((s) => ({ ...s, document: { ...s.document, presetId: 'dear' } }));
  asked[0]!.answer();
  await settle();
  expect(received).toEqual([]);
  expect(asked.at(-1)!.experiments[0]!.preset).toBe('dear');
});

it('tells together what comes together, and does not run again what is as it was', async () => {
  const { told, open, store, answerAll } = stage();
  const assume = (value: number): void =>
    store.update((s) => ({ ...s, document: { ...s.document, assumptions: { stay: value } } }));
  open();
  await settle();
  await answerAll();
  expect(told).toEqual([['base', 'all']]);
  assume(5);
  await settle();
  await answerAll();
  expect(told[1]).toEqual(['base', 'original', 'all']);
  assume(6);
  await settle();
  await answerAll();
  expect(told[2]).toEqual(['base', 'all']);
});

it('tells what is on the screen first, and the rest together when nothing has changed for a while', async () => {
  const { told, open, store, answerAll, rested } = stage();
  store.update((s) => ({
    ...s,
    document: {
      ...s.document,
      own: (['own', 'own2'] as const).map((id) => ({ id, name: undefined, policy: { lever_pull: 0.1 } })),
      compared: ['own2'],
    },
  }));
  open();
  await settle();
  await answerAll();
  expect(told).toEqual([['base', 'own2']]);
  await rested();
  expect(told).toEqual([
    ['base', 'own2'],
    ['all', 'own'],
  ]);
});

it('does not tell what was computed for assumptions that were left while it waited', async () => {
  const { asked, told, open, store } = stage();
  const assume = (value: number): void =>
    store.update((s) => ({ ...s, document: { ...s.document, assumptions: { stay: value } } }));
  assume(5);
  open();
  await settle();
  asked[0]!.answer();
  await settle();
  assume(6);
  for (let answered = 1; answered < asked.length; answered++) {
    asked[answered]!.answer();
    await settle();
  }
  expect(asked.slice(0, 2).map((a) => a.experiments.map((e) => e.scenario))).toEqual([
    [{ stay: 5 }],
    [{}, { stay: 5 }],
  ]);
  expect(told).toEqual([['original', 'base', 'all']]);
});

it('asks only for what the screen shows', () => {
  expect(requestFor(smallModel(), []).series).toEqual(['outside', 'entering']);
  expect(requestFor(smallModel(), ['leaving', 'nobody']).series).toEqual(['outside', 'entering', 'leaving']);
});

it('runs everything again when the screen shows more', async () => {
  const { asked, open, store, answerAll } = stage();
  open();
  await answerAll();
  asked.length = 0;
  store.update((s) => ({ ...s, session: { ...s.session, shownSeries: ['leaving'] } }));
  await answerAll();
  expect(asked.flatMap(({ experiments }) => experiments)).toHaveLength(2);
});

it('does not ask a worker that is silent for one strategy after the other, until a person asks again', async () => {
  const model = smallModel();
  const store = createStore<AppState>({
    ...initialState({ model: { status: 'empty' } }),
    document: emptyDocument('small', 'first'),
  });
  let asked = 0;
  let failed: string[] = [];
  const again = keepRunsFresh(
    store,
    {
      runEach: (experiments) => {
        asked++;
        return Promise.resolve(experiments.map(() => fail([error('worker-silent', { seconds: 3 })])));
      },
    },
    (answers) => (failed = [...answers.keys()]),
  );
  store.update((s) => ({ ...s, session: { ...s.session, model: { status: 'ready', value: model } } }));
  await settle();
  const all = strategiesOf(model, store.get().document).map(({ id }) => id);
  expect([asked, failed.toSorted()]).toEqual([1, all.toSorted()]);
  again(['base']);
  await settle();
  expect([asked, failed]).toEqual([2, ['base']]);
});
