import { must } from '../base/assert.ts';

/** What must be computed before what. */
export interface Order {
  /** Everything that is reached from the roots, each after all that it needs (rings aside). */
  readonly order: readonly string[];
  /** One ring for each group of names that need one another; each name is used by the next, the last by the first. */
  readonly rings: readonly (readonly string[])[];
}

/** From how many names of a group a short ring is looked for, so that a group of thousands does not take minutes. */
const RING_STARTS = 200;

interface Visit {
  readonly name: string;
  readonly needs: Iterator<string>;
}

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own instead of recursion:
 * linear in names and uses, for chains of any length. Names keep the order of the roots where their needs allow it.
 */
export function orderOf(roots: readonly string[], needs: (name: string) => Iterable<string>): Order {
  const order: string[] = [];
  const rings: (readonly string[])[] = [];
  const number = new Map<string, number>();
  /** The lowest number that is reached from a name; Infinity once its group is complete. */
  const low = new Map<string, number>();
  const open: string[] = [];
  const visits: Visit[] = [];

  const enter = (name: string): void => {
    number.set(name, number.size);
    low.set(name, number.get(name)!);
    open.push(name);
    visits.push({ name, needs: needs(name)[Symbol.iterator]() });
  };
  const reach = (name: string, reached: number): void => {
    low.set(name, Math.min(low.get(name)!, reached));
  };
  const leave = (name: string): void => {
    if (low.get(name) === number.get(name)) {
      const group = open.splice(open.lastIndexOf(name));
      for (const member of group) low.set(member, Infinity);
      order.push(...group);
      if (group.length > 1 || [...needs(name)].includes(name)) rings.push(shortestRing(group, needs));
    }
  };

  for (const root of roots) {
    if (!number.has(root)) enter(root);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { name } = visit;
      const next = visit.needs.next();
      if (next.done) {
        visits.pop();
        leave(name);
        const above = visits.at(-1);
        if (above) reach(above.name, low.get(name)!);
      } else if (!number.has(next.value)) enter(next.value);
      else if (low.get(next.value) !== Infinity) reach(name, number.get(next.value)!);
    }
  }
  return { order, rings };
}

function shortestRing(
  group: readonly string[],
  needs: (name: string) => Iterable<string>,
): readonly string[] {
  const members = new Set(group);
  let best: readonly string[] | undefined;
  for (const start of group.slice(0, RING_STARTS)) {
    const ring = ringThrough(start, members, needs, best?.length ?? Infinity);
    if (ring) best = ring;
  }
  return must(best, 'a ring in a group');
}

/** The shortest ring through a name that has fewer than `limit` names, found breadth first. */
function ringThrough(
  start: string,
  members: ReadonlySet<string>,
  needs: (name: string) => Iterable<string>,
  limit: number,
): readonly string[] | undefined {
  const usedBy = new Map<string, string>();
  let row = [start];
  for (let length = 1; row.length > 0 && length < limit; length++) {
    const nextRow: string[] = [];
    for (const name of row) {
      for (const need of needs(name)) {
        if (need === start) return pathTo(name, start, usedBy);
        if (!members.has(need) || usedBy.has(need)) continue;
        usedBy.set(need, name);
        nextRow.push(need);
      }
    }
    row = nextRow;
  }
  return undefined;
}

/** From `start` through `last`, which needs it, back to what `start` needs. */
function pathTo(last: string, start: string, usedBy: ReadonlyMap<string, string>): readonly string[] {
  const ring = [start];
  for (let name = last; name !== start; name = must(usedBy.get(name), name)) ring.push(name);
  return ring;
}
