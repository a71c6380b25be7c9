import type { Place, SourceText } from '../base/source.ts';
import type { Expr } from './expr.ts';

/** A variable's name in equations, in files and on the command line: snake_case. */
export type VariableId = string;

/** A text in the program's two languages. */
export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

/** How well a number is known, from counted to invented for illustration. */
export type Grade = 'measured' | 'estimated' | 'assumed' | 'illustrative';

export interface Evidence {
  readonly grade: Grade;
  /** In words; a title or a name may be the same in both languages. */
  readonly source: Bilingual;
}

/** How a constant may vary. `triangular` and `pert` have their mode at the constant's value. */
export interface Distribution {
  readonly shape: 'fixed' | 'uniform' | 'triangular' | 'pert';
  readonly min: number;
  readonly max: number;
}

interface VariableBase {
  readonly id: VariableId;
  readonly name: Bilingual;
  readonly about: Bilingual;
  /** Unit as written, such as `person/year`; `1` has no dimension. */
  readonly unit: SourceText;
  readonly place: Place;
  /** The lever, actor or part whose entry this variable was made from; absent if written out. */
  readonly origin?: string;
  /** Made by the reader for its own use, such as a stage of a delay: computed, but never shown. */
  readonly hidden?: true;
}

/** Accumulates its inflows less its outflows. Its value at the start is `initial`. */
export interface Stock extends VariableBase {
  readonly kind: 'stock';
  readonly initial: SourceText;
  /** The initial value, if a foreign reader has worked it out from `initial`; all names in it are resolved. */
  readonly initialExpr?: Expr;
  readonly inflows: readonly VariableId[];
  readonly outflows: readonly VariableId[];
  /** Outflows are limited so that the stock cannot fall below zero. */
  readonly nonNegative: boolean;
}

export interface Flow extends VariableBase {
  readonly kind: 'flow';
  readonly equation: SourceText;
  /** As for an auxiliary. */
  readonly expr?: Expr;
}

/** XMILE's auxiliary: computed anew at each moment. */
export interface Aux extends VariableBase {
  readonly kind: 'aux';
  readonly equation: SourceText;
  /** The equation, if a foreign reader has worked it out from `equation`; all names in it are resolved. */
  readonly expr?: Expr;
}

/** A constant of the run: the only kind, with stocks' initial values, that a run may set. */
export interface Parameter extends VariableBase {
  readonly kind: 'parameter';
  readonly value: number;
  readonly distribution: Distribution;
  readonly evidence: Evidence;
}

/**
 * Linear between its points; outside them level, or on along the first and last line. Where points share an x, the last of
 * them holds: in a file of our own only if it says that there are jumps.
 */
export interface GraphicalFunction extends VariableBase {
  readonly kind: 'table';
  readonly extrapolate?: true;
  readonly jumps?: true;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly xUnit: SourceText;
}

export type Variable = Stock | Flow | Aux | Parameter | GraphicalFunction;
