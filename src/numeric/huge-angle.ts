import type { Ops } from './ops.ts';
import { leading } from './parts.ts';

/**
 * 1 / 2π, 50 bits a number: the sum of WORDS[j] · 2^(−18 − 50 j). No word is beyond ±2^49, since each rounds what
 * the words before it left.
 */
const WORDS = [
  41722, -547860775938904, -67665110543538, -158094111447473, 74286861537636, -370007421384995,
  -485006428021458, 1727847367284, 442128196823837, -346730076069367, -176665230292913, -449579834337312,
  -491234437744253, 366033528557950, 206568910205440, -521168654080508, -18489539864054, 479926974806845,
  -425851989199772, -42161144165539, 325158148236785, 542008177843753, 326755319526907, 79041747096961,
  -228393534919764,
];
/** How many words are looked at for one angle. */
const WINDOW = 5;
/** The window begins 0 to 20 words from the first: the sum of those of these steps that an angle asks for. */
const STEPS = [16, 8, 4, 2, 1];

/** Adding and subtracting it rounds to a multiple of 2^27. */
const ROUND_27 = 1.5 * 2 ** 79;
/** Multiplying by it and subtracting twice leaves the leading 26 bits (Veltkamp). */
const SPLITTER = 2 ** 27 + 1;

const TWO_PI_HIGH = 6.283185243606567; // 26 bits
const TWO_PI_LOW = 6.357301909411278e-8;

export interface Angle<V> {
  /** Quarter turns, a small whole number that is right modulo 4. */
  readonly quarters: V;
  /** What is left in two parts, within ±π/4. */
  readonly high: V;
  readonly low: V;
}

/**
 * An angle of 2^20 or more, either way, reduced to within half a quarter turn; NaN for an infinite one. The relative
 * error is below 2^−58 even for the double closest to a multiple of π/2, 2^−61 away.
 * Method: Payne and Hanek 1983 (Muller et al., Handbook of Floating-Point Arithmetic, §11.4.4). Words of 1 / 2π whose
 * product with x is a number of whole turns are left out, and so are those too small to matter. The exponent of x
 * chooses the words, by halving.
 */
export function reduceHuge<V, M, I>(o: Ops<V, M, I>, angle: V): Angle<V> {
  const { x, words } = windowOf(o, angle);
  const spread = o.let(o.mul(x, o.num(SPLITTER)));
  const xHigh = o.let(o.sub(spread, o.sub(spread, x)));
  const xLow = o.let(o.sub(x, xHigh));

  // Each word in two halves of 25 bits; the exact products of like weight, heaviest first.
  const halves = words.flatMap((word, i) => {
    const high = o.let(o.sub(o.add(word, o.num(ROUND_27)), o.num(ROUND_27)));
    const scaled = (half: V) => o.let(o.mul(half, o.num(2 ** (-50 * i))));
    return [scaled(high), scaled(o.sub(word, high))];
  });
  const sums = halves
    .slice(1)
    .map((half, i) => o.let(o.add(o.mul(xHigh, half), o.mul(xLow, halves[i]!))))
    .map((sum, i) => (i < 4 ? fraction(o, sum) : sum));

  const turns = fraction(o, o.let(o.add(sums[0]!, sums[1]!)));
  const near = o.add(o.add(turns, sums[2]!), o.add(sums[3]!, sums[4]!));
  const quarters = o.let(o.nearest(o.mul(o.num(4), near)));
  let total = o.let(o.sub(turns, o.mul(o.num(0.25), quarters)));
  let rest = o.add(sums[6]!, o.add(sums[7]!, sums[8]!));
  for (const sum of sums.slice(2, 6)) {
    const next = o.let(o.add(total, sum));
    const back = o.let(o.sub(next, total));
    const lost = o.add(o.sub(total, o.sub(next, back)), o.sub(sum, back));
    rest = o.add(lost, rest);
    total = next;
  }
  return { quarters, ...toRadians(o, total, o.let(rest)) };
}

/** x brought to between 1 and 2^50 by powers of 2^50, and the words to multiply it with, as multiples of 4. */
function windowOf<V, M, I>(o: Ops<V, M, I>, angle: V): { readonly x: V; readonly words: readonly V[] } {
  let x = o.let(o.mul(angle, o.num(2 ** -20)));
  let words = WORDS.map((word) => o.num(4 * word));
  for (const step of STEPS) {
    const beyond = o.letM(o.le(o.num(2 ** (50 * step)), o.abs(x)));
    x = o.let(o.choose(beyond, o.mul(x, o.num(2 ** (-50 * step))), x));
    words = words
      .slice(0, WINDOW + step - 1)
      .map((word, i) => (i + step < words.length ? o.let(o.choose(beyond, words[i + step]!, word)) : word));
  }
  return { x, words };
}

/** What x has beyond its nearest integer. */
function fraction<V, M, I>(o: Ops<V, M, I>, x: V): V {
  return o.let(o.sub(x, o.nearest(x)));
}

/** 2π · (turns + rest), a product with few enough bits being exact. */
function toRadians<V, M, I>(o: Ops<V, M, I>, turns: V, rest: V): { readonly high: V; readonly low: V } {
  const short = o.let(leading(o, turns));
  const long = o.add(o.sub(turns, short), rest);
  const product = o.let(o.mul(short, o.num(TWO_PI_HIGH)));
  const small = o.let(o.add(o.mul(long, o.num(TWO_PI_HIGH)), o.mul(o.add(turns, rest), o.num(TWO_PI_LOW))));
  const high = o.let(o.add(product, small));
  return { high, low: o.let(o.add(o.sub(product, high), small)) };
}
