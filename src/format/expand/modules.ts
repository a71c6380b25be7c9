import { error, warning } from '../../base/diagnostic.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import { addCompleteRun } from './complete-runs.ts';
import { idOf } from './making.ts';
import { mainContext } from './specs.ts';
import { below, descend, mainOrAround, qualifiedEntry } from './qualified.ts';
import { keyOf, limits } from './world.ts';
import type { Term } from '../../equation/dialects/term.ts';
import type { Module, Part } from '../foreign/foreign-model.ts';
import type { Binding, Range } from './dimensions.ts';
import type { ElementEntry, Scope, VariableEntry, World } from './world.ts';

/** Gives a module its scope, or one for each element of its dimensions; `make` makes the scope of a part. */
export function addModule(
  world: World,
  parent: Scope,
  module: Module,
  make: (part: Part, own: Omit<Scope, 'entries' | 'modules'>) => Scope,
): void {
  const { name, place } = module;
  const part = world.foreign.parts.get(module.part);
  const depth = parent.depth + 1;
  if (!part || depth > limits.moduleDepth) {
    const problem = part
      ? error('circular-macro', { name }, place)
      : error('unknown-name', { name: displayName(name) }, place);
    world.report(problem);
    return;
  }
  const prefix = `${parent.prefix}${displayName(name.replaceAll('\\n', ' '))}.`;
  world.steps.set(prefix, part.every ?? 1);
  const scopes: Scope[] = [];
  for (const own of elementsOf(world, module)) {
    if (++world.modules > limits.modules) {
      const args = { what: 'variables', count: world.modules, limit: limits.modules } as const;
      world.report(error('too-many', args, place));
      return;
    }
    const around = [...parent.around, ...own];
    scopes.push(make(part, { prefix, parent, hidden: parent.hidden, depth, around }));
  }
  parent.modules.set(canonical(name), scopes);
  if (part.complete && scopes[0]) addCompleteRun(part.complete, prefix, mainContext(world, scopes[0]));
}

/** Each element of an array of modules, the last dimension running fastest; for a single one, once nothing. */
function elementsOf(world: World, { dimensions, place }: Module): Iterable<readonly Binding[]> {
  const ranges = dimensions.flatMap((name) => {
    const range = world.dimensions.range(name);
    if (!range) world.report(error('unknown-name', { name: displayName(name) }, place));
    return range ?? [];
  });
  return ways(ranges);
}

/** All elements of some ranges, the last running fastest. */
function* ways(ranges: readonly Range[]): Iterable<readonly Binding[]> {
  const [range, ...more] = ranges;
  if (!range) yield [];
  else for (const element of range.elements) for (const rest of ways(more)) yield [{ range, element }, ...rest]; // prettier-ignore
}

/**
 * An input takes the value of what it is connected to; its own equation is only for when it is not. A connection stands
 * with the model around all that it connects, so that it may lead to a module further inside (XMILE 4.7.1), or with `.x`
 * to an input of the main model.
 */
export function connect(world: World, parent: Scope, module: Module): void {
  for (const { to, from } of module.connections) {
    const open = to.endsWith(']') ? to.indexOf('[') : -1;
    const path = (open < 0 ? to : to.slice(0, open)).split('.').map(canonical);
    const name = path.pop()!;
    const subscripts = open < 0 ? undefined : to.slice(open + 1, -1).split(',').map((s) => s.trim()); // prettier-ignore
    let found = false;
    for (const scope of targetsOf(parent, module, path, name)) {
      const entry = scope.entries.get(name);
      if (entry?.kind !== 'variable') continue;
      found = true;
      const whole = aliasOf(world, entry, scope, parent, from);
      if (whole) {
        scope.entries.set(name, whole);
        continue;
      }
      const elements = [...entry.elements].map(([key, element]) => {
        const isMeant = !subscripts || fits(world, subscripts, scope, parent, element);
        return [key, isMeant ? connected(element, parent, from) : element] as const;
      });
      scope.entries.set(name, { ...entry, elements: new Map(elements) });
    }
    if (!found) world.report(warning('left-out', { what: `<connect to="${to}">` }, module.place));
  }
}

/** The models that have the input which a connection leads to. */
function targetsOf(parent: Scope, module: Module, path: readonly string[], name: string): readonly Scope[] {
  const own = parent.modules.get(canonical(module.name)) ?? [];
  const pieces = path.filter((piece) => piece !== '');
  const [first, ...rest] = pieces;
  if (first === undefined) {
    const main = path.length > 0 ? mainOrAround(parent, name) : undefined;
    return main ? [main] : own;
  }
  const ways = [descend([parent], pieces), descend(below(own, first), rest)];
  return ways.find((scopes) => scopes.length > 0) ?? own;
}

/** `in[north]` is for that element only: of the module, of the input's own dimensions, or of both in that order. */
function fits(
  world: World,
  subscripts: readonly string[],
  scope: Scope,
  parent: Scope,
  element: ElementEntry,
): boolean {
  const ofModule = scope.around.slice(parent.around.length).map((b) => b.element);
  const places = [[...ofModule, ...element.subscripts], element.subscripts, ofModule].find(
    (all) => all.length === subscripts.length,
  );
  return (
    places?.every((own, i) => {
      const given = subscripts[i]!;
      const range = world.dimensions.range(given);
      return given === '*' || canonical(given) === own || range?.elements.includes(own) === true;
    }) ?? false
  );
}

/**
 * An input without dimensions stands for whatever it is connected to, as an alias does (XMILE 3.7.4): for an array, unless
 * that is over the modules' own dimensions.
 */
function aliasOf(
  world: World,
  entry: VariableEntry,
  scope: Scope,
  parent: Scope,
  from: Term,
): VariableEntry | undefined {
  const input = entry.elements.get('');
  if (!input || from.kind !== 'name' || from.subscripts) return undefined;
  const source = from.name.includes('.')
    ? qualifiedEntry(from.name, parent)
    : nearest(parent, canonical(from.name)).entries.get(canonical(from.name));
  if (source?.kind !== 'variable' || source.given) return undefined;
  const ranges = source.ranges.filter(({ key }) => !scope.around.some((b) => b.range.key === key));
  if (ranges.length === 0) return undefined;
  const elements = [...ways(ranges)].map((own, place): readonly [string, ElementEntry] => {
    const subscripts = own.map((b) => b.element);
    const id = idOf(world, scope, entry.name, subscripts);
    const element = { ...input, id, subscripts, bindings: [...own, ...input.bindings], place };
    return [keyOf(subscripts), connected(element, parent, from)];
  });
  world.elements.delete(input.id);
  for (const [, element] of elements) world.elements.set(element.id, element);
  return { ...entry, ranges, elements: new Map(elements) };
}

function connected(element: ElementEntry, parent: Scope, from: Term): ElementEntry {
  const { definition } = element;
  const body = { kind: 'formula', term: from, flow: false, uniflow: false } as const;
  // A name without a point may be one of a model further out.
  const near =
    from.kind === 'name' && !from.name.includes('.') ? nearest(parent, canonical(from.name)) : parent;
  return { ...element, scope: near, definition: { ...definition, body } };
}

function nearest(from: Scope, name: string): Scope {
  let scope: Scope | undefined = from;
  while (scope && !scope.entries.has(name)) scope = scope.parent;
  return scope ?? from;
}
