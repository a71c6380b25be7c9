import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker as Thread } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAnalyst } from '../../src/analysis/analyst.ts';
import { createWorkerPool } from '../../src/app/worker-pool.ts';
import type { WorkerPool } from '../../src/app/worker-pool.ts';
import type { EnsembleRequest } from '../../src/model/ensemble.ts';
import { ensembleSum } from '../../src/model/merge-ensemble.ts';
import { modelOf } from '../unit/engine/model-of.ts';

/** The pool over real threads, which are killed, hung and cancelled in the middle of their work. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeAll(async () => {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(root, 'node_modules/.cache/pool-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'tests/worker/thread.ts', outDir: folder },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A thread with the manners of a browser's worker. */
function startThread(threads: Thread[]): Worker {
  const thread = new Thread(join(folder, 'thread.js'));
  threads.push(thread);
  const heard = new Map<EventListener, (data: unknown) => void>();
  return {
    postMessage: (message: unknown) => {
      thread.postMessage(message);
    },
    addEventListener(type: string, listener: EventListener) {
      const hear = (data: unknown) => {
        const trouble = () => Object.assign(new Event(type), { message: (data as Error).message });
        listener(type === 'message' ? ({ data } as unknown as Event) : trouble());
      };
      heard.set(listener, hear);
      thread.on(type, hear);
    },
    removeEventListener(type: string, listener: EventListener) {
      thread.off(type, heard.get(listener) ?? (() => undefined));
    },
    terminate: () => void thread.terminate(),
  } as unknown as Worker;
}

const sketch = modelOf({
  simSpecs: { start: 0, stop: 20, dt: 0.01, saveStep: 10 },
  parameters: { rate: 0.5 },
  stocks: { s: { initial: '10', in: ['b'], out: ['f'] } },
  flows: { f: 'rate * s', b: 'uniform(2, 4)' },
});
const rate = sketch.variables.get('rate')!;
if (rate.kind !== 'parameter') throw new Error('rate');
const distribution = { shape: 'uniform', min: 0, max: 1 } as const;
const model = { ...sketch, variables: new Map([...sketch.variables, ['rate', { ...rate, distribution }]]) };
const request: EnsembleRequest = {
  experiment: { policy: {}, scenario: {} },
  vary: 'all',
  outcomes: ['s'],
  times: {},
  sampler: 'lhs',
  runs: 600,
  seed: 4,
};
const shares = [0.1, 0.5, 0.9];

/** The same on this thread, in one part. */
function alone() {
  const analyst = createAnalyst();
  const opened = analyst.open(model);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const part = analyst.sketchEnsemble(opened.value.handle, request, { from: 0, to: request.runs });
  if (!part.ok) throw new Error(JSON.stringify(part.error));
  const sum = ensembleSum();
  sum.add(part.value);
  return { ok: true, value: sum.bands(shares) };
}

async function withPool(
  size: number,
  share: number,
  work: (pool: WorkerPool, threads: readonly Thread[]) => Promise<void>,
): Promise<void> {
  const threads: Thread[] = [];
  const pool = createWorkerPool(() => startThread(threads), size, { open: 50, share, question: share });
  try {
    await work(pool, threads);
  } finally {
    pool.end();
  }
}

test('threads give the bits of one, and tell what the runs so far say', async () => {
  await withPool(2, 50, async (pool, threads) => {
    const told: number[] = [];
    const found = await pool.ensemble(model, request, {
      shares,
      onProgress: ({ done, bands }) => {
        told.push(done);
        expect(bands(shares).runs).toBe(done);
      },
    });
    expect(found).toEqual(alone());
    expect(told.length).toBeGreaterThan(4);
    expect(told.at(-1)).toBe(600);
    expect(threads).toHaveLength(2);
  });
});

test.each([
  ['dies', 'die'],
  ['hangs', 'hang'],
] as const)('a thread that %s in the middle is replaced, and its share done again', async (_, word) => {
  await withPool(2, word === 'hang' ? 3 : 50, async (pool, threads) => {
    let told = false;
    const found = await pool.ensemble(model, request, {
      shares,
      onProgress: () => {
        if (!told) threads[0]!.postMessage(word);
        told = true;
      },
    });
    expect(found).toEqual(alone());
    expect(threads).toHaveLength(3);
  });
});

test('what is cancelled ends at once: a thread that hangs in it is replaced, and the others go on', async () => {
  await withPool(2, 50, async (pool, threads) => {
    expect(await pool.ensemble(model, request, { shares })).toEqual(alone());
    const ended = new Promise((done) => threads[0]!.once('exit', done));
    threads[0]!.postMessage('hang');
    const cancel = new AbortController();
    const found = await pool.ensemble(model, request, {
      shares,
      signal: cancel.signal,
      onProgress: () => {
        cancel.abort();
      },
    });
    expect(found).toBeUndefined();
    await ended;
    expect(threads).toHaveLength(3);
    expect(await pool.ensemble(model, request, { shares })).toEqual(alone());
    expect(threads).toHaveLength(3);
  });
});
