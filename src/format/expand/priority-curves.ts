import { abs, add, call, div, eq, iff, lt, mul, negate, num, sub } from './build.ts';
import { valueThroughout } from './constant-value.ts';
import { withLast } from './vectors.ts';
import { entryOf } from './references.ts';
import type { Term } from '../../equation/dialects/term.ts';
import type { Expr } from '../../model/expr.ts';
import type { CallSite } from './call-site.ts';
import type { Context } from './world.ts';

const [zero, one, half] = [num(0), num(1), num(0.5)];
const exp = (x: Expr): Expr => call('exp', x);
const clip = (x: Expr): Expr => call('max', zero, call('min', one, x));

/** What shape of curve a profile asks for (Vensim's ptype), and where and how wide it is. */
export interface Profile {
  readonly shape: Expr;
  readonly priority: Expr;
  readonly width: Expr;
}

interface PriorityCurve {
  /** How much of a quantity is met that many widths from the priority: all far below it, nothing far above it. */
  readonly share: (distance: Expr) => Expr;
  /** How many widths from the priority it still changes. */
  readonly reach: number;
  /** The smallest width that it is drawn with. */
  readonly narrowest: number;
}

const curves: readonly PriorityCurve[] = [
  // Rectangular, over one width.
  { reach: 0.5, narrowest: 1e-12, share: (z) => clip(sub(half, z)) },
  // Triangular, over one width.
  {
    reach: 0.5,
    narrowest: 1e-12,
    share: (z) => {
      const from = clip(add(z, half));
      const to = sub(one, from);
      return iff(lt(from, half), sub(one, mul(num(2), mul(from, from))), mul(num(2), mul(to, to)));
    },
  },
  // Normal; the width is a standard deviation, in Vensim at least 0.05. Abramowitz & Stegun 26.2.17, error below 7.5e-8.
  {
    reach: 5,
    narrowest: 0.05,
    share: (z) => {
      const x = abs(z);
      const t = div(one, add(one, mul(num(0.2316419), x)));
      const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight<Expr>((rest, c) => mul(t, add(num(c), rest)), zero);
      const tail = mul(series, mul(num(1 / Math.sqrt(2 * Math.PI)), exp(negate(mul(half, mul(x, x))))));
      return iff(lt(z, zero), sub(one, tail), tail);
    },
  },
  // Exponential to both sides.
  {
    reach: 10,
    narrowest: 1e-12,
    share: (z) => {
      const tail = mul(half, exp(negate(abs(z))));
      return iff(lt(z, zero), sub(one, tail), tail);
    },
  },
]; // prettier-ignore

/** Shape 0 is no curve: the quantity is fixed. The others are counted from 1. */
export const shapeNumber = (profile: Profile, context: Context): number | undefined => {
  const fixed = valueThroughout(profile.shape, context);
  return fixed === undefined ? undefined : Math.round(fixed);
};

/** A value for the one shape that a profile has, or for all that it may have. */
function byShape(s: CallSite, profile: Profile, fixed: Expr, of: (curve: PriorityCurve) => Expr): Expr {
  const cases = [() => fixed, ...curves.map((curve) => () => of(curve))];
  const shape = shapeNumber(profile, s.context);
  if (shape !== undefined) return cases[shape]?.() ?? s.complain('not-supported', { what: `ptype ${shape}` });
  return cases.reduceRight<Expr>((rest, value, i) => iff(eq(profile.shape, num(i)), value(), rest), num(NaN));
}

const widthOf = (profile: Profile, curve: PriorityCurve): Expr =>
  call('max', profile.width, num(curve.narrowest));

/** The share that is met at a price; `even` where the shape looks at no priority. */
export const shareAt = (s: CallSite, profile: Profile, price: Expr, even: Expr): Expr =>
  byShape(s, profile, even, (curve) =>
    curve.share(s.aux('distance', div(sub(price, profile.priority), widthOf(profile, curve)))),
  );

/** The lowest or the highest price at which profiles still change; `none` if all of them are fixed. */
export function priceBound(s: CallSite, profiles: readonly Profile[], side: 1 | -1, none: Expr): Expr {
  const pick = side > 0 ? 'max' : 'min';
  const missing = num(-side * Infinity);
  const ends = profiles.map((profile) =>
    byShape(s, profile, missing, (curve) =>
      add(profile.priority, mul(num(side * curve.reach), widthOf(profile, curve))),
    ),
  );
  const end = s.aux('price bound', ends.reduce<Expr>((a, b) => call(pick, a, b), missing)); // prettier-ignore
  return iff(eq(end, missing), none, end);
}

/** The profile of each element that stands before the last subscript of `pp[…, ptype]`. */
export function profileAt(
  s: CallSite,
  term: Extract<Term, { kind: 'name' }>,
  context: Context,
): Profile | undefined {
  const entry = entryOf(term.name, s.context);
  const fields = entry?.kind === 'variable' ? entry.ranges.at(-1)?.elements : undefined;
  if (!fields) return undefined;
  const [shape = zero, priority = zero, width = one] = fields
    .slice(0, 3)
    .map((field) => context.world.rules.lower(withLast(term, field), context));
  return { shape, priority, width };
}
