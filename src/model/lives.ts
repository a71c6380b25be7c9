import type { Experiment } from './experiment.ts';
import type { PlaceKind } from './life.ts';
import type { VariableId } from './variable.ts';

/** A stay in one stock, or where a flow out of the model led; from and to are years from where the life begins. */
export interface Stay {
  readonly place: VariableId;
  readonly from: number;
  readonly to: number;
  /** The flow that led there; undefined for the first. */
  readonly by: VariableId | undefined;
}

export type Life = readonly Stay[];

export interface LivesRequest {
  readonly experiment: Experiment;
  readonly base: Experiment;
  /** Model time at which they are born, or come to where the model begins to follow. */
  readonly birth: number;
  /** A whole number from 0 to 2^53 − 1: the same seed gives the same people. */
  readonly seed: number;
  /** Lives that are told one by one. */
  readonly count: number;
  /** Lives that are counted, those told among them. */
  readonly counted: number;
  /** Years at which they are counted. */
  readonly ages: readonly number[];
}

/** The same people under two policies. */
export interface Lives {
  readonly request: LivesRequest;
  readonly lives: readonly Life[];
  readonly inBase: readonly Life[];
  /** Share of all that are counted in a place of each kind, per year asked for. */
  readonly shares: readonly Readonly<Record<PlaceKind, number>>[];
  readonly sharesInBase: readonly Readonly<Record<PlaceKind, number>>[];
}

/** Where someone is in a year: at the very end of a life, where it ended. */
export const placeAt = (life: Life, age: number): VariableId =>
  (life.find(({ to }) => age < to) ?? life.at(-1))!.place;
