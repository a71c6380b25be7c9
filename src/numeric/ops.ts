/**
 * The operations of which every elementary function is built, over values of any kind.
 *
 * A formula is written once against this interface and instantiated three times: over plain numbers
 * (the oracle), over bytes of a scalar kernel, over bytes of a two-lane kernel. Each operation is exact
 * or correctly rounded by IEEE 754 in all three, so the results agree to the last bit, in every browser.
 * That is why formulas must not branch: `choose` evaluates both sides.
 *
 * V: a double. M: a truth value (one per lane). I: the 64 bits of a double, or a 64-bit integer.
 */
export interface Ops<V, M, I> {
  readonly num: (x: number) => V;
  readonly add: (a: V, b: V) => V;
  readonly sub: (a: V, b: V) => V;
  readonly mul: (a: V, b: V) => V;
  readonly div: (a: V, b: V) => V;
  readonly neg: (a: V) => V;
  readonly abs: (a: V) => V;
  readonly sqrt: (a: V) => V;
  readonly floor: (a: V) => V;
  readonly ceil: (a: V) => V;
  readonly trunc: (a: V) => V;
  /** Nearest integer, ties to even. */
  readonly nearest: (a: V) => V;
  /** NaN if either is NaN; −0 is less than +0 (the rule of `Math.min` and of `f64.min`). */
  readonly min: (a: V, b: V) => V;
  readonly max: (a: V, b: V) => V;

  /** Comparisons are false when either side is NaN, except `ne`, which is then true. */
  readonly lt: (a: V, b: V) => M;
  readonly le: (a: V, b: V) => M;
  readonly eq: (a: V, b: V) => M;
  readonly ne: (a: V, b: V) => M;
  readonly both: (a: M, b: M) => M;
  readonly either: (a: M, b: M) => M;
  readonly not: (a: M) => M;
  readonly choose: (m: M, then: V, otherwise: V) => V;

  /** The bit pattern of a double, and back. */
  readonly bits: (a: V) => I;
  readonly double: (a: I) => V;
  readonly int: (x: bigint) => I;
  readonly addI: (a: I, b: I) => I;
  readonly subI: (a: I, b: I) => I;
  readonly andI: (a: I, b: I) => I;
  readonly orI: (a: I, b: I) => I;
  readonly xorI: (a: I, b: I) => I;
  readonly shl: (a: I, places: number) => I;
  /** Shift right, filling with zeros. */
  readonly shrU: (a: I, places: number) => I;

  /**
   * `choose` for each of several values, where the second is costly and hardly ever wanted: an instance may skip it when
   * `mostly` holds in every lane, or leave this out, and the same bits come of `choose`. A value that is named outside
   * `otherwise` and used in it is used by `mostly` or `then` as well, or nowhere else.
   */
  readonly unless?: (mostly: M, then: readonly V[], otherwise: () => readonly V[]) => readonly V[];

  /** Names a value that is used more than once, so that a kernel computes it once. */
  readonly let: (a: V) => V;
  readonly letM: (a: M) => M;
  readonly letI: (a: I) => I;
}

/** A function of doubles, written against `Ops`. */
export type Unary = <V, M, I>(o: Ops<V, M, I>, x: V) => V;
export type Binary = <V, M, I>(o: Ops<V, M, I>, x: V, y: V) => V;
