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

/** A name that has been met. */
interface Visit {
  readonly name: string;
  readonly needs: readonly string[];
  /** How many of its needs have been looked at. */
  looked: number;
  readonly number: number;
  /** The lowest number that is reached from it; Infinity once its group is complete. */
  low: number;
}

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own instead of recursion:
 * linear in names and uses, for chains of any length. Names keep the order of the roots where their needs allow it.
 */
export function orderOf(roots: readonly string[], needs: (name: string) => readonly string[]): Order {
  const order: string[] = [];
  const rings: (readonly string[])[] = [];
  const met = new Map<string, Visit>();
  const open: Visit[] = [];
  const path: Visit[] = [];

  const enter = (name: string): void => {
    const visit = { name, needs: needs(name), looked: 0, number: met.size, low: met.size };
    met.set(name, visit);
    open.push(visit);
    path.push(visit);
  };
  const leave = (visit: Visit): void => {
    if (visit.low === visit.number) {
      const group = open.at(-1) === visit ? [open.pop()!] : open.splice(open.lastIndexOf(visit));
      for (const member of group) {
        member.low = Infinity;
        order.push(member.name);
      }
      if (group.length > 1 || visit.needs.includes(visit.name)) {
        rings.push(
          shortestRing(
            group.map(({ name }) => name),
            needs,
          ),
        );
      }
    }
  };

  for (const root of roots) {
    if (!met.has(root)) enter(root);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const next = visit.needs[visit.looked++];
      if (next === undefined) {
        path.pop();
        leave(visit);
        const above = path.at(-1);
        if (above) above.low = Math.min(above.low, visit.low);
      } else {
        const reached = met.get(next);
        if (reached === undefined) enter(next);
        else if (reached.low !== Infinity) visit.low = Math.min(visit.low, reached.number);
      }
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
