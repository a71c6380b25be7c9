// Arguments to try the elementary functions with: seeded, over their whole range and around the hard places.
import { numberFunctions } from '../../../src/numeric/numeric.ts';

export type Name = keyof typeof numberFunctions;

/** Numbers between 0 and 1, the same each time (Marsaglia's xorshift, 32 bits, two draws a number). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  const draw = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return () => (draw() + draw() / 2 ** 32) / 2 ** 32;
}

const view = new DataView(new ArrayBuffer(8));
const HALF_PI = 1.5707963267948966;

/** For each function ways to draw its arguments; results are finite and not zero, but for exact zeros of x. */
export function drawers(random: () => number): Readonly<Record<Name, readonly (() => readonly number[])[]>> {
  const sign = () => (random() < 0.5 ? -1 : 1);
  const between = (a: number, b: number) => () => a + (b - a) * random();
  const anyPositive = (): number => {
    view.setUint32(0, random() * 0x7ff00000);
    view.setUint32(4, random() * 2 ** 32);
    return view.getFloat64(0) || 1;
  };
  const any = () => sign() * anyPositive();
  const tiny = () => sign() * 2 ** -Math.floor(60 * random()) * (1 + random());
  const near = (x: number) => () => x * (1 + sign() * 2 ** -Math.floor(2 + 51 * random()));
  const subnormal = () => 2 ** -1022 * (random() + 2 ** -52);
  const each = (...list: readonly (() => number)[]) => list.map((draw) => () => [draw()]);

  const logarithm = each(
    anyPositive,
    between(0.5, 2),
    near(1),
    subnormal,
    between(0.69, 0.72),
    between(1.4, 1.43),
  );
  const nearQuarter = () => HALF_PI * Math.ceil(1e6 * random());
  const angle = each(between(-10, 10), between(-1, 1), between(-1e6, 1e6), any, nearQuarter, tiny);
  const arc = each(
    between(-1, 1),
    near(0.5),
    tiny0(tiny),
    () => sign() * (1 - 2 ** -Math.floor(1 + 52 * random())),
  );
  const hyperbolic = each(between(-3, 3), between(-710, 710), between(0.9, 1.5), tiny);
  /** y so that x^y = e^p, about. */
  const powerOf = (x: number, p: number) => [x, p / (numberFunctions.ln(x) || 1)];
  const whole = (n: number) => Math.floor(n * random());
  return {
    exp: each(between(-745, 709.7), between(-1, 1), between(-745, -708), tiny),
    ln: logarithm,
    log10: logarithm,
    pow: [
      () => [10 * random(), 40 * (random() - 0.5)],
      () => powerOf(anyPositive(), between(-745, 709)()),
      () => powerOf(between(0.7, 1.42)(), between(-745, 709)()),
      () => powerOf(between(0.7072, 1.4142)(), sign() * between(600, 705)()),
      () => powerOf(near(1)(), between(-745, 709)()),
      () => [1 + whole(50), whole(40)],
      () => [anyPositive(), 0.5],
    ],
    sin: angle,
    cos: angle,
    tan: angle,
    asin: arc,
    acos: arc,
    atan: each(between(-1, 1), between(-4, 4), any, near(0.5463), near(2), tiny),
    atan2: [
      () => [any(), any()],
      () => [random() - 0.5, random() - 0.5],
      () => [between(0.54, 0.6)() * (1 + random()), 1 + random()],
      () => [between(0.9, 1)() * 2 ** 1023, between(0.9, 1)() * 2 ** 1023],
    ],
    sinh: hyperbolic,
    cosh: hyperbolic,
    tanh: each(between(-3, 3), between(-22, 22), between(0.9, 1.5), tiny),
  };
}

const tiny0 = (draw: () => number) => () => draw() / 2;
