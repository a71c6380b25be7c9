import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Experiment, Run, RunRequest } from '../model/experiment.ts';
import type { Stretch } from '../model/ensemble.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';

/** Names a model that an engine keeps open. */
export type ModelHandle = number;

export interface Opened {
  readonly handle: ModelHandle;
  readonly warnings: readonly Diagnostic[];
}

/** Runs of one experiment that differ in the values of a few parameters, or stocks at the start. */
export interface Many {
  readonly experiment: Experiment;
  readonly request: RunRequest & { readonly series: readonly VariableId[] };
  readonly vary: readonly VariableId[];
  readonly runs: Stretch;
  /** Writes the values of `vary` in run `index`. */
  readonly draw: (index: number, values: Float64Array) => void;
  /** The seed of run `index`, for models that draw; without it all runs draw what the experiment's seed says. */
  readonly seedOf?: (index: number) => number;
  /**
   * Takes the series of `count` runs, from run `first` on: value of series s, saved row r, run first + i is
   * `values[(s · rows + r) · width + i]`. The array is used again for the next. A run without a state of rest to begin
   * in, if it was to settle, is NaN throughout.
   */
  readonly take: (first: number, count: number, values: Float64Array, width: number) => void;
}

/** The engine as an analysis sees it, which runs beside it. */
export interface ManyEngine extends Engine {
  /** Several experiments of which the same is asked: the same runs as one by one, sooner. */
  runEach(
    handle: ModelHandle,
    experiments: readonly Experiment[],
    request: RunRequest,
  ): readonly Result<Run, readonly Diagnostic[]>[];
  /** Answers the saved times. */
  runMany(handle: ModelHandle, many: Many): Result<Float64Array<ArrayBuffer>, readonly Diagnostic[]>;
  modelOf(handle: ModelHandle): Model;
  /** The model with its equations read, for analyses of what depends on what. */
  checkedOf(handle: ModelHandle): CheckedModel;
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
