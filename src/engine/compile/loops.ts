import { must } from '../../base/assert.ts';
import { childrenOf } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { Assignment } from './assignment.ts';
import type { Leaf } from './pairs.ts';
import { doubleBytes } from './layout.ts';
import type { Address } from './packed-places.ts';

/** Where the values are that stand at one place in the expressions of a loop's members, member by member. */
export type Column =
  /** One value for all. */
  | { readonly kind: 'same'; readonly value: Spot }
  /** Each `step` bytes after the one before. */
  | { readonly kind: 'even'; readonly first: Address; readonly step: number }
  /** Numbers of their own. */
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  /** Anywhere: bytes after a base that all have. */
  | { readonly kind: 'listed'; readonly base: Address['base']; readonly offsets: Int32Array };

/** Assignments that differ only in where their values are, whose results lie side by side. */
export interface Loop {
  readonly members: readonly Assignment[];
  readonly to: Address;
  /** In the order in which the leaves stand in an expression. */
  readonly columns: readonly Column[];
}

/** What is done in loops, and what is not. */
export interface Looped {
  readonly loops: readonly Loop[];
  readonly rest: readonly Assignment[];
}

/** A place in an expression: a number, or where a value is. */
type Spot = number | Address;

/** What a loop is to go through, by members. */
interface Grid {
  readonly to: readonly Address[];
  /** What stands at each leaf. */
  readonly spots: readonly (readonly Spot[])[];
  /** Up to where the results of members follow each other, and all look up the same graphical functions. */
  readonly together: Int32Array;
}

/**
 * Parts assignments of one shape: stretches of at least `least` members that a loop can carry out, and those that are
 * left between. Where neighbours are evenly spaced in memory the loop counts; where they are not it reads from lists
 * where they are.
 */
export function loopsIn(
  members: readonly Assignment[],
  least: number,
  placeOf: (name: string) => Address,
): Looped {
  if (members.length < least || members[0]!.shape === undefined) return { loops: [], rest: members };
  const grid = gridOf(members, placeOf);
  const loops: Loop[] = [];
  const rest: Assignment[] = [];
  const take = (from: number, to: number): void => {
    const columns = to - from < least ? undefined : columnsOf(grid, from, to);
    if (columns) loops.push({ members: members.slice(from, to), to: grid.to[from]!, columns });
    else rest.push(...members.slice(from, to));
  };
  const even = evenIn(grid);
  let pending = 0;
  for (let from = 0, to = 0; from < members.length; from = to) {
    to = even[from]!;
    if (to - from < least) continue;
    if (pending < from) take(pending, from);
    take(from, to);
    pending = to;
  }
  if (pending < members.length) take(pending, members.length);
  return { loops, rest };
}

function gridOf(members: readonly Assignment[], placeOf: (name: string) => Address): Grid {
  const first = must(members[0], 'a member').value;
  const spots: Spot[][] = [];
  eachLeaf(first, () => spots.push([]));
  for (const { value } of members) {
    let column = 0;
    eachLeaf(value, (leaf) =>
      spots[column++]!.push(leaf.kind === 'number' ? leaf.value : placeOf(leaf.name)),
    );
  }
  const to = members.map(({ name }) => placeOf(name));
  const tables = tablesOf(first) === '' ? undefined : members.map(({ value }) => tablesOf(value));
  const follows = (i: number): boolean =>
    stepOf(to[i - 1]!, to[i]!) === doubleBytes && tables?.[i - 1] === tables?.[i];
  const together = new Int32Array(members.length).fill(members.length);
  for (let i = members.length - 1; i > 0; i--) together[i - 1] = follows(i) ? together[i]! : i;
  return { to, spots, together };
}

/** Numbers and names in the order in which they stand. */
function eachLeaf(expr: Expr, visit: (leaf: Leaf) => void): void {
  if (expr.kind === 'number' || expr.kind === 'ref') visit(expr);
  else if (expr.kind === 'binary') {
    eachLeaf(expr.left, visit);
    eachLeaf(expr.right, visit);
  } else for (const child of childrenOf(expr)) eachLeaf(child, visit);
}

/** For each member, where the stretch ends whose members are all as far from each other as it and the next. */
function evenIn({ spots, together }: Grid): Int32Array {
  const ends = together.slice();
  for (const column of spots) {
    let [end, step]: [number, number | undefined] = [column.length, undefined];
    for (let i = column.length - 2; i >= 0; i--) {
      const own = stepOf(column[i]!, column[i + 1]!);
      if (own === undefined) end = i + 1;
      else if (own !== step) end = i + 2;
      step = own;
      if (ends[i]! > end) ends[i] = end;
    }
  }
  return ends;
}

/** Bytes from a value to the next; 0 between numbers, which need not be the same; undefined if that cannot be said. */
function stepOf(a: Spot, b: Spot): number | undefined {
  if (typeof a === 'number' || typeof b === 'number') return typeof a === typeof b ? 0 : undefined;
  return a.base === b.base && b.offset >= a.offset ? b.offset - a.offset : undefined;
}

/** Undefined if no loop can carry these members out. */
function columnsOf({ spots, together }: Grid, from: number, to: number): readonly Column[] | undefined {
  if (together[from]! < to) return undefined;
  const columns: Column[] = [];
  for (const each of spots) {
    const column = columnOf(from === 0 && to === each.length ? each : each.slice(from, to));
    if (column === undefined) return undefined;
    columns.push(column);
  }
  return columns;
}

function columnOf(spots: readonly Spot[]): Column | undefined {
  const first = spots[0]!;
  if (typeof first === 'number') {
    const numbers = spots.filter((spot) => typeof spot === 'number');
    if (numbers.length < spots.length) return undefined;
    return numbers.every((value) => Object.is(value, first))
      ? { kind: 'same', value: first }
      : { kind: 'numbers', values: Float64Array.from(numbers) };
  }
  const places = spots.filter((spot) => typeof spot !== 'number');
  if (places.length < spots.length || places.some(({ base }) => base !== first.base)) return undefined;
  const step = places[1]!.offset - first.offset;
  if (step < 0 || places.some(({ offset }, i) => offset !== first.offset + i * step)) {
    return { kind: 'listed', base: first.base, offsets: Int32Array.from(places, ({ offset }) => offset) };
  }
  return step === 0 ? { kind: 'same', value: first } : { kind: 'even', first, step };
}

/** The names of the graphical functions in an expression. */
function tablesOf(expr: Expr): string {
  if (expr.kind === 'number' || expr.kind === 'ref') return '';
  const inside = childrenOf(expr).map(tablesOf).join('');
  return expr.kind === 'lookup' ? `${inside}|${expr.table}` : inside;
}
