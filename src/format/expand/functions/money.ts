import { DT, add, div, mul, negate, num, op, sub } from '../build.ts';
import type { ForeignFunction } from './function.ts';

/** Present values and payments. */
export const money: readonly ForeignFunction[] = [
  {
    // A stream of payments, each worth less by the rate for every time unit until it comes; this step's counts too.
    xmile: ['NPV'],
    vensim: ['NPV'],
    arity: [2, 4],
    lower: (s) => {
      const [stream, rate] = [s.plain(0), s.plain(1)];
      const worth = s.stock('worth', num(1), (level) =>
        negate(div(mul(level, rate), add(num(1), mul(rate, DT)))),
      );
      const so = s.stock('present value', s.value(2, num(0)), () => mul(stream, worth));
      return mul(add(so, mul(mul(stream, worth), DT)), s.value(3, num(1)));
    },
  },
  {
    // What a sum in the future is worth now, and the other way round.
    xmile: ['PV'],
    arity: [4, 4],
    lower: (s) => {
      const [rate, periods, payment, future] = [s.plain(0), s.plain(1), s.value(2), s.value(3)];
      const factor = s.aux('factor', op('^', add(num(1), rate), negate(periods)));
      return negate(add(mul(future, factor), mul(payment, div(sub(num(1), factor), rate))));
    },
  },
  {
    xmile: ['FV'],
    arity: [4, 4],
    lower: (s) => {
      const [rate, periods, payment, present] = [s.plain(0), s.plain(1), s.value(2), s.value(3)];
      const factor = s.aux('factor', op('^', add(num(1), rate), periods));
      return negate(add(mul(present, factor), mul(payment, div(sub(factor, num(1)), rate))));
    },
  },
  {
    xmile: ['PMT'],
    arity: [4, 4],
    lower: (s) => {
      const [rate, periods, present, future] = [s.plain(0), s.plain(1), s.value(2), s.value(3)];
      const factor = s.aux('factor', op('^', add(num(1), rate), negate(periods)));
      return negate(div(mul(rate, add(present, mul(future, factor))), sub(num(1), factor)));
    },
  },
];
