import { descend } from './qualified.ts';
import type { Arrays } from '../../model/model.ts';
import type { Range } from './dimensions.ts';
import type { Entry, Scope, World } from './world.ts';

const countOf = (entry: Entry | undefined): number => (entry?.kind === 'variable' ? entry.elements.size : 0);

/** Which of the scalars that were made are elements of arrays, so that a writer can put them together again. */
export function arraysOf(world: World, main: Scope): Arrays | undefined {
  const ranges = new Map<string, Range>();
  const of: Record<string, readonly string[]> = {};
  const visit = (scopes: readonly Scope[]): void => {
    const [first] = scopes;
    if (!first) return;
    for (const [key, entry] of first.entries) {
      if (entry.kind !== 'variable') continue;
      const own = [...first.around.map((b) => b.range), ...entry.ranges];
      if (own.length === 0 || own.some((range) => range.name === '')) continue;
      const elements = scopes.reduce((n, scope) => n + countOf(scope.entries.get(key)), 0);
      if (elements !== own.reduce((n, range) => n * range.elements.length, 1)) continue;
      for (const range of own) ranges.set(range.name, range);
      of[`${first.prefix}${entry.name}`] = own.map((range) => range.name);
    }
    for (const name of first.modules.keys()) visit(descend(scopes, [name]));
  };
  visit([main]);
  if (ranges.size === 0) return undefined;
  const dimensions = [...ranges.values()].map(({ name, elements }) => ({
    name,
    elements: elements.map(world.dimensions.display),
  }));
  return { dimensions, of };
}
