import * as Comlink from 'comlink';
import { createAnalyst } from '../src/analysis/analyst.ts';
import type { Analyst } from '../src/analysis/api.ts';

type Run = Extract<ReturnType<Analyst['run']>, { ok: true }>['value'];

const arraysOf = ({ times, values }: Run): Transferable[] => [times.buffer, values.buffer];

/** An engine for the other side of a message port: the arrays of a run are moved there and not copied. */
export function createMovingEngine(): Analyst {
  const engine = createAnalyst();
  return {
    ...engine,
    run(handle, experiment, request) {
      const answer = engine.run(handle, experiment, request);
      return answer.ok ? Comlink.transfer(answer, arraysOf(answer.value)) : answer;
    },
    runEach(handle, experiments, request) {
      const answer = engine.runEach(handle, experiments, request);
      const runs = answer.ok ? answer.value : [];
      return Comlink.transfer(
        answer,
        runs.flatMap((run) => (run.ok ? arraysOf(run.value) : [])),
      );
    },
  };
}
