import { START, STEP_TIME, add, call, div, mul, num, sub } from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/** Months in a time unit, by Vensim's number for it: year, quarter, month. */
const MONTHS: readonly number[] = [12, 3, 1];
const DAYS = 30;

const whole = (x: Expr): Expr => call('floor', x);
const within = (x: Expr, size: number): Expr => call('mod', x, num(size));

/** Vensim counts years, quarters and months in a year of 360 days; a millionth of a day makes up for rounding. */
function dated(s: CallSite, time: Expr, measure: number): Expr {
  const { calendar } = s.context.world.foreign;
  const months = calendar && MONTHS[calendar.unit];
  if (!calendar || months === undefined || measure > 4)
    return s.complain('not-supported', { what: `GET TIME VALUE(…, ${measure})` });
  const from = calendar.year * 12 + calendar.month - 1 + (calendar.day - 1) / DAYS;
  const month = s.aux('month', add(num(from + 1e-6 / DAYS), mul(time, num(months))));
  switch (measure) {
    case 1:
      return whole(div(month, num(12)));
    case 2:
      return add(num(1), whole(div(within(month, 12), num(3))));
    case 3:
      return add(num(1), whole(within(month, 12)));
    default:
      return add(num(1), whole(mul(num(DAYS), sub(month, whole(month)))));
  }
}

export const calendar: readonly ForeignFunction[] = [
  {
    vensim: ['GET TIME VALUE'],
    arity: [3, 3],
    lower: (s) => {
      const [relative, measure] = [Math.round(s.constant(0)), Math.round(s.constant(2))];
      if (relative > 1) {
        // The clock of the computer would make each run another one.
        s.approximate('GET TIME VALUE(2, …)', '0');
        return num(0);
      }
      const time = s.aux('moment', add(relative === 1 ? START : STEP_TIME, s.value(1)));
      return measure === 0 ? time : dated(s, time, measure);
    },
  },
  { vensim: ['TIME BASE'], arity: [2, 2], lower: (s) => add(s.value(0), mul(STEP_TIME, s.value(1))) },
];
