import { add, both, call, div, iff, lt, mul, num, sub } from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';

/**
 * Logarithm of the gamma function for x > 0 by Stirling's series, after x is moved up by eight with the recurrence
 * Γ(x + 1) = x·Γ(x) (Abramowitz & Stegun 6.1.15, 6.1.41); relative error below 1e-13.
 */
export function logGamma(s: CallSite, argument: Expr): Expr {
  const x = s.aux('gamma argument', argument);
  const up = Array.from({ length: 8 }, (_, i) => add(x, num(i))).reduce(mul);
  const z = s.aux('gamma shifted', add(x, num(8)));
  const square = s.aux('gamma square', mul(z, z));
  const series = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188].reduceRight<Expr>(
    (rest, c) => add(num(c), div(rest, square)),
    num(0),
  );
  const main = sub(mul(sub(z, num(0.5)), call('ln', z)), sub(z, num(0.5 * Math.log(2 * Math.PI))));
  const value = sub(add(main, div(series, z)), call('ln', up));
  return iff(both(lt(num(0), x), lt(x, num(Infinity))), value, num(NaN));
}
