/** A stretch of an equation's text, from the first character to after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type ArithmeticOp = '+' | '-' | '*' | '/' | '^';
export type ComparisonOp = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type LogicOp = 'and' | 'or';
export type BinaryOp = ArithmeticOp | ComparisonOp | LogicOp;

/**
 * An equation after parsing: a number-valued expression. Truth is 1 and 0; any number but 0 counts as true.
 * All parts are pure, so both sides of `if`, `and`, `or` may be computed.
 */
export type Expr =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'ref'; readonly name: string; readonly span: Span }
  | { readonly kind: 'negate'; readonly arg: Expr; readonly span: Span }
  | { readonly kind: 'not'; readonly arg: Expr; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly op: BinaryOp;
      readonly left: Expr;
      readonly right: Expr;
      /** Where the operator stands in the text. */
      readonly at: number;
      readonly span: Span;
    }
  | {
      readonly kind: 'if';
      readonly test: Expr;
      readonly then: Expr;
      readonly otherwise: Expr;
      readonly span: Span;
    }
  /** A graphical function's value at `x`: written `lookup(table, x)` or `table(x)`. */
  | { readonly kind: 'lookup'; readonly table: string; readonly x: Expr; readonly span: Span }
  /**
   * A variable's value a number of whole steps ago, at least 1: what a run remembers. The number is rounded toward
   * zero; `initial` stands in for the time before the start. Within a step it does not change. A 0 that is written as
   * such is the value that this step began with, which is there from its second stage on. No text is read as this;
   * PREVIOUS, DELAY FIXED and their kind are written with it.
   */
  | {
      readonly kind: 'past';
      readonly name: string;
      readonly steps: Expr;
      readonly initial: Expr;
      readonly span: Span;
    }
  | { readonly kind: 'call'; readonly fn: string; readonly args: readonly Expr[]; readonly span: Span };
