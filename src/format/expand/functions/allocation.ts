import { add, call, div, iff, le, lt, mul, negate, num, sub, sum } from '../build.ts';
import { priceBound, profileAt, shapeNumber, shareAt } from '../priority-curves.ts';
import { inPlace, listedFrom } from '../listed.ts';
import { along, bound, dimensionAt, ownPlace, sharedBy, subscripted } from '../vectors.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { Profile } from '../priority-curves.ts';
import type { ForeignFunction } from './function.ts';

/** Halvings of the range in which the market's price is looked for. */
const HALVINGS = 45;
const [zero, one, half] = [num(0), num(1), num(0.5)];
const lost = num(NaN);

/** How far from its priority a curve is followed in an allocation, in widths. */
const REACH = 10;

/** The price at which what falls with it, `above`, comes down to 0: found by halving. */
function priceWhere(s: CallSite, low: Expr, high: Expr, above: (price: Expr) => Expr): Expr {
  const breadth = s.aux('price range', sub(high, low));
  let price = s.aux('price', mul(half, add(low, high)));
  for (let i = 2; i <= HALVINGS; i++) {
    const step = mul(breadth, num(2 ** -i));
    price = s.aux('price', add(price, iff(lt(zero, above(price)), step, negate(step))));
  }
  return price;
}

/**
 * The met share of all requests falls with the price; at the one where requests take up the supply each request is met by
 * its own share. Shape 0 looks at no priority: all are met in the same share, less and less from the lowest price up.
 */
function allocate(
  s: CallSite,
  requests: readonly Expr[],
  profiles: readonly Profile[],
  supply: Expr,
): readonly Expr[] {
  const { price, met, total } = clearing(s, requests, profiles, supply);
  return met(price).map((value, i) =>
    iff(le(supply, zero), zero, iff(le(total, supply), requests[i]!, value)),
  );
}

/** The price at which requests take up the supply, and what each gets at a price. */
function clearing(s: CallSite, requests: readonly Expr[], profiles: readonly Profile[], supply: Expr) {
  const total = s.aux('requests', sum(requests));
  const wanted = s.aux('supply', call('max', zero, call('min', supply, total)));
  const edge = (sign: 1 | -1): Expr => {
    const ends = profiles.map((p) =>
      add(p.priority, mul(num(sign * REACH), call('max', p.width, num(0.05)))),
    );
    return s.aux('price bound', ends.reduce((a, b) => call(sign > 0 ? 'max' : 'min', a, b))); // prettier-ignore
  };
  const [low, high] = [edge(-1), edge(1)];
  const met = (at: Expr): readonly Expr[] => {
    const even = div(sub(high, at), sub(high, low));
    return requests.map((request, i) => mul(request, shareAt(s, profiles[i]!, at, even)));
  };
  const price = priceWhere(s, low, high, (at) => sub(sum(met(at)), wanted));
  return { price, met, total };
}

interface Side {
  readonly quantities: readonly Expr[];
  readonly profiles: readonly Profile[];
}

/** All quantities of a market's side with their profiles. */
function sideOf(s: CallSite, at: number): Side | undefined {
  const [quantity, profile] = [subscripted(s, at), subscripted(s, at + 1)];
  const range = quantity && listedFrom(s, quantity, 0);
  if (!quantity || !profile || !range) return undefined;
  const [all, curve] = [inPlace(quantity, 0, range), inPlace(profile, 1, range)];
  const profiles = range.elements.flatMap(
    (element) => profileAt(s, curve, bound(s.context, { range, element })) ?? [],
  );
  if (profiles.length < range.elements.length) return undefined;
  return { quantities: along(all, range, s.context).map((q) => s.aux('quantity', q)), profiles };
}

/** What is asked for falls with the price, what is offered rises; a fixed quantity does neither. */
const atPrice = (s: CallSite, { quantities, profiles }: Side, price: Expr, offered: boolean): Expr =>
  sum(
    quantities.map((quantity, i) => {
      const share = shareAt(s, profiles[i]!, price, offered ? zero : one);
      return mul(quantity, offered ? sub(one, share) : share);
    }),
  );

/** The middle of all priorities, where no curve says more. */
function middle(s: CallSite, profiles: readonly Profile[]): Expr {
  const end = (fn: 'min' | 'max'): Expr => profiles.map((p) => p.priority).reduce((a, b) => call(fn, a, b));
  return s.aux('price', mul(half, add(end('min'), end('max'))));
}

