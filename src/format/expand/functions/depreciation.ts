import { DT, START, STEP_TIME, add, call, div, iff, lt, mul, num, past, sub, sum } from '../build.ts';
import { valueAtStart } from '../constant-value.ts';
import { along, subscripted } from '../vectors.ts';
import { inPlace, listedFrom } from '../listed.ts';
import { nameOf } from './delays.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

const [zero, one] = [num(0), num(1)];
const MOST_PERIODS = 1000;

interface Schedule {
  readonly stream: Expr;
  /** The part of an investment that is written off in its own period, in the next, and so on: one in all. */
  readonly shares: readonly Expr[];
  readonly period: Expr;
  /** Where a period begins. */
  readonly from: Expr;
  /** What was invested in the periods before the run, the last one first. */
  readonly before: (periods: number) => Expr;
}

/**
 * What is invested in a fiscal period is written off evenly within each period that follows; within its own, as it comes
 * in. So each part falls into the right period.
 */
function writtenOff(s: CallSite, { stream, shares, period, from, before }: Schedule): Expr {
  const number = s.aux('period', call('floor', add(div(sub(STEP_TIME, from), period), num(1e-9))));
  const begins = s.aux('new period', lt(past(nameOf(s, number), one, num(Infinity)), number));
  const invested = s.loop('invested', (self) =>
    add(iff(begins, zero, past(self, one, zero)), mul(stream, DT)),
  );
  let newer = nameOf(s, invested);
  const parts = shares.slice(1).map((share, i) => {
    const first = s.frozen('invested before', before(i + 1));
    const older = s.loop('invested before', (self) =>
      iff(begins, past(newer, one, first), past(self, one, first)),
    );
    newer = nameOf(s, older);
    return mul(share, older);
  });
  return add(mul(shares[0]!, stream), div(sum(parts), period));
}

/** What is already to be written off as the run begins: one number, or one for each period. */
function openings(s: CallSite): readonly Expr[] {
  const term = s.term.args[2];
  const range = term?.kind === 'name' && term.subscripts ? listedFrom(s, term, 0) : undefined;
  return range && term?.kind === 'name' ? along(inPlace(term, 0, range), range, s.context) : [s.value(2)];
}

export const depreciation: readonly ForeignFunction[] = [
  {
    vensim: ['DEPRECIATE STRAIGHTLINE'],
    arity: [4, 4],
    lower: (s) => {
      const [stream, fiscal] = [s.plain(0), s.value(2)];
      const periods = valueAtStart(div(s.value(1), fiscal), s.context);
      if (periods === undefined) return s.complain('not-constant', { name: s.term.name });
      const count = Math.max(1, Math.round(periods));
      if (count > MOST_PERIODS)
        return s.complain('too-many', { what: 'periods', count, limit: MOST_PERIODS });
      const period = s.frozen('fiscal period', div(s.value(1), num(count)));
      const each = mul(s.value(3), period);
      const shares = Array.from({ length: count }, () => num(1 / count));
      return writtenOff(s, { stream, shares, period, from: START, before: () => each });
    },
  },
  {
    vensim: ['DEPRECIATE BY SCHEDULE'],
    arity: [5, 5],
    lower: (s) => {
      const schedule = subscripted(s, 1);
      const range = schedule && listedFrom(s, schedule, 0);
      if (!schedule || !range) return num(NaN);
      const fractions = along(inPlace(schedule, 0, range), range, s.context);
      const whole = s.aux('whole', sum(fractions));
      const shares = fractions.map((f) => s.aux('share', div(f, whole)));
      const period = s.frozen('fiscal period', div(s.value(3), num(fractions.length)));
      // What it is counted in is not said: only nothing is sure.
      if (!openings(s).every((value) => valueAtStart(value, s.context) === 0))
        return s.complain('not-supported', { what: `${s.term.name}(…, init ≠ 0, …)` });
      const from = s.frozen('fiscal start', s.value(4));
      return writtenOff(s, { stream: s.plain(0), shares, period, from, before: () => zero });
    },
  },
];
