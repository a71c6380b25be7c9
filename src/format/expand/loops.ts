import { entryOf } from './references.ts';
import { allKey, elementOf, fixedElement, nameIn, rangeEnd, rangeKey } from './subscripts.ts';
import { isVensim } from './world.ts';
import type { Subscript, Term } from '../../equation/dialects/term.ts';
import type { Range } from './dimensions.ts';
import type { Context, VariableEntry } from './world.ts';

/**
 * The dimensions that an array function's argument runs through: Vensim's `d!`; XMILE's `*`, `a:b`, arrays without
 * subscripts, and dimensions that the left side does not hold. Array functions inside have loops of their own.
 */
export function loopsIn(terms: readonly Term[], context: Context): ReadonlyMap<string, Range> {
  const loops = new Map<string, Range>();
  for (const term of terms) visit(term);
  return loops;

  function visit(term: Term): void {
    switch (term.kind) {
      case 'number':
      case 'text':
      case 'curve':
        return;
      case 'name':
        return name(term.name, term.subscripts);
      case 'negate':
      case 'not':
      case 'transpose':
        return visit(term.arg);
      case 'binary':
        visit(term.left);
        return visit(term.right);
      case 'if':
        visit(term.test);
        visit(term.then);
        return visit(term.otherwise);
      case 'call':
        if (term.subscripts) name(term.name, term.subscripts);
        if (!context.world.rules.runsThrough(term, context)) for (const arg of term.args) visit(arg);
    }
  }

  function name(written: string, subscripts: readonly Subscript[] | undefined): void {
    const entry = entryOf(written, context);
    if (entry?.kind !== 'variable') {
      for (const s of subscripts ?? []) if (s.kind === 'index' && s.each) index(s, undefined);
      return;
    }
    if (subscripts === undefined) {
      if (!isVensim(context)) entry.ranges.forEach((range, i) => loops.set(allKey(entry, i), range));
      return;
    }
    for (const [i, s] of subscripts.entries()) {
      if (s.kind === 'all') {
        const range = entry.ranges[i];
        if (range) loops.set(allKey(entry, i), range);
      } else if (s.kind === 'range') {
        const range = entry.ranges[i];
        if (range) loops.set(rangeKey(s.from, s.to), part(range, s));
      } else if (s.kind === 'index') index(s, entry, i);
    }
  }

  function index(s: Extract<Subscript, { kind: 'index' }>, entry: VariableEntry | undefined, i = 0): void {
    const written = nameIn(s.term);
    if (written === undefined) return visit(s.term);
    const range = context.world.dimensions.range(written);
    if (!range) return;
    const own = entry?.ranges[i];
    const free = !isVensim(context) && fixedElement(written, own, context) === undefined && elementOf(range, context) === undefined; // prettier-ignore
    if (s.each || free) loops.set(range.key, range);
  }

  /** `a:b`, by names or places; all of it if they are not in the dimension. */
  function part(range: Range, s: Extract<Subscript, { kind: 'range' }>): Range {
    const at = (term: Term): number => {
      const element = rangeEnd(term, range, context);
      return element === undefined ? -1 : range.elements.indexOf(element);
    };
    const [from, to] = [at(s.from), at(s.to)];
    return from < 0 || to < 0 ? range : { ...range, elements: range.elements.slice(from, to + 1) };
  }
}
