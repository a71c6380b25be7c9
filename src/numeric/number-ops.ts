import type { Ops } from './ops.ts';

const double = new Float64Array(1);
const bits = new BigUint64Array(double.buffer);

const word = (x: bigint): bigint => BigInt.asUintN(64, x);

/** From here on every double is an integer. */
const WHOLE = 2 ** 52;

function nearest(a: number): number {
  const size = Math.abs(a);
  if (!(size < WHOLE)) return a;
  const whole = size + WHOLE - WHOLE;
  return a < 0 || Object.is(a, -0) ? -whole : whole;
}

/** The operations on plain numbers: the meaning that every kernel must reproduce to the last bit. */
export const numberOps: Ops<number, boolean, bigint> = {
  num: (x) => x,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  abs: Math.abs,
  sqrt: Math.sqrt,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  nearest,
  min: Math.min,
  max: Math.max,

  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  both: (a, b) => a && b,
  either: (a, b) => a || b,
  not: (a) => !a,
  choose: (m, then, otherwise) => (m ? then : otherwise),

  bits: (a) => {
    double[0] = a;
    return bits[0]!;
  },
  double: (a) => {
    bits[0] = a;
    return double[0]!;
  },
  int: word,
  addI: (a, b) => word(a + b),
  subI: (a, b) => word(a - b),
  andI: (a, b) => a & b,
  orI: (a, b) => a | b,
  xorI: (a, b) => a ^ b,
  shl: (a, places) => word(a << BigInt(places)),
  shrU: (a, places) => a >> BigInt(places),

  unless: (mostly, then, otherwise) => (mostly ? then : otherwise()),

  let: (a) => a,
  letM: (a) => a,
  letI: (a) => a,
};
