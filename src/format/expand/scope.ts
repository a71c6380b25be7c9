import { error, warning } from '../../base/diagnostic.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import { placeIn } from './dimensions.ts';
import { addModule, connect } from './modules.ts';
import { idOf } from './making.ts';
import { isFull, keyOf, limits } from './world.ts';
import type { Definition, Part } from '../foreign/foreign-model.ts';
import type { Binding, Range } from './dimensions.ts';
import type { ElementEntry, Scope, VariableEntry, World } from './world.ts';

/** Makes a scope with an entry for every variable of a part; modules get scopes of their own inside it. */
export function makeScope(world: World, part: Part, own: Omit<Scope, 'entries' | 'modules'>): Scope {
  const scope: Scope = { ...own, entries: new Map(), modules: new Map() };
  const groups = new Map<string, Definition[]>();
  for (const definition of part.definitions) {
    const key = canonical(definition.name);
    const group = groups.get(key);
    if (group) group.push(definition);
    else groups.set(key, [definition]);
  }
  for (const [key, definitions] of groups) scope.entries.set(key, variableEntry(world, scope, definitions));
  for (const module of part.modules) {
    if (world.modules > limits.modules) break;
    addModule(world, scope, module, (inner, around) => makeScope(world, inner, around));
  }
  for (const module of part.modules) connect(world, scope, module);
  return scope;
}

function variableEntry(world: World, scope: Scope, definitions: readonly Definition[]): VariableEntry {
  const first = definitions[0]!;
  const name = displayName(first.name);
  const elements = new Map<string, ElementEntry & { readonly size: number }>();
  const rank = first.subscripts.length;
  let of: readonly string[] | undefined;
  let all: readonly Tuple[] = [];
  for (const definition of definitions) {
    if (isFull(world)) break;
    if (definition.subscripts.length !== rank) {
      const found = definition.subscripts.length;
      world.report(error('subscript-count', { name, expected: rank, found }, definition.place));
      continue;
    }
    const { nth } = definition;
    // The equations of an array's elements, one by one, all have the same list.
    if (of !== definition.subscripts) all = tuplesOf(world, definition, name);
    of = definition.subscripts;
    const tuples = nth === undefined ? all : all.slice(nth, nth + 1);
    const isExcepted = exceptedBy(world, definition, name);
    let twice: ElementEntry | undefined;
    world.size += 2 * tuples.length;
    for (const [place, { subscripts, bindings }] of tuples.entries()) {
      const key = keyOf(subscripts);
      const before = elements.get(key);
      // What is defined for fewer elements says more about each of them.
      if (isExcepted(subscripts) || (before && before.size < tuples.length)) continue;
      if (before?.size === tuples.length && before.definition !== definition) twice ??= before;
      const id = idOf(world, scope, name, subscripts);
      const around = [...bindings, ...scope.around];
      const element = { id, definition, subscripts, bindings: around, place, scope, size: tuples.length };
      elements.set(key, element);
      world.elements.set(id, element);
    }
    if (twice) {
      const { line: firstLine, file: firstFile } = twice.definition.place;
      world.report(warning('duplicate-name', { name, firstLine, firstFile }, definition.place));
    }
    if (isFull(world)) {
      const { nodes, variables } = limits;
      const args =
        world.size > nodes
          ? ({ what: 'parts', count: world.size, limit: nodes } as const)
          : ({ what: 'variables', count: world.elements.size, limit: variables } as const);
      world.report(error('too-many', args, definition.place));
    }
  }
  return { kind: 'variable', name, scope, ranges: rangesOf(world, definitions, elements), elements };
}

/** Whether an element is left to other equations (`:EXCEPT:`). */
function exceptedBy(
  world: World,
  definition: Definition,
  name: string,
): (subscripts: readonly string[]) => boolean {
  const { dimensions } = world;
  const expected = definition.subscripts.length;
  for (const { length: found } of definition.except)
    if (found !== expected)
      world.report(error('subscript-count', { name, expected, found }, definition.place));
  const lists = definition.except.map((list) =>
    list.map((subscript): ReadonlySet<string> => {
      const range = dimensions.range(subscript);
      if (!range && !dimensions.isElement(subscript))
        world.report(error('bad-subscript', { subscript: displayName(subscript), name }, definition.place));
      return new Set(range?.elements ?? [canonical(subscript)]);
    }),
  );
  return (subscripts) => lists.some((list) => list.every((one, i) => one.has(subscripts[i] ?? '')));
}

interface Tuple {
  readonly subscripts: readonly string[];
  readonly bindings: readonly Binding[];
}

/** All elements that a left side stands for, the last subscript running fastest. */
function tuplesOf(world: World, definition: Definition, name: string): readonly Tuple[] {
  const { dimensions } = world;
  let tuples: readonly Tuple[] = [{ subscripts: [], bindings: [] }];
  for (const [i, subscript] of definition.subscripts.entries()) {
    const range = dimensions.range(subscript);
    const declared = definition.dimensions?.[i];
    const whole = declared === undefined ? undefined : dimensions.range(declared);
    // Named elements may be told by their number too (XMILE 3.7.1).
    const nth = /^\d+$/.test(subscript) && whole && placeIn(whole.elements, subscript) < 0;
    const element = (nth ? whole.elements[Number(subscript) - 1] : undefined) ?? canonical(subscript);
    if (!range && !dimensions.isElement(element)) {
      world.report(error('bad-subscript', { subscript: displayName(subscript), name }, definition.place));
      return [];
    }
    const choices: readonly Binding[] = range
      ? range.elements.map((e) => ({ range, element: e }))
      : whole
        ? [{ range: whole, element }]
        : [];
    const size = tuples.length * Math.max(choices.length, 1);
    if (size > limits.elements) {
      world.report(
        error('too-many', { what: 'elements', count: size, limit: limits.elements }, definition.place),
      );
      return [];
    }
    tuples = tuples.flatMap(({ subscripts, bindings }) =>
      choices.length === 0
        ? [{ subscripts: [...subscripts, element], bindings }]
        : choices.map((b) => ({ subscripts: [...subscripts, b.element], bindings: [...bindings, b] })),
    );
  }
  return tuples;
}

/** An array's own dimension at each subscript: declared (XMILE), else the smallest range of what is in use. */
function rangesOf(
  world: World,
  definitions: readonly Definition[],
  elements: ReadonlyMap<string, ElementEntry>,
): readonly Range[] {
  const { dimensions } = world;
  const first = definitions[0]!;
  return first.subscripts.flatMap((_, i) => {
    const declared = first.dimensions?.[i];
    const named = declared === undefined ? undefined : dimensions.range(declared);
    if (named) return [named];
    const used = [...new Set([...elements.values()].map((e) => e.subscripts[i]!))];
    const range = dimensions.home(used);
    return [range ?? { key: '', name: '', elements: used, maps: new Map() }];
  });
}
