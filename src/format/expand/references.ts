import { canonical } from '../../equation/dialects/names.ts';
import { eq, iff, num, pick } from './build.ts';
import { piecesOf } from './containers/contents.ts';
import { batchesOf } from './containers/batches.ts';
import { placeIn } from './dimensions.ts';
import { qualifiedEntry } from './qualified.ts';
import { indexOf, select } from './subscripts.ts';
import { complain, isVensim } from './world.ts';
import type { Subscript } from '../../equation/dialects/term.ts';
import type { Expr, Span } from '../../model/expr.ts';
import type { Context, ElementEntry, Entry, VariableEntry } from './world.ts';

/** What stands for a value that could not be worked out; the complaint is already made. */
export const lost = num(NaN);

/** The entry that a name leads to: here, in a module (`hares.births`), or with `$` in the model around a macro. */
export function entryOf(written: string, context: Context): Entry | undefined {
  const { scope } = context;
  const plain = scope.entries.get(canonical(written));
  if (plain) return plain;
  if (written.endsWith('$')) {
    let outer = scope;
    while (outer.parent) outer = outer.parent;
    return outer.entries.get(canonical(written.slice(0, -1)));
  }
  if (isVensim(context)) return undefined;
  // XMILE 3.5.6: the variable whose equation it is.
  if (canonical(written) === 'self') return scope.entries.get(canonical(context.definition.name));
  return written.includes('.') ? qualifiedEntry(written, scope) : undefined;
}

/** Works out an array's subscripts and takes a value from the element, or from all candidates. */
export function atElements(
  entry: VariableEntry,
  subscripts: readonly Subscript[] | undefined,
  span: Span,
  context: Context,
  of: (element: ElementEntry) => Expr,
): Expr {
  const list = subscripts ?? implied(entry, context);
  if (list.length !== entry.ranges.length) {
    if (subscripts && list.length === entry.ranges.length + 1) {
      const piece = pieceOf(entry, list, span, context);
      if (piece) return piece;
    }
    if (list.length === 1 && subscripts && entry.ranges.length > 0)
      return flat(entry, list[0]!, span, context, of);
    complain(context, span, 'subscript-count', {
      name: entry.name,
      expected: entry.ranges.length,
      found: list.length,
    });
    return lost;
  }
  const indices = list.flatMap(
    (s, i) => indexOf(s, i, entry, context, (t) => context.world.rules.lower(t, context), span) ?? [],
  );
  if (indices.length < list.length) return lost;
  const found = select(entry, indices, of, beyond(context));
  if (found) return found;
  const names = indices.map((i) => ('element' in i ? context.world.dimensions.display(i.element) : '…'));
  const subscript = names.join(',');
  const isEmpty = indices.every(
    (index, i) => 'element' in index && placeIn(wholeOf(entry, i, context), index.element) >= 0,
  );
  if (isEmpty) complain(context, span, 'empty-element', { name: `${entry.name}[${subscript}]` });
  else complain(context, span, 'bad-subscript', { subscript, name: entry.name });
  return lost;
}

/** All elements that may stand at an array's subscript. */
const wholeOf = (entry: VariableEntry, i: number, context: Context): readonly string[] => {
  const own = entry.ranges[i]?.elements ?? [];
  return (isVensim(context) ? context.world.dimensions.family(own)?.elements : undefined) ?? own;
};

/** What an array gives where it ends. */
const beyond = ({ world }: Context): Expr => num(world.foreign.beyondArrays ?? 0);

/** `belt[2]`: what stands on one place of a conveyor, a queue's second batch, or the height of a curve's second point. */
function pieceOf(
  entry: VariableEntry,
  list: readonly Subscript[],
  span: Span,
  context: Context,
): Expr | undefined {
  const last = list.at(-1)!;
  const elements = [...entry.elements.values()];
  if (last.kind !== 'index' || !elements.some((e) => piecesOf(e, span, context) ?? batchesOf(e, context)))
    return undefined;
  const place = context.world.rules.lower(last.term, context);
  return atElements(entry, list.slice(0, -1), span, context, (element) => {
    const batches = batchesOf(element, context);
    return batches ? batches.at(place) : pick(place, piecesOf(element, span, context) ?? [], beyond(context));
  });
}

/** XMILE lets subscripts be left out where they are the left side's own dimensions. */
const implied = (entry: VariableEntry, context: Context): readonly Subscript[] =>
  isVensim(context)
    ? []
    : entry.ranges.map((range, i) => {
        const twice = entry.ranges.slice(0, i).some((r) => r.key === range.key);
        const span = { from: 0, to: 0 };
        return twice || context.loops.size > 0 && context.loops.has(range.key)
          ? { kind: 'all' as const }
          : { kind: 'index' as const, term: { kind: 'name' as const, name: range.key, span }, each: false };
      }); // prettier-ignore

/** `A(i)` and `A[i]` of a larger array: the i-th value, row by row. */
function flat(
  entry: VariableEntry,
  s: Subscript,
  span: Span,
  context: Context,
  of: (e: ElementEntry) => Expr,
): Expr {
  if (s.kind !== 'index' || isVensim(context)) {
    complain(context, span, 'subscript-count', { name: entry.name, expected: entry.ranges.length, found: 1 });
    return lost;
  }
  const place = context.world.rules.lower(s.term, context);
  return [...entry.elements.values()].reduceRight(
    (rest, e, i) => iff(eq(place, num(i + 1)), of(e), rest),
    beyond(context),
  );
}
