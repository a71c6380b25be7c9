import { placeIn } from './dimensions.ts';
import { keyOf } from './world.ts';
import type { Subscript, Term } from '../../equation/dialects/term.ts';
import type { Expr } from '../../model/expr.ts';
import type { Binding, Range } from './dimensions.ts';
import type { CallSite } from './call-site.ts';
import type { Context } from './world.ts';

type Name = Extract<Term, { kind: 'name' }>;

/** An argument with subscripts, such as `request[region]`. */
export function subscripted(s: CallSite, i: number): Name | undefined {
  const arg = s.term.args[i];
  if (arg?.kind === 'name' && arg.subscripts && arg.subscripts.length > 0) return arg;
  s.complain('needs-array', { name: s.term.name });
  return undefined;
}

/** The dimension of a subscript from the end, 0 for the last; undefined if it is an element. */
export function dimensionAt(s: CallSite, term: Name, fromEnd: number): Range | undefined {
  const subscript = term.subscripts?.at(-1 - fromEnd);
  if (subscript?.kind !== 'index' || subscript.term.kind !== 'name') return undefined;
  return s.context.world.dimensions.range(subscript.term.name);
}

/** The same place with dimensions standing for other elements than the left side's. */
export const bound = (context: Context, ...bindings: readonly Binding[]): Context => ({
  ...context,
  bindings: [...bindings, ...context.bindings],
});

/** A term's value for each element of a dimension. */
export const along = (term: Term, range: Range, context: Context): readonly Expr[] =>
  range.elements.map((element) => context.world.rules.lower(term, bound(context, { range, element })));

/** The term with another last subscript. */
export function withLast(term: Name, element: string): Name {
  const last: Subscript = {
    kind: 'index',
    term: { kind: 'name', name: element, span: term.span },
    each: false,
  };
  return { ...term, subscripts: [...(term.subscripts ?? []).slice(0, -1), last] };
}

/**
 * Something that all elements of a left side share but for the dimensions given, made once: the work on a whole vector
 * or matrix of which each element takes its own part.
 */
export function sharedBy<T>(s: CallSite, without: readonly Range[], make: () => T): T {
  const { world, bindings, loops, scope } = s.context;
  const others = bindings.filter((b) => !without.some((range) => range.key === b.range.key));
  const key = keyOf(
    [scope.prefix, ...others, ...loops.values()].map((b) =>
      typeof b === 'string' ? b : `${b.range.key}=${b.element}`,
    ),
  );
  const known = world.shared.get(s.term) ?? new Map<string, unknown>();
  world.shared.set(s.term, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

/** The place, from 0, of the element that a dimension stands for on the left side. */
export function ownPlace(s: CallSite, range: Range): number {
  const { dimensions } = s.context.world;
  const element = dimensions.elementFor(range, [...s.context.bindings, ...s.context.loops.values()]);
  return element === undefined ? -1 : placeIn(range.elements, element);
}
