import * as Comlink from 'comlink';
import { describe, expect, it } from 'vitest';
import { createAnalyst } from '../../../src/analysis/analyst.ts';
import type { Analyst } from '../../../src/analysis/api.ts';
import { createWorkerPool } from '../../../src/app/worker-pool.ts';
import { ok } from '../../../src/base/result.ts';
import { ensembleSum } from '../../../src/model/merge-ensemble.ts';
import type { EnsembleRequest, Stretch } from '../../../src/model/ensemble.ts';
import { modelOf } from '../engine/model-of.ts';

interface FakeWorker {
  readonly worker: Worker;
  readonly events: EventTarget;
  ended: boolean;
}

/** A worker on this thread, that can be made to fail. */
function workerWith(analyst: Analyst): FakeWorker {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(analyst, port2);
  const events = new EventTarget();
  const fake = { events, ended: false };
  const worker = Object.assign(port1, {
    terminate: () => {
      fake.ended = true;
      port1.close();
      port2.close();
    },
    addEventListener(type: string, listener: EventListener) {
      if (type === 'message') MessagePort.prototype.addEventListener.call(port1, type, listener);
      else events.addEventListener(type, listener);
    },
  }) as unknown as Worker;
  return Object.assign(fake, { worker });
}

const sketch = modelOf({
  simSpecs: { start: 0, stop: 1, dt: 0.5, saveStep: 0.5 },
  parameters: { rate: 0.5 },
  stocks: { s: { initial: '10', out: ['f'] } },
  flows: { f: 'rate * s' },
});
const rate = sketch.variables.get('rate')!;
if (rate.kind !== 'parameter') throw new Error('rate');
const model = {
  ...sketch,
  variables: new Map([
    ...sketch.variables,
    ['rate', { ...rate, distribution: { shape: 'uniform', min: 0, max: 1 } }] as const,
  ]),
};
const request: EnsembleRequest = {
  experiment: { policy: {}, scenario: {} },
  vary: 'all',
  outcomes: ['s'],
  times: {},
  sampler: 'mc',
  runs: 333,
  seed: 4,
};
const shares = [0.1, 0.5, 0.9];
const limits = { open: 2, share: 0.5, question: 0.5 };

/** A pool whose workers are made by `analyst`, told how many there were before. */
function poolOf(size: number, analyst: (started: number) => Analyst = () => createAnalyst()) {
  const workers: FakeWorker[] = [];
  const pool = createWorkerPool(
    () => {
      const fake = workerWith(analyst(workers.length));
      workers.push(fake);
      return fake.worker;
    },
    size,
    limits,
  );
  return { pool, workers };
}

const alone = async () => poolOf(1).pool.ensemble(model, request, { shares });

