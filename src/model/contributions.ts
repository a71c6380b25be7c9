import type { Experiment } from './experiment.ts';
import type { VariableId } from './variable.ts';

/** Asks what each lever of a policy contributes to the outcomes of its run. */
export interface ContributionsRequest {
  readonly experiment: Experiment;
  readonly outcomes: readonly VariableId[];
  /** Model times at which the outcomes are read, ascending. */
  readonly times: readonly number[];
  /** For the orders that are drawn where there are too many to take all. A whole number from 0 to 2^53 − 1. */
  readonly seed: number;
}

/** Values per outcome and time: outcome o at time t is `[o · times + t]`. */
export type OutcomeValues = Float64Array<ArrayBuffer>;

export interface Contribution {
  readonly lever: VariableId;
  /** What the lever changes when it is added to those before it, on average over the orders. */
  readonly average: OutcomeValues;
  /** What it changes when it is the only one. */
  readonly alone: OutcomeValues;
  /** Standard error of the average where orders were drawn; absent where all were taken. */
  readonly error?: OutcomeValues;
}

/** The averages add up to `whole`: in any order the steps from no lever to all of them do. */
export interface Contributions {
  readonly request: ContributionsRequest;
  readonly levers: readonly Contribution[];
  /** What all levers change together. */
  readonly whole: OutcomeValues;
  /** How many orders were drawn; undefined when the average is over every one there is. */
  readonly orders: number | undefined;
  readonly runs: number;
}
