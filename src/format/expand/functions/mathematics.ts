import {
  add,
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

const towardZero = (s: CallSite): boolean => s.context.world.foreign.author === 'vensim';
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
      const none = lt(b, num(TINY));
      return iff(none, a, mul(b, wholeOf(s, div(a, iff(none, num(1), b)))));
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
    ...under('COSH'),
    arity: [1, 1],
    lower: (s) => ((x) => div(add(exp(x), exp(negate(x))), num(2)))(s.plain(0)),
  },
  {
    ...under('SINH'),
    arity: [1, 1],
    lower: (s) => ((x) => div(sub(exp(x), exp(negate(x))), num(2)))(s.plain(0)),
  },
  {
    ...under('TANH'),
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
    xmile: ['ROOTN'],
    arity: [2, 2],
    lower: (s) => op('^', s.value(0), div(num(1), s.value(1))),
  },
  { xmile: ['NAN'], arity: [0, 0], lower: () => num(NaN) },
  {
    // Growth by so many per cent in a time unit, whatever the step.
    xmile: ['CGROWTH'],
    arity: [1, 1],
    lower: (s) => {
      const factor = add(num(1), div(s.value(0), num(100)));
      return div(sub(op('^', factor, DT), num(1)), DT);
    },
  },
  // There is one run, and it never stops to ask.
  { xmile: ['RUNCOUNT', 'SENSIRUNCOUNT'], arity: [0, 0], lower: () => num(1) },
  { xmile: ['PAUSE'], arity: [0, Infinity], lower: () => num(0) },
];
