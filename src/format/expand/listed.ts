import { entryOf } from './references.ts';
import { fixedElement, nameIn } from './subscripts.ts';
import type { Term } from '../../equation/dialects/term.ts';
import type { CallSite } from './call-site.ts';
import type { Range } from './dimensions.ts';

type Name = Extract<Term, { kind: 'name' }>;

/** The dimension of a variable whose first element is written in place of it: `demand[d1]`. */
export function listedFrom(s: CallSite, term: Name, fromEnd: number): Range | undefined {
  const subscript = term.subscripts?.at(-1 - fromEnd);
  const entry = entryOf(term.name, s.context);
  const range = entry?.kind === 'variable' ? entry.ranges.at(-1 - fromEnd) : undefined;
  const written = subscript?.kind === 'index' ? nameIn(subscript.term) : undefined;
  if (!range || written === undefined) return undefined;
  const named = s.context.world.dimensions.range(written);
  if (named) return named;
  const first = fixedElement(written, range, s.context);
  const from = first === undefined ? -1 : range.elements.indexOf(first);
  return from < 0 ? undefined : { ...range, elements: range.elements.slice(from) };
}

/** The same reference with the dimension where its first element stood. */
export function inPlace(term: Name, fromEnd: number, range: Range): Name {
  const at = (term.subscripts?.length ?? 0) - 1 - fromEnd;
  const name: Term = { kind: 'name', name: range.key, span: term.span };
  const subscripts = term.subscripts?.map((old, i) =>
    i === at ? { kind: 'index' as const, term: name, each: false } : old,
  );
  return { ...term, ...(subscripts ? { subscripts } : {}) };
}
