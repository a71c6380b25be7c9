import type { Model } from '../model/model.ts';
import type { Experiment } from '../model/experiment.ts';
import type { Lives, LivesRequest } from '../model/lives.ts';
import type { Confidence, Explanation, ExplanationRequest, Loops, Structure } from '../model/structure.ts';
import { createBanding, type Banding, type BandsAnswer } from './bands.ts';
import { createCertainty, type AskCertainty } from './certainty.ts';
import type { Answer } from './engine-client.ts';
import type { LayOut } from './layout-client.ts';
import type { WorkerPool } from './worker-pool.ts';

/**
 * Questions about the model itself, answered in a worker of their own so that no lever waits for them. They change nothing:
 * what the answers are shown for is each screen's own affair. `stop` gives up a question that takes too long.
 */
export interface Examiner {
  structure(model: Model, stop?: AbortSignal): Promise<Answer<Structure>>;
  explain(model: Model, request: ExplanationRequest, stop?: AbortSignal): Promise<Answer<Explanation>>;
  loops(model: Model, experiment: Experiment, time: number, stop?: AbortSignal): Promise<Answer<Loops>>;
  confidence(
    model: Model,
    experiment: Experiment,
    base: Experiment,
    stop?: AbortSignal,
  ): Promise<Answer<Confidence>>;
  lives(model: Model, request: LivesRequest, stop?: AbortSignal): Promise<Answer<Lives>>;
  readonly certainty: AskCertainty;
  readonly layOut: LayOut;
  /** Bands that follow what a screen shows; each screen that has charts of them makes its own. */
  banding(told: (answer: BandsAnswer) => void): Banding;
}

export function createExaminer(
  workers: () => Pick<WorkerPool, 'ask' | 'spread' | 'ensemble'>,
  layOut: LayOut,
): Examiner {
  return {
    structure: (model, stop) => workers().ask(model, (engine, handle) => engine.structure(handle), stop),
    explain: (model, request, stop) =>
      workers().ask(model, (engine, handle) => engine.explain(handle, request), stop),
    loops: (model, experiment, time, stop) =>
      workers().ask(model, (engine, handle) => engine.loops(handle, experiment, time), stop),
    confidence: (model, experiment, base, stop) =>
      workers().ask(model, (engine, handle) => engine.confidence(handle, experiment, base), stop),
    certainty: createCertainty(workers),
    layOut,
    banding: (told) => createBanding(workers, told),
    lives: (model, request, stop) =>
      workers().ask(model, (engine, handle) => engine.lives(handle, request), stop),
  };
}
