import {
  add,
  both,
  isPlain,
  truncated,
  call,
  div,
  eq,
  iff,
  lt,
  mul,
  negate,
  not,
  num,
  op,
  sub,
  DT,
  START,
  STOP,
  TIME,
} from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/** Vensim counts a divisor as zero below this. */
const TINY = 1e-6;

const under = (name: string): Pick<ForeignFunction, 'xmile' | 'vensim'> => ({
  xmile: [name],
  vensim: [name],
});

/** A function that the engine has, by its name there. */
const same = (name: string, fn: string, count = 1): ForeignFunction => ({
  ...under(name),
  arity: [count, count],
  lower: (s) => call(fn, ...Array.from({ length: count }, (_, i) => s.value(i))),
});

const wholeOf = (s: CallSite, x: Expr): Expr => truncated(isPlain(x) ? x : s.aux('ratio', x));

/** What is left after division, with the sign of the dividend. */
function remainder(s: CallSite): Expr {
  const [a, b] = [s.plain(0), s.plain(1)];
  return sub(a, mul(b, wholeOf(s, div(a, b))));
}

const towardZero = (s: CallSite): boolean => s.context.world.foreign.rounding === 'toward zero';
const tiny = (x: Expr): Expr => lt(call('abs', x), num(TINY));
const exp = (x: Expr): Expr => call('exp', x);

export const mathematics: readonly ForeignFunction[] = [
  same('ABS', 'abs'),
  same('ARCCOS', 'arccos'),
  same('ARCSIN', 'arcsin'),
  same('ARCTAN', 'arctan'),
  same('COS', 'cos'),
  same('EXP', 'exp'),
  same('LN', 'ln'),
  same('SIN', 'sin'),
  same('SQRT', 'sqrt'),
  same('TAN', 'tan'),
  { xmile: ['LOG10'], arity: [1, 1], lower: (s) => call('log10', s.value(0)) },
  {
    xmile: ['INT'],
    arity: [1, 1],
    lower: (s) => (towardZero(s) ? wholeOf(s, s.value(0)) : call('floor', s.value(0))),
  },
  { xmile: ['ROUND'], arity: [1, 1], lower: (s) => call('round', s.value(0)) },
  {
    xmile: ['MOD'],
    arity: [2, 2],
    lower: (s) => (towardZero(s) ? remainder(s) : call('mod', s.value(0), s.value(1))),
  },
  { vensim: ['INTEGER'], arity: [1, 1], lower: (s) => wholeOf(s, s.value(0)) },
  {
    vensim: ['QUANTUM'],
    arity: [2, 2],
    lower: (s) => {
      const [a, b] = [s.plain(0), s.plain(1)];
      return iff(lt(b, num(TINY)), a, mul(b, wholeOf(s, div(a, b))));
    },
  },
  {
    vensim: ['MODULO'],
    arity: [2, 2],
    lower: remainder,
  },
  { vensim: ['LOG'], arity: [2, 2], lower: (s) => div(call('ln', s.value(0)), call('ln', s.value(1))) },
  { vensim: ['POWER'], xmile: ['POWER'], arity: [2, 2], lower: (s) => op('^', s.value(0), s.value(1)) },
  {
    vensim: ['COSH'],
    arity: [1, 1],
    lower: (s) => ((x) => div(add(exp(x), exp(negate(x))), num(2)))(s.plain(0)),
  },
  {
    vensim: ['SINH'],
    arity: [1, 1],
    lower: (s) => ((x) => div(sub(exp(x), exp(negate(x))), num(2)))(s.plain(0)),
  },
  {
    vensim: ['TANH'],
    arity: [1, 1],
    // By the exponential of −2|x|, which cannot overflow.
    lower: (s) => {
      const x = s.plain(0);
      const e = s.aux('exponential', exp(mul(num(-2), call('abs', x))));
      const size = div(sub(num(1), e), add(num(1), e));
      return iff(lt(x, num(0)), negate(size), size);
    },
  },
  {
    ...under('IF THEN ELSE'),
    arity: [3, 3],
    lower: (s) => iff(s.value(0), s.value(1), s.value(2)),
  },
  {
    vensim: ['XIDZ'],
    arity: [3, 3],
    lower: (s) => ((b) => iff(tiny(b), s.value(2), div(s.value(0), b)))(s.plain(1)),
  },
  {
    vensim: ['ZIDZ'],
    arity: [2, 2],
    lower: (s) => ((b) => iff(tiny(b), num(0), div(s.value(0), b)))(s.plain(1)),
  },
  {
    xmile: ['SAFEDIV'],
    arity: [2, 3],
    lower: (s) => ((b) => iff(eq(b, num(0)), s.value(2, num(0)), div(s.value(0), b)))(s.plain(1)),
  },
  { ...under('GAME'), arity: [1, 1], lower: (s) => s.value(0) },
  { xmile: ['PI'], arity: [0, 0], lower: () => num(Math.PI) },
  { xmile: ['INF'], arity: [0, 0], lower: () => num(Infinity) },
  { xmile: ['TIME'], arity: [0, 0], lower: () => TIME },
  { xmile: ['DT'], arity: [0, 0], lower: () => DT },
  { xmile: ['STARTTIME'], arity: [0, 0], lower: () => START },
  { xmile: ['STOPTIME'], arity: [0, 0], lower: () => STOP },
  { xmile: ['SWITCH'], arity: [2, 2], lower: (s) => lt(s.value(1), s.value(0)) },
  { xmile: ['PERCENT'], arity: [1, 1], lower: (s) => mul(num(100), s.value(0)) },
  {
    // 1 where exactly one side is true.
    xmile: ['XOR'],
    arity: [2, 2],
    lower: (s) => op('!=', not(s.value(0)), not(s.value(1))),
  },
  {
    xmile: ['FACTORIAL'],
    arity: [1, 1],
    lower: (s) => call('round', exp(logGamma(s, add(s.value(0), num(1))))),
  },
  { xmile: ['GAMMALN'], vensim: ['GAMMA LN'], arity: [1, 1], lower: (s) => logGamma(s, s.value(0)) },
  {
    xmile: ['COMBINATIONS'],
    arity: [2, 2],
    lower: (s) => {
      const [n, k] = [s.plain(0), s.plain(1)];
      const log = (x: Expr): Expr => logGamma(s, add(x, num(1)));
      return call('round', exp(sub(log(n), add(log(k), log(sub(n, k))))));
    },
  },
];

/**
 * Logarithm of the gamma function for x > 0 by Stirling's series, after x is moved up by eight with the recurrence
 * Γ(x + 1) = x·Γ(x) (Abramowitz & Stegun 6.1.15, 6.1.41); relative error below 1e-13.
 */
function logGamma(s: CallSite, argument: Expr): Expr {
  const x = s.aux('gamma argument', argument);
  const up = Array.from({ length: 8 }, (_, i) => add(x, num(i))).reduce(mul);
  const z = s.aux('gamma shifted', add(x, num(8)));
  const square = s.aux('gamma square', mul(z, z));
  const series = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188].reduceRight<Expr>(
    (rest, c) => add(num(c), div(rest, square)),
    num(0),
  );
  const main = sub(mul(sub(z, num(0.5)), call('ln', z)), sub(z, num(0.5 * Math.log(2 * Math.PI))));
  const value = sub(add(main, div(series, z)), call('ln', up));
  return iff(both(lt(num(0), x), lt(x, num(Infinity))), value, num(NaN));
}
