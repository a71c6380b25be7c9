import { START, STEP_TIME, add, call, div, iff, lt, mul, negate, num, sub } from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/** Days in a time unit, by Vensim's number for it: from year, quarter and month of a year of 360 days to a second. */
const DAYS: readonly number[] = [360, 90, 30, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400];
const MONTH_UNIT = 2;
/** What makes up for rounding, in days. */
const NEARLY = 1e-8;

const whole = (x: Expr): Expr => call('floor', x);
const within = (x: Expr, size: number): Expr => call('mod', x, num(size));
const over = (x: Expr, size: number): Expr => whole(div(x, num(size)));

/** Days from the first of January of the year 0 to a date, leap years counted. */
function daysTo(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round((date.getTime() - Date.UTC(2000, 0, 1)) / 86_400_000) + 2000 * 365.2425;
}

interface DayOfYear {
  readonly year: Expr;
  /** From 1 to 12, as is the day from 1. */
  readonly month: Expr;
  readonly day: Expr;
}

const dateOf360 = (days: Expr): DayOfYear => ({
  year: over(days, 360),
  month: add(num(1), over(within(days, 360), 30)),
  day: add(num(1), whole(within(days, 30))),
});

/** The date by the calendar: years run from March, so that the leap day comes last (after H. Hinnant). */
function gregorian(s: CallSite, days: Expr): DayOfYear {
  const fromMarch = s.aux('day', sub(whole(days), num(60)));
  const inEra = s.aux('day', within(fromMarch, 146_097));
  const leaps = add(sub(over(inEra, 36_524), over(inEra, 1460)), negate(over(inEra, 146_096)));
  const year = s.aux('year', over(add(inEra, leaps), 365));
  const before = sub(add(mul(num(365), year), over(year, 4)), over(year, 100));
  const inYear = s.aux('day', sub(inEra, before));
  const march = s.aux('month', over(add(mul(num(5), inYear), num(2)), 153));
  const early = lt(march, num(10));
  const day = add(num(1), sub(inYear, over(add(mul(num(153), march), num(2)), 5)));
  const eras = mul(num(400), over(fromMarch, 146_097));
  return {
    year: add(add(year, eras), iff(early, num(0), num(1))),
    month: add(march, iff(early, num(3), num(-9))),
    day,
  };
}

/** Years, quarters and months are counted in a year of 360 days; from weeks down the calendar holds. */
function dated(s: CallSite, time: Expr, measure: number): Expr {
  const { calendar } = s.context.world.foreign;
  const unit = calendar && DAYS[calendar.unit];
  if (!calendar || unit === undefined || measure > 10)
    return s.complain('not-supported', { what: `GET TIME VALUE(…, ${measure})` });
  const { year, month, day } = calendar;
  const even = calendar.unit <= MONTH_UNIT;
  const from = even ? year * 360 + (month - 1) * 30 + day - 1 : daysTo(year, month, day);
  const days = s.aux('days', add(num(from + NEARLY), mul(time, num(unit))));
  const date = (): DayOfYear => (even ? dateOf360(days) : gregorian(s, days));
  const inDay = (parts: number): Expr => mul(within(days, 1), num(parts));
  switch (measure) {
    case 1:
      return date().year;
    case 2:
      return add(num(1), over(sub(date().month, num(1)), 3));
    case 3:
      return date().month;
    case 4:
      return date().day;
    case 5:
      // The year 0 began on a Saturday.
      return within(add(whole(days), num(6)), 7);
    case 6:
      return whole(days);
    case 7:
      return whole(inDay(24));
    case 8:
      return whole(within(inDay(1440), 60));
    case 9:
      return within(inDay(86_400), 60);
    default:
      // Meant for a seed: seconds since the year 0 began, of which only the last half million count.
      return whole(within(mul(days, num(86_400)), 500_000));
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
