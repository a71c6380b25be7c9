import { reduce, within } from './exp.ts';
import { split } from './log.ts';
import type { Ops } from './ops.ts';
import { keep, leading, LN2_HIGH, LN2_LOW, polynomial, SIGN } from './parts.ts';

/** Leading bits of s such that s³ times CUBE, which has 7 bits, is exact. */
const LEADING_15_BITS = 0xffffffc000000000n;
const CUBE = 85 / 1024;

/** (ln((2 + s) / (2 − s)) − s) / s³ − CUBE as a polynomial in s², for |s| ≤ 0.3432; error 2^−66.7 of the logarithm. */
const SERIES = [
  0.0003255208333333262, 0.012500000000001956, 0.002232142856959434, 0.000434027786088391,
  8.877820108216647e-5, 1.878307465993555e-5, 4.043585673536127e-6, 1.0110669400595607e-6,
];

/**
 * ln x in two parts for x positive and finite: `high` has 26 bits, high + low is exact to 2^−64.
 * With u = m − 1 and q = (m + 1) / 2, s = u / q is taken as a short number a and a rest b, so that the two
 * largest terms of s + s³/12 + s⁵/80 + …, which are a and (almost) a³/12, carry no rounding error.
 */
function longLn<V, M, I>(o: Ops<V, M, I>, x: V): { readonly high: V; readonly low: V } {
  const { exponent, mantissa } = split(o, x);
  const u = o.let(o.sub(mantissa, o.num(1)));
  const halfM = o.let(o.mul(o.num(0.5), mantissa));
  const q = o.let(o.add(halfM, o.num(0.5)));
  const reciprocal = o.let(o.div(o.num(1), q));
  const s = o.let(o.mul(u, reciprocal));
  const a = o.let(keep(o, s, LEADING_15_BITS));
  const qHigh = o.let(leading(o, q));
  const qLow = o.sub(halfM, o.sub(qHigh, o.num(0.5)));
  const b = o.let(o.mul(reciprocal, o.sub(o.sub(u, o.mul(a, qHigh)), o.mul(a, qLow))));

  const square = o.let(o.mul(s, s));
  const aSquare = o.let(o.mul(a, a));
  const cube = o.let(o.mul(o.mul(o.num(CUBE), a), aSquare));
  // s³ − a³ = b (s² + s a + a²)
  const growth = o.mul(o.num(CUBE), o.add(o.mul(s, o.add(s, a)), aSquare));
  const rest = o.add(o.add(b, o.mul(b, growth)), o.mul(o.mul(s, square), polynomial(o, square, SERIES)));

  const k = o.let(o.mul(exponent, o.num(LN2_HIGH)));
  const high = o.let(leading(o, o.add(o.add(k, a), cube)));
  const missing = o.add(o.add(o.sub(k, high), a), cube);
  return { high, low: o.add(missing, o.add(rest, o.mul(exponent, o.num(LN2_LOW)))) };
}

/**
 * x^y for all doubles, as JavaScript's `**` defines it. Error below 1 ulp; exact whenever the result of a whole y
 * is representable.
 * y = ±0 → 1, even for x = NaN; otherwise NaN if x or y is NaN; |x| = 1 and y = ±∞ → NaN (C says 1);
 * x < 0 finite and y not whole → NaN; x = ±0 and ±∞ as limits of |x|^y, negative if x is and y is odd.
 * Method: y ln x and the reduced argument of the exponential in two doubles each, products made exact by short
 * factors (Dekker 1971; compare Sun's fdlibm, e_pow.c, 1993).
 */
export function pow<V, M, I>(o: Ops<V, M, I>, x: V, y: V): V {
  const zero = o.num(0);
  const size = o.let(o.abs(x));
  const ln = longLn(o, size);
  const undefined_ = o.both(o.lt(x, zero), o.ne(o.floor(y), y));
  const inside = o.choose(undefined_, o.num(NaN), ln.high);
  const finite = o.choose(o.lt(size, o.num(Infinity)), inside, size);
  const high = o.let(o.choose(o.eq(size, zero), o.num(-Infinity), finite));

  const yHigh = o.let(leading(o, y));
  const low = o.add(o.mul(o.sub(y, yHigh), high), o.mul(y, ln.low));
  const r = reduce(o, o.let(o.mul(yHigh, high)), low);
  const sum = o.let(o.add(o.num(1), r.high));
  const error = o.add(o.sub(o.num(1), sum), r.high);
  const magnitude = within(o, o.let(o.mul(y, high)), r.scale(o.add(sum, o.add(error, o.sub(r.rest, r.low)))));

  const half = o.let(o.mul(o.num(0.5), y));
  const odd = o.eq(o.sub(half, o.floor(half)), o.num(0.5));
  const sign = o.choose(odd, o.double(o.andI(o.bits(x), o.int(SIGN))), zero);
  const signed = o.double(o.orI(o.bits(magnitude), o.bits(sign)));
  return o.choose(o.eq(y, zero), o.num(1), signed);
}
