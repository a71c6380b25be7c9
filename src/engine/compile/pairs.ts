import { must } from '../../base/assert.ts';
import { childrenOf, withChildren } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { Assignment, IsCall } from './assignments.ts';
import type { Loop } from './loops.ts';

/** Assignments of one shape of which none waits for another. */
export type Group = readonly Assignment[];

/** What is written as one statement: one assignment, two of one shape side by side, or a loop. */
export type Unit =
  | { readonly kind: 'one' | 'pair' | 'calls' | 'fold'; readonly members: Group }
  | { readonly kind: 'loop'; readonly members: Group; readonly loop: Loop };

/** What nothing else waits for is written this many units later, when what it reads has reached memory. */
const lag = 8;

/** @param kind assignments of different kinds stay apart */
export function groupsOf(
  assignments: readonly Assignment[],
  kind: (name: string) => string,
): readonly Group[] {
  const levels = new Map<string, number>();
  const groups = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const { name, reads, shape = `alone ${name}` } = assignment;
    let level = 0;
    for (const read of reads) level = Math.max(level, (levels.get(read) ?? -1) + 1);
    levels.set(name, level);
    const key = `${level} ${kind(name)} ${shape}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [assignment]);
    else group.push(assignment);
  }
  return [...groups.values()];
}

export const areCalls = (group: Group, isCall: IsCall): boolean =>
  group.length > 2 && isCall(must(group[0], 'an assignment').value);

/** @param loopsOf what of a group is done in loops, and what is not */
export function unitsOf(
  group: Group,
  isCall: IsCall,
  loopsOf: (group: Group) => { readonly loops: readonly Loop[]; readonly rest: Group },
): readonly Unit[] {
  if (areCalls(group, isCall)) return [{ kind: 'calls', members: group }];
  const { loops, rest } = loopsOf(group);
  const units: Unit[] = loops.map((loop) => ({ kind: 'loop', members: loop.members, loop }));
  for (let i = 0; i < rest.length; i += 2) {
    const members = rest.slice(i, i + 2);
    const kind = members.length === 2 ? 'pair' : members[0]!.fold ? 'fold' : 'one';
    units.push({ kind, members });
  }
  return units;
}

/** Each unit after those that it reads, and not long after: what belongs together is computed together. */
export function inOrder(units: readonly Unit[]): readonly Unit[] {
  const writer = new Map<string, Unit>();
  for (const unit of units) for (const { name } of unit.members) writer.set(name, unit);
  const needs = new Map<Unit, ReadonlySet<Unit>>();
  const needed = new Set<Unit>();
  for (const unit of units) {
    const others = new Set<Unit>();
    for (const { reads } of unit.members) {
      for (const name of reads) {
        const other = writer.get(name);
        if (other !== undefined && other !== unit) others.add(other);
      }
    }
    needs.set(unit, others);
    for (const other of others) needed.add(other);
  }

  const order: Unit[] = [];
  const begun = new Set<Unit>();
  const waiting: Unit[] = [];
  for (const root of units) {
    if (needed.has(root)) continue;
    const visits = [{ unit: root, rest: needs.get(root)!.values() }];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const next = visit.rest.next();
      if (next.done === true) {
        visits.pop();
        (visit.unit === root ? waiting : order).push(visit.unit);
      } else if (!begun.has(next.value)) {
        begun.add(next.value);
        visits.push({ unit: next.value, rest: needs.get(next.value)!.values() });
      }
    }
    if (waiting.length > lag) order.push(waiting.shift()!);
  }
  return [...order, ...waiting];
}

export type Leaf = Extract<Expr, { kind: 'number' | 'ref' }>;

/** The names that stand for two leaves that differ, and for two tables. */
export interface Twins {
  readonly leaf: (a: Leaf, b: Leaf) => string;
  readonly table: (a: string, b: string) => string;
}

/** Two expressions of one shape as one. */
export function both(a: Expr, b: Expr, twins: Twins): Expr {
  if (isLeaf(a) && isLeaf(b)) {
    return isSame(a, b) ? a : { kind: 'ref', name: twins.leaf(a, b), span: a.span };
  }
  const others = childrenOf(b);
  let at = 0;
  const one = withChildren(a, (child) => both(child, must(others[at++], 'a part of the other'), twins));
  return one.kind === 'lookup' && b.kind === 'lookup' && one.table !== b.table
    ? { ...one, table: twins.table(one.table, b.table) }
    : one;
}

const isLeaf = (expr: Expr): expr is Leaf => expr.kind === 'number' || expr.kind === 'ref';

const isSame = (a: Leaf, b: Leaf): boolean =>
  a.kind === 'number'
    ? b.kind === 'number' && Object.is(a.value, b.value)
    : b.kind === 'ref' && a.name === b.name;
