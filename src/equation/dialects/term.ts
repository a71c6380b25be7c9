import type { ArithmeticOp, ComparisonOp, LogicOp, Span } from '../../model/expr.ts';

/**
 * An equation of a foreign file after parsing, before its arrays, macros and functions are worked out. Names are as
 * written; what they mean depends on the model around them.
 */
export type Term =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly subscripts?: readonly Subscript[];
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      /** Of the function's own name, when it is an array of tables. */
      readonly subscripts?: readonly Subscript[];
      readonly args: readonly Term[];
      /** A Vensim macro's further results, written after a colon. */
      readonly outputs: readonly Term[];
      readonly span: Span;
    }
  | { readonly kind: 'negate' | 'not' | 'transpose'; readonly arg: Term; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly op: ArithmeticOp | ComparisonOp | LogicOp | 'mod' | 'safediv';
      readonly left: Term;
      readonly right: Term;
      readonly at: number;
      readonly span: Span;
    }
  | {
      readonly kind: 'if';
      readonly test: Term;
      readonly then: Term;
      readonly otherwise: Term;
      readonly span: Span;
    }
  | { readonly kind: 'curve'; readonly curve: Curve; readonly span: Span };

/** The points of a graphical function, in ascending `x`. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export type Subscript =
  /** An element or a dimension; `each` (Vensim's `!`) runs through the dimension inside an array function. */
  | { readonly kind: 'index'; readonly term: Term; readonly each: boolean }
  | { readonly kind: 'all' }
  | { readonly kind: 'position'; readonly place: number }
  | { readonly kind: 'range'; readonly from: Term; readonly to: Term };
