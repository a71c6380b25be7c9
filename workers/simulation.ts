import * as Comlink from 'comlink';
import type { Engine } from '../src/engine/api.ts';
import { createEngine } from '../src/engine/engine.ts';

const engine = createEngine();

/** The engine, with the arrays of a run moved to the caller and not copied. */
const moving: Engine = {
  ...engine,
  run(handle, experiment, request) {
    const answer = engine.run(handle, experiment, request);
    if (!answer.ok) return answer;
    const { times, values } = answer.value;
    return Comlink.transfer(answer, [times.buffer, values.buffer]);
  },
};

Comlink.expose(moving);
