import { expect, it } from 'vitest';
import { certaintyFor, createCertainty } from '../../../src/app/certainty.ts';
import { emptyDocument, strategiesOf } from '../../../src/app/strategies.ts';
import type { RemoteAnalyst } from '../../../src/app/worker-place.ts';
import type { WorkerPool } from '../../../src/app/worker-pool.ts';
import { error } from '../../../src/base/diagnostic.ts';
import { fail, ok } from '../../../src/base/result.ts';
import type { CertaintyRequest } from '../../../src/model/certainty.ts';
import type { Stretch } from '../../../src/model/ensemble.ts';
import { smallModel } from '../../tools/models.ts';

const model = smallModel();
const document = emptyDocument('small', 'first');
const request = certaintyFor(model, document, strategiesOf(model, document), 22);

/** A pool whose one worker answers each stretch with zeros, or with a failure from one on. */
function stage(failsFrom = Infinity) {
  const asked: Stretch[] = [];
  const drawCertainty = (_: number, { experiments }: CertaintyRequest, stretch: Stretch) => {
    asked.push(stretch);
    const count = stretch.to - stretch.from;
    return Promise.resolve(
      stretch.from >= failsFrom
        ? fail([error('worker-failed', { message: 'hit' })])
        : ok({
            stretch,
            vary: [],
            values: new Float64Array(count * experiments.length),
            drawn: new Float64Array(0),
          }),
    );
  };
  const engine = { drawCertainty } as unknown as RemoteAnalyst;
  const spread: WorkerPool['spread'] = async (_, shares, ask, { take, signal }) => {
    for (const share of shares) {
      const answer = await ask(engine, 1, share);
      if (signal?.aborted === true) return undefined;
      if (!answer.ok) return answer;
      take(answer.value);
    }
    return ok(undefined);
  };
  return { asked, ask: createCertainty(() => ({ spread })) };
}

it('asks the same runs of every strategy, in the municipality and at the time that is shown', () => {
  expect(request).toMatchObject({ outcome: 'outside', time: 22, runs: 500, seed: 1 });
  expect(request.experiments).toHaveLength(strategiesOf(model, document).length);
  expect(request.experiments.every(({ preset }) => preset === 'first')).toBe(true);
});

it('tells what the runs so far say, and what has been answered is not asked again', async () => {
  const { ask, asked } = stage();
  const heard: number[] = [];
  const signal = new AbortController().signal;
  const answer = await ask(model, request, { signal, onProgress: ({ runs }) => heard.push(runs) });
  expect(answer?.ok && answer.value.runs).toBe(500);
  expect(heard).toEqual(Array.from({ length: 20 }, (_, i) => 25 * (i + 1)));
  expect(await ask(model, { ...request }, { signal, onProgress: () => heard.push(-1) })).toEqual(answer);
  expect(asked).toHaveLength(20);
  expect(heard).toHaveLength(20);
});

it('stops when it is left, and says nothing more', async () => {
  const { ask, asked } = stage();
  const leaving = new AbortController();
  const answer = await ask(model, request, {
    signal: leaving.signal,
    onProgress: ({ runs }) => {
      if (runs === 100) leaving.abort();
    },
  });
  expect(answer).toBeUndefined();
  expect(asked.length).toBeLessThanOrEqual(5);
});

it('hands on what went wrong', async () => {
  const { ask } = stage(150);
  const heard: number[] = [];
  const answer = await ask(model, request, {
    signal: new AbortController().signal,
    onProgress: ({ runs }) => heard.push(runs),
  });
  expect(answer).toMatchObject({ ok: false, error: [{ code: 'worker-failed' }] });
  expect(heard).toEqual([25, 50, 75, 100, 125, 150]);
});
