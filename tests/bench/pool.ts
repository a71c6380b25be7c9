import { Worker as NodeWorker } from 'node:worker_threads';
import * as Comlink from 'comlink';
import { createWorkerPool } from '../../src/app/worker-pool.ts';
import type { WorkerPool } from '../../src/app/worker-pool.ts';
import type { EnsembleRequest } from '../../src/model/ensemble.ts';
import type { Model } from '../../src/model/model.ts';
import type { Parameter } from '../../src/model/variable.ts';
import { sir } from './engine-models.ts';
import { endpointOf } from './endpoint.ts';
import { timed } from './measure.ts';
import type { Measurement } from './measure.ts';
import type { PoolWorker } from './pool-worker.ts';

const size = 2;

function startWorker(): Worker {
  // Built beside this file.
  const worker = new NodeWorker(new URL('./pool-worker.js', import.meta.url));
  return Object.assign(endpointOf(worker), { terminate: () => void worker.terminate() }) as Worker;
}

/** The epidemic with two parameters that are drawn. */
const uncertain: Model = {
  ...sir.model,
  variables: new Map(
    [...sir.model.variables].map(([id, variable]) => {
      const [min, max] = id === 'beta' ? [0.2, 0.3] : [4, 5];
      const drawn = { distribution: { shape: 'uniform', min, max } } as const;
      return [id, variable.kind === 'parameter' ? ({ ...variable, ...drawn } satisfies Parameter) : variable];
    }),
  ),
};

const request: EnsembleRequest = {
  experiment: { policy: {}, scenario: {} },
  vary: 'all',
  outcomes: ['S', 'I', 'R'],
  times: { method: 'euler', saveStep: 100 },
  sampler: 'mc',
  runs: 10_000,
  seed: 1,
};

/** What a person waits for: drawn, run on two workers, gathered into bands. */
export function startPool(): { readonly run: () => Promise<void>; readonly end: () => void } {
  const pool: WorkerPool = createWorkerPool(startWorker, size);
  const run = async (): Promise<void> => {
    const answer = await pool.ensemble(uncertain, request, { shares: [0.05, 0.5, 0.95] });
    if (answer?.ok !== true || answer.value.runs !== request.runs || answer.value.failed > 0) {
      throw new Error(JSON.stringify(answer));
    }
  };
  return { run, end: () => pool.end() };
}

const message = (
  name: string,
  ask: (worker: Comlink.Remote<PoolWorker>) => Promise<unknown>,
): Measurement => ({
  name: `a message to a worker and back, ${name}`,
  unit: 'ms',
  alone: true,
  sample: async () => {
    const worker = startWorker();
    const remote = Comlink.wrap<PoolWorker>(worker);
    try {
      return await timed(200, () => ask(remote));
    } finally {
      worker.terminate();
    }
  },
});

export const messages: readonly Measurement[] = [
  message('empty', (worker) => worker.nothing()),
  message('301 series of 1,601 values', (worker) => worker.numbers(301 * 1601)),
];
