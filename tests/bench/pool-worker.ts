import { parentPort } from 'node:worker_threads';
import * as Comlink from 'comlink';
import { createMovingEngine } from '../../workers/moving-engine.ts';
import { endpointOf } from './endpoint.ts';

/** The worker of the application, and what a message costs without any work. */
const worker = {
  ...createMovingEngine(),
  nothing: (): void => undefined,
  numbers: (count: number): Float64Array => {
    const values = new Float64Array(count);
    return Comlink.transfer(values, [values.buffer]);
  },
};

export type PoolWorker = typeof worker;

Comlink.expose(worker, endpointOf(parentPort!));
