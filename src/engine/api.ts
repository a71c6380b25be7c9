import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Experiment, Run, RunRequest } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';

/** Names a model that an engine keeps open. */
export type ModelHandle = number;

export interface Opened {
  readonly handle: ModelHandle;
  readonly warnings: readonly Diagnostic[];
}

/**
 * The engine as the rest of the program sees it, the same in a worker and under Node.
 * In a worker every method answers by promise and a run's arrays are moved, not copied.
 */
export interface Engine {
  /** Checks, orders and compiles a model once; it stays open until closed. */
  open(model: Model): Result<Opened, readonly Diagnostic[]>;
  run(handle: ModelHandle, experiment: Experiment, request: RunRequest): Result<Run, readonly Diagnostic[]>;
  close(handle: ModelHandle): void;
}
