// The elementary functions of exact doubles to about 300 bits, by Taylor series in whole numbers.
import { type Big, big, exponent, fixed, product, quotient, root, sum } from './big.ts';

const BITS = 420;
const ONE = 1n << BigInt(BITS);
/** After the point of π and its multiples: as much as the largest double needs to be reduced. */
const LONG = 1500;

/** x · Σ (± x²)^n / divisor(n), in fixed point. */
function series(
  x: bigint,
  bits: number,
  alternating: boolean,
  divisor: (n: number) => number,
  factorial: boolean,
): bigint {
  const square = (x * x) >> BigInt(bits);
  let power = x;
  let total = x;
  for (let n = 1; power !== 0n && power !== -1n; n++) {
    power = (power * square) >> BigInt(bits);
    if (alternating) power = -power;
    if (factorial) power /= BigInt(divisor(n));
    total += factorial ? power : power / BigInt(divisor(n));
  }
  return total;
}

const arcTangentOfInverse = (n: bigint, bits: number): bigint =>
  series((1n << BigInt(bits)) / n, bits, true, (k) => 2 * k + 1, false);

/** π = 16 atan(1/5) − 4 atan(1/239) (Machin). */
const PI = 16n * arcTangentOfInverse(5n, LONG) - 4n * arcTangentOfInverse(239n, LONG);
/** ln 2 = 2 artanh(1/3). */
const LN2 = 2n * series(ONE / 3n, BITS, false, (k) => 2 * k + 1, false);
const LN10 = 3n * LN2 + 2n * series(ONE / 9n, BITS, false, (k) => 2 * k + 1, false);

const sine = (x: bigint): bigint => series(x, BITS, true, (n) => 2 * n * (2 * n + 1), true);
const hyperbolicSine = (x: bigint): bigint => series(x, BITS, false, (n) => 2 * n * (2 * n + 1), true);
const cosine = (x: bigint): bigint => ONE - 2n * square(sine(x >> 1n));
const hyperbolicCosine = (x: bigint): bigint => ONE + 2n * square(hyperbolicSine(x >> 1n));
const square = (x: bigint): bigint => (x * x) >> BigInt(BITS);

const short = (m: bigint): Big => ({ m, e: -BITS });
const nearest = (a: bigint, b: bigint): bigint => {
  const twice = 2n * a + b;
  return (twice - (((twice % (2n * b)) + 2n * b) % (2n * b))) / (2n * b);
};

function expOf(x: bigint): Big {
  const k = nearest(x, LN2);
  const r = x - k * LN2;
  return { m: hyperbolicSine(r) + hyperbolicCosine(r), e: Number(k) - BITS };
}

function lnOf(x: number): bigint {
  const exact = big(x);
  let e = exponent(exact);
  let m = fixed({ m: exact.m, e: exact.e - e }, BITS);
  if (m > (ONE * 17n) / 12n) [m, e] = [m >> 1n, e + 1];
  const s = ((m - ONE) << BigInt(BITS)) / (m + ONE);
  return 2n * series(s, BITS, false, (n) => 2 * n + 1, false) + BigInt(e) * LN2;
}

/** Quarter turns and what is left, exact to far below the smallest rest there is. */
function reduced(x: Big): { readonly quadrant: number; readonly rest: Big } {
  const long = fixed(x, LONG);
  const quarters = nearest(long, PI / 2n);
  const rest = long - quarters * (PI / 2n);
  return { quadrant: Number(((quarters % 4n) + 4n) % 4n), rest: { m: rest, e: -LONG } };
}

/** Below it a function that is x − c x³ + … is x, to more bits than anyone looks at. */
const TINY = -120;
const oddSeries = (x: Big, f: (x: bigint) => bigint): Big =>
  exponent(x) < TINY ? x : short(f(fixed(x, BITS)));

function sineAndCosine(x: Big): { readonly sine: Big; readonly cosine: Big } {
  const { quadrant, rest } = reduced(x);
  const s = oddSeries(rest, sine);
  const c = short(cosine(fixed(rest, BITS)));
  const minus = ({ m, e }: Big): Big => ({ m: -m, e });
  const sines = [s, c, minus(s), minus(c)];
  return { sine: sines[quadrant]!, cosine: sines[(quadrant + 1) % 4]! };
}

/** The angle of (x, y): a guess, and the small angle that is missing from it. */
function angle(y: Big, x: Big, guess: number): Big {
  const { sine: s, cosine: c } = sineAndCosine(big(guess));
  const minus = ({ m, e }: Big): Big => ({ m: -m, e });
  const missing = quotient(sum(product(y, c), minus(product(x, s))), sum(product(x, c), product(y, s)));
  return sum(
    big(guess),
    oddSeries(missing, (t) => series(t, BITS, true, (n) => 2 * n + 1, false)),
  );
}

/** (e^x ± e^−x) / 2 */
function hyperbolic(x: number): { readonly sine: Big; readonly cosine: Big } {
  const exact = big(x);
  const plus = expOf(fixed(exact, BITS));
  const minus = expOf(-fixed(exact, BITS));
  const sine = Math.abs(x) < 1 ? oddSeries(exact, hyperbolicSine) : sum(plus, { m: -minus.m, e: minus.e });
  const cosine = sum(plus, minus);
  return {
    sine: { m: sine.m, e: sine.e - (Math.abs(x) < 1 ? 0 : 1) },
    cosine: { m: cosine.m, e: cosine.e - 1 },
  };
}

const one = big(1);
const complement = (x: number): Big => root(product(sum(one, big(x)), sum(one, big(-x))));

/** f(x) for finite x where f is finite and not zero; x > 0 for the logarithms and for pow, |x| < 1 for asin, acos. */
export const reference: Readonly<Record<string, (x: number, y: number) => Big>> = {
  exp: (x) => expOf(fixed(big(x), BITS)),
  ln: (x) => short(lnOf(x)),
  log10: (x) => quotient(short(lnOf(x)), short(LN10)),
  pow: (x, y) => expOf(fixed(product(short(lnOf(x)), big(y)), BITS)),
  sin: (x) => sineAndCosine(big(x)).sine,
  cos: (x) => sineAndCosine(big(x)).cosine,
  tan: (x) => {
    const { sine: s, cosine: c } = sineAndCosine(big(x));
    return quotient(s, c);
  },
  asin: (x) => angle(big(x), complement(x), Math.asin(x)),
  acos: (x) => angle(complement(x), big(x), Math.acos(x)),
  atan: (x) => angle(big(x), one, Math.atan(x)),
  atan2: (y, x) => angle(big(y), big(x), Math.atan2(y, x)),
  sinh: (x) => hyperbolic(x).sine,
  cosh: (x) => hyperbolic(x).cosine,
  tanh: (x) => quotient(hyperbolic(x).sine, hyperbolic(x).cosine),
};
