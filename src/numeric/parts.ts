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

/** `size`, which has no sign, with the sign bit of x. */
export function withSign<V, M, I>(o: Ops<V, M, I>, size: V, x: V): V {
  return o.double(o.orI(o.bits(size), o.andI(o.bits(x), o.int(SIGN))));
}

export function unless<V, M, I>(
  o: Ops<V, M, I>,
  mostly: M,
  then: readonly V[],
  otherwise: () => readonly V[],
): readonly V[] {
  if (o.unless !== undefined) return o.unless(mostly, then, otherwise);
  const values = otherwise();
  return then.map((value, i) => o.choose(mostly, value, values[i]!));
}

/** x, x², x⁴, x⁸, …: entry n, computed when it is first asked for. `x` is used more than once: name it. */
export function squarings<V, M, I>(o: Ops<V, M, I>, x: V): (n: number) => V {
  const powers = [x];
  return (n) => {
    for (let k = powers.length; k <= n; k++) powers.push(o.let(o.mul(powers[k - 1]!, powers[k - 1]!)));
    return powers[n]!;
  };
}

/**
 * c₀ + c₁x + c₂x² + …, by Estrin's scheme: one or two multiplications more than Horner's, but a third of its
 * depth, so that a processor can work on several terms at once.
 */
export function polynomial<V, M, I>(
  o: Ops<V, M, I>,
  power: (n: number) => V,
  coefficients: readonly number[],
): V {
  const plus = (a: V, b: V, n: number) => o.add(a, o.mul(b, power(n)));
  let terms = coefficients.map((c) => o.num(c));
  for (let n = 0; ; n++) {
    if (terms.length === 3) return plus(terms[0]!, plus(terms[1]!, terms[2]!, n), n);
    const pairs: V[] = [];
    for (let i = 0; i < terms.length; i += 2) {
      pairs.push(i + 1 < terms.length ? plus(terms[i]!, terms[i + 1]!, n) : terms[i]!);
    }
    if (pairs.length === 1) return pairs[0]!;
    terms = pairs;
  }
}
