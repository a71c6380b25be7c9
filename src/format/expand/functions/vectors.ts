import { add, call, div, eq, iff, join, lt, mul, negate, not, num, op, pick, sub, sum } from '../build.ts';
import { NA } from '../../../equation/dialects/parse-term.ts';
import { valueThroughout } from '../constant-value.ts';
import { entryOf } from '../references.ts';
import { fixedElement, elementOf, nameIn } from '../subscripts.ts';
import { along, dimensionAt, ownPlace, sharedBy, subscripted } from '../vectors.ts';
import { keyOf } from '../world.ts';
import { ranksOf } from './arrays.ts';
import { alongHeights, placeOfHeight } from './heights.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

const lost = num(NaN);
const truth = (x: Expr): Expr => op('!=', x, num(0));

/** How VECTOR SELECT puts the selected values together, by its action number less five where it does not weight. */
const together: readonly ((chosen: readonly Expr[], of: (value: Expr, when: Expr) => Expr, values: readonly Expr[]) => Expr)[] = [
  (when, of, values) => sum(values.map((v, i) => iff(truth(when[i]!), of(v, when[i]!), num(0)))),
  (when, of, values) => join(values.map((v, i) => iff(truth(when[i]!), of(v, when[i]!), num(1))), num(1), mul),
  (when, of, values) => join(values.map((v, i) => iff(truth(when[i]!), of(v, when[i]!), num(Infinity))), num(Infinity), (a, b) => call('min', a, b)),
  (when, of, values) => join(values.map((v, i) => iff(truth(when[i]!), of(v, when[i]!), num(-Infinity))), num(-Infinity), (a, b) => call('max', a, b)),
  (when, of, values) => div(sum(values.map((v, i) => iff(truth(when[i]!), of(v, when[i]!), num(0)))), sum(when.map((w) => iff(truth(w), num(1), num(0))))),
]; // prettier-ignore

/** Actions 0 to 4 weight each value with its selection, 5 is the product of powers, 6 to 10 take values as they are. */
function action(number: number, values: readonly Expr[], when: readonly Expr[]): Expr {
  if (number === 5)
    return join(
      values.map((v, i) => iff(truth(when[i]!), op('^', v, when[i]!), num(1))),
      num(1),
      mul,
    );
  const plain = number > 5;
  const way = together[plain ? number - 6 : number];
  return way ? way(when, (v, w) => (plain ? v : mul(v, w)), values) : lost;
}

const vectorSelect = (s: CallSite): Expr => {
  const pairs = s.each(0, 1);
  const when = pairs.map(([w]) => s.aux('selection', w!));
  const values = pairs.map(([, v]) => s.aux('selected', v!));
  const asked = s.value(3);
  const fixed = valueThroughout(asked, s.context);
  const changes = fixed === undefined || asked.kind !== 'number';
  const place = changes ? s.aux('action', call('floor', add(asked, num(1.5)))) : num(Math.round(fixed) + 1);
  const all = Array.from({ length: 11 }, (_, i) => (changes || place.kind === 'number' && place.value === i + 1 ? action(i, values, when) : lost));
  const none = join(when.map((w) => not(truth(w))), num(1), (a, b) => op('and', a, b));
  return iff(none, s.value(2), pick(place, all, lost));
}; // prettier-ignore

/** Something of all values of an argument along its last dimension, made once, and the place of the own element. */
function vector<T>(
  s: CallSite,
  of: (values: readonly Expr[]) => T,
): { readonly made: T; readonly place: number } | undefined {
  const term = subscripted(s, 0);
  const range = term && dimensionAt(s, term, 0);
  if (!range) return undefined;
  const made = sharedBy(s, [range], () => of(along(term, range, s.context).map((v) => s.aux('value', v))));
  return { made, place: ownPlace(s, range) };
}

