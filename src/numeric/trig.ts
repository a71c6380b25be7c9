import { reduceHuge } from './huge-angle.ts';
import type { Ops } from './ops.ts';
import { polynomial, unless, SIGN, squarings } from './parts.ts';

/** From here on an angle is reduced with a long value of 1 / 2π. */
const HUGE = 2 ** 20;

const QUARTERS_PER_RADIAN = 0.6366197723675814;
/** π/2 in four parts; the first three have 33 bits, so that their products with any number of quarters are exact. */
const QUARTER = [
  1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32,
] as const;
/** Adding it to a small number leaves that number's nearest integer in the low bits. */
const ROUND = 1.5 * 2 ** 52;

/** (sin y − y) / y³ as a polynomial in y², for |y| ≤ π/4; error 2^−58 of the sine. */
const SINE = [
  -0.16666666666666632, 0.008333333333322491, -0.00019841269829859595, 2.7557313707657968e-6,
  -2.5050760342473496e-8, 1.5896914820526437e-10,
];
/** (cos y − 1 + y²/2) / y⁴ as a polynomial in y², for |y| ≤ π/4; error 2^−63.9 of the cosine. */
const COSINE = [
  0.041666666666666595, -0.0013888888888873344, 2.480158728900407e-5, -2.755731421770279e-7,
  2.087570549168197e-9, -1.1358754288148406e-11,
];

/** A value high − low, `low` being small. A difference, so that −0 − 0 stays −0. */
interface Pair<V> {
  readonly high: V;
  readonly low: V;
}

interface Reduced<V, I> {
  /** An integer whose two lowest bits are the quadrant. */
  readonly quadrant: I;
  readonly y: Pair<V>;
}

/** An angle as quarter turns and a rest within ±π/4, the latter with a relative error below 2^−58. */
function reduce<V, M, I>(o: Ops<V, M, I>, x: V): Reduced<V, I> {
  const rounded = o.add(o.mul(x, o.num(QUARTERS_PER_RADIAN)), o.num(ROUND));
  const n = o.let(o.sub(rounded, o.num(ROUND)));
  const first = o.let(o.sub(x, o.mul(n, o.num(QUARTER[0]))));
  const second = minus(o, first, o.let(o.mul(n, o.num(QUARTER[1]))));
  const third = minus(o, second.high, o.let(o.mul(n, o.num(QUARTER[2]))));
  const lost = o.let(o.add(o.add(second.low, third.low), o.mul(n, o.num(QUARTER[3]))));
  const { high, low } = minus(o, third.high, lost);

  const huge = () => {
    const angle = reduceHuge(o, x);
    return [angle.quarters, angle.high, o.neg(angle.low)];
  };
  const [quarters, yHigh, yLow] = unless(o, o.letM(o.not(o.le(o.num(HUGE), o.abs(x)))), [n, high, low], huge);
  const quadrant = o.letI(o.bits(o.add(quarters!, o.num(ROUND))));
  return { quadrant, y: { high: o.let(yHigh!), low: o.let(yLow!) } };
}

/** a − b, exactly, for |b| ≤ |a| or a difference that is a double (Dekker). */
function minus<V, M, I>(o: Ops<V, M, I>, a: V, b: V): Pair<V> {
  const high = o.let(o.sub(a, b));
  return { high, low: o.let(o.sub(b, o.sub(a, high))) };
}

/** Sine and cosine within ±π/4, each not yet subtracted. */
function kernels<V, M, I>(o: Ops<V, M, I>, y: Pair<V>): { readonly sine: Pair<V>; readonly cosine: Pair<V> } {
  const square = o.let(o.mul(y.high, y.high));
  const half = o.let(o.mul(o.num(0.5), square));
  const power = squarings(o, square);
  const cube = o.mul(square, y.high);
  const sine = o.sub(o.sub(y.low, o.mul(half, y.low)), o.mul(cube, polynomial(o, power, SINE)));
  const one = o.let(o.sub(o.num(1), half));
  const cosine = o.sub(
    o.sub(half, o.sub(o.num(1), one)),
    o.add(o.mul(power(1), polynomial(o, power, COSINE)), o.mul(y.high, y.low)),
  );
  return { sine: { high: y.high, low: sine }, cosine: { high: one, low: cosine } };
}

const isOdd = <V, M, I>(o: Ops<V, M, I>, quadrant: I): M =>
  o.letM(o.ne(o.double(o.shl(quadrant, 62)), o.num(0)));

/** Sine of the angle `ahead` quarter turns further on. */
function sineAhead<V, M, I>(o: Ops<V, M, I>, x: V, ahead: bigint): V {
  const { quadrant, y } = reduce(o, x);
  const { sine, cosine } = kernels(o, y);
  const at = ahead === 0n ? quadrant : o.letI(o.addI(quadrant, o.int(ahead)));
  const value = o.choose(isOdd(o, at), o.sub(cosine.high, cosine.low), o.sub(sine.high, sine.low));
  return o.double(o.xorI(o.bits(value), o.andI(o.shl(at, 62), o.int(SIGN))));
}

/**
 * sin x for every double, however large. Error below 1 ulp (largest found: 0.78).
 * ±0 → ±0; NaN, ±∞ → NaN.
 * Method: reduction by Cody and Waite with four parts of π/2 below 2^20, by Payne and Hanek above; polynomials, with
 * the rest of the reduced angle carried along, as in Sun's fdlibm (k_sin.c, k_cos.c, 1993), fitted anew.
 */
export function sin<V, M, I>(o: Ops<V, M, I>, x: V): V {
  return sineAhead(o, o.let(x), 0n);
}

/**
 * cos x for every double, however large. Error below 1 ulp (largest found: 0.77). NaN, ±∞ → NaN.
 * Method: see `sin`.
 */
export function cos<V, M, I>(o: Ops<V, M, I>, x: V): V {
  return sineAhead(o, o.let(x), 1n);
}

/**
 * tan x for every double, however large. Error below 2 ulp (largest found: 1.35).
 * ±0 → ±0; NaN, ±∞ → NaN; never infinite, since no double is an odd multiple of π/2.
 * Method: sine over cosine, the quotient corrected by what the rounding of both lost.
 */
export function tan<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const { quadrant, y } = reduce(o, x);
  const { sine, cosine } = kernels(o, y);
  const odd = isOdd(o, quadrant);
  const s = minus(o, sine.high, o.let(sine.low));
  const c = minus(o, cosine.high, o.let(cosine.low));
  const above = o.choose(odd, c.high, s.high);
  const below = o.let(o.choose(odd, s.high, c.high));
  const quotient = o.let(o.div(above, below));
  const excess = o.sub(o.choose(odd, c.low, s.low), o.mul(quotient, o.choose(odd, s.low, c.low)));
  const value = o.sub(quotient, o.div(excess, below));
  return o.choose(o.eq(x, o.num(0)), x, o.double(o.xorI(o.bits(value), o.shl(quadrant, 63))));
}
