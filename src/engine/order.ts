import { must } from '../base/assert.ts';

/** What must be computed before what. Things are counted from 0. */
export interface Order {
  /** Everything that is reached from the roots, each after all that it needs (rings aside). */
  readonly order: readonly number[];
  /** One ring for each group of things that need one another; each is used by the next, the last by the first. */
  readonly rings: readonly (readonly number[])[];
}

/** What things need: lists by their number. */
type Needs = readonly (readonly number[])[];

/** How many steps are taken to find a short ring, so that a group of thousands does not take minutes. */
const MOST_STEPS = 200_000;

/** Above all numbers of visits: of what belongs to a complete group. */
const COMPLETE = 0x7fffffff;

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own instead of recursion:
 * linear in things and uses, for chains of any length. Things keep the order of the roots where their needs allow it.
 * @param counts whether a need counts: others are passed over
 */
export function orderOf(roots: Iterable<number>, needs: Needs, counts: (i: number) => boolean): Order {
  const order: number[] = [];
  const rings: (readonly number[])[] = [];
  /** By thing: how many visits began no later than its own, 0 before it; the lowest that is reached from it. */
  const visit = new Int32Array(needs.length);
  const low = new Int32Array(needs.length);
  const looked = new Int32Array(needs.length);
  let visits = 0;
  const open: number[] = [];
  const path: number[] = [];

  const enter = (i: number): void => {
    visit[i] = low[i] = ++visits;
    open.push(i);
    path.push(i);
  };
  const leave = (i: number): void => {
    if (low[i] !== visit[i]) return;
    const group = open.at(-1) === i ? [open.pop()!] : open.splice(open.lastIndexOf(i));
    for (const member of group) {
      low[member] = COMPLETE;
      order.push(member);
    }
    if (group.length > 1 || needs[i]!.includes(i)) rings.push(shortestRing(group, needs));
  };

  for (const root of roots) {
    if (visit[root] !== 0) continue;
    enter(root);
    for (let i = path.at(-1); i !== undefined; i = path.at(-1)) {
      const next = needs[i]![looked[i]!++];
      if (next === undefined) {
        path.pop();
        leave(i);
        const above = path.at(-1);
        if (above !== undefined && low[i]! < low[above]!) low[above] = low[i]!;
      } else if (counts(next)) {
        if (visit[next] === 0) enter(next);
        else if (low[next] !== COMPLETE && visit[next]! < low[i]!) low[i] = visit[next]!;
      }
    }
  }
  return { order, rings };
}

function shortestRing(group: readonly number[], needs: Needs): readonly number[] {
  const members = new Set(group);
  let best: readonly number[] | undefined;
  let steps = 0;
  const counted = (i: number): readonly number[] => {
    const list = needs[i]!;
    steps += list.length;
    return list;
  };
  for (const start of group) {
    const ring = ringThrough(start, members, counted, best?.length ?? Infinity);
    if (ring) best = ring;
    if (steps > MOST_STEPS) break;
  }
  return must(best, 'a ring in a group');
}

/** The shortest ring through a thing that has fewer than `limit` members, found breadth first. */
function ringThrough(
  start: number,
  members: ReadonlySet<number>,
  needs: (i: number) => readonly number[],
  limit: number,
): readonly number[] | undefined {
  const usedBy = new Map<number, number>();
  let row = [start];
  for (let length = 1; row.length > 0 && length < limit; length++) {
    const nextRow: number[] = [];
    for (const i of row) {
      for (const need of needs(i)) {
        if (need === start) return pathTo(i, start, usedBy);
        if (!members.has(need) || usedBy.has(need)) continue;
        usedBy.set(need, i);
        nextRow.push(need);
      }
    }
    row = nextRow;
  }
  return undefined;
}

/** From `start` through `last`, which needs it, back to what `start` needs. */
function pathTo(last: number, start: number, usedBy: ReadonlyMap<number, number>): readonly number[] {
  const ring = [start];
  for (let i = last; i !== start; i = must(usedBy.get(i), 'what uses it')) ring.push(i);
  return ring;
}
