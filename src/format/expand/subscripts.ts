import { warning } from '../../base/diagnostic.ts';
import { nearest } from '../../base/nearest.ts';
import { placeAt } from '../../base/source.ts';
import { RUN_NAMES } from '../../equation/names.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import { num, pick } from './build.ts';
import { valueThroughout } from './constant-value.ts';
import { placeIn } from './dimensions.ts';
import { complain, isVensim, keyOf } from './world.ts';
import type { Subscript, Term } from '../../equation/dialects/term.ts';
import type { Expr } from '../../model/expr.ts';
import type { Binding, Range } from './dimensions.ts';
import type { Context, ElementEntry, VariableEntry } from './world.ts';

/** A subscript worked out: an element, or a place that is computed as the model runs. */
export type Index = { readonly element: string } | { readonly place: Expr; readonly range: Range };

/**
 * What a dimension stands for in this equation: an element, or undefined. The left side goes before what an array
 * function runs through, which has its own sign, `!` or `*`.
 */
export function elementOf(range: Range, context: Context): string | undefined {
  const { dimensions } = context.world;
  const exact = context.bindings.find((b) => b.range.key === range.key) ?? context.loops.get(range.key);
  return exact?.element ?? dimensions.elementFor(range, [...context.bindings, ...context.loops.values()]);
}

/** Equations of which a lost mapping has been told: once is enough for all elements. */
const told = new WeakSet<object>();

/**
 * Vensim writes no mappings to XMILE: where the left side has one dimension of the same size, which the variable does
 * not have, its elements go with it in order, and that is told.
 */
function elementBeside(
  range: Range,
  entry: VariableEntry,
  span: { readonly from: number },
  context: Context,
): string | undefined {
  const { world, definition, bindings, source, owner } = context;
  if (isVensim(context) || world.foreign.author !== 'vensim') return undefined;
  const alike = bindings.filter(
    (b) =>
      b.range.elements.length === range.elements.length && !entry.ranges.some((r) => r.key === b.range.key),
  );
  const [only, ...more] = alike;
  if (!only || more.length > 0) return undefined;
  if (!told.has(definition)) {
    told.add(definition);
    const where = { ...placeAt(source, span.from), variable: owner };
    world.report(warning('approximated', { what: range.name, instead: only.range.name }, where));
  }
  return range.elements[placeIn(only.range.elements, only.element)];
}

/** The loop that a `*` runs in: the array's own dimension, told apart when one array has it twice. */
export const allKey = (entry: VariableEntry, i: number): string => {
  const range = entry.ranges[i]!;
  const before = entry.ranges.slice(0, i).filter((r) => r.key === range.key).length;
  return before === 0 ? range.key : `${range.key}#${before}`;
};

/** The loop that `a:b` runs in: an expression is told by where it stands. */
export function rangeKey(from: Term, to: Term): string {
  const key = (end: Term): string => nameIn(end) ?? `#${end.span.from}`;
  return `${key(from)}:${key(to)}`;
}

/**
 * An end of `a:b`, by its name, its number, or an expression that has one value throughout; undefined if it changes as
 * the model runs.
 */
export function rangeEnd(term: Term, range: Range, context: Context): string | undefined {
  const name = nameIn(term);
  const fixed = name === undefined ? undefined : fixedElement(name, range, context);
  if (fixed !== undefined || term.kind === 'number') return fixed;
  if (name !== undefined && !context.scope.entries.has(canonical(name))) return undefined;
  const place = valueThroughout(context.world.rules.lower(term, context), context);
  return place === undefined ? undefined : range.elements[Math.round(place) - 1];
}

/** A term that is only a name or a whole number, as it may stand between brackets. */
export function nameIn(term: Term): string | undefined {
  if (term.kind === 'name' && term.subscripts === undefined) return term.name;
  if (term.kind === 'number') return String(term.value);
  return undefined;
}

/** The element that a name between brackets means, by itself; a number is a place in the dimension. */
export function fixedElement(name: string, range: Range | undefined, context: Context): string | undefined {
  const key = canonical(
    name.includes('.') && !isVensim(context) ? name.slice(name.lastIndexOf('.') + 1) : name,
  );
  if (range && placeIn(range.elements, key) >= 0) return key;
  if (!isVensim(context) && /^\d+$/.test(name)) return range?.elements[Number(name) - 1];
  return isVensim(context) && context.world.dimensions.isElement(name) ? key : undefined;
}

