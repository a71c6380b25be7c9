import type { Ops } from './ops.ts';
import { LN2_HIGH, LN2_LOW, polynomial } from './parts.ts';

const LOG2_E = 1.4426950408889634;
/** Adding it to a small number leaves that number's nearest integer, plus 2 × 1023, in the low bits. */
const ROUND = 1.5 * 2 ** 52 + 2046;

/** (e^r − 1 − r) / r² for |r| ≤ ln 2 / 2, error 2^−57.9 of e^r; minimax fit, coefficients rounded one by one. */
const TAIL = [
  0.5000000000000011, 0.16666666666666438, 0.04166666666652723, 0.008333333333479777, 0.0013888888944255508,
  0.00019841269535927645, 2.480149254252104e-5, 2.7557561706590835e-6, 2.7630424760694724e-7,
  2.5007506764267084e-8,
];

/** x = k ln 2 + (high − low), |high − low| ≤ ln 2 / 2; 2^k comes in two factors, neither of which overflows. */
export interface Reduced<V> {
  readonly high: V;
  readonly low: V;
  readonly r: V;
  /** r² · tail: what e^r has beyond 1 + r. */
  readonly rest: V;
  readonly scale: (y: V) => V;
}

/** The reduction for e^(x + extra), `extra` being far below an ulp of the smallest result that matters. */
export function reduce<V, M, I>(o: Ops<V, M, I>, x: V, extra?: V): Reduced<V> {
  const rounded = o.let(o.add(o.mul(x, o.num(LOG2_E)), o.num(ROUND)));
  const k = o.let(o.sub(rounded, o.num(ROUND)));
  const high = o.let(o.sub(x, o.mul(k, o.num(LN2_HIGH))));
  const part = o.mul(k, o.num(LN2_LOW));
  const low = o.let(extra === undefined ? part : o.sub(part, extra));
  const r = o.let(o.sub(high, low));

  const exponent = o.letI(o.bits(rounded));
  const half = o.letI(o.shrU(exponent, 1));
  const scale = (y: V) =>
    o.mul(o.mul(y, o.double(o.shl(o.subI(exponent, half), 52))), o.double(o.shl(half, 52)));
  return { high, low, r, rest: o.mul(o.mul(r, r), polynomial(o, r, TAIL)), scale };
}

/**
 * e^x for every double. Error below 0.9 ulp, in subnormal results as well.
 * NaN → NaN, +∞ → +∞, −∞ → 0, ±0 → 1; overflow to +∞ above 709.78, 0 below −745.13.
 * Method: Cody and Waite's two-part reduction by ln 2 and a polynomial, as in Muller et al., Handbook of
 * Floating-Point Arithmetic, §10.
 */
export function exp<V, M, I>(o: Ops<V, M, I>, x: V): V {
  const { high, low, rest, scale } = reduce(o, x);
  const y = scale(o.add(o.num(1), o.add(high, o.sub(rest, low))));
  return within(o, x, y);
}

/** 0 and ∞ where e^x leaves the range of doubles, or x is infinite; otherwise, and for NaN, y. */
export function within<V, M, I>(o: Ops<V, M, I>, x: V, y: V): V {
  return o.choose(o.lt(x, o.num(-750)), o.num(0), o.choose(o.lt(o.num(715), x), o.num(Infinity), y));
}
