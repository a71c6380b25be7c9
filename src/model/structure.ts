import type { Experiment } from './experiment.ts';
import type { Expr } from './expr.ts';
import type { VariableId } from './variable.ts';

/** One variable's use of another: in its equation, or as a flow that fills or drains it. */
export interface Link {
  readonly from: VariableId;
  readonly to: VariableId;
  readonly kind: 'inflow' | 'outflow' | 'reads';
}

/** A model's equations with all names resolved, and what they link. */
export interface Structure {
  /** Of flows and auxiliaries; a stock's is its initial value. */
  readonly equations: ReadonlyMap<VariableId, Expr>;
  readonly links: readonly Link[];
}

/** Whether more of one gives more of the other: 1, −1, 0 for neither at this moment, undefined where it is not clear. */
export type Sign = -1 | 0 | 1 | undefined;

/** A ring of variables, each of which acts on the next and the last on the first. */
export interface Loop {
  readonly id: string;
  readonly variables: readonly VariableId[];
  /** The sign of each variable's action on the next one. */
  readonly signs: readonly Sign[];
  /** 1 strengthens what happens, −1 balances it, 0 rests at this moment. */
  readonly polarity: Sign;
  /** How fast the loop alone would grow or even out, per unit of time: the geometric mean over its stocks. */
  readonly strength: number;
}

export interface Loops {
  readonly time: number;
  /** Strongest first. */
  readonly loops: readonly Loop[];
  /** Stocks that only empty or fill themselves, by a flow that depends on them directly. */
  readonly trivial: number;
}

export interface ExplanationRequest {
  readonly variable: VariableId;
  /** Model time. */
  readonly time: number;
  readonly experiment: Experiment;
  /** What differences are counted from. */
  readonly base: Experiment;
}

/** One of the values that a value is worked out from. */
export interface Reason {
  readonly variable: VariableId;
  readonly value: number;
  readonly base: number;
  /** Whether more of it gives more of what is explained, at this moment. */
  readonly sign: Sign;
  /** How much of the difference to base comes from it; undefined where it cannot be divided. */
  readonly contribution: number | undefined;
}

/** Why a variable has the value that it has, and the value in base. */
export interface Explanation {
  readonly request: ExplanationRequest;
  readonly value: number;
  readonly base: number;
  /** The equation; a stock has flows instead. */
  readonly expr: Expr | undefined;
  readonly reasons: readonly Reason[];
}

/** How well a model stands the tests of confidence in one strategy. */
export interface Confidence {
  /** The largest difference between who came, who left and who is there, people. */
  readonly residual: number;
  /** What actors pay less what the public pays, at its largest, SEK per year; undefined without a ledger. */
  readonly ledger: number | undefined;
  /** How much the outcomes change when the step is half as long, as a share. */
  readonly step: number;
  /** How far the state of rest drifts in base, as a share of its size; undefined where there is none. */
  readonly drift: number | undefined;
}
