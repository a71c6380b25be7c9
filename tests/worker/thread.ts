import * as Comlink from 'comlink';
import { parentPort } from 'node:worker_threads';
import { createMovingEngine } from '../../workers/moving-engine.ts';

/** What `workers/simulation.ts` is in a browser, as a thread of Node; it can be told to die or to hang. */
if (parentPort === null) throw new Error('a thread has a parent');
parentPort.on('message', (message: unknown) => {
  if (message === 'die') throw new Error('died');
  for (; message === 'hang';) continue;
});
Comlink.expose(createMovingEngine(), parentPort as unknown as Comlink.Endpoint);
