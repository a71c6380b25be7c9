import { reduce } from './exp.ts';
import type { Ops } from './ops.ts';
import { polynomial, squarings, withSign } from './parts.ts';

/** (sinh r − r) / r³ as a polynomial in r², for |r| ≤ 1; error 2^−61.7 of the sine. */
const SINE = [
  0.16666666666666669, 0.008333333333332915, 0.0001984126984158948, 2.7557319108303143e-6,
  2.5052130724286045e-8, 1.6056681661107677e-10, 7.775908026676352e-13,
];
/** (cosh r − 1) / r² as a polynomial in r², for |r| ≤ 1; error 2^−59.4 of the cosine. */
const COSINE = [
  0.5000000000000001, 0.04166666666666373, 0.001388888888914998, 2.4801587192153223e-5, 2.7557343649720225e-7,
  2.0873771852934486e-9, 1.1659102532174005e-11,
];

/**
 * sinh a = 2^k · sine and cosh a = 2^k · cosine for 0 ≤ a < 715. With a = k ln 2 + r, sinh a is
 * (2^k + 2^−k)/2 · sinh r + (2^k − 2^−k)/2 · cosh r, and cosh a the same with the two exchanged; k = 0 below 1, so
 * that small sines keep their relative precision.
 */
function parts<V, M, I>(o: Ops<V, M, I>, a: V) {
  const one = o.num(1);
  const half = o.num(0.5);
  const small = o.letM(o.lt(a, one));
  const { high, low, r, power, scale } = reduce(o, a, { estimate: o.choose(small, o.num(0), a) });
  const square = o.let(o.mul(r, r));
  const powers = squarings(o, square);
  const sineTail = o.let(polynomial(o, powers, SINE));
  const cosineTail = o.let(polynomial(o, powers, COSINE));
  const sinhR = o.let(o.add(high, o.sub(o.mul(o.mul(r, square), sineTail), low)));
  const beyond = o.let(o.mul(square, cosineTail)); // cosh r − 1

  const inverse = o.let(o.div(one, power()));
  const inverseSquare = o.let(o.mul(inverse, inverse));
  const sum = o.let(o.add(half, o.mul(half, inverseSquare)));
  const difference = o.let(o.sub(one, sum));
  const sine = () => o.add(difference, o.add(o.mul(sum, sinhR), o.mul(difference, beyond)));
  const cosine = () => o.add(sum, o.add(o.mul(sum, beyond), o.mul(difference, sinhR)));
  return { scale, sine, cosine, small, r, square, sineTail, cosineTail, sinhR, beyond, inverseSquare };
}

const finite = <V, M, I>(o: Ops<V, M, I>, a: V, y: V): V => o.choose(o.lt(o.num(715), a), o.num(Infinity), y);

/**
 * sinh x for every double. Error below 2 ulp (largest found: 1.44). NaN → NaN, ±0 → ±0, ±∞ → ±∞; overflow above 710.47.
 * Method: see `parts`.
 */
export function sinh<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const a = o.let(o.abs(x));
  const { sine, scale } = parts(o, a);
  return withSign(o, finite(o, a, scale(sine())), x);
}

/**
 * cosh x for every double. Error below 2 ulp (largest found: 1.64). NaN → NaN, ±0 → 1, ±∞ → ∞; overflow above 710.47.
 * Method: see `parts`.
 */
export function cosh<V, M, I>(o: Ops<V, M, I>, x: V): V {
  const a = o.let(o.abs(x));
  const { cosine, scale } = parts(o, a);
  return finite(o, a, scale(cosine()));
}

/**
 * tanh x for every double. Error below 2 ulp (largest found: 1.58). NaN → NaN, ±0 → ±0, ±∞ → ±1.
 * Method: x − (x cosh x − sinh x) / cosh x below 1, and 1 − e^−x / cosh x above, one division for both.
 */
export function tanh<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const a = o.let(o.abs(x));
  const one = o.num(1);
  const p = parts(o, a);
  const near = o.mul(o.mul(p.r, p.square), o.sub(p.cosineTail, p.sineTail));
  const far = o.mul(p.inverseSquare, o.add(one, o.sub(p.beyond, p.sinhR)));
  const less = o.div(o.choose(p.small, near, far), p.cosine());
  const y = o.sub(o.choose(p.small, p.r, one), less);
  return withSign(o, o.choose(o.lt(o.num(30), a), one, y), x);
}
