import { add, both, call, div, eq, iff, le, lookup, lt, mul, negate, num, sub } from '../build.ts';
import { inverted, mirrored, shaped } from '../curves.ts';
import { entryOf } from '../references.ts';
import { hasTable } from '../tables.ts';
import type { Curve } from '../../../equation/dialects/term.ts';
import type { CurveShape } from '../../foreign/foreign-model.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { Table } from '../tables.ts';
import type { ForeignFunction } from './function.ts';

/** A table of another shape with a table's points. */
function reshaped(
  s: CallSite,
  i: number,
  shape: CurveShape,
  x: (given: Expr) => Expr,
  change = (c: Curve) => c,
): Expr {
  const at = s.value(i + 1);
  return s.table(i, ({ curve }) =>
    lookup(s.curve('curve', change(shaped(curve(), 'continuous').curve), shape), x(at)),
  );
}

const asGiven = (x: Expr): Expr => x;

export const lookups: readonly ForeignFunction[] = [
  {
    vensim: ['WITH LOOKUP'],
    arity: [2, 2],
    lower: (s) => ((x) => s.table(1, ({ id }) => lookup(id, x)))(s.value(0)),
  },
  {
    xmile: ['LOOKUP'],
    arity: [2, 2],
    lower: (s) => ((x) => s.table(0, ({ id }) => lookup(id, x)))(s.value(1)),
  },
  { vensim: ['LOOKUP EXTRAPOLATE'], arity: [2, 2], lower: (s) => reshaped(s, 0, 'extrapolate', asGiven) },
  { vensim: ['LOOKUP BACKWARD'], arity: [2, 2], lower: (s) => reshaped(s, 0, 'discrete', asGiven) },
  { vensim: ['LOOKUP FORWARD'], arity: [2, 2], lower: (s) => reshaped(s, 0, 'discrete', negate, mirrored) },
  { vensim: ['LOOKUP INVERT'], arity: [2, 2], lower: (s) => reshaped(s, 0, 'continuous', asGiven, inverted) },
  {
    xmile: ['LOOKUPINV'],
    arity: [2, 2],
    lower: (s) => {
      const height = s.plain(1);
      return s.table(0, (table) => placeOf(s, table, height));
    },
  },
  {
    // Outside its points a lookup of Vensim's is level.
    vensim: ['LOOKUP AREA'],
    arity: [3, 3],
    lower: (s) => {
      const [from, to] = [s.plain(1), s.plain(2)];
      return s.table(0, (table) => ((upTo) => sub(upTo(to), upTo(from)))(areaOf(s, table)));
    },
  },
  {
    // isee: all of a graphical function, what comes before an x, or what lies between two.
    xmile: ['LOOKUPAREA'],
    arity: [1, 3],
    lower: (s) => between(s, (area) => area),
  },
  {
    xmile: ['LOOKUPMEAN'],
    arity: [1, 3],
    lower: (s) => between(s, (area, breadth, height) => iff(eq(breadth, num(0)), height, div(area, breadth))),
  },
  {
    // isee: x and y each as the heights of a graphical function of its own.
    xmile: ['LOOKUPXY'],
    arity: [3, 3],
    lower: (s) => {
      const isTable = (i: number): boolean => {
        const arg = s.term.args[i];
        const entry = arg?.kind === 'name' ? entryOf(arg.name, s.context) : undefined;
        return entry?.kind === 'variable' && hasTable(entry, s.context);
      };
      // The value that is looked up stands first or last.
      const [at, first] = isTable(0) ? [2, 0] : [0, 1];
      const x = s.value(at);
      return s.table(first, (xs) =>
        s.table(first + 1, (ys) => {
          const [right, up] = [xs.curve().y, ys.curve().y];
          const count = Math.min(right.length, up.length);
          const points = { x: right.slice(0, count), y: up.slice(0, count) };
          return lookup(s.curve('curve', points, 'continuous'), x);
        }),
      );
    },
  },
  {
    vensim: ['LOOKUP SLOPE'],
    arity: [2, 2],
    lower: (s) => {
      const x = s.plain(1);
      const h = 1e-6;
      return s.table(0, ({ id }) =>
        div(sub(lookup(id, add(x, num(h))), lookup(id, sub(x, num(h)))), num(2 * h)),
      );
    },
  },
];

/** The area under a table up to an x: the last point before it, and from there a straight line or a level. */
function areaOf(s: CallSite, { curve, shape }: Table): (x: Expr) => Expr {
  const { x, y } = shaped(curve(), 'continuous').curve;
  const level = shape === 'discrete';
  let area = 0;
  const areas = x.map((right, i) => {
    const [left, before] = [x[i - 1] ?? right, y[i - 1] ?? 0];
    return (area += (right - left) * (level ? before : (before + y[i]!) / 2));
  });
  const stepped = (what: string, heights: readonly number[]): string =>
    s.curve(what, { x, y: heights }, 'discrete');
  const [sums, knots, heights] = [stepped('area', areas), stepped('x', x), stepped('height', y)];
  const line = level ? heights : s.curve('curve', { x, y }, shape);
  return (at) => {
    const middle = div(add(lookup(heights, at), lookup(line, at)), num(2));
    return add(lookup(sums, at), mul(sub(at, lookup(knots, at)), middle));
  };
}

/** isee's questions about a stretch of a graphical function; outside its points it is nothing, or goes on. */
function between(s: CallSite, of: (area: Expr, breadth: Expr, height: Expr) => Expr): Expr {
  const [one, other] = [s.count > 1 ? s.plain(1) : undefined, s.count > 2 ? s.plain(2) : undefined];
  return s.table(0, (table) => {
    const { x } = shaped(table.curve(), 'continuous').curve;
    const [first, last] = [num(x[0]!), num(x.at(-1)!)];
    const [a, b] = [other ?? first, one ?? last];
    const [from, to] = [s.aux('from', call('min', a, b)), s.aux('to', call('max', a, b))];
    const inside = (at: Expr): Expr =>
      table.shape === 'extrapolate' ? at : call('max', first, call('min', last, at));
    const upTo = areaOf(s, table);
    return of(sub(upTo(inside(to)), upTo(inside(from))), sub(to, from), lookup(table.id, from));
  });
}

/** The first x at which a graphical function has a height; the end that is nearest where it never has. */
function placeOf(s: CallSite, { curve, shape }: Table, height: Expr): Expr {
  const { x, y } = shaped(curve(), 'continuous').curve;
  const rises = y.every((value, i) => i === 0 || y[i - 1]! < value);
  const falls = y.every((value, i) => i === 0 || y[i - 1]! > value);
  if (rises || falls || x.length < 2) {
    const ends = shape === 'extrapolate' ? 'extrapolate' : 'continuous';
    return lookup(s.curve('curve', inverted({ x, y }), ends), height);
  }
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const at = (extreme: number): Expr => num(x[y.indexOf(extreme)]!);
  const beyond = iff(lt(height, num(low)), at(low), at(high));
  return x.slice(1).reduceRight<Expr>((rest, right, i) => {
    const [left, from, to] = [x[i]!, y[i]!, y[i + 1]!];
    const holds = both(le(num(Math.min(from, to)), height), le(height, num(Math.max(from, to))));
    const place =
      from === to
        ? num(left)
        : add(num(left), mul(num((right - left) / (to - from)), sub(height, num(from))));
    return iff(holds, place, rest);
  }, beyond);
}
