import { STEP_TIME, add, both, call, div, eq, iff, join, le, mul, num, sub, sum } from '../build.ts';
import { canonical } from '../../../equation/dialects/names.ts';
import { callSite } from '../call-site.ts';
import { contextOf } from '../making.ts';
import { NA } from '../../../equation/dialects/parse-term.ts';
import { readCurve, valueOfData } from '../data-variables.ts';
import { valueThroughout } from '../constant-value.ts';
import { dataOf } from './data.ts';
import type { Curve } from '../../../equation/dialects/term.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { Context, ElementEntry } from '../world.ts';
import type { ForeignFunction } from './function.ts';

/** Most points of data that are looked through as the model runs. */
const MOST_POINTS = 2000;
const nothing = num(NA);

/** The points of an argument's data; a complaint if it has none. */
function points(s: CallSite): Curve | undefined {
  const element = dataOf(s, 0);
  const curve = element && (readCurve(element, s.context) ?? cumulatedIn(element, s.context));
  if (!curve) s.complain('needs-table', { name: s.text(0) });
  return curve;
}

/** What data add up to, point by point, or only at the last one: pure sums, whatever the time between. */
const CUMULATED: Readonly<Record<string, (points: Curve) => Curve>> = {
  cumulate: ({ x, y }) => ((sum) => ({ x, y: y.map((value) => (sum += value)) }))(0),
  cumulatef: ({ x, y }) => ({ x: x.slice(-1), y: [total(y)] }),
};

/** The points of a data variable that sums up another. */
function cumulatedIn(element: ElementEntry, { world }: Context): Curve | undefined {
  const { body } = element.definition;
  const term = body.kind === 'formula' && body.term.kind === 'call' ? body.term : undefined;
  const cumulated = term && CUMULATED[canonical(term.name)];
  const summed = cumulated && points(callSite(term, contextOf(world, element)));
  return summed && cumulated(summed);
}

/** Data that are worked out from other data, in the way of the variable that is defined so. */
function asData(s: CallSite, curve: Curve, time: Expr): Expr {
  const { body } = s.context.definition;
  const how = (body.kind === 'formula' ? body.interpolation : undefined) ?? 'interpolate';
  return valueOfData(curve, how, time, s.context);
}

/** Something about the data from one time to another: worked out here if the times are known, else as the model runs. */
function between(
  s: CallSite,
  known: (values: readonly number[]) => number,
  asked?: (values: readonly Expr[], within: readonly Expr[], count: Expr) => Expr,
): Expr {
  const curve = points(s);
  if (!curve) return num(NaN);
  const [from, to] = [s.value(1), s.value(2)];
  const [first, last] = [from, to].map((time) => valueThroughout(time, s.context));
  if (first !== undefined && last !== undefined) {
    const inside = curve.y.filter((_, i) => first <= curve.x[i]! && curve.x[i]! <= last);
    return inside.length === 0 ? nothing : num(known(inside));
  }
  if (!asked) return s.complain('not-constant', { name: s.term.name });
  const count = curve.x.length;
  if (count > MOST_POINTS) return s.complain('too-many', { what: 'data-points', count, limit: MOST_POINTS });
  const [begin, end] = [s.plain(1), s.plain(2)];
  const within = curve.x.map((x) => s.aux('within', both(le(begin, num(x)), le(num(x), end))));
  const found = s.aux('points', sum(within));
  return iff(eq(found, num(0)), nothing, asked(curve.y.map((y) => num(y)), within, found)); // prettier-ignore
}

const chosen = (values: readonly Expr[], within: readonly Expr[], absent: number): readonly Expr[] =>
  values.map((value, i) => iff(within[i]!, value, num(absent)));

const extreme = (fn: 'min' | 'max', absent: number) => (values: readonly Expr[], within: readonly Expr[]): Expr =>
  join(chosen(values, within, absent), num(absent), (a, b) => call(fn, a, b)); // prettier-ignore

function median(values: readonly number[]): number {
  const order = values.toSorted((a, b) => a - b);
  const middle = order.length / 2;
  return order.length % 2 === 1 ? order[Math.floor(middle)]! : (order[middle - 1]! + order[middle]!) / 2;
}

function deviation(values: readonly number[]): number {
  const mean = total(values) / values.length;
  return Math.sqrt(total(values.map((value) => (value - mean) ** 2)) / values.length);
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Vensim's questions about data; between times of which no data are, there is no value. */
export const dataStatistics: readonly ForeignFunction[] = [
  {
    vensim: ['GET DATA MIN'],
    arity: [3, 3],
    lower: (s) => between(s, (v) => Math.min(...v), extreme('min', Infinity)),
  },
  {
    vensim: ['GET DATA MAX'],
    arity: [3, 3],
    lower: (s) => between(s, (v) => Math.max(...v), extreme('max', -Infinity)),
  },
  {
    vensim: ['GET DATA MEAN'],
    arity: [3, 3],
    lower: (s) =>
      between(
        s,
        (v) => total(v) / v.length,
        (values, within, count) => div(sum(chosen(values, within, 0)), count),
      ),
  },
  { vensim: ['GET DATA MEDIAN'], arity: [3, 3], lower: (s) => between(s, median) },
  {
    // Vensim does not say whether it divides by the number of points or by one less.
    vensim: ['GET DATA STDV'],
    arity: [3, 3],
    lower: (s) => {
      s.approximate('GET DATA STDV', '√(Σ(x − x̄)² / n)');
      return between(s, deviation, (values, within, count) => {
        const centre = s.aux('mean', div(sum(chosen(values, within, 0)), count));
        const squares = values.map((value) => ((d) => mul(d, d))(sub(value, centre)));
        return call('sqrt', div(sum(chosen(squares, within, 0)), count));
      });
    },
  },
  { vensim: ['GET DATA FIRST TIME'], arity: [1, 1], lower: (s) => num(points(s)?.x[0] ?? NaN) },
  { vensim: ['GET DATA LAST TIME'], arity: [1, 1], lower: (s) => num(points(s)?.x.at(-1) ?? NaN) },
  { vensim: ['GET DATA TOTAL POINTS'], arity: [1, 1], lower: (s) => num(points(s)?.x.length ?? NaN) },
  {
    vensim: ['GET DATA AT TIME'],
    arity: [2, 2],
    lower: (s) => {
      const curve = points(s);
      if (!curve) return num(NaN);
      const time = s.plain(1);
      const [first, last] = [num(curve.x[0]!), num(curve.x.at(-1)!)];
      const value = valueOfData(curve, 'interpolate', time, s.context);
      return iff(both(le(first, time), le(time, last)), value, nothing);
    },
  },
  {
    // The data some time ahead, in the way of the variable that is defined so.
    vensim: ['TIME SHIFT'],
    arity: [2, 2],
    lower: (s) => {
      const curve = points(s);
      const shift = valueThroughout(s.value(1), s.context);
      if (shift === undefined) return s.complain('not-constant', { name: s.term.name });
      if (!curve) return num(NaN);
      return asData(s, curve, shift < 0 ? sub(STEP_TIME, num(-shift)) : add(STEP_TIME, num(shift)));
    },
  },
  ...['CUMULATE', 'CUMULATEF'].map((name) => ({
    vensim: [name],
    arity: [1, 1] as const,
    lower: (s: CallSite) => {
      const curve = points(s);
      return curve ? asData(s, CUMULATED[canonical(name)]!(curve), STEP_TIME) : num(NaN);
    },
  })),
];
