import * as Comlink from 'comlink';
import type { Engine } from '../src/engine/api.ts';
import { createEngine } from '../src/engine/engine.ts';

/** An engine for the other side of a message port: the arrays of a run are moved there and not copied. */
export function createMovingEngine(): Engine {
  const engine = createEngine();
  return {
    ...engine,
    run(handle, experiment, request) {
      const answer = engine.run(handle, experiment, request);
      if (!answer.ok) return answer;
      const { times, values } = answer.value;
      return Comlink.transfer(answer, [times.buffer, values.buffer]);
    },
  };
}
