import { div, lookup, negate, num, sub, add } from '../build.ts';
import { inverted, mirrored, shaped } from '../curves.ts';
import type { Curve } from '../../../equation/dialects/term.ts';
import type { CurveShape } from '../../foreign/foreign-model.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
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
  {
    vensim: ['LOOKUP INVERT'],
    xmile: ['LOOKUPINV'],
    arity: [2, 2],
    lower: (s) => reshaped(s, 0, 'continuous', asGiven, inverted),
  },
  {
    vensim: ['LOOKUP AREA'],
    arity: [3, 3],
    lower: (s) => {
      const [from, to] = [s.value(1), s.value(2)];
      return s.table(0, ({ curve }) => {
        const area = integrated(shaped(curve(), 'continuous').curve);
        const at = (x: Expr): Expr => lookup(s.curve('area', area, 'extrapolate'), x);
        return sub(at(to), at(from));
      });
    },
  },
  {
    // isee: the mean height of a graphical function, all of it or between two of its x.
    xmile: ['LOOKUPMEAN'],
    arity: [1, 3],
    lower: (s) => {
      const [from, to] = s.count > 2 ? [s.plain(1), s.plain(2)] : [];
      return s.table(0, ({ curve }) => {
        const points = shaped(curve(), 'continuous').curve;
        const area = integrated(points);
        const [a, b] = [from ?? num(points.x[0]!), to ?? num(points.x.at(-1)!)];
        const at = (x: Expr): Expr => lookup(s.curve('area', area, 'extrapolate'), x);
        return div(sub(at(b), at(a)), sub(b, a));
      });
    },
  },
  {
    xmile: ['LOOKUPAREA'],
    arity: [1, 3],
    lower: (s) => {
      const [from, to] = s.count > 2 ? [s.plain(1), s.plain(2)] : [];
      return s.table(0, ({ curve }) => {
        const points = shaped(curve(), 'continuous').curve;
        const at = (x: Expr): Expr => lookup(s.curve('area', integrated(points), 'extrapolate'), x);
        return sub(at(to ?? num(points.x.at(-1)!)), at(from ?? num(points.x[0]!)));
      });
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

/** The area under a curve from its first point, at its points: between them it is drawn with straight lines. */
function integrated({ x, y }: Curve): Curve {
  let area = 0;
  return { x, y: x.map((_, i) => (i === 0 ? 0 : (area += ((y[i]! + y[i - 1]!) / 2) * (x[i]! - x[i - 1]!)))) };
}