describe('a pool of workers', () => {
  it('gives the same bits whatever its size, again and again', async () => {
    const expected = await alone();
    expect(expected).toMatchObject({ ok: true, value: { runs: 333, failed: 0 } });
    const { pool, workers } = poolOf(3);
    expect(await pool.ensemble(model, request, { shares })).toEqual(expected);
    expect(await pool.ensemble(model, request, { shares })).toEqual(expected);
    expect(workers).toHaveLength(3);
  });

  it('gives up a question that hangs, at once when it is told to, and answers the next in a new worker', async () => {
    const never = new Promise<never>(() => undefined);
    const { pool, workers } = poolOf(1);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    const asked = performance.now();
    const silent = { ok: false, error: [{ code: 'worker-silent' }] };
    expect(await pool.ask(model, () => never, stop.signal)).toMatchObject(silent);
    expect(performance.now() - asked).toBeLessThan(400);
    expect(await pool.ask(model, () => never)).toMatchObject(silent);
    expect(await pool.ask(model, (_, handle) => Promise.resolve(ok(handle)))).toMatchObject({ ok: true });
    expect(workers.map(({ ended }) => ended)).toEqual([true, true, false]);
  });

  it('starts its first worker at once, and the others when there is something to share', async () => {
    const { pool, workers } = poolOf(3);
    expect(workers).toHaveLength(1);
    await pool.ask(model, (_, handle) => Promise.resolve(ok(handle)));
    expect(workers).toHaveLength(1);
    const found: Stretch[] = [];
    const shares = [0, 1, 2, 3, 4, 5, 6].map((from) => ({ from, to: from + 1 }));
    const answer = await pool.spread(model, shares, (_, __, share) => Promise.resolve(ok(share)), {
      take: (share) => found.push(share),
    });
    expect(answer).toEqual({ ok: true, value: undefined });
    expect(found.toSorted((a, b) => a.from - b.from)).toEqual(shares);
    expect(workers).toHaveLength(3);
  });

  it('tells how far it is and what the runs so far say', async () => {
    const told: number[] = [];
    await poolOf(2).pool.ensemble(model, request, {
      shares,
      onProgress: ({ done, of, bands }) => {
        told.push(done);
        expect(of).toBe(333);
        expect(bands([0.5]).runs).toBe(done);
      },
    });
    expect(told.length).toBeGreaterThan(5);
    expect(told.at(-1)).toBe(333);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('replaces a worker that dies, and does its share again', async () => {
    const { pool, workers } = poolOf(2);
    let killed = false;
    const found = await pool.ensemble(model, request, {
      shares,
      onProgress: ({ done }) => {
        if (killed || done < 60) return;
        killed = true;
        workers[0]!.events.dispatchEvent(new Event('error'));
      },
    });
    expect(killed).toBe(true);
    expect(workers.length).toBe(3);
    expect(workers[0]!.ended).toBe(true);
    expect(found).toEqual(await alone());
  });

  it('replaces a worker that hangs', async () => {
    const hanging: Analyst = {
      ...createAnalyst(),
      sketchEnsemble: () => new Promise(() => undefined) as never,
    };
    const { pool } = poolOf(2, (started) => (started === 0 ? hanging : createAnalyst()));
    expect(await pool.ensemble(model, request, { shares })).toEqual(await alone());
  });

  it('gives up when a share fails on one worker after the other', async () => {
    const throwing: Analyst = {
      ...createAnalyst(),
      sketchEnsemble: () => {
        throw new Error('out of memory');
      },
    };
    const { pool } = poolOf(2, () => throwing);
    expect(await pool.ensemble(model, request, { shares })).toMatchObject({
      ok: false,
      error: [{ code: 'worker-failed', args: { message: 'out of memory' } }],
    });
  });

  it('is cancelled at once: nothing more is asked or told, and its workers go on with what comes next', async () => {
    const asked: number[] = [];
    const { pool, workers } = poolOf(2, (started) => {
      const analyst = createAnalyst();
      return {
        ...analyst,
        sketchEnsemble: (...args) => {
          asked.push(started);
          return analyst.sketchEnsemble(...args);
        },
      };
    });
    const cancel = new AbortController();
    let told = 0;
    const found = await pool.ensemble(model, request, {
      shares,
      signal: cancel.signal,
      onProgress: () => {
        told++;
        cancel.abort();
      },
    });
    expect([found, told]).toEqual([undefined, 1]);
    expect(asked.length).toBeLessThan(8);
    await new Promise((later) => setTimeout(later, 150));
    expect(workers.map(({ ended }) => ended)).toEqual([false, false]);
    expect(await pool.ensemble(model, request, { shares })).toEqual(await alone());
    expect(await pool.ensemble(model, request, { shares, signal: AbortSignal.abort() })).toBeUndefined();
  });

  it('goes on from runs that have been done, gently with all workers but one and a share each', async () => {
    let [most, now] = [0, 0];
    const { pool, workers } = poolOf(3, () => {
      const analyst = createAnalyst();
      return {
        ...analyst,
        sketchEnsemble: async (...args: Parameters<typeof analyst.sketchEnsemble>) => {
          most = Math.max(most, ++now);
          await new Promise((later) => setTimeout(later, 1));
          now--;
          return analyst.sketchEnsemble(...args);
        },
      } as unknown as Analyst;
    });
    const sum = ensembleSum();
    const some = { shares, sum, stretch: { from: 0, to: 64 }, gently: true };
    expect(await pool.ensemble(model, request, some)).toMatchObject({ value: { runs: 64 } });
    expect([workers.length, most]).toEqual([2, 2]);
    const rest = { shares, sum, stretch: { from: 64, to: request.runs } };
    expect(await pool.ensemble(model, request, rest)).toEqual(await alone());
  });

  it('has all its workers when it is told to start', () => {
    const { pool, workers } = poolOf(3);
    pool.start();
    expect(workers).toHaveLength(3);
  });

  it('tells what is wrong with the model or the request', async () => {
    const { pool } = poolOf(2);
    const wrong = { ...request, outcomes: ['x'] };
    expect(await pool.ensemble(model, wrong, { shares })).toMatchObject({
      error: [{ code: 'unknown-series' }],
    });
    const broken = modelOf({ flows: { a: 'b', b: 'a' } });
    expect(await pool.ensemble(broken, request, { shares })).toMatchObject({
      error: [{ code: 'circular-definition' }],
    });
  });
});
