import { DT, START, STEP_TIME, TIME, add, both, call, div, iff, le, lt, mul, num, sub } from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/** Half a step on, so that rounding in the time of a step cannot move an event to the step after. */
const SOON: Expr = add(STEP_TIME, div(DT, num(2)));
const zero = num(0);
const positive = (x: Expr, otherwise: Expr): Expr => iff(lt(zero, x), x, otherwise);

/** In Vensim these inputs stand still while a step is worked out in stages. */
const clock = (s: CallSite): Expr => (s.vensim ? STEP_TIME : TIME);

const wave = (fn: 'sin' | 'cos') => (s: CallSite): Expr =>
  mul(call('abs', s.value(0)), call(fn, div(mul(num(2 * Math.PI), clock(s)), s.value(1)))); // prettier-ignore

export const inputs: readonly ForeignFunction[] = [
  {
    xmile: ['STEP'],
    vensim: ['STEP'],
    arity: [2, 2],
    lower: (s) => iff(lt(s.value(1), add(clock(s), div(DT, num(2)))), s.value(0), zero),
  },
  {
    xmile: ['RAMP'],
    arity: [1, 3],
    lower: (s) => {
      const until = s.count > 2 ? call('min', TIME, s.value(2)) : TIME;
      return mul(s.value(0), call('max', zero, sub(until, s.value(1, START))));
    },
  },
  {
    // One that ends before it begins goes on for ever.
    vensim: ['RAMP'],
    arity: [3, 3],
    lower: (s) => {
      const [from, to] = [s.plain(1), s.plain(2)];
      const until = iff(lt(to, from), STEP_TIME, call('min', STEP_TIME, to));
      return iff(lt(from, STEP_TIME), mul(s.value(0), sub(until, from)), zero);
    },
  },
  {
    // XMILE 3.5.4: the volume within one step, so a height of volume/dt.
    xmile: ['PULSE'],
    arity: [1, 3],
    lower: (s) => {
      const since = s.aux('since pulse', sub(SOON, s.value(1, START)));
      const interval = s.plain(2, zero);
      const within = iff(lt(zero, interval), call('mod', since, interval), since);
      return iff(both(lt(zero, since), lt(within, DT)), div(s.value(0), DT), zero);
    },
  },
  {
    vensim: ['PULSE'],
    arity: [2, 2],
    lower: (s) => {
      const start = s.plain(0);
      return both(lt(start, SOON), lt(SOON, add(start, positive(s.plain(1), DT))));
    },
  },
  {
    vensim: ['PULSE TRAIN'],
    arity: [4, 4],
    lower: (s) => {
      const since = s.aux('since pulse', sub(SOON, s.value(0)));
      const between = s.plain(2);
      const within = iff(lt(zero, between), call('mod', since, between), since);
      return both(both(lt(zero, since), lt(within, positive(s.plain(1), DT))), le(STEP_TIME, s.value(3)));
    },
  },
  { xmile: ['SINWAVE'], arity: [2, 2], lower: wave('sin') },
  { xmile: ['COSWAVE'], arity: [2, 2], lower: wave('cos') },
  {
    // From the first value up by dt each step, and over again before the second.
    xmile: ['COUNTER'],
    arity: [2, 2],
    lower: (s) => {
      const from = s.plain(0);
      return add(from, call('mod', sub(STEP_TIME, START), sub(s.value(1), from)));
    },
  },
];
