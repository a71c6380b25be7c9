import { exp } from './exp.ts';
import { cosh, sinh, tanh } from './hyperbolic.ts';
import { acos, asin, atan, atan2 } from './inverse-trig.ts';
import { ln, log10 } from './log.ts';
import { numberOps } from './number-ops.ts';
import type { Binary, Unary } from './ops.ts';
import { pow } from './pow.ts';
import { cos, sin, tan } from './trig.ts';

export { acos, asin, atan, cos, exp, ln, log10, pow, sin, tan };

/** A function of one or two doubles, to be written out for any kind of value. */
export type Numeric =
  | { readonly arity: 1; readonly formula: Unary }
  | { readonly arity: 2; readonly formula: Binary };

const unary = (formula: Unary) => ({ arity: 1, formula }) as const;
const binary = (formula: Binary) => ({ arity: 2, formula }) as const;

/** The elementary functions by name. */
export const numeric = {
  exp: unary(exp),
  ln: unary(ln),
  log10: unary(log10),
  pow: binary(pow),
  sin: unary(sin),
  cos: unary(cos),
  tan: unary(tan),
  asin: unary(asin),
  acos: unary(acos),
  atan: unary(atan),
  atan2: binary(atan2),
  sinh: unary(sinh),
  cosh: unary(cosh),
  tanh: unary(tanh),
} satisfies Readonly<Record<string, Numeric>>;

/** The same functions of plain numbers. */
export const numberFunctions = Object.fromEntries(
  Object.entries<Numeric>(numeric).map(([name, { arity, formula }]) => [
    name,
    arity === 1 ? (x: number) => formula(numberOps, x) : (x: number, y: number) => formula(numberOps, x, y),
  ]),
) as {
  readonly [Name in keyof typeof numeric]: (typeof numeric)[Name] extends { readonly arity: 1 }
    ? (x: number) => number
    : (x: number, y: number) => number;
};
