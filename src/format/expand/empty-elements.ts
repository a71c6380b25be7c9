import { warning } from '../../base/diagnostic.ts';
import { idOf } from './making.ts';
import { keyOf } from './world.ts';
import type { Scope, VariableEntry, World } from './world.ts';

/** Most elements of one array that are named when they are left out. */
const MOST_NAMED = 5;

/**
 * Leaves out the elements of arrays that have no equation where others of the same array have one. What reads such an
 * element is a mistake, and so it is in Vensim, where a variable may be defined for some elements only. XMILE wants an
 * equation for every element (4.1), so that there it is told.
 */
export function leaveOutEmpty(world: World, scope: Scope): void {
  for (const [key, entry] of scope.entries) {
    if (entry.kind !== 'variable' || entry.ranges.length === 0) continue;
    const defined = [...entry.elements].filter(([, e]) => e.definition.body.kind !== 'none');
    const whole = entry.ranges.reduce((n, range) => n * range.elements.length, 1);
    if (defined.length === 0 || defined.length === whole) continue;
    const elements = new Map(defined);
    for (const [own, { id }] of entry.elements) if (!elements.has(own)) world.elements.delete(id);
    const left = { ...entry, elements };
    scope.entries.set(key, left);
    if (world.foreign.dialect === 'xmile') tell(world, left, defined[0]![1].definition.place);
  }
  for (const instance of [...scope.modules.values()].flat()) leaveOutEmpty(world, instance);
}

function tell(world: World, { name, scope, ranges, elements }: VariableEntry, where: World['at']): void {
  const named: string[] = [];
  let missing = 0;
  const walk = (subscripts: readonly string[]): void => {
    const range = ranges[subscripts.length];
    if (range) for (const element of range.elements) walk([...subscripts, element]);
    else if (!elements.has(keyOf(subscripts)) && ++missing <= MOST_NAMED)
      named.push(idOf(world, scope, name, subscripts));
  };
  walk([]);
  const more = missing > named.length ? ` … (${missing})` : '';
  world.report(warning('left-out', { what: named.join(', ') + more }, where));
}
