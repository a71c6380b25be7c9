import type { SketchData } from '../base/quantiles.ts';
import type { Experiment, RunRequest } from './experiment.ts';
import type { VariableId } from './variable.ts';

/** How the space of what is uncertain is filled: at random, one draw per stratum (Latin hypercube), or evenly (Sobol). */
export type Sampler = 'mc' | 'lhs' | 'sobol';

/** Runs of one experiment that differ in what nobody knows. */
export interface EnsembleRequest {
  /** What all runs share; with `settle`, each begins in the state of rest of its own draw. */
  readonly experiment: Experiment;
  /** Parameters that are drawn from their distributions, or all that have one. */
  readonly vary: readonly VariableId[] | 'all';
  readonly outcomes: readonly VariableId[];
  readonly times: Omit<RunRequest, 'series'>;
  readonly sampler: Sampler;
  /** Runs in all. Draw i depends on this, on the seed and on i alone. */
  readonly runs: number;
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number;
}

/** A stretch of an ensemble's runs, from the first to before the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What some runs of an ensemble gave. Parts of one ensemble are merged in any order, to the same bits. */
export interface EnsemblePart {
  readonly times: Float64Array;
  readonly outcomes: readonly VariableId[];
  /** One sketch per outcome and saved time, those of an outcome side by side. */
  readonly sketches: readonly SketchData[];
  readonly runs: number;
  /** Runs in which an outcome is not finite at some saved time; those values are in no band. */
  readonly failed: number;
}

/** Quantiles of one outcome over the runs. */
export interface Band {
  readonly outcome: VariableId;
  /** `shares.length` rows of `times.length` values. */
  readonly values: Float64Array;
}

export interface Ensemble {
  readonly times: Float64Array;
  /** From 0 to 1: 0.5 is the median. */
  readonly shares: readonly number[];
  readonly bands: readonly Band[];
  readonly runs: number;
  readonly failed: number;
}
