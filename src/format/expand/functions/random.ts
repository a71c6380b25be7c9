import { DT, START, STEP_TIME, add, call, div, iff, le, lt, mul, negate, num, sub, sum } from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/** The number of the step: a draw stands still while a step is worked out in stages. */
const STEP = call('round', div(sub(STEP_TIME, START), DT));
const zero = num(0);

/** A number from 0 up to 1. Each call site and element has a stream of its own, which follows from the seed. */
function draw(s: CallSite, seedAt: number, nth = 0): Expr {
  return s.aux('draw', call('chance', s.value(seedAt, zero), num(siteOf(s) * 4 + nth), STEP));
}

/** Numbers call sites by the name of their variable and how many hidden ones it has so far. */
function siteOf({ context }: CallSite): number {
  let hash = context.world.counts.get(context.owner) ?? 0;
  for (const c of context.owner) hash = (Math.imul(hash, 31) + c.codePointAt(0)!) >>> 0;
  return hash;
}

/** Box and Muller (1958): two even draws make a normal one, mean 0 and deviation 1. */
function normal(s: CallSite, seedAt: number): Expr {
  const radius = call('sqrt', mul(num(-2), call('ln', sub(num(1), draw(s, seedAt)))));
  return s.aux('normal', mul(radius, call('cos', mul(num(2 * Math.PI), draw(s, seedAt, 1)))));
}

const exponential = (s: CallSite, seedAt: number): Expr => negate(call('ln', sub(num(1), draw(s, seedAt))));

/** Terms of the sum from which a Poisson draw is read; above this mean the normal is near enough. */
const POISSON_TERMS = 80;
const POISSON_MEAN = 30;

function poisson(s: CallSite, mean: Expr, seedAt: number): Expr {
  const u = draw(s, seedAt);
  let term = s.aux('probability', call('exp', negate(mean)));
  let below = term;
  const passed: Expr[] = [lt(below, u)];
  for (let k = 1; k < POISSON_TERMS; k++) {
    term = s.aux('probability', mul(term, div(mean, num(k))));
    below = s.aux('cumulative', add(below, term));
    passed.push(lt(below, u));
  }
  const large = call('max', zero, call('round', add(mean, mul(call('sqrt', mean), normal(s, seedAt)))));
  return iff(le(mean, num(POISSON_MEAN)), sum(passed), large);
}

/** Vensim draws again until a value is between its bounds; here the bounds hold a value that is outside. */
const between = (s: CallSite, value: Expr): Expr => call('max', s.value(0), call('min', value, s.value(1)));

const even = (s: CallSite): Expr => {
  const from = s.plain(0, zero);
  return add(from, mul(sub(s.value(1, num(1)), from), draw(s, 2)));
};

export const random: readonly ForeignFunction[] = [
  // Our own, by which draws are written in XMILE.
  { xmile: ['CHANCE'], arity: [3, 3], lower: (s) => call('chance', s.value(0), s.value(1), s.value(2)) },
  { vensim: ['RANDOM 0 1'], arity: [0, 0], lower: (s) => draw(s, 0) },
  { vensim: ['RANDOM UNIFORM'], xmile: ['RANDOM', 'UNIFORM'], arity: [2, 3], lower: even },
  {
    vensim: ['RANDOM NORMAL'],
    arity: [5, 5],
    lower: (s) => between(s, add(s.value(2), mul(s.value(3), normal(s, 4)))),
  },
  {
    vensim: ['RANDOM EXPONENTIAL'],
    arity: [5, 5],
    lower: (s) => between(s, add(s.value(2), mul(s.value(3), exponential(s, 4)))),
  },
  {
    vensim: ['RANDOM POISSON'],
    arity: [6, 6],
    lower: (s) => between(s, add(s.value(3), mul(s.value(4), poisson(s, s.plain(2), 5)))),
  },
  { xmile: ['NORMAL'], arity: [2, 3], lower: (s) => add(s.value(0), mul(s.value(1), normal(s, 2))) },
  { xmile: ['EXPRND'], arity: [1, 2], lower: (s) => mul(s.value(0), exponential(s, 1)) },
  { xmile: ['POISSON'], arity: [1, 2], lower: (s) => poisson(s, s.plain(0), 1) },
  {
    // Mean and deviation are those of the draws, not of their logarithms.
    xmile: ['LOGNORMAL'],
    arity: [2, 3],
    lower: (s) => {
      const [mean, deviation] = [s.plain(0), s.plain(1)];
      const ratio = div(deviation, mean);
      const spread = s.aux('spread', call('ln', add(num(1), mul(ratio, ratio))));
      const centre = sub(call('ln', mean), div(spread, num(2)));
      return call('exp', add(centre, mul(call('sqrt', spread), normal(s, 2))));
    },
  },
];
