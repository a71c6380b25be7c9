import { add, call, div, iff, lt, mul, negate, num, sub } from '../build.ts';
import { logGamma } from './gamma.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

const [zero, one, half] = [num(0), num(1), num(0.5)];
const exp = (x: Expr): Expr => call('exp', x);
const ln = (x: Expr): Expr => call('ln', x);
const series = (x: Expr, coefficients: readonly number[]): Expr =>
  coefficients.reduceRight<Expr>((rest, c) => add(num(c), mul(x, rest)), zero);

/** The share of a standard normal below x: Abramowitz & Stegun 26.2.17, error below 7.5e-8. */
function normalBelow(s: CallSite, argument: Expr): Expr {
  const x = s.aux('deviations', argument);
  const size = call('abs', x);
  const t = s.aux('t', div(one, add(one, mul(num(0.2316419), size))));
  const sum = mul(t, series(t, [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]));
  const tail = mul(sum, mul(num(1 / Math.sqrt(2 * Math.PI)), exp(negate(mul(half, mul(x, x))))));
  return iff(lt(x, zero), tail, sub(one, tail));
}

/**
 * The x below which a share p of a standard normal lies: Abramowitz & Stegun 26.2.23, error below 4.5e-4, and from there a
 * step of Halley's to where the share is p.
 */
function inverseNormal(s: CallSite, share: Expr): Expr {
  const p = s.aux('share', share);
  const tail = iff(lt(p, half), p, sub(one, p));
  const t = s.aux('t', call('sqrt', mul(num(-2), ln(tail))));
  const above = series(t, [2.515517, 0.802853, 0.010328]);
  const below = series(t, [1, 1.432788, 0.189269, 0.001308]);
  const size = sub(t, div(above, below));
  const x = s.aux('first guess', iff(lt(p, half), negate(size), size));
  const density = mul(num(1 / Math.sqrt(2 * Math.PI)), exp(negate(mul(half, mul(x, x)))));
  const off = s.aux('off', div(sub(normalBelow(s, x), p), density));
  return sub(x, div(off, add(one, mul(half, mul(x, off)))));
}

const logFactorial = (s: CallSite, n: Expr): Expr => logGamma(s, add(n, one));

/** Counting, and the normal distribution. */
export const statistics: readonly ForeignFunction[] = [
  { xmile: ['FACTORIAL'], arity: [1, 1], lower: (s) => call('round', exp(logFactorial(s, s.value(0)))) },
  { xmile: ['GAMMALN'], vensim: ['GAMMA LN'], arity: [1, 1], lower: (s) => logGamma(s, s.value(0)) },
  {
    xmile: ['COMBINATIONS'],
    arity: [2, 2],
    lower: (s) => {
      const [n, k] = [s.plain(0), s.plain(1)];
      const ways = sub(logFactorial(s, n), add(logFactorial(s, k), logFactorial(s, sub(n, k))));
      return call('round', exp(ways));
    },
  },
  {
    xmile: ['PERMUTATIONS'],
    arity: [2, 2],
    lower: (s) => {
      const [n, k] = [s.plain(0), s.plain(1)];
      return call('round', exp(sub(logFactorial(s, n), logFactorial(s, sub(n, k)))));
    },
  },
  {
    // The share between two values, of a normal with a mean and a deviation.
    xmile: ['NORMALCDF'],
    arity: [2, 4],
    lower: (s) => {
      const [mean, deviation] = [s.plain(2, zero), s.plain(3, one)];
      const below = (i: number): Expr => normalBelow(s, div(sub(s.value(i), mean), deviation));
      return sub(below(1), below(0));
    },
  },
  {
    xmile: ['INVNORM'],
    arity: [1, 3],
    lower: (s) => add(s.value(1, zero), mul(s.value(2, one), inverseNormal(s, s.value(0)))),
  },
];
