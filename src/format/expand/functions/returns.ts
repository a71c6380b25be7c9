import { DT, START, STEP_TIME, STOP, add, call, div, eq, iff, le, lt, mul, num, op, sub } from '../build.ts';
import { NA } from '../../../equation/dialects/parse-term.ts';
import { valueAtStart, valueThroughout } from '../constant-value.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

const [zero, one] = [num(0), num(1)];

/** Most fiscal periods of a run. */
const MOST_PERIODS = 100;
/** Halvings of the range in which the growth is looked for: a rate of almost −1 to 1. */
const HALVINGS = 48;
const [LOWEST, HIGHEST] = [0.01, 2];
/** Terms that are put together before they have a name. */
const TERMS = 16;

/**
 * The rate for a fiscal period at which all that has come and gone so far, each period's sum at its end, is worth
 * nothing: a growth of u = 1 + rate for each period, at which init·u^… + a₀·uⁿ⁻¹ + … + aₙ₋₁ = 0.
 */
function internalRate(s: CallSite): Expr {
  const fiscal = valueThroughout(s.value(1), s.context);
  const length = valueAtStart(sub(STOP, START), s.context);
  if (fiscal === undefined || !(fiscal > 0) || length === undefined)
    return s.complain('not-constant', { name: s.term.name });
  const periods = Math.max(1, Math.ceil(length / fiscal - 1e-9));
  if (periods > MOST_PERIODS)
    return s.complain('too-many', { what: 'periods', count: periods, limit: MOST_PERIODS });
  const [stream, first, at] = [s.plain(0), s.frozen('invested', s.value(2)), s.value(3)];
  const passed = div(add(sub(STEP_TIME, START), mul(num(1e-6), DT)), num(fiscal));
  const period = s.aux('period', call('floor', passed));
  const sums = Array.from({ length: periods }, (_, i) =>
    s.stock('period sum', zero, () => iff(eq(period, num(i)), stream, zero)),
  );
  const wait = s.frozen('waits', sub(num(periods), div(sub(at, START), num(fiscal))));
  const worth = (u: Expr): Expr =>
    sums.reduce((so, amount, i) => {
      const more = add(mul(so, u), amount);
      return i % TERMS === TERMS - 1 ? s.aux('worth', more) : more;
    }, zero);
  const value = (u: Expr): Expr => add(mul(first, op('^', u, wait)), worth(u));
  const [low, high] = [s.aux('value', value(num(LOWEST))), s.aux('value', value(num(HIGHEST)))];
  let step = (HIGHEST - LOWEST) / 2;
  let u: Expr = num(LOWEST + step);
  for (let i = 0; i < HALVINGS; i++) {
    step /= 2;
    const before = eq(lt(zero, value(u)), lt(zero, low));
    u = s.aux('growth', add(u, iff(before, num(step), num(-step))));
  }
  return iff(le(zero, mul(low, high)), num(NA), sub(u, one));
}

export const returns: readonly ForeignFunction[] = [
  { vensim: ['INTERNAL RATE OF RETURN'], arity: [4, 4], lower: internalRate },
];
