import { exp } from './exp.ts';
import { ln } from './log.ts';
import type { Ops } from './ops.ts';

/** Coefficients from the highest power to the constant. */
type Polynomial = readonly number[];

/** A quotient of two polynomials at x, by Horner's scheme. */
function quotient<V, M, I>(o: Ops<V, M, I>, x: V, above: Polynomial, below: Polynomial): V {
  const at = (coefficients: Polynomial): V =>
    coefficients.slice(1).reduce((sum, c) => o.add(o.mul(sum, x), o.num(c)), o.num(coefficients[0]!));
  return o.div(at(above), at(below));
}

/* M. J. Wichura, Algorithm AS 241: the percentage points of the normal distribution, Appl. Statist. 37 (1988) 477–484. */
const middle: readonly [Polynomial, Polynomial] = [
  [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
  ],
];
const outer: readonly [Polynomial, Polynomial] = [
  [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
];
const far: readonly [Polynomial, Polynomial] = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
];

/**
 * The value below which a share of the normal distribution of mean 0 and deviation 1 lies: −∞ for 0, ∞ for 1, NaN
 * outside. Relative error about 1e-15.
 */
export function normalQuantile<V, M, I>(o: Ops<V, M, I>, share: V): V {
  const p = o.let(share);
  const q = o.let(o.sub(p, o.num(0.5)));
  const inner = o.let(o.sub(o.num(0.180625), o.mul(q, q)));
  const tail = o.let(o.min(p, o.sub(o.num(1), p)));
  const depth = o.let(o.sqrt(o.neg(ln(o, tail))));
  const size = o.choose(
    o.le(depth, o.num(5)),
    quotient(o, o.let(o.sub(depth, o.num(1.6))), ...outer),
    o.choose(o.lt(depth, o.num(Infinity)), quotient(o, o.let(o.sub(depth, o.num(5))), ...far), depth),
  );
  return o.choose(
    o.le(o.abs(q), o.num(0.425)),
    o.mul(q, quotient(o, inner, ...middle)),
    o.choose(o.lt(q, o.num(0)), o.neg(o.let(size)), size),
  );
}

/* W. J. Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23 (1969) 631–637, as in his ANORM. */
const near: readonly [Polynomial, Polynomial] = [
  [
    0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
    18154.981253343561249,
  ],
  [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956],
];
const beside: readonly [Polynomial, Polynomial] = [
  [
    1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
    597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
    9842.7148383839780218,
  ],
  [
    1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
    18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
  ],
];
const beyond: readonly [Polynomial, Polynomial] = [
  [
    0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
    0.001421619193227893466, 2.9112874951168792e-5,
  ],
  [
    1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
    7.29751555083966205e-5,
  ],
];
const ROOT_OF_2PI = 2.5066282746310005;

/** The share of the normal distribution of mean 0 and deviation 1 below x ≤ 0; relative error about 1e-15 above −37. */
export function normalBelow<V, M, I>(o: Ops<V, M, I>, x: V): V {
  // Below −40 there is nothing that a double can hold.
  const value = o.let(o.max(x, o.num(-40)));
  const size = o.let(o.abs(value));
  const square = o.let(o.mul(value, value));
  // exp(−x²/2) with x² in two parts, the first exact.
  const coarse = o.let(o.div(o.trunc(o.mul(size, o.num(16))), o.num(16)));
  const rest = o.mul(o.sub(size, coarse), o.add(size, coarse));
  const density = o.let(
    o.mul(exp(o, o.mul(o.num(-0.5), o.mul(coarse, coarse))), exp(o, o.mul(o.num(-0.5), rest))),
  );
  const inverse = o.let(o.div(o.num(1), square));
  const series = o.mul(inverse, quotient(o, inverse, ...beyond));
  const tail = o.choose(
    o.le(size, o.num(Math.sqrt(32))),
    o.mul(density, quotient(o, size, ...beside)),
    o.div(o.mul(density, o.sub(o.num(1 / ROOT_OF_2PI), series)), size),
  );
  const middling = o.add(o.num(0.5), o.mul(value, quotient(o, square, ...near)));
  return o.choose(o.le(size, o.num(0.67448975)), middling, tail);
}
