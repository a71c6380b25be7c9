import type { Arrays } from '../../model/model.ts';
import type { Range } from './dimensions.ts';
import type { Scope, World } from './world.ts';

/** Which of the scalars that were made are elements of arrays, so that a writer can put them together again. */
export function arraysOf(world: World, main: Scope): Arrays | undefined {
  const ranges = new Map<string, Range>();
  const of: Record<string, readonly string[]> = {};
  const visit = (scope: Scope): void => {
    for (const entry of scope.entries.values()) {
      if (entry.kind !== 'variable' || entry.ranges.length === 0) continue;
      const size = entry.ranges.reduce((n, range) => n * range.elements.length, 1);
      if (entry.elements.size !== size || entry.ranges.some((range) => range.name === '')) continue;
      for (const range of entry.ranges) ranges.set(range.name, range);
      of[`${scope.prefix}${entry.name}`] = entry.ranges.map((range) => range.name);
    }
    for (const module of scope.modules.values()) visit(module);
  };
  visit(main);
  if (ranges.size === 0) return undefined;
  const dimensions = [...ranges.values()].map(({ name, elements }) => ({
    name,
    elements: elements.map(world.dimensions.display),
  }));
  return { dimensions, of };
}
