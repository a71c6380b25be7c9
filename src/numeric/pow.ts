import { reduce, tail, within } from './exp.ts';
import { split } from './log.ts';
import type { Ops } from './ops.ts';
import { keep, leading, LN2_HIGH, LN2_LOW, polynomial, unless, squarings, withSign } from './parts.ts';

/** Leading bits of s such that s³ times CUBE, which has 7 bits, is exact. */
const LEADING_15_BITS = 0xffffffc000000000n;
const CUBE = 87 / 1024;

/** (ln((2 + s) / (2 − s)) − s) / s³ − CUBE as a polynomial in s², for |s| ≤ 0.3432; error 2^−66.7 of the logarithm. */
const SERIES = [
  -0.0016276041666666737, 0.012500000000001935, 0.0022321428569608793, 0.0004340277860391852,
  8.87782019948692e-5, 1.878306525264264e-5, 4.043636268442887e-6, 1.0109562539777157e-6,
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
  const rest = o.let(
    o.add(o.add(b, o.mul(b, growth)), o.mul(o.mul(s, square), polynomial(o, squarings(o, square), SERIES))),
  );

  const k = o.let(o.mul(exponent, o.num(LN2_HIGH)));
  const high = o.let(leading(o, o.add(o.add(k, a), o.add(cube, rest))));
  const missing = o.add(o.add(o.sub(k, high), a), cube);
  return { high, low: o.add(missing, o.add(rest, o.mul(exponent, o.num(LN2_LOW)))) };
}

/**
 * x^y for all doubles, as JavaScript's `**` defines it. Error below 1 ulp (largest found: 0.86);
 * exact where y is whole and the result a double.
 * y = ±0 → 1, even for x = NaN; otherwise NaN if x or y is NaN; |x| = 1 and y = ±∞ → NaN (C says 1);
 * x < 0 finite and y not whole → NaN; x = ±0 and ±∞ as limits of |x|^y, negative if x is and y is odd.
 * Method: y ln x and the reduced argument of the exponential in two doubles each, products made exact by short
 * factors (Dekker 1971; compare Sun's fdlibm, e_pow.c, 1993).
 */
export function pow<V, M, I>(o: Ops<V, M, I>, base: V, power: V): V {
  const x = o.let(base);
  const y = o.let(power);
  const size = o.let(o.abs(x));
  const ln = longLn(o, size);

  const yHigh = o.let(leading(o, y));
  const extra = o.add(o.mul(o.sub(y, yHigh), ln.high), o.mul(y, ln.low));
  const { r, high, low, scale, scaleNormal } = reduce(o, o.let(o.mul(yHigh, ln.high)), { extra });
  const sum = o.let(o.add(o.num(1), high));
  const lost = o.add(o.sub(o.num(1), sum), high);
  const unscaled = o.let(o.add(sum, o.add(lost, o.sub(tail(o, r), low))));

  const ordinary = o.both(
    o.both(o.lt(o.num(0), x), o.lt(x, o.num(Infinity))),
    o.lt(o.abs(o.mul(y, ln.high)), o.num(700)),
  );
  const special = () => [extended(o, x, y, { size, ln: ln.high, value: scale(unscaled) })];
  return unless(o, o.letM(ordinary), [scaleNormal(unscaled)], special)[0]!;
}

interface Ordinary<V> {
  /** |x|; ln |x|, roughly, where it is finite; |x|^y where that is a positive double. */
  readonly size: V;
  readonly ln: V;
  readonly value: V;
}

/** x^y for x ≤ 0, infinite or NaN, and for results that a double cannot hold. */
function extended<V, M, I>(o: Ops<V, M, I>, x: V, y: V, { size, ln, value }: Ordinary<V>): V {
  const zero = o.num(0);
  const whole = o.letM(o.eq(o.floor(y), y));
  const nowhere = o.both(o.lt(x, zero), o.not(whole));
  const inside = o.choose(nowhere, o.num(NaN), ln);
  const finite = o.choose(o.lt(size, o.num(Infinity)), inside, size);
  const exponent = o.let(o.mul(y, o.choose(o.eq(size, zero), o.num(-Infinity), finite)));
  const magnitude = within(o, exponent, o.add(value, o.mul(zero, exponent)));

  const half = o.let(o.mul(o.num(0.5), y));
  const odd = o.both(whole, o.ne(o.floor(half), half));
  return o.choose(o.eq(y, zero), o.num(1), withSign(o, magnitude, o.choose(odd, x, zero)));
}
