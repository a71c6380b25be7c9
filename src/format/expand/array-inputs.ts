import { canonical } from '../../equation/dialects/names.ts';
import { loopsIn } from './loops.ts';
import { hiddenId, make } from './making.ts';
import { entryOf } from './references.ts';
import { waysThrough } from './subscripts.ts';
import { walkTerm } from './walk-term.ts';
import { keyOf, limits } from './world.ts';
import type { Term } from '../../equation/dialects/term.ts';
import type { Macro } from '../foreign/foreign-model.ts';
import type { Context, ElementEntry, VariableEntry } from './world.ts';

interface Input {
  readonly macro: Macro;
  readonly name: string;
}

const asked = new WeakMap<Macro, Map<string, boolean>>();

/**
 * Whether a macro takes an input as a whole array: it writes subscripts behind it, runs through it, or gives it to a macro
 * that does.
 */
export function wantsArray(macro: Macro, name: string, context: Context): boolean {
  const known = asked.get(macro) ?? new Map<string, boolean>();
  asked.set(macro, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const seen = new Set<string>();
  const open: Input[] = [{ macro, name }];
  let wants = false;
  for (let next = open.pop(); next && !wants; next = open.pop()) {
    const key = `${canonical(next.macro.name)} ${next.macro.inputs.length} ${canonical(next.name)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { isArray, given } = usesOf(next, context);
    wants = isArray;
    open.push(...given);
  }
  known.set(name, wants);
  return wants;
}

/** How a macro itself uses an input, and whose inputs it gives it to. */
function usesOf({ macro, name }: Input, context: Context): { isArray: boolean; given: readonly Input[] } {
  const { world } = context;
  const own = canonical(name);
  const given: Input[] = [];
  let isArray = false;
  const visit = (term: Term): void => {
    if (term.kind !== 'name' && term.kind !== 'call') return;
    if (canonical(term.name) === own && (term.kind === 'call' || term.subscripts)) isArray = true;
    if (term.kind !== 'call') return;
    for (const [i, arg] of term.args.entries()) {
      if (arg.kind !== 'name' || canonical(arg.name) !== own) continue;
      if (world.rules.runsThrough(term, context)) isArray = true;
      for (const other of world.foreign.macros.get(canonical(term.name)) ?? []) {
        const input = other.inputs[i];
        if (input) given.push({ macro: other, name: input.name });
      }
    }
  };
  const { definitions, complete } = macro.body;
  const terms = [macro.value?.term, complete?.start.term, complete?.stop.term, complete?.dt.term];
  for (const { body } of definitions) {
    if (body.kind === 'formula') terms.push(body.term);
    if (body.kind === 'stock') terms.push(body.initial);
  }
  for (const term of terms) if (term) walkTerm(term, visit);
  return { isArray, given };
}

/** An array, a part of it (`a[1, *]`) or a curve, as an entry that a macro's input may stand for. */
export function arrayIn(given: Term, context: Context): VariableEntry | undefined {
  const entry = given.kind === 'name' ? entryOf(given.name, context) : undefined;
  if (given.kind !== 'name' || entry?.kind !== 'variable') return undefined;
  if (!given.subscripts) return { ...entry, given: true };
  const loops = loopsIn([given], context);
  const count = [...loops.values()].reduce((n, range) => n * range.elements.length, 1);
  if (loops.size === 0 || count > limits.elements) return undefined;
  const { definition, scope, world } = context;
  const elements = [...waysThrough(loops)].map((ways): readonly [string, ElementEntry] => {
    const expr = world.rules.lower(given, { ...context, loops: new Map([...context.loops, ...ways]) });
    const subscripts = [...ways.values()].map((b) => b.element);
    const known = expr.kind === 'ref' ? world.elements.get(expr.name) : undefined;
    if (known) return [keyOf(subscripts), known];
    const id = hiddenId(context, 'part');
    make(context, id, { kind: 'aux', expr });
    return [keyOf(subscripts), { id, definition, subscripts, bindings: [], place: 0, scope }];
  });
  return { ...entry, ranges: [...loops.values()], elements: new Map(elements), given: true };
}
