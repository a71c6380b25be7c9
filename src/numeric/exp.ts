import type { Ops } from './ops.ts';
import { LN2_HIGH, LN2_LOW, polynomial, unless, squarings } from './parts.ts';

const LOG2_E = 1.4426950408889634;
/** Twice the bias of a double's exponent, so that one half of the sum makes a power of two, and the other as well. */
const BIAS = 2046n;
/** Adding it to a small number leaves that number's nearest integer in the low bits. */
const ROUND = 1.5 * 2 ** 52;

/** (e^r − 1 − r) / r² for |r| ≤ ln 2 / 2, error 2^−57.9 of e^r; minimax fit, coefficients rounded one by one. */
const TAIL = [
  0.5000000000000011, 0.16666666666666438, 0.04166666666652723, 0.008333333333479777, 0.0013888888944255508,
  0.00019841269535927645, 2.480149254252104e-5, 2.7557561706590835e-6, 2.7630424760694724e-7,
  2.5007506764267084e-8,
];

/** x = k ln 2 + r with k whole, and r = high − low with little error. */
export interface Reduced<V> {
  readonly r: V;
  readonly high: V;
  readonly low: V;
  /** 2^k, ∞ if k > 1023. */
  readonly power: () => V;
  /** y · 2^k for 2^−100 < y < 2 and for 0, rounded once; no intermediate overflow. */
  readonly scale: (y: V) => V;
  /** The same, cheaper, where both y and the result are normal doubles. */
  readonly scaleNormal: (y: V) => V;
}

/**
 * The reduction of x + extra, |x| < 760, where `extra` is small; |r| ≤ ln 2 / 2, or another part of x / ln 2 than
 * the nearest integer is taken off, that nearest to `estimate` / ln 2.
 * Method: Cody and Waite, two parts of ln 2.
 */
export function reduce<V, M, I>(
  o: Ops<V, M, I>,
  x: V,
  { extra, estimate = x }: { readonly extra?: V; readonly estimate?: V } = {},
): Reduced<V> {
  const rounded = o.let(o.add(o.mul(estimate, o.num(LOG2_E)), o.num(ROUND)));
  const k = o.let(o.sub(rounded, o.num(ROUND)));
  const high = o.let(o.sub(x, o.mul(k, o.num(LN2_HIGH))));
  const part = o.mul(k, o.num(LN2_LOW));
  const low = o.let(extra === undefined ? part : o.sub(part, extra));

  const exponent = o.letI(o.bits(rounded));
  const biased = o.letI(o.addI(exponent, o.int(BIAS)));
  const half = o.letI(o.shrU(biased, 1));
  const first = o.let(o.double(o.shl(o.subI(biased, half), 52)));
  const second = o.let(o.double(o.shl(half, 52)));
  return {
    r: o.let(o.sub(high, low)),
    high,
    low,
    power: () => o.mul(first, second),
    scale: (y) => o.mul(o.mul(y, first), second),
    scaleNormal: (y) => o.double(o.addI(o.bits(y), o.shl(exponent, 52))),
  };
}

/** e^r − 1 − r for |r| ≤ ln 2 / 2. */
export function tail<V, M, I>(o: Ops<V, M, I>, r: V): V {
  const power = squarings(o, r);
  return o.mul(power(1), polynomial(o, power, TAIL));
}

/**
 * e^x for every double. Error below 1 ulp (largest found: 0.85), in subnormal results too.
 * NaN → NaN, +∞ → +∞, −∞ → 0, ±0 → 1; overflow to +∞ above 709.78, 0 below −745.13.
 * Method: reduction by ln 2 and a polynomial, as in Muller et al., Handbook of Floating-Point Arithmetic, ch. 10.
 */
export function exp<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const { r, high, low, scale, scaleNormal } = reduce(o, x);
  const y = o.let(o.add(o.num(1), o.add(high, o.sub(tail(o, r), low))));
  // Between −708 and 708 the result is a normal double.
  const ordinary = o.lt(o.abs(x), o.num(708));
  return unless(o, o.letM(ordinary), [scaleNormal(y)], () => [within(o, x, scale(y))])[0]!;
}

/** 0 and ∞ where e^x leaves the range of doubles, or x is infinite; otherwise, and for NaN, y. */
export function within<V, M, I>(o: Ops<V, M, I>, x: V, y: V): V {
  return o.choose(o.lt(x, o.num(-750)), o.num(0), o.choose(o.lt(o.num(715), x), o.num(Infinity), y));
}
