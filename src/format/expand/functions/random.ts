import {
  DT,
  START,
  STEP_TIME,
  add,
  both,
  call,
  div,
  iff,
  le,
  lookup,
  lt,
  mul,
  num,
  op,
  sub,
} from '../build.ts';
import { beta, binomial, exponential, gamma, geometric, logistic, negativeBinomial, normal, poisson, positive, triangular, weibull } from './distributions.ts'; // prettier-ignore
import { canonical } from '../../../equation/dialects/names.ts';
import { SEED } from '../../../equation/names.ts';
import { areaUnder } from './area.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { Draw, Shape } from './distributions.ts';
import type { ForeignFunction } from './function.ts';

/** The number of the step: a draw stands still while a step is worked out in stages. */
const STEP = call('round', div(sub(STEP_TIME, START), DT));
const [zero, one] = [num(0), num(1)];

/** What is drawn without a seed of its own follows the run's. */
const RUN_SEED: Expr = { kind: 'ref', name: SEED, span: { from: 0, to: 0 } };

/** Draws that one use of a function may make. */
const DRAWS = 256;

/** A number from 0 up to 1. Each call site and element has a stream of its own, which follows from the seed. */
const drawFrom = (s: CallSite, seed: Expr, site: number, nth: number, step: Expr): Expr =>
  s.aux('draw', call('chance', seed, num(site * DRAWS + nth), step));

function drawer(s: CallSite, seedAt: number, step = STEP): Draw {
  const [seed, site] = [isLeftOut(s, seedAt) ? RUN_SEED : s.value(seedAt), siteOf(s)];
  let nth = 0;
  return () => drawFrom(s, seed, site, nth++ % DRAWS, step);
}

/** An argument that is not there, or is isee's word for that. */
const isLeftOut = (s: CallSite, i: number): boolean => {
  const arg = s.term.args[i];
  return arg === undefined || ((arg.kind === 'name' || arg.kind === 'call') && canonical(arg.name) === 'nan');
};

/** Numbers call sites by the name of their variable and how many hidden ones it has so far. */
function siteOf({ context }: CallSite): number {
  let hash = context.world.counts.get(context.owner) ?? 0;
  for (const c of context.owner) hash = (Math.imul(hash, 31) + c.codePointAt(0)!) >>> 0;
  return hash;
}

/** How often Vensim's rule to draw again is followed before the bounds hold a value; less often for costly draws. */
const REDRAWS = 8;
const COSTLY_REDRAWS = 2;

/** Draws again until a value is between its bounds, of which one may be missing. */
function inBounds(
  s: CallSite,
  [low, high]: readonly (Expr | undefined)[],
  drawn: () => Expr,
  redraws: number,
): Expr {
  let value = s.aux('drawn', drawn());
  const fits = (v: Expr): Expr => both(low ? le(low, v) : one, high ? le(v, high) : one);
  for (let i = 0; i < redraws; i++) value = s.aux('drawn', iff(fits(value), value, drawn()));
  const capped = high ? call('min', value, high) : value;
  return low ? call('max', low, capped) : capped;
}

/** As Vensim does it: the bounds come first. */
const between = (s: CallSite, drawn: () => Expr, redraws = REDRAWS): Expr =>
  inBounds(s, [s.plain(0), s.plain(1)], drawn, redraws);

/** A Vensim draw: lowest and highest, what its shape asks for, shift and stretch, and the seed. */
const vensimDraw = (
  name: string,
  own: number,
  shapeOf: (s: CallSite) => Shape,
  redraws = REDRAWS,
): ForeignFunction => ({
  vensim: [name],
  arity: [own + 5, own + 5],
  lower: (s) => {
    const [shift, stretch] = [s.plain(own + 2), s.plain(own + 3)];
    const [shape, draw] = [shapeOf(s), drawer(s, own + 4)];
    return between(s, () => add(shift, mul(stretch, shape(s, draw))), redraws);
  },
});

/** An XMILE or isee draw: what its shape asks for, and perhaps a seed, bounds, and how long a value holds. */
const xmileDraw = (
  name: string,
  own: number,
  shapeOf: (s: CallSite) => Shape,
  redraws = REDRAWS,
): ForeignFunction => ({
  xmile: [name],
  arity: [own, own + 4],
  lower: (s) => {
    const [shape, draw] = [shapeOf(s), drawer(s, own, held(s, own + 3))];
    const bounds = [own + 1, own + 2].map((i) => (isLeftOut(s, i) ? undefined : s.plain(i)));
    return bounds.some(Boolean) ? inBounds(s, bounds, () => shape(s, draw), redraws) : shape(s, draw);
  },
});

/** The number of the step, or of the first one in an interval within which a value holds. */
function held(s: CallSite, i: number): Expr {
  if (isLeftOut(s, i)) return STEP;
  const interval = s.plain(i);
  const number = call('floor', add(div(sub(STEP_TIME, START), interval), num(1e-9)));
  return iff(lt(DT, interval), call('round', div(mul(number, interval), DT)), STEP);
}

const even = (s: CallSite): Expr => {
  const from = s.plain(0, zero);
  return add(from, mul(sub(s.value(1, one), from), drawer(s, 2, held(s, 5))()));
};

/** Points of the curve from shares to values. */
const KNOTS = 500;

