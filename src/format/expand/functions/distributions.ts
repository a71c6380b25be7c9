import { add, both, call, div, iff, le, lt, mul, negate, num, op, sub, sum } from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';

const [zero, one] = [num(0), num(1)];

/** Makes draws for one use of a function: each call gives a fresh one. */
export type Draw = () => Expr;

/** One draw of a distribution, from even ones. */
export type Shape = (s: CallSite, draw: Draw) => Expr;

/** Above 0, so that its logarithm is finite. */
export const positive = (draw: Draw): Expr => sub(one, draw());
const ln = (x: Expr): Expr => call('ln', x);

/** Box and Muller (1958): two even draws make a normal one, mean 0 and deviation 1. */
export const normal: Shape = (s, draw) => {
  const radius = call('sqrt', mul(num(-2), ln(positive(draw))));
  return s.aux('normal', mul(radius, call('cos', mul(num(2 * Math.PI), draw()))));
};

export const exponential: Shape = (_, draw) => negate(ln(positive(draw)));

export const logistic: Shape = (s, draw) => {
  const u = s.aux('even', positive(draw));
  return ln(div(u, call('max', sub(one, u), num(1e-300))));
};

/** By the inverse of its distribution: shape k, scale 1. */
export const weibull = (shape: Expr): Shape => (_, draw) => op('^', negate(ln(positive(draw))), div(one, shape)); // prettier-ignore

/** Between two ends, most often at the peak. */
export const triangular = (low: Expr, peak: Expr, high: Expr): Shape => (s, draw) => {
  const u = s.aux('even', draw());
  const breadth = s.aux('breadth', sub(high, low));
  const rising = add(low, call('sqrt', mul(mul(u, breadth), sub(peak, low))));
  const falling = sub(high, call('sqrt', mul(mul(sub(one, u), breadth), sub(high, peak))));
  return iff(lt(mul(u, breadth), sub(peak, low)), rising, falling);
}; // prettier-ignore

/** Tries that a draw by rejection gets; the last is taken as it is. */
const TRIES = 4;

/** Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables" (2000); shape below 1 by a power of an even draw. */
export const gamma = (shape: Expr): Shape => (s, draw) => {
  const large = s.aux('shape', add(shape, lt(shape, one)));
  const d = s.aux('d', sub(large, num(1 / 3)));
  const c = s.aux('c', div(one, call('sqrt', mul(num(9), d))));
  let value: Expr = d;
  for (let i = 0; i < TRIES; i++) {
    const x = normal(s, draw);
    const v = s.aux('v', op('^', call('max', zero, add(one, mul(c, x))), num(3)));
    const fits = lt(ln(positive(draw)), add(mul(num(0.5), mul(x, x)), mul(d, add(sub(one, v), ln(call('max', v, num(1e-300)))))));
    value = i === 0 ? iff(both(lt(zero, v), fits), mul(d, v), num(-1)) : iff(le(zero, value), value, iff(both(lt(zero, v), fits), mul(d, v), i === TRIES - 1 ? d : num(-1)));
    value = s.aux('gamma', value);
  }
  return mul(value, iff(lt(shape, one), op('^', positive(draw), div(one, shape)), one));
}; // prettier-ignore

export const beta = (a: Expr, b: Expr): Shape => (s, draw) => {
  const [x, y] = [s.aux('gamma', gamma(a)(s, draw)), gamma(b)(s, draw)];
  return div(x, add(x, y));
}; // prettier-ignore

/** Terms of the sum from which a Poisson draw is read; above this mean the normal is near enough. */
const POISSON_TERMS = 80;
const POISSON_MEAN = 30;

export const poisson = (mean: Expr): Shape => (s, draw) => {
  const u = draw();
  let term = s.aux('probability', call('exp', negate(mean)));
  let below = term;
  const passed: Expr[] = [lt(below, u)];
  for (let k = 1; k < POISSON_TERMS; k++) {
    term = s.aux('probability', mul(term, div(mean, num(k))));
    below = s.aux('cumulative', add(below, term));
    passed.push(lt(below, u));
  }
  const large = call('max', zero, call('round', add(mean, mul(call('sqrt', mean), normal(s, draw)))));
  return iff(le(mean, num(POISSON_MEAN)), sum(passed), large);
}; // prettier-ignore

/** Successes among trials, likewise: from the sum of their probabilities, or the normal where there are many. */
export const binomial = (trials: Expr, chance: Expr): Shape => (s, draw) => {
  const u = draw();
  const odds = s.aux('odds', div(chance, sub(one, chance)));
  let term = s.aux('probability', op('^', sub(one, chance), trials));
  let below = term;
  const passed: Expr[] = [lt(below, u)];
  for (let k = 1; k < POISSON_TERMS; k++) {
    term = s.aux('probability', mul(term, mul(odds, div(sub(trials, num(k - 1)), num(k)))));
    below = s.aux('cumulative', add(below, call('max', zero, term)));
    passed.push(lt(below, u));
  }
  const mean = mul(trials, chance);
  const spread = call('sqrt', mul(mean, sub(one, chance)));
  const large = call('round', add(mean, mul(spread, normal(s, draw))));
  const few = call('min', trials, sum(passed));
  const clipped = call('max', zero, call('min', trials, iff(le(mean, num(POISSON_MEAN)), few, large)));
  return iff(le(one, chance), trials, clipped);
}; // prettier-ignore

/** Failures before the first success. */
export const geometric = (chance: Expr): Shape => (_, draw) =>
  call('floor', div(ln(positive(draw)), ln(call('max', sub(one, chance), num(1e-300))))); // prettier-ignore

/** Trials until so many successes: failures are a Poisson draw whose mean is a gamma draw. */
export const negativeBinomial = (successes: Expr, chance: Expr): Shape => (s, draw) => {
  const mean = s.aux('failures', mul(gamma(successes)(s, draw), div(sub(one, chance), chance)));
  return add(successes, poisson(mean)(s, draw));
}; // prettier-ignore
