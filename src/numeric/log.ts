import type { Ops } from './ops.ts';
import { leading, LN2_HIGH, LN2_LOW, polynomial, squarings } from './parts.ts';

/** The bits of √½. */
const ROOT_HALF = 0x3fe6a09e667f3bcdn;
const ONE = 0x3ff0000000000000n;
const FRACTION = 0x000fffffffffffffn;
/** The bits of 2^52: an integer below 2^52 in the fraction reads as 2^52 plus that integer. */
const WHOLE = 0x4330000000000000n;

const SMALLEST_NORMAL = 2 ** -1022;

/** (ln((1 + s) / (1 − s)) − 2s) / s³ as a polynomial in s², for |s| ≤ 0.1716; error 2^−59.5 of the logarithm. */
const SERIES = [
  0.6666666666666735, 0.3999999999940913, 0.28571428743783667, 0.22222198414328298, 0.1818357334771541,
  0.15313801122766593, 0.14798623277336986,
];

/** In two parts, the first short: products with an exponent, and with 26 bits, are exact. */
const LOG10_2_HIGH = 0.30102999566395283;
const LOG10_2_LOW = 2.8363394551044964e-14;
const LOG10_E_HIGH = 0.4342944771051407;
const LOG10_E_LOW = 4.798111141615973e-9;

/** x = 2^exponent · mantissa, √½ ≤ mantissa < √2, for x positive and finite; other x give something finite. */
export function split<V, M, I>(o: Ops<V, M, I>, x: V): { readonly exponent: V; readonly mantissa: V } {
  const subnormal = o.letM(o.lt(x, o.num(SMALLEST_NORMAL)));
  const normal = o.choose(subnormal, o.mul(x, o.num(2 ** 54)), x);
  const offset = o.choose(subnormal, o.num(2 ** 52 + 1023 + 54), o.num(2 ** 52 + 1023));
  const shifted = o.letI(o.addI(o.bits(normal), o.int(ONE - ROOT_HALF)));
  return {
    exponent: o.let(o.sub(o.double(o.orI(o.shrU(shifted, 52), o.int(WHOLE))), offset)),
    mantissa: o.let(o.double(o.addI(o.andI(shifted, o.int(FRACTION)), o.int(ROOT_HALF)))),
  };
}

/** ln(1 + f) = f − (half − part), where half = f²/2 and the difference is a small part of f. */
function near<V, M, I>(o: Ops<V, M, I>, f: V): { readonly half: V; readonly part: V } {
  const s = o.let(o.div(f, o.add(o.num(2), f)));
  const square = o.let(o.mul(s, s));
  const half = o.let(o.mul(o.mul(o.num(0.5), f), f));
  const part = o.mul(s, o.add(half, o.mul(square, polynomial(o, squarings(o, square), SERIES))));
  return { half, part };
}

/**
 * ln x for every double. Error below 1 ulp (largest found: 0.83).
 * NaN and x < 0 → NaN, ±0 → −∞, +∞ → +∞, 1 → +0.
 * Method: x = 2^k (1 + f), s = f / (2 + f), ln(1 + f) = f − (f²/2 − s (f²/2 + R(s²))), as in Sun's fdlibm
 * (e_log.c, 1993); the polynomial is fitted anew.
 */
export function ln<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const { exponent, mantissa } = split(o, x);
  const f = o.let(o.sub(mantissa, o.num(1)));
  const { half, part } = near(o, f);
  const low = o.add(part, o.mul(exponent, o.num(LN2_LOW)));
  const y = o.sub(o.mul(exponent, o.num(LN2_HIGH)), o.sub(o.sub(half, low), f));
  return positive(o, x, y);
}

/**
 * log₁₀ x for every double. Error below 1 ulp (largest found: 0.70); exact for powers of ten.
 * NaN and x < 0 → NaN, ±0 → −∞, +∞ → +∞, 1 → +0.
 * Method: ln x in two parts, times 1 / ln 10 in two parts.
 */
export function log10<V, M, I>(o: Ops<V, M, I>, argument: V): V {
  const x = o.let(argument);
  const { exponent, mantissa } = split(o, x);
  const f = o.let(o.sub(mantissa, o.num(1)));
  const { half, part } = near(o, f);
  const high = o.let(leading(o, o.sub(f, half)));
  const low = o.let(o.add(o.sub(o.sub(f, high), half), part));

  const whole = o.let(o.mul(exponent, o.num(LOG10_2_HIGH)));
  const main = o.let(o.mul(high, o.num(LOG10_E_HIGH)));
  const sum = o.let(o.add(whole, main));
  const lost = o.add(o.sub(whole, sum), main);
  const small = o.add(o.mul(low, o.num(LOG10_E_HIGH)), o.mul(o.add(low, high), o.num(LOG10_E_LOW)));
  const y = o.add(sum, o.add(lost, o.add(o.mul(exponent, o.num(LOG10_2_LOW)), small)));
  return positive(o, x, y);
}

/** y where x is positive and finite; a logarithm's special values elsewhere. */
function positive<V, M, I>(o: Ops<V, M, I>, x: V, y: V): V {
  const zero = o.num(0);
  const outside = o.choose(o.eq(x, zero), o.num(-Infinity), o.num(NaN));
  return o.choose(o.le(x, zero), outside, o.choose(o.lt(x, o.num(Infinity)), y, x));
}
