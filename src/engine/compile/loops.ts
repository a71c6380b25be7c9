import { must } from '../../base/assert.ts';
import { childrenOf } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { Assignment, Leaf } from './assignment.ts';
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

/** A number, or where a value is. */
export type Spot = number | Address;

/** What stands at one leaf of each member: where a value is, as a number (see `spotOf`), or a number. */
interface Leaves {
  readonly spots: Float64Array;
  readonly numbers: Float64Array;
}

/** What a loop is to go through, by members. */
interface Grid {
  readonly to: Float64Array;
  readonly leaves: readonly Leaves[];
  /** Up to where the results of members follow each other, and all look up the same graphical functions. */
  readonly together: Int32Array;
}

/** Places as numbers, of which there are many: those that are counted from one base are less than a memory apart. */
const bases = ['start', 'now', 'next'] as const;
const memory = 2 ** 33;
const spotOf = ({ base, offset }: Address): number => bases.indexOf(base) * memory + offset;
const placeAt = (spot: number): Address => ({
  base: bases[Math.floor(spot / memory)]!,
  offset: spot % memory,
});
/** What is a number has no place. */
const nowhere = -1;

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
  const rest: (readonly Assignment[])[] = [];
  const take = (from: number, to: number): void => {
    const columns = to - from < least ? undefined : columnsOf(grid, from, to);
    if (columns) loops.push({ members: members.slice(from, to), to: placeAt(grid.to[from]!), columns });
    else rest.push(members.slice(from, to));
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
  return { loops, rest: rest.flat() };
}

function gridOf(members: readonly Assignment[], placeOf: (name: string) => Address): Grid {
  const first = must(members[0], 'a member').value;
  const count = members.length;
  const leaves: Leaves[] = [];
  eachLeaf(first, () =>
    leaves.push({ spots: new Float64Array(count).fill(nowhere), numbers: new Float64Array(count) }),
  );
  const to = new Float64Array(count);
  let member = 0;
  let at = 0;
  const take = (leaf: Leaf): void => {
    const { spots, numbers } = leaves[at++]!;
    if (leaf.kind === 'number') numbers[member] = leaf.value;
    else spots[member] = spotOf(placeOf(leaf.name));
  };
  for (const { name, value } of members) {
    to[member] = spotOf(placeOf(name));
    at = 0;
    eachLeaf(value, take);
    member++;
  }
  const tables = tablesOf(first) === '' ? undefined : members.map(({ value }) => tablesOf(value));
  const follows = (i: number): boolean =>
    to[i]! - to[i - 1]! === doubleBytes && tables?.[i - 1] === tables?.[i];
  const together = new Int32Array(count).fill(count);
  for (let i = count - 1; i > 0; i--) together[i - 1] = follows(i) ? together[i]! : i;
  return { to, leaves, together };
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
function evenIn({ leaves, together }: Grid): Int32Array {
  const ends = together.slice();
  for (const { spots } of leaves) {
    let [end, step]: [number, number | undefined] = [spots.length, undefined];
    for (let i = spots.length - 2; i >= 0; i--) {
      const own = stepOf(spots[i]!, spots[i + 1]!);
      if (own === undefined) end = i + 1;
      else if (own !== step) end = i + 2;
      step = own;
      if (ends[i]! > end) ends[i] = end;
    }
  }
  return ends;
}

/** Bytes from a value to the next; 0 between numbers, which need not be the same; undefined if that cannot be said. */
function stepOf(a: number, b: number): number | undefined {
  if (a === nowhere || b === nowhere) return a === b ? 0 : undefined;
  const step = b - a;
  return step >= 0 && step < memory / 2 ? step : undefined;
}

/** Undefined if no loop can carry these members out. */
function columnsOf({ leaves, together }: Grid, from: number, to: number): readonly Column[] | undefined {
  if (together[from]! < to) return undefined;
  const columns: Column[] = [];
  for (const { spots, numbers } of leaves) {
    const column = columnOf(spots.subarray(from, to), numbers.subarray(from, to));
    if (column === undefined) return undefined;
    columns.push(column);
  }
  return columns;
}

function columnOf(spots: Float64Array, numbers: Float64Array): Column | undefined {
  const [first, second] = [spots[0]!, spots[1]!];
  if (first === nowhere) {
    if (spots.some((spot) => spot !== nowhere)) return undefined;
    const value = numbers[0]!;
    return numbers.every((other) => Object.is(other, value))
      ? { kind: 'same', value }
      : { kind: 'numbers', values: numbers.slice() };
  }
  const { base, offset } = placeAt(first);
  const start = first - offset;
  if (spots.some((spot) => spot < start || spot >= start + memory)) return undefined;
  const step = second - first;
  if (step < 0 || spots.some((spot, i) => spot !== first + i * step)) {
    return { kind: 'listed', base, offsets: Int32Array.from(spots, (spot) => spot - start) };
  }
  return step === 0
    ? { kind: 'same', value: { base, offset } }
    : { kind: 'even', first: { base, offset }, step };
}

/** The names of the graphical functions in an expression. */
function tablesOf(expr: Expr): string {
  if (expr.kind === 'number' || expr.kind === 'ref') return '';
  const inside = childrenOf(expr).map(tablesOf).join('');
  return expr.kind === 'lookup' ? `${inside}|${expr.table}` : inside;
}
