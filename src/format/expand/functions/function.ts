import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';

/**
 * A function of XMILE or Vensim: what it is called there, and how it is written with what the engine has. The same
 * word can mean different things in the two, so each dialect has names of its own.
 */
export interface ForeignFunction {
  readonly xmile?: readonly string[];
  readonly vensim?: readonly string[];
  /** Fewest and most arguments. */
  readonly arity: readonly [min: number, max: number];
  /** Runs through dimensions of its arguments; some only if there is one, and through what is free in several. */
  readonly runs?: true | 'alone';
  readonly lower: (site: CallSite) => Expr;
}