export const random: readonly ForeignFunction[] = [
  // Our own, by which draws are written in XMILE.
  { xmile: ['CHANCE'], arity: [3, 3], lower: (s) => call('chance', s.value(0), s.value(1), s.value(2)) },
  { vensim: ['RANDOM 0 1'], arity: [0, 0], lower: (s) => drawer(s, 0)() },
  { vensim: ['RANDOM UNIFORM'], arity: [2, 3], lower: even },
  { xmile: ['RANDOM', 'UNIFORM'], arity: [2, 6], lower: even },
  vensimDraw('RANDOM NORMAL', 0, () => normal),
  vensimDraw('RANDOM EXPONENTIAL', 0, () => exponential),
  vensimDraw('RANDOM LOGISTIC', 0, () => logistic),
  vensimDraw('RANDOM POISSON', 1, (s) => poisson(s.plain(2)), COSTLY_REDRAWS),
  vensimDraw('RANDOM WEIBULL', 1, (s) => weibull(s.plain(2))),
  vensimDraw('RANDOM GAMMA', 1, (s) => gamma(s.plain(2)), COSTLY_REDRAWS),
  vensimDraw('RANDOM BETA', 2, (s) => beta(s.plain(2), s.plain(3)), COSTLY_REDRAWS),
  vensimDraw('RANDOM BINOMIAL', 2, (s) => binomial(s.plain(3), s.plain(2)), COSTLY_REDRAWS),
  {
    vensim: ['RANDOM TRIANGULAR'],
    arity: [6, 6],
    lower: (s) => {
      const [shape, draw] = [triangular(s.plain(2), s.plain(3), s.plain(4)), drawer(s, 5)];
      return between(s, () => shape(s, draw));
    },
  },
  {
    // Noise that remembers: its mean, deviation and correlation time.
    vensim: ['RANDOM PINK NOISE'],
    arity: [4, 4],
    lower: (s) => {
      const [mean, deviation, time] = [s.plain(0), s.plain(1), s.plain(2)];
      const scale = mul(deviation, call('sqrt', sub(div(mul(num(2), time), DT), one)));
      const white = s.aux('white noise', add(mean, mul(scale, normal(s, drawer(s, 3)))));
      return s.stock('pink noise', mean, (level) => div(sub(white, level), time));
    },
  },
  xmileDraw('NORMAL', 2, (s) => (_, draw) => add(s.value(0), mul(s.value(1), normal(s, draw)))),
  xmileDraw('EXPRND', 1, (s) => (_, draw) => mul(s.value(0), exponential(s, draw))),
  xmileDraw('POISSON', 1, (s) => poisson(s.plain(0)), COSTLY_REDRAWS),
  xmileDraw('BETA', 2, (s) => beta(s.plain(0), s.plain(1)), COSTLY_REDRAWS),
  xmileDraw('BINOMIAL', 2, (s) => binomial(s.plain(0), s.plain(1)), COSTLY_REDRAWS),
  xmileDraw('GAMMA', 2, (s) => (_, draw) => mul(s.value(1), gamma(s.plain(0))(s, draw)), COSTLY_REDRAWS),
  xmileDraw('GEOMETRIC', 1, (s) => geometric(s.plain(0))),
  xmileDraw('LOGISTIC', 2, (s) => (_, draw) => add(s.value(0), mul(s.value(1), logistic(s, draw)))),
  xmileDraw('PARETO', 2, (s) => (_, draw) => div(s.value(1), op('^', positive(draw), div(one, s.value(0))))),
  xmileDraw('TRIANGULAR', 3, (s) => triangular(s.plain(0), s.plain(1), s.plain(2))),
  xmileDraw('WEIBULL', 2, (s) => (_, draw) => mul(s.value(1), weibull(s.plain(0))(s, draw))),
  // A per cent chance in each time unit.
  xmileDraw('MONTECARLO', 1, (s) => (_, draw) => lt(draw(), mul(div(s.value(0), num(100)), DT))),
  // Mean and deviation are those of the draws, not of their logarithms.
  xmileDraw('LOGNORMAL', 2, (s) => {
    const [mean, deviation] = [s.plain(0), s.plain(1)];
    const ratio = div(deviation, mean);
    const spread = s.aux('spread', call('ln', add(one, mul(ratio, ratio))));
    const centre = sub(call('ln', mean), div(spread, num(2)));
    return (_, draw) => call('exp', add(centre, mul(call('sqrt', spread), normal(s, draw))));
  }),
  vensimDraw('RANDOM NEGATIVE BINOMIAL', 2, (s) => negativeBinomial(s.plain(3), s.plain(2)), COSTLY_REDRAWS),
  {
    // By a curve of how likely each value is: where a draw comes to a share of its area.
    vensim: ['RANDOM LOOKUP'],
    arity: [6, 6],
    lower: (s) => {
      const [shift, stretch, draw] = [s.plain(3), s.plain(4), drawer(s, 5)];
      return s.table(0, ({ curve }) => {
        const { x, y } = curve();
        const { upTo, whole } = areaUnder({ x, y });
        if (!(whole > 0)) return s.complain('needs-table', { name: s.term.name });
        const [from, to] = [x[0]!, x.at(-1)!];
        const at = Array.from({ length: KNOTS + 1 }, (_, i) => from + ((to - from) * i) / KNOTS);
        const values = s.curve('values', { x: at.map((v) => upTo(v) / whole), y: at }, 'continuous');
        return inBounds(s, [s.plain(1), s.plain(2)], () => add(shift, mul(stretch, lookup(values, draw()))), REDRAWS); // prettier-ignore
      });
    },
  },
];
