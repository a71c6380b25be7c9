import type { Ops } from './ops.ts';

/** The sign bit of a double, alone. */
export const SIGN = 0x8000000000000000n;

/** ln 2 in two parts; the first has 42 bits, so that its product with any exponent of a double is exact. */
export const LN2_HIGH = 0.6931471805598903;
export const LN2_LOW = 5.497923018708371e-14;

const LEADING_26_BITS = 0xfffffffff8000000n;

/** The leading 26 bits of a double, so that the product of two such values is exact; what is left has 27. */
export function leading<V, M, I>(o: Ops<V, M, I>, x: V): V {
  return keep(o, x, LEADING_26_BITS);
}

export function keep<V, M, I>(o: Ops<V, M, I>, x: V, mask: bigint): V {
  return o.double(o.andI(o.bits(x), o.int(mask)));
}

/**
 * c₀ + c₁x + c₂x² + …, by Estrin's scheme: one or two multiplications more than Horner's, but a third of its
 * depth, so that a processor can work on several terms at once. `x` is used more than once: name it.
 */
export function polynomial<V, M, I>(o: Ops<V, M, I>, x: V, coefficients: readonly number[]): V {
  let terms = coefficients.map(o.num);
  for (let power = x; ; power = o.let(o.mul(power, power))) {
    if (terms.length === 3) return plus(o, terms[0]!, plus(o, terms[1]!, terms[2]!, power), power);
    const pairs: V[] = [];
    for (let i = 0; i < terms.length; i += 2) {
      pairs.push(i + 1 < terms.length ? plus(o, terms[i]!, terms[i + 1]!, power) : terms[i]!);
    }
    if (pairs.length === 1) return pairs[0]!;
    terms = pairs;
  }
}

function plus<V, M, I>(o: Ops<V, M, I>, a: V, b: V, factor: V): V {
  return o.add(a, o.mul(b, factor));
}
