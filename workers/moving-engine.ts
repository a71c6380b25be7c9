import * as Comlink from 'comlink';
import { createAnalyst } from '../src/analysis/analyst.ts';
import type { Analyst } from '../src/analysis/api.ts';

/** An engine for the other side of a message port: the arrays of a run are moved there and not copied. */
export function createMovingEngine(): Analyst {
  const engine = createAnalyst();
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
