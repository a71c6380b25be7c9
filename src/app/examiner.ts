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
 * what the answers are shown for is each screen's own affair.
 */
export interface Examiner {
  structure(model: Model): Promise<Answer<Structure>>;
  explain(model: Model, request: ExplanationRequest): Promise<Answer<Explanation>>;
  loops(model: Model, experiment: Experiment, time: number): Promise<Answer<Loops>>;
  confidence(model: Model, experiment: Experiment, base: Experiment): Promise<Answer<Confidence>>;
  lives(model: Model, request: LivesRequest): Promise<Answer<Lives>>;
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
    structure: (model) => workers().ask(model, (engine, handle) => engine.structure(handle)),
    explain: (model, request) => workers().ask(model, (engine, handle) => engine.explain(handle, request)),
    loops: (model, experiment, time) =>
      workers().ask(model, (engine, handle) => engine.loops(handle, experiment, time)),
    confidence: (model, experiment, base) =>
      workers().ask(model, (engine, handle) => engine.confidence(handle, experiment, base)),
    certainty: createCertainty(workers),
    layOut,
    banding: (told) => createBanding(workers, told),
    lives: (model, request) => workers().ask(model, (engine, handle) => engine.lives(handle, request)),
  };
}
