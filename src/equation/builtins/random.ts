import { exp, ln } from '../../numeric/numeric.ts';
import { normalBelow, normalQuantile } from '../../numeric/normal.ts';
import type { Ops } from '../../numeric/ops.ts';
import type { Builtin } from './builtin.ts';

/**
 * Mixes 64 bits so that each bit of the result hangs on all of them: shifts and sums alone, after Thomas Wang,
 * "Integer Hash Function" (2007). It can be undone, so different bits stay different.
 */
function mixed<V, M, I>(o: Ops<V, M, I>, word: I): I {
  const step = (make: (k: I) => I, k: I): I => o.letI(make(o.letI(k)));
  const minusOne = o.int(-1n);
  let k = step((x) => o.addI(o.xorI(x, minusOne), o.shl(x, 21)), word);
  k = step((x) => o.xorI(x, o.shrU(x, 24)), k);
  k = step((x) => o.addI(o.addI(x, o.shl(x, 3)), o.shl(x, 8)), k);
  k = step((x) => o.xorI(x, o.shrU(x, 14)), k);
  k = step((x) => o.addI(o.addI(x, o.shl(x, 2)), o.shl(x, 4)), k);
  k = step((x) => o.xorI(x, o.shrU(x, 28)), k);
  return step((x) => o.addI(x, o.shl(x, 31)), k);
}

/** A draw, from 0 up to 1, as one that is neither. */
const inside = <V, M, I>(o: Ops<V, M, I>, draw: V): V => o.add(draw, o.num(2 ** -53));

/** A draw from the normal distribution of mean 0 and deviation 1, of what lies from `low` to `high`. */
function normalDraw<V, M, I>(o: Ops<V, M, I>, draw: V, low?: V, high?: V): V {
  const share = o.let(inside(o, draw));
  if (low === undefined) return normalQuantile(o, share);
  // Above the mean everything is mirrored: shares near 0 are exact where those near 1 are not.
  const most = high ?? o.num(Infinity);
  const above = o.letM(o.lt(o.num(0), low));
  const below = (x: V): V => {
    const value = o.let(x);
    const tail = o.let(normalBelow(o, o.neg(o.abs(value))));
    return o.choose(o.lt(o.num(0), value), o.sub(o.num(1), tail), tail);
  };
  const first = o.let(below(o.choose(above, o.neg(most), low)));
  const last = below(o.choose(above, o.neg(low), most));
  const drawn = o.choose(above, o.sub(o.num(1), share), share);
  const value = o.let(normalQuantile(o, o.add(first, o.mul(drawn, o.sub(last, first)))));
  return o.choose(above, o.neg(value), value);
}

/** From this mean on, a Poisson draw is read from an expansion, wrong by one once in some thousands; before, from the sum. */
const POISSON_MEAN = 30;
/** Terms of the sum: what is left at that mean is 1e-13. */
const POISSON_TERMS = 80;

function poissonDraw<V, M, I>(o: Ops<V, M, I>, draw: V, mean: V): V {
  const u = o.let(draw);
  const m = o.let(mean);
  let term = o.let(exp(o, o.neg(m)));
  let below = term;
  let count = o.choose(o.le(below, u), o.num(1), o.num(0));
  for (let k = 1; k < POISSON_TERMS; k++) {
    term = o.let(o.mul(term, o.mul(m, o.num(1 / k))));
    below = o.let(o.add(below, term));
    count = o.let(o.add(count, o.choose(o.le(below, u), o.num(1), o.num(0))));
  }
  // M. B. Giles, Algorithm 955: Approximation of the inverse Poisson cumulative distribution function (2016).
  const z = o.let(normalQuantile(o, inside(o, u)));
  const square = o.let(o.mul(z, z));
  const root = o.let(o.sqrt(m));
  const skew = o.div(o.add(o.num(2), square), o.num(6));
  const tail = o.div(o.mul(z, o.add(o.num(2), square)), o.mul(o.num(72), root));
  const large = o.floor(o.add(o.add(m, o.mul(root, z)), o.sub(skew, tail)));
  // No count has a mean below zero.
  const small = o.add(count, o.mul(o.num(0), root));
  return o.choose(o.lt(m, o.num(POISSON_MEAN)), small, o.max(o.num(0), large));
}

/**
 * Chance without memory: the same arguments give the same number, on every machine and in every order of work. What is
 * drawn once a step is worked out from a draw that the run gives (`draw` in `given`).
 */
