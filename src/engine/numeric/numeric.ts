import { exp } from './exp.ts';
import { ln } from './log.ts';
import type { Binary, Unary } from './ops.ts';
import { pow } from './pow.ts';

export { exp, ln, pow };

/** A function of one or two doubles, to be written out for any kind of value. */
export type Numeric =
  { readonly arity: 1; readonly formula: Unary } | { readonly arity: 2; readonly formula: Binary };

const unary = (formula: Unary): Numeric => ({ arity: 1, formula });
const binary = (formula: Binary): Numeric => ({ arity: 2, formula });

/** The elementary functions by name. */
export const numeric = {
  exp: unary(exp),
  ln: unary(ln),
  pow: binary(pow),
} satisfies Record<string, Numeric>;
