import { canonical } from '../../equation/dialects/names.ts';
import { keyOf } from './world.ts';
import type { Entry, Scope, VariableEntry } from './world.ts';

/** Not one within quotation marks. */
const FULL_STOP = /\.(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** The instances that a module's name leads to, and how many of their elements are settled by where it is read. */
interface Instances {
  readonly scopes: readonly Scope[];
  readonly settled: number;
}

/**
 * The entry that a qualified name leads to. `.x` is a variable of the main model. A module is looked for in the model at
 * hand, in those around it, and then anywhere: its name is unique in the whole model, so that one name is enough
 * (XMILE 3.7.4).
 */
export function qualifiedEntry(written: string, from: Scope): Entry | undefined {
  const pieces = written.split(FULL_STOP).map(canonical);
  const name = pieces.pop()!;
  const [first, ...rest] = pieces.filter((piece) => piece !== '');
  if (first === undefined)
    return written.startsWith('.') ? mainOrAround(from, name)?.entries.get(name) : undefined;
  const found = instancesOf(written.startsWith('.') ? mainOf(from) : from, first);
  return across({ ...found, scopes: descend(found.scopes, rest) }, name);
}

/** The main model if it has a variable of that name, else the nearest model around that has. */
export function mainOrAround(from: Scope, name: string): Scope | undefined {
  const main = mainOf(from);
  if (main.entries.has(name)) return main;
  let scope: Scope | undefined = from;
  while (scope && !scope.entries.has(name)) scope = scope.parent;
  return scope;
}

function mainOf(scope: Scope): Scope {
  let main = scope;
  while (main.parent) main = main.parent;
  return main;
}

function instancesOf(from: Scope, module: string): Instances {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    const scopes = scope.modules.get(module);
    if (scopes) return { scopes, settled: scope.around.length };
  }
  return { scopes: below([mainOf(from)], module), settled: 0 };
}

/** The instances of a module of that name, however deep inside. */
export function below(scopes: readonly Scope[], module: string): readonly Scope[] {
  const own = descend(scopes, [module]);
  if (own.length > 0) return own;
  const names = new Set(scopes.flatMap((scope) => [...scope.modules.keys()]));
  for (const name of names) {
    const found = below(descend(scopes, [name]), module);
    if (found.length > 0) return found;
  }
  return [];
}

/** The instances that a way through modules leads to. */
export const descend = (scopes: readonly Scope[], path: readonly string[]): readonly Scope[] =>
  path.reduce((all, piece) => all.flatMap((scope) => scope.modules.get(piece) ?? []), scopes);

const merged = new WeakMap<VariableEntry, Map<number, VariableEntry>>();

/** A variable of an array of modules is an array itself, over the modules' dimensions before its own. */
function across({ scopes, settled }: Instances, name: string): Entry | undefined {
  const first = scopes[0]?.entries.get(name);
  const around = scopes[0]?.around.slice(settled) ?? [];
  if (first?.kind !== 'variable' || around.length === 0) return first;
  const known = merged.get(first) ?? new Map<number, VariableEntry>();
  const before = known.get(settled);
  if (before) return before;
  const elements = scopes.flatMap((scope) => {
    const entry = scope.entries.get(name);
    if (entry?.kind !== 'variable') return [];
    const own = scope.around.slice(settled).map((b) => b.element);
    return [...entry.elements.values()].map((e) => [keyOf([...own, ...e.subscripts]), e] as const);
  });
  const ranges = [...around.map((b) => b.range), ...first.ranges];
  const whole: VariableEntry = { ...first, ranges, elements: new Map(elements) };
  merged.set(first, known.set(settled, whole));
  return whole;
}
