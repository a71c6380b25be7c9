import { abs, add, call, div, iff, le, lt, mul, negate, num, op, sub, sum } from '../build.ts';
import { valueThroughout } from '../constant-value.ts';
import { entryOf } from '../references.ts';
import { along, dimensionAt, ownPlace, sharedBy, subscripted, withLast } from '../vectors.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/** Halvings of the range in which the market's price is looked for. */
const HALVINGS = 45;
const [zero, one, half] = [num(0), num(1), num(0.5)];
const exp = (x: Expr): Expr => call('exp', x);
const clip = (x: Expr): Expr => call('max', zero, call('min', one, x));

/** What shape of curve a profile asks for (Vensim's ptype), and where and how wide it is. */
interface Profile {
  readonly shape: Expr;
  readonly priority: Expr;
  readonly width: Expr;
}

/** How much of a request is met at a price: all far below the priority, nothing far above it. */
const curves: readonly ((distance: Expr) => Expr)[] = [
  // Rectangular, over one width.
  (z) => clip(sub(half, z)),
  // Triangular, over one width.
  (z) => {
    const from = clip(add(z, half));
    const to = sub(one, from);
    return iff(lt(from, half), sub(one, mul(num(2), mul(from, from))), mul(num(2), mul(to, to)));
  },
  // Normal; the width is a standard deviation. Abramowitz & Stegun 26.2.17, error below 7.5e-8.
  (z) => {
    const x = abs(z);
    const t = div(one, add(one, mul(num(0.2316419), x)));
    const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight<Expr>((rest, c) => mul(t, add(num(c), rest)), zero);
    const tail = mul(series, mul(num(1 / Math.sqrt(2 * Math.PI)), exp(negate(mul(half, mul(x, x))))));
    return iff(lt(z, zero), sub(one, tail), tail);
  },
  // Exponential to both sides.
  (z) => {
    const tail = mul(half, exp(negate(abs(z))));
    return iff(lt(z, zero), sub(one, tail), tail);
  },
]; // prettier-ignore

/** The prices between which all requests go from met to not met. */
interface Market {
  readonly high: Expr;
  readonly breadth: Expr;
}

/** The share at a price, for the one shape that a profile has or for all that it may have. */
function shareAt(s: CallSite, profile: Profile, price: Expr, market: Market): Expr {
  const width = call('max', profile.width, num(1e-12));
  const distance = s.aux('distance', div(sub(price, profile.priority), width));
  // Shape 0 looks at no priority: all are met in the same share, less and less from the lowest price to the highest.
  const even = div(sub(market.high, price), market.breadth);
  const shapes = [() => even, ...curves.map((curve) => () => curve(distance))];
  const fixed = valueThroughout(profile.shape, s.context);
  const shape = fixed === undefined ? undefined : shapes[Math.round(fixed)];
  if (shape) return shape();
  return shapes.reduceRight<Expr>(
    (rest, share, i) => iff(op('==', profile.shape, num(i)), share(), rest),
    num(NaN),
  );
}

/** How far from its priority a curve reaches, in widths. */
const REACH = 10;

/**
 * The price at which requests take up the supply, found by halving: the met share of all requests falls with the price.
 * Each request is then met by its own share.
 */
function allocate(
  s: CallSite,
  requests: readonly Expr[],
  profiles: readonly Profile[],
  supply: Expr,
): readonly Expr[] {
  const total = s.aux('requests', sum(requests));
  const wanted = s.aux('supply', call('min', supply, total));
  const edge = (sign: 1 | -1) => {
    const ends = profiles.map((p) =>
      add(p.priority, mul(num(sign * REACH), call('max', p.width, num(1e-12)))),
    );
    return s.aux(
      'price bound',
      ends.reduce((a, b) => call(sign > 0 ? 'max' : 'min', a, b)),
    );
  };
  const [low, high] = [edge(-1), edge(1)];
  const breadth = s.aux('price range', sub(high, low));
  let price = s.aux('price', mul(half, add(low, high)));
  const met = (at: Expr): readonly Expr[] =>
    requests.map((request, i) => mul(request, shareAt(s, profiles[i]!, at, { high, breadth })));
  for (let i = 2; i <= HALVINGS; i++) {
    const step = mul(breadth, num(2 ** -i));
    price = s.aux('price', add(price, iff(lt(wanted, sum(met(price))), step, negate(step))));
  }
  return met(price).map((value, i) =>
    iff(le(supply, zero), zero, iff(le(total, supply), requests[i]!, value)),
  );
}

export const allocation: readonly ForeignFunction[] = [
  {
    vensim: ['ALLOCATE AVAILABLE'],
    arity: [3, 3],
    lower: (s) => {
      const [request, profile] = [subscripted(s, 0), subscripted(s, 1)];
      const range = request && dimensionAt(s, request, 0);
      const entry = profile && entryOf(profile.name, s.context);
      const fields = entry?.kind === 'variable' ? entry.ranges.at(-1)?.elements : undefined;
      if (!request || !profile || !range || !fields) return num(NaN);
      const all = sharedBy(s, [range], () => {
        const requests = along(request, range, s.context).map((r) => s.aux('request', r));
        const columns = fields.slice(0, 3).map((field) => along(withLast(profile, field), range, s.context));
        const profiles = requests.map((_, i) => ({
          shape: columns[0]?.[i] ?? zero,
          priority: columns[1]?.[i] ?? zero,
          width: columns[2]?.[i] ?? one,
        }));
        return allocate(s, requests, profiles, s.context.world.rules.lower(s.term.args[2]!, s.context));
      });
      return all[ownPlace(s, range)] ?? num(NaN);
    },
  },
  {
    vensim: ['ALLOCATE BY PRIORITY'],
    arity: [5, 5],
    lower: (s) => {
      const [request, priority] = [subscripted(s, 0), subscripted(s, 1)];
      const range = request && dimensionAt(s, request, 0);
      if (!request || !priority || !range) return num(NaN);
      const all = sharedBy(s, [range], () => {
        const requests = along(request, range, s.context).map((r) => s.aux('request', r));
        const width = s.plain(3);
        const profiles = along(priority, range, s.context).map((p) => ({ shape: one, priority: p, width }));
        return allocate(s, requests, profiles, s.context.world.rules.lower(s.term.args[4]!, s.context));
      });
      return all[ownPlace(s, range)] ?? num(NaN);
    },
  },
];