const marketPrice = (s: CallSite): Expr => {
  const [demand, supply] = [sideOf(s, 0), sideOf(s, 2)];
  if (!demand || !supply) return s.complain('needs-array', { name: s.term.name });
  const profiles = [...demand.profiles, ...supply.profiles];
  const centre = middle(s, profiles);
  if (profiles.every((p) => shapeNumber(p, s.context) === 0)) return centre;
  const [low, high] = [priceBound(s, profiles, -1, centre), priceBound(s, profiles, 1, centre)];
  const [from, to] = [s.aux('lowest price', low), s.aux('highest price', high)];
  return priceWhere(s, from, to, (at) => sub(atPrice(s, demand, at, false), atPrice(s, supply, at, true)));
};

const quantityAtPrice = (offered: boolean) => (s: CallSite): Expr => {
  const term = subscripted(s, 1);
  const profile = term && profileAt(s, term, s.context);
  if (!profile) return lost;
  return atPrice(s, { quantities: [s.value(0)], profiles: [profile] }, s.plain(2), offered);
}; // prettier-ignore

export const allocation: readonly ForeignFunction[] = [
  {
    vensim: ['ALLOCATE AVAILABLE'],
    arity: [3, 3],
    lower: (s) => {
      const [request, profile] = [subscripted(s, 0), subscripted(s, 1)];
      const range = request && dimensionAt(s, request, 0);
      if (!request || !profile || !range) return lost;
      const all = sharedBy(s, [range], () => {
        const requests = along(request, range, s.context).map((r) => s.aux('request', r));
        const profiles = range.elements.flatMap(
          (element) => profileAt(s, profile, bound(s.context, { range, element })) ?? [],
        );
        if (profiles.length < requests.length) return [];
        return allocate(s, requests, profiles, s.value(2));
      });
      return all[ownPlace(s, range)] ?? lost;
    },
  },
  {
    vensim: ['ALLOCATE BY PRIORITY'],
    arity: [5, 5],
    lower: (s) => {
      const [request, priority] = [subscripted(s, 0), subscripted(s, 1)];
      const range = request && dimensionAt(s, request, 0);
      if (!request || !priority || !range) return lost;
      const all = sharedBy(s, [range], () => {
        const requests = along(request, range, s.context).map((r) => s.aux('request', r));
        const width = s.plain(3);
        const profiles = along(priority, range, s.context).map((p) => ({ shape: one, priority: p, width }));
        return allocate(s, requests, profiles, s.value(4));
      });
      return all[ownPlace(s, range)] ?? lost;
    },
  },
  {
    // isee: what is available, the dimension, what each asks for, how urgently, and how wide a gap in urgency counts.
    xmile: ['ALLOCATE'],
    arity: [5, 5],
    runs: true,
    lower: (s) => {
      const range = s.context.world.dimensions.range(s.text(1));
      if (!range) return s.complain('needs-array', { name: s.term.name });
      const all = sharedBy(s, [range], () => {
        const asked = s
          .each(2, 3)
          .map(([request, priority]) => [s.aux('request', request!), priority!] as const);
        const width = s.plain(4);
        const profiles = asked.map(([, priority]) => ({ shape: one, priority, width }));
        return allocate(s, asked.map(([request]) => request), profiles, s.value(0)); // prettier-ignore
      });
      return all[ownPlace(s, range)] ?? lost;
    },
  },
  {
    // ALLOCATE BY PRIORITY in two steps: first the priority down to which the supply reaches, then what each one gets.
    vensim: ['MARKETP'],
    arity: [5, 5],
    lower: (s) => {
      const [request, priority] = [subscripted(s, 0), subscripted(s, 1)];
      const ranges = [request && listedFrom(s, request, 0), priority && listedFrom(s, priority, 0)];
      if (!request || !priority || !ranges[0] || !ranges[1])
        return s.complain('needs-array', { name: s.term.name });
      const requests = along(inPlace(request, 0, ranges[0]), ranges[0], s.context);
      const width = s.plain(3);
      const profiles = along(inPlace(priority, 0, ranges[1]), ranges[1], s.context).map((p) => ({
        shape: one,
        priority: p,
        width,
      }));
      const asked = requests.map((r) => s.aux('request', r));
      return clearing(s, asked, profiles, s.value(4)).price;
    },
  },
  {
    vensim: ['ALLOC P'],
    arity: [4, 4],
    lower: (s) =>
      mul(s.value(0), shareAt(s, { shape: one, priority: s.value(1), width: s.plain(2) }, s.plain(3), zero)),
  },
  { vensim: ['FIND MARKET PRICE'], arity: [4, 4], lower: marketPrice },
  { vensim: ['DEMAND AT PRICE'], arity: [3, 3], lower: quantityAtPrice(false) },
  { vensim: ['SUPPLY AT PRICE'], arity: [3, 3], lower: quantityAtPrice(true) },
];
