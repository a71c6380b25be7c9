import type { Ops } from './ops.ts';
import { polynomial, SIGN, squarings, withSign } from './parts.ts';

/** Multiples of π in two parts. */
const EIGHTH = [0.7853981633974483, 3.061616997868383e-17] as const;
const QUARTER = [1.5707963267948966, 6.123233995736766e-17] as const;
const THREE_EIGHTHS = [2.356194490192345, 9.184850993605148e-17] as const;
const HALF = [3.141592653589793, 1.2246467991473532e-16] as const;

/** (atan t − t) / t³ as a polynomial in t², for |t| ≤ 0.5464; error 2^−58.8 of the arc tangent. */
const ARC_TANGENT = [
  -0.3333333333333317, 0.19999999999956392, -0.1428571428162563, 0.11111110917535301, -0.09090903666523027,
  0.07692209572738337, -0.06665460245157745, 0.05871953873242131, -0.05199264387970179, 0.044805417520229915,
  -0.034632063593214024, 0.020349072417425458, -0.0064209683855490154,
];
/** (asin t − t) / t³ as a polynomial in t², for |t| ≤ 1/2; error 2^−59.8 of the arc sine. */
const ARC_SINE = [
  0.16666666666666763, 0.07499999999970133, 0.04464285717524689, 0.030381942677644654, 0.022372215822211095,
  0.017351597328925644, 0.01398099277161627, 0.01139753370158576, 0.010787815646298951, 0.0036784236549776256,
  0.021774213741302253, -0.02109179884877012, 0.03268559672652451,
];

/** Above, the arc tangent of x is that of (x − 1) / (x + 1), and more than half a radian; above 2, that of −1/x. */
const MIDDLE = 0.5463;

/** base + atan t for |t| ≤ 0.5464, `base` in two parts. */
function turned<V, M, I>(o: Ops<V, M, I>, t: V, base: (part: 0 | 1) => V): V {
  const square = o.let(o.mul(t, t));
  const bend = o.mul(o.mul(t, square), polynomial(o, squarings(o, square), ARC_TANGENT));
  return o.add(base(0), o.add(t, o.add(bend, base(1))));
}

/**
 * atan x for every double. Error below 2 ulp (largest found: 1.30).
 * NaN → NaN, ±0 → ±0, ±∞ → ±π/2.
 * Method: atan x = c + atan((x − tan c) / (1 + x tan c)) with c = 0, π/4 or π/2, and a polynomial.
 */
export function atan<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const a = o.let(o.abs(x));
  const one = o.num(1);
  const middle = o.letM(o.lt(o.num(MIDDLE), a));
  const large = o.letM(o.lt(o.num(2), a));
  const above = o.choose(large, o.num(-1), o.choose(middle, o.sub(a, one), a));
  const below = o.choose(large, a, o.choose(middle, o.add(a, one), one));
  const base = (part: 0 | 1) =>
    o.choose(large, o.num(QUARTER[part]), o.choose(middle, o.num(EIGHTH[part]), o.num(0)));
  return withSign(o, turned(o, o.let(o.div(above, below)), base), x);
}

/**
 * The angle of the point (x, y), −π to π: atan2(y, x) with the special values of C and JavaScript. Error below
 * 2 ulp (largest found: 1.46). NaN if either is NaN; signs of zero and pairs of zeros or infinities count as limits: ±0, ±π/4, ±3π/4, ±π.
 * Method: see `atan`; one division, |y| and |x| taking the places of x and 1.
 */
export function atan2<V, M, I>(o: Ops<V, M, I>, ordinate: V, abscissa: V): V {
  const y = o.let(ordinate);
  const x = o.let(abscissa);
  const zero = o.num(0);
  // Large values a little smaller, so that their sum is finite.
  const scale = o.let(o.choose(o.lt(o.num(2 ** 1000), o.abs(y)), o.num(0.25), o.num(1)));
  const a = o.let(o.mul(o.abs(y), scale));
  const b = o.let(o.mul(o.abs(x), scale));
  const middle = o.letM(o.both(o.le(o.mul(o.num(MIDDLE), b), a), o.lt(zero, a)));
  const large = o.letM(o.lt(o.mul(o.num(2), b), a));
  const above = o.choose(large, o.neg(b), o.choose(middle, o.sub(a, b), a));
  const below = o.choose(large, a, o.choose(middle, o.add(a, b), b));
  const t = o.choose(o.eq(a, b), zero, o.div(above, below));

  const side = o.letI(o.andI(o.bits(x), o.int(SIGN)));
  const left = o.letM(o.lt(o.double(o.orI(side, o.bits(o.num(1)))), zero));
  const base = (part: 0 | 1) => {
    const onDiagonal = o.choose(left, o.num(THREE_EIGHTHS[part]), o.num(EIGHTH[part]));
    const level = o.choose(left, o.num(HALF[part]), zero);
    return o.choose(large, o.num(QUARTER[part]), o.choose(middle, onDiagonal, level));
  };
  return withSign(o, turned(o, o.let(o.double(o.xorI(o.bits(t), side))), base), y);
}

/** Half-angle form for |x| > ½: asin x = π/2 − 2 asin t with t² = (1 − |x|) / 2. Then asin t = t + t · bend. */
function arcSine<V, M, I>(o: Ops<V, M, I>, a: V) {
  const small = o.letM(o.le(a, o.num(0.5)));
  const far = o.mul(o.num(0.5), o.sub(o.num(1), a));
  const square = o.let(o.choose(small, o.mul(a, a), far));
  const double = o.let(o.mul(o.num(2), o.sqrt(square)));
  return { small, double, bend: o.let(o.mul(square, polynomial(o, squarings(o, square), ARC_SINE))) };
}

/**
 * asin x. Error below 2 ulp (largest found: 1.12). NaN and |x| > 1 → NaN, ±0 → ±0.
 * Method: a polynomial up to ½, above it half the angle, as in Sun's fdlibm (e_asin.c, 1993).
 */
export function asin<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const a = o.let(o.abs(x));
  const { small, double, bend } = arcSine(o, a);
  const turn = o.num(QUARTER[0]);
  const rest = o.let(o.sub(turn, double));
  const lost = o.sub(o.sub(turn, rest), double);
  const large = o.add(rest, o.add(lost, o.sub(o.num(QUARTER[1]), o.mul(double, bend))));
  return withSign(o, o.choose(small, o.add(a, o.mul(a, bend)), large), x);
}

/** acos x. Error below 2 ulp (largest found: 1.10). NaN and |x| > 1 → NaN, 1 → +0. Method: see `asin`. */
export function acos<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const { small, double, bend } = arcSine(o, o.let(o.abs(x)));
  const near = o.sub(o.num(QUARTER[0]), o.sub(x, o.sub(o.num(QUARTER[1]), o.mul(x, bend))));
  const more = o.let(o.mul(double, bend));
  const back = o.sub(o.num(HALF[0]), o.add(double, o.sub(more, o.num(HALF[1]))));
  return o.choose(small, near, o.choose(o.lt(x, o.num(0)), back, o.add(double, more)));
}