export const random: readonly Builtin[] = [
  {
    name: 'uniform',
    arity: [2, 2],
    given: ['draw'],
    units: { kind: 'alike' },
    meaning: (o, [draw, low, high]) => {
      const from = o.let(low!);
      return o.add(from, o.mul(o.sub(high!, from), draw!));
    },
    about: {
      sv: 'uniform(lägst, högst): ett slumptal, lika gärna var som helst däremellan; ett nytt i varje steg.',
      en: 'uniform(lowest, highest): a random number, anywhere between them alike; a new one at each step.',
    },
    examples: [
      { args: [2, 6], draw: 0.25, value: 3 },
      { args: [0, 1], draw: 0, value: 0 },
    ],
  },
  {
    name: 'normal',
    arity: [2, 4],
    given: ['draw'],
    units: { kind: 'alike' },
    meaning: (o, [draw, mean, deviation, low, high]) => {
      const [centre, spread] = [o.let(mean!), o.let(deviation!)];
      const scaled = (bound: V | undefined): V | undefined =>
        bound === undefined ? undefined : o.let(o.div(o.sub(bound, centre), spread));
      type V = typeof centre;
      const [least, most] = [low && o.let(low), high && o.let(high)];
      const value = o.add(centre, o.mul(spread, normalDraw(o, draw!, scaled(least), scaled(most))));
      const raised = least === undefined ? value : o.max(least, value);
      return most === undefined ? raised : o.min(most, raised);
    },
    about: {
      sv: 'normal(medel, spridning, lägst, högst): ett normalfördelat slumptal, ett nytt i varje steg. Gränserna kan utelämnas; det som ligger utanför dem dras aldrig.',
      en: 'normal(mean, deviation, lowest, highest): a normally distributed random number, a new one at each step. The bounds may be left out; what lies outside them is never drawn.',
    },
    examples: [
      { args: [10, 2], draw: 0.5, value: 10 },
      { args: [10, 2], draw: 0.975, value: 13.919927969080112 },
      { args: [10, 2, 10], draw: 0, value: 10 },
      { args: [0, 1, -1, 1], draw: 0.5, value: 0 },
      { args: [0, 1, 8, 9], draw: 0.5, value: 8.084888899018166 },
    ],
  },
  {
    name: 'lognormal',
    arity: [2, 2],
    given: ['draw'],
    units: { kind: 'alike' },
    // Mean and deviation are those of the draws, not of their logarithms.
    meaning: (o, [draw, mean, deviation]) => {
      const centre = o.let(mean!);
      const ratio = o.let(o.div(deviation!, centre));
      const variance = o.let(ln(o, o.add(o.num(1), o.mul(ratio, ratio))));
      const shift = o.sub(ln(o, centre), o.mul(o.num(0.5), variance));
      return exp(o, o.add(shift, o.mul(o.sqrt(variance), normalDraw(o, draw!))));
    },
    about: {
      sv: 'lognormal(medel, spridning): ett slumptal över noll med tung svans uppåt; ett nytt i varje steg.',
      en: 'lognormal(mean, deviation): a random number above zero with a heavy tail upwards; a new one at each step.',
    },
    examples: [
      { args: [10, 5], draw: 0.5, value: 8.944271909999161 },
      { args: [10, 0], draw: 0.9, value: 10.000000000000002 },
    ],
  },
  {
    name: 'exponential',
    arity: [1, 1],
    given: ['draw'],
    units: { kind: 'alike' },
    meaning: (o, [draw, mean]) => o.mul(mean!, o.sub(o.num(0), ln(o, o.sub(o.num(1), draw!)))),
    about: {
      sv: 'exponential(medel): ett slumptal som väntetiden till något som när som helst kan hända; ett nytt i varje steg.',
      en: 'exponential(mean): a random number such as the wait for what may happen at any time; a new one at each step.',
    },
    examples: [
      { args: [4], draw: 0, value: 0 },
      { args: [4], draw: 0.5, value: 4 * Math.LN2 },
    ],
  },
  {
    name: 'poisson',
    arity: [1, 1],
    given: ['draw'],
    units: { kind: 'alike' },
    meaning: (o, [draw, mean]) => poissonDraw(o, draw!, mean!),
    about: {
      sv: 'poisson(medel): ett slumpat antal av det som händer oberoende av vartannat; ett nytt i varje steg.',
      en: 'poisson(mean): a random count of what happens independently; a new one at each step.',
    },
    examples: [
      { args: [3], draw: 0.04, value: 0 },
      { args: [3], draw: 0.5, value: 3 },
      { args: [100], draw: 0.5, value: 100 },
      { args: [-1], draw: 0.5, value: NaN },
    ],
  },
  {
    name: 'chance',
    arity: [3, 3],
    units: { kind: 'none' },
    meaning: (o, args) => {
      const [a, b, c] = [o.let(args[0]!), o.let(args[1]!), o.let(args[2]!)];
      const first = mixed(o, o.bits(a));
      const second = mixed(o, o.xorI(first, o.bits(b)));
      const third = mixed(o, o.addI(second, o.bits(c)));
      // 52 bits behind the one of 1: a double from 1 up to 2.
      const drawn = o.sub(o.double(o.orI(o.shrU(third, 12), o.bits(o.num(1)))), o.num(1));
      return o.add(drawn, o.mul(o.num(0), o.add(a, o.add(b, c))));
    },
    about: {
      sv: 'chance(a, b, c): ett tal från 0 upp till 1 som ser slumpat ut och följer av de tre.',
      en: 'chance(a, b, c): a number from 0 up to 1 that looks random and follows from the three.',
    },
    examples: [
      { args: [0, 0, 0], value: 0.31006059304361067 },
      { args: [1, 2, 3], value: 0.2426978954920047 },
    ],
  },
];