/** A part of an array is one throughout, even if a constant that it goes by is set to another value. */
function tellEnds(
  text: string,
  ends: readonly string[],
  span: { readonly from: number },
  { world, source, owner }: Context,
): void {
  const instead = ends.map(world.dimensions.display).join(':');
  const where = { ...placeAt(source, span.from), variable: owner };
  world.report(warning('approximated', { what: `[${text}]`, instead: `[${instead}]` }, where));
}

/** One subscript of a reference; undefined after a complaint. */
export function indexOf(
  subscript: Subscript,
  i: number,
  entry: VariableEntry,
  context: Context,
  value: (term: Term) => Expr,
  span: { readonly from: number; readonly to: number },
): Index | undefined {
  const range = entry.ranges[i];
  const wrong = (text: string): undefined => {
    complain(context, span, 'bad-subscript', { subscript: text, name: entry.name });
    return undefined;
  };
  if (!range) return wrong(`[${i + 1}]`);
  const inLoop = (key: string, text: string): Index | undefined => {
    const element = context.loops.get(key)?.element;
    return element === undefined ? wrong(text) : { element };
  };
  switch (subscript.kind) {
    case 'all':
      return inLoop(allKey(entry, i), '*');
    case 'range': {
      const text = rangeKey(subscript.from, subscript.to);
      const ends = [subscript.from, subscript.to];
      for (const end of ends) {
        const name = nameIn(end);
        if (rangeEnd(end, range, context) !== undefined) continue;
        if (name !== undefined && !context.scope.entries.has(canonical(name))) return wrong(text);
        complain(context, span, 'not-supported', { what: `${entry.name}[${text}]` });
        return undefined;
      }
      if (
        ends.some(
          (end) => end.kind !== 'number' && fixedElement(nameIn(end) ?? '', range, context) === undefined,
        )
      )
        tellEnds(
          text,
          ends.map((end) => rangeEnd(end, range, context)!),
          span,
          context,
        );
      return inLoop(text, text);
    }
    case 'position': {
      const element = context.left[subscript.place - 1];
      return element === undefined ? wrong(`@${subscript.place}`) : { element };
    }
    case 'index':
  }
  const { term } = subscript;
  const name = nameIn(term);
  if (name === undefined) return { place: value(term), range };
  const dimension = context.world.dimensions.range(name);
  const fixed = fixedElement(name, range, context);
  if (fixed !== undefined && !(subscript.each && dimension)) return { element: fixed };
  if (dimension) {
    const loop = subscript.each ? context.loops.get(dimension.key)?.element : undefined;
    const element = loop ?? elementOf(dimension, context) ?? elementBeside(dimension, entry, span, context);
    if (element !== undefined) return { element };
    complain(context, span, 'unmapped-range', { range: displayName(name), name: entry.name });
    return undefined;
  }
  if (term.kind === 'number') return { place: num(term.value), range };
  const key = canonical(name);
  const computed = context.scope.entries.has(key) || (RUN_NAMES as readonly string[]).includes(key);
  if (!isVensim(context) && computed) return { place: value(term), range };
  const near = nearest(displayName(name), range.elements.map(context.world.dimensions.display));
  complain(context, span, 'unknown-name', {
    name: displayName(name),
    ...(near === undefined ? {} : { nearest: near }),
  });
  return undefined;
}

/** The value of an array at subscripts of which some are computed: every element is a candidate. */
export function select(
  entry: VariableEntry,
  indices: readonly Index[],
  of: (element: ElementEntry) => Expr,
  outside: Expr,
): Expr | undefined {
  const fixed: string[] = [];
  const walk = (i: number): Expr | undefined => {
    const index = indices[i];
    if (!index) {
      const element = entry.elements.get(keyOf(fixed));
      return element && of(element);
    }
    if ('element' in index) {
      fixed[i] = index.element;
      return walk(i + 1);
    }
    const values = index.range.elements.map((element) => {
      fixed.length = i;
      fixed[i] = element;
      return walk(i + 1) ?? outside;
    });
    return pick(index.place, values, outside);
  };
  return walk(0);
}

/** What an array function runs through: each loop with its dimension's elements. */
export type Loops = ReadonlyMap<string, Range>;

/** All ways to bind the loops, the last running fastest. */
export function* waysThrough(loops: Loops): Iterable<ReadonlyMap<string, Binding>> {
  const entries = [...loops];
  const places = entries.map(() => 0);
  if (entries.some(([, range]) => range.elements.length === 0)) return;
  for (;;) {
    yield new Map(entries.map(([key, range], i) => [key, { range, element: range.elements[places[i]!]! }]));
    let i = entries.length - 1;
    while (i >= 0 && ++places[i]! >= entries[i]![1].elements.length) places[i--] = 0;
    if (i < 0) return;
  }
}
