import { must } from '../../base/assert.ts';
import { childrenOf, withChildren } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { Assignment, Leaf } from './assignment.ts';
import type { IsCall } from './assignments.ts';
import type { Loop, Looped } from './loops.ts';

/** Assignments of one shape of which none waits for another, and all only for groups of lower levels. */
export interface Group {
  readonly level: number;
  readonly members: readonly Assignment[];
}

/** What is written as one statement: one assignment, two of one shape side by side, or a loop. */
export type Unit = { readonly level: number; readonly members: readonly Assignment[] } & (
  | { readonly kind: 'one' | 'pair' | 'calls' | 'fold' }
  | { readonly kind: 'loop'; readonly loop: Loop }
);

/** What nothing else waits for is written this many units later, when what it reads has reached memory. */
const lag = 8;

/** More kinds and shapes than there are. */
const [kinds, shapes] = [8, 2 ** 26];

/** @param kindOf assignments of different kinds, which are numbers under 8, stay apart */
export function groupsOf(
  assignments: readonly Assignment[],
  kindOf: (name: string) => number,
): readonly Group[] {
  const levels = new Map<string, number>();
  const groups = new Map<number, { level: number; members: Assignment[] }>();
  const alone: Group[] = [];
  for (const assignment of assignments) {
    const { name, reads, shape } = assignment;
    let level = 0;
    for (const read of reads) level = Math.max(level, (levels.get(read) ?? -1) + 1);
    levels.set(name, level);
    if (shape === undefined) {
      alone.push({ level, members: [assignment] });
      continue;
    }
    const key = (level * kinds + kindOf(name)) * shapes + shape;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { level, members: [assignment] });
    else group.members.push(assignment);
  }
  return [...groups.values(), ...alone];
}

export const areCalls = ({ members }: Group, isCall: IsCall): boolean =>
  members.length > 2 && isCall(must(members[0], 'an assignment').value);

/** @param loopsOf what of a group is done in loops, and what is not */
export function unitsOf(
  group: Group,
  isCall: IsCall,
  loopsOf: (members: readonly Assignment[]) => Looped,
): readonly Unit[] {
  const { level } = group;
  if (areCalls(group, isCall)) return [{ kind: 'calls', ...group }];
  const { loops, rest } = loopsOf(group.members);
  const units: Unit[] = loops.map((loop) => ({ kind: 'loop', level, members: loop.members, loop }));
  for (let i = 0; i < rest.length; i += 2) {
    const members = rest.slice(i, i + 2);
    const kind = members.length === 2 ? 'pair' : members[0]!.fold ? 'fold' : 'one';
    units.push({ kind, level, members });
  }
  return units;
}

/**
 * Each unit after those that it reads. Where there are no loops, also not long after: what belongs together is computed
 * together.
 */
export function inOrder(units: readonly Unit[]): readonly Unit[] {
  return units.some(({ kind }) => kind === 'loop')
    ? units.toSorted((a, b) => a.level - b.level)
    : nearby(units);
}

function nearby(units: readonly Unit[]): readonly Unit[] {
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
