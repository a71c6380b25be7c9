import { childrenOf } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { Group } from './pairs.ts';
import type { Leaf } from './pairs.ts';
import { doubleBytes } from './layout.ts';
import type { Address } from './packed-places.ts';

/** Where the values are that stand at one place in the expressions of a loop's members, member by member. */
export type Column =
  /** One value for all. */
  | { readonly kind: 'same'; readonly leaf: Leaf }
  /** Each `step` bytes after the one before. */
  | { readonly kind: 'even'; readonly first: Address; readonly step: number }
  /** Numbers of their own. */
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  /** Anywhere: bytes after a base that all have. */
  | { readonly kind: 'listed'; readonly base: Address['base']; readonly offsets: Int32Array };

/** Assignments that differ only in where their values are, whose results lie side by side. */
export interface Loop {
  readonly members: Group;
  readonly to: Address;
  /** In the order in which the leaves stand in an expression. */
  readonly columns: readonly Column[];
}

/** Numbers and names in the order in which they stand. */
export function leavesOf(expr: Expr): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const look = (part: Expr): void => {
    if (part.kind === 'number' || part.kind === 'ref') leaves.push(part);
    else if (part.kind === 'binary') {
      look(part.left);
      look(part.right);
    } else childrenOf(part).forEach(look);
  };
  look(expr);
  return leaves;
}

/** A place in an expression: a number, or where a value is. */
type Spot = number | Address;

/** One member: where its result goes, then what it reads. */
interface Row {
  readonly to: Address;
  readonly spots: readonly Spot[];
  readonly leaves: readonly Leaf[];
  /** The graphical functions that it looks up. */
  readonly tables: string;
}

/**
 * Parts a group: stretches of at least `least` members that a loop can carry out, and those that are left between.
 * Where neighbours are evenly spaced in memory the loop counts; where they are not it reads from lists where they are.
 */
export function loopsIn(
  group: Group,
  least: number,
  placeOf: (name: string) => Address,
): { readonly loops: readonly Loop[]; readonly rest: Group } {
  if (group.length < least || group[0]!.shape === undefined) return { loops: [], rest: group };
  const rows = group.map(({ name, value }): Row => {
    const leaves = leavesOf(value);
    return {
      to: placeOf(name),
      leaves,
      spots: leaves.map((leaf) => (leaf.kind === 'number' ? leaf.value : placeOf(leaf.name))),
      tables: tablesOf(value),
    };
  });
  const loops: Loop[] = [];
  const rest: Group[] = [];
  const take = (from: number, to: number): void => {
    const members = group.slice(from, to);
    const columns = to - from < least ? undefined : columnsOf(rows.slice(from, to));
    if (columns === undefined) rest.push(members);
    else loops.push({ members, to: rows[from]!.to, columns });
  };
  let pending = 0;
  for (let from = 0, to = 0; from < rows.length; from = to) {
    to = endOfEven(rows, from);
    if (to - from < least) continue;
    if (pending < from) take(pending, from);
    take(from, to);
    pending = to;
  }
  if (pending < rows.length) take(pending, rows.length);
  return { loops, rest: rest.flat() };
}

/** Where the stretch ends whose members are all as far from each other as the first two. */
function endOfEven(rows: readonly Row[], from: number): number {
  const first = rows[from]!;
  let to = from + 1;
  const second = rows[to];
  if (second === undefined) return to;
  const steps = first.spots.map((spot, i) => stepOf(spot, second.spots[i]!));
  if (steps.includes(undefined) || stepOf(first.to, second.to) !== doubleBytes) return to;
  while (to < rows.length) {
    const [before, next] = [rows[to - 1]!, rows[to]!];
    if (next.tables !== first.tables || stepOf(before.to, next.to) !== doubleBytes) break;
    if (!steps.every((step, i) => stepOf(before.spots[i]!, next.spots[i]!) === step)) break;
    to++;
  }
  return to;
}

/** Bytes from a value to the next; 0 between numbers, which need not be the same; undefined if that cannot be said. */
function stepOf(a: Spot, b: Spot): number | undefined {
  if (typeof a === 'number' || typeof b === 'number') return typeof a === typeof b ? 0 : undefined;
  return a.base === b.base && b.offset >= a.offset ? b.offset - a.offset : undefined;
}

/** Undefined if no loop can carry the rows out. */
function columnsOf(rows: readonly Row[]): readonly Column[] | undefined {
  const first = rows[0]!;
  const fits = rows.every(
    ({ to, tables }, i) =>
      tables === first.tables && to.base === first.to.base && to.offset === first.to.offset + i * doubleBytes,
  );
  if (!fits) return undefined;
  const columns: Column[] = [];
  for (const [i, leaf] of first.leaves.entries()) {
    const column = columnOf(
      rows.map(({ spots }) => spots[i]!),
      leaf,
    );
    if (column === undefined) return undefined;
    columns.push(column);
  }
  return columns;
}

function columnOf(spots: readonly Spot[], leaf: Leaf): Column | undefined {
  const first = spots[0]!;
  if (typeof first === 'number') {
    const numbers = spots.filter((spot) => typeof spot === 'number');
    if (numbers.length < spots.length) return undefined;
    return numbers.every((value) => Object.is(value, first))
      ? { kind: 'same', leaf }
      : { kind: 'numbers', values: Float64Array.from(numbers) };
  }
  const places = spots.filter((spot) => typeof spot !== 'number');
  if (places.length < spots.length || places.some(({ base }) => base !== first.base)) return undefined;
  const step = places[1]!.offset - first.offset;
  if (step >= 0 && places.every(({ offset }, i) => offset === first.offset + i * step)) {
    return step === 0 ? { kind: 'same', leaf } : { kind: 'even', first, step };
  }
  return { kind: 'listed', base: first.base, offsets: Int32Array.from(places, ({ offset }) => offset) };
}

function tablesOf(expr: Expr): string {
  if (expr.kind === 'number' || expr.kind === 'ref') return '';
  const inside = childrenOf(expr).map(tablesOf).join('');
  return expr.kind === 'lookup' ? `${inside}|${expr.table}` : inside;
}