/** The place of each value in order: ascending for a direction above zero, which each element may have for itself. */
function ranksHere(
  s: CallSite,
  direction: Expr,
): { readonly ranks: readonly Expr[]; readonly place: number } | undefined {
  const signed = (v: Expr): Expr => {
    if (direction.kind !== 'number') return s.aux('signed', iff(lt(num(0), direction), v, negate(v)));
    return direction.value > 0 ? v : s.aux('signed', negate(v));
  };
  const ranked = (values: readonly Expr[]): readonly Expr[] =>
    ranksOf(values.map(signed)).map((r) => s.aux('rank', r));
  const found = vector(s, (values) => ({ values, direction, ranks: ranked(values) }));
  if (!found) return undefined;
  const { values, direction: first, ranks } = found.made;
  const same =
    first.kind === 'ref'
      ? direction.kind === 'ref' && first.name === direction.name
      : first.kind === 'number' && direction.kind === 'number';
  return { ranks: same ? ranks : ranked(values), place: found.place };
}

/** All values of the array that an argument names an element of, row by row, and the place of that element. */
function wholeArray(
  s: CallSite,
): { readonly values: readonly Expr[]; readonly named: number; readonly length: number } | undefined {
  const term = subscripted(s, 0);
  const entry = term && entryOf(term.name, s.context);
  if (!term || entry?.kind !== 'variable') return undefined;
  const indices = term.subscripts!.map((subscript, i) => {
    const name = subscript.kind === 'index' ? nameIn(subscript.term) : undefined;
    if (name === undefined) return undefined;
    const range = s.context.world.dimensions.range(name);
    return range ? elementOf(range, s.context) : fixedElement(name, entry.ranges[i], s.context);
  });
  const rows = entry.ranges.reduce<readonly (readonly string[])[]>(
    (all, range) => all.flatMap((row) => range.elements.map((e) => [...row, e])),
    [[]],
  );
  const named = rows.findIndex((row) => row.every((e, i) => e === indices[i]));
  if (named < 0) {
    s.complain('bad-subscript', { subscript: indices.join(','), name: entry.name });
    return undefined;
  }
  const values = rows.map((row): Expr => {
    const element = entry.elements.get(keyOf(row));
    return element ? { kind: 'ref', name: element.id, span: term.span } : num(NA);
  });
  return { values, named, length: entry.ranges.at(-1)?.elements.length ?? 1 };
}

export const vectors: readonly ForeignFunction[] = [
  { vensim: ['VECTOR SELECT'], arity: [5, 5], runs: true, lower: vectorSelect },
  {
    // The value a number of places on from the named element, row by row through the whole array.
    vensim: ['VECTOR ELM MAP'],
    arity: [2, 2],
    lower: (s) => {
      const array = wholeArray(s);
      if (!array) return lost;
      const first = array.named + 1;
      const offset = s.plain(1);
      const place =
        offset.kind === 'number'
          ? num(first + Math.round(offset.value))
          : s.aux('place', call('round', add(offset, num(first))));
      return pick(place, array.values, num(NA));
    },
  },
  {
    // The values along the last dimension are heights at even distances from one x to another.
    vensim: ['VECTOR LOOKUP'],
    arity: [5, 5],
    lower: (s) => {
      const array = wholeArray(s);
      if (!array) return lost;
      const heights = array.values.slice(array.named, array.named + array.length);
      const [from, to, mode] = [s.plain(2), s.plain(3), Math.round(s.constant(4))];
      const width = s.aux('width', div(sub(to, from), num(heights.length - 1)));
      if (mode === 5 || mode === 8)
        return add(from, mul(width, placeOfHeight(heights, s.plain(1), mode === 8)));
      const at = s.aux('place', div(sub(s.value(1), from), width));
      const found = alongHeights(heights, at, width, mode);
      return found ?? s.complain('not-supported', { what: `VECTOR LOOKUP(…, ${mode})` });
    },
  },
  {
    vensim: ['VECTOR SORT ORDER'],
    arity: [2, 2],
    lower: (s) => {
      const found = ranksHere(s, s.plain(1));
      if (!found) return lost;
      const here = num(found.place);
      return sum(found.ranks.map((rank, i) => iff(eq(rank, here), num(i), num(0))));
    },
  },
  {
    vensim: ['VECTOR RANK'],
    arity: [2, 2],
    lower: (s) => {
      const found = ranksHere(s, s.plain(1));
      return found ? add(num(1), found.ranks[found.place] ?? lost) : lost;
    },
  },
  {
    vensim: ['VECTOR REORDER'],
    arity: [2, 2],
    lower: (s) => {
      const found = vector(s, (values) => values);
      return found ? pick(s.aux('place', add(call('round', s.value(1)), num(1))), found.made, num(NA)) : lost;
    },
  },
];
