import { must } from '../../base/assert.ts';
import type { VariableId } from '../../model/variable.ts';
import { twoLanes } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import type { WasmFunction } from './function-code.ts';
import type { Data } from './module.ts';
import { memoryCopy, op, simd } from './opcodes.ts';
import type { Code } from './wasm-ops.ts';

/** Moments that are moved out at a time: as many as fill a line of a processor's cache with one series. */
export const blockRows = 8;
const lineBytes = blockRows * doubleBytes;
/** What a block is moved out by: pairs of values, in as many parts as there are moments. */
const slotsPerPart = 2 * blockRows;
/** Series whose lines all lie at the same place in pages crowd each other out of the cache. */
const pageBytes = 4096;

/**
 * The parameters that every function of a packed kernel begins with: the row of the series, the rows of this moment and
 * of the next, and of what is moved out the block, the part of the table, and the place of the block's first row.
 */
export const handed = { row: 0, now: 1, next: 2, source: 3, part: 4, target: 5 } as const;
export const handedCount = Object.keys(handed).length;

/** A packed kernel's values of one moment, side by side; the rows of moments follow each other in a ring. */
export interface Rows {
  /** Place of each value in a row, in bytes. */
  readonly offsets: ReadonlyMap<string, number>;
  readonly rowBytes: number;
  readonly ring: number;
  readonly count: number;
  /** Rows for the stages within a step, which use them in turn. */
  readonly stages: readonly [number, number];
  readonly moving: Moving | undefined;
  readonly end: number;
}

/** Rows are saved by moving them out in blocks: a value's moments, eight in a row, become a stretch of its series. */
export interface Moving {
  /** Where the places of the series are, four bytes for each value of a row. */
  readonly table: number;
  /** Values of a row that are moved, in the order of the row; undefined where none is. */
  readonly series: readonly (VariableId | undefined)[];
}

export interface RowRequest {
  /** The stocks, in groups of which neighbours shall be neighbours. */
  readonly stocks: readonly (readonly VariableId[])[];
  /** The other values, in such groups. */
  readonly others: readonly (readonly VariableId[])[];
  /** What is moved out: a group as a whole or not at all. */
  readonly moved: ReadonlySet<VariableId>;
  /** First free address. */
  readonly from: number;
}

/** Places the values of a moment: what is moved out first, and of that the stocks. */
export function rowsOf({ stocks, others, moved, from }: RowRequest): Rows {
  const places: (VariableId | undefined)[] = [];
  const place = (groups: RowRequest['stocks'], moving: boolean) => {
    for (const group of groups) {
      if (moved.has(must(group[0], 'a name')) !== moving) continue;
      for (const name of group) places.push(name);
      if (group.length % 2 === 1) places.push(undefined);
    }
  };
  place(stocks, true);
  // With the last part of a block, the first row of the next is under way: the next stocks are already in it.
  const least = (places.length * blockRows) / (blockRows - 1);
  place(others, true);
  const slots = Math.ceil(Math.max(least, places.length) / slotsPerPart) * slotsPerPart;
  while (places.length < slots) places.push(undefined);
  const series = slots === 0 ? undefined : [...places];
  place(stocks, false);
  place(others, false);
  const rowBytes = Math.ceil((places.length * doubleBytes) / lineBytes) * lineBytes;
  const ring = Math.ceil(from / lineBytes) * lineBytes;
  const count = series ? 2 * blockRows : 2;
  const afterRing = ring + count * rowBytes;
  const table = afterRing + 2 * rowBytes;
  const offsets = new Map<string, number>();
  for (const [i, name] of places.entries()) if (name !== undefined) offsets.set(name, i * doubleBytes);
  return {
    offsets,
    rowBytes,
    ring,
    count,
    stages: [afterRing, afterRing + rowBytes],
    moving: series && { table, series },
    end: table + (series?.length ?? 0) * 4,
  };
}

/** Doubles from one series to the next: where rows are moved, each series begins a line of the cache. */
export function strideOf({ moving }: Rows, rows: number): number {
  if (!moving) return rows;
  const bytes = Math.ceil(rows / blockRows) * lineBytes;
  return (bytes % pageBytes === 0 ? bytes + lineBytes : bytes) / doubleBytes;
}

/**
 * Where the first series begins: a block is moved before the first row is complete, and falls before the first series or
 * between two.
 */
export const seriesAfter = (end: number): number => Math.ceil(end / lineBytes) * lineBytes + lineBytes;

/** What the parameters of `handed` are at the start of a run, or after so many steps of one that moves nothing out. */
export function startOf({ ring, rowBytes, moving }: Rows, series: number, steps: number): readonly number[] {
  const turned = steps % 2 === 1;
  return [
    series,
    turned ? ring + rowBytes : ring,
    turned ? ring : ring + rowBytes,
    ring + blockRows * rowBytes,
    moving?.table ?? 0,
    series - lineBytes,
  ];
}

/** What memory holds from the start: where each series is, counted from the first; what is no series goes behind the last. */
export function tableOf({ moving }: Rows, ids: readonly VariableId[], stride: number): readonly Data[] {
  if (!moving) return [];
  const known = firstPlaces(ids);
  const place = (id: VariableId | undefined) => (id === undefined ? ids.length : must(known.get(id), id));
  const places = Int32Array.from(moving.series, (id) => place(id) * stride * doubleBytes);
  return [{ address: moving.table, bytes: new Uint8Array(places.buffer) }];
}

/** Where each name stands first. */
export function firstPlaces(ids: readonly VariableId[]): ReadonlyMap<VariableId, number> {
  const places = new Map<VariableId, number>();
  for (const [i, id] of ids.entries()) if (!places.has(id)) places.set(id, i);
  return places;
}

const get =
  (local: number): Code =>
  (f) =>
    f.index(op.localGet, local);

function increase(f: WasmFunction, local: number, by: number): void {
  f.index(op.localGet, local);
  f.i32(by);
  f.op(op.i32Add);
  f.index(op.localSet, local);
}

function ifEqual(f: WasmFunction, local: number, to: number, then: () => void): void {
  f.index(op.localGet, local);
  f.i32(to);
  f.op(op.i32Eq);
  f.block(op.if);
  then();
  f.op(op.end);
}

/** The present row becomes the one before it, the next the present one. */
export const turnRow =
  ({ ring, rowBytes, count }: Rows): Code =>
  (f) => {
    f.index(op.localGet, handed.next);
    f.index(op.localSet, handed.now);
    increase(f, handed.next, rowBytes);
    ifEqual(f, handed.next, ring + count * rowBytes, () => {
      f.i32(ring);
      f.index(op.localSet, handed.next);
    });
  };

/** Saves all values of this moment as they lie. */
export const copyRow =
  ({ rowBytes }: Rows): Code =>
  (f) => {
    f.index(op.localGet, handed.row);
    f.index(op.localGet, handed.now);
    f.i32(rowBytes);
    f.code.bytes(memoryCopy);
  };

/** Moves out one of the eight parts of the block that lies complete, pair by pair. */
export function movePart({ rowBytes }: Rows, { series }: Moving): readonly Code[] {
  const load = (address: number, pair: number, row: number): Code =>
    twoLanes.ops.let(twoLanes.load(get(address), row * rowBytes + pair * 2 * doubleBytes));
  return Array.from({ length: series.length / slotsPerPart }, (_, pair): Code => (f) => {
    const rows = Array.from({ length: blockRows }, (_, row) => load(handed.source, pair, row));
    const targets = [0, 1].map((lane) => {
      const local = f.scratch('i32');
      f.index(op.localGet, handed.part);
      f.memory32(op.i32Load, (pair * 2 + lane) * 4);
      f.index(op.localGet, handed.target);
      f.op(op.i32Add);
      f.index(op.localSet, local);
      return local;
    });
    for (const [lane, target] of targets.entries()) {
      for (let row = 0; row < blockRows; row += 2) {
        f.index(op.localGet, target);
        rows[row]!(f);
        rows[row + 1]!(f);
        f.shuffle(lane === 0 ? lowLanes : highLanes);
        f.simdMemory(simd.store, row * doubleBytes);
      }
    }
  });
}

const lane = (from: number): readonly number[] => Array.from({ length: doubleBytes }, (_, i) => from + i);
const lowLanes = [...lane(0), ...lane(16)];
const highLanes = [...lane(8), ...lane(24)];

/** After a part: on to the next, or to the first of the block that has become complete in the meantime. */
export const turnPart =
  ({ ring, rowBytes }: Rows, { table, series }: Moving): Code =>
  (f) => {
    const partBytes = (series.length / blockRows) * doubleBytes;
    increase(f, handed.source, partBytes);
    increase(f, handed.part, partBytes / 2);
    ifEqual(f, handed.part, table + series.length * 4, () => {
      f.i32(table);
      f.index(op.localSet, handed.part);
      increase(f, handed.target, lineBytes);
      // The blocks are at ring and ring + 8 rows; the one that is done begins series.length values ago.
      f.i32(2 * ring + blockRows * rowBytes + series.length * doubleBytes);
      f.index(op.localGet, handed.source);
      f.op(op.i32Sub);
      f.index(op.localSet, handed.source);
    });
  };

/**
 * After the last row: moves out what is left of the block before, then the last one, which may be incomplete. What is
 * moved beyond the last row falls between the series.
 * @param part moves a part
 */
export const moveRest =
  (rows: Rows, moving: Moving, part: Code): Code =>
  (f) => {
    const untilTurned = () => {
      f.block(op.loop);
      part(f);
      turnPart(rows, moving)(f);
      f.index(op.localGet, handed.part);
      f.i32(moving.table);
      f.op(op.i32Ne);
      f.index(op.brIf, 0);
      f.op(op.end);
    };
    f.index(op.localGet, handed.part);
    f.i32(moving.table);
    f.op(op.i32Ne);
    f.block(op.if);
    untilTurned();
    f.op(op.end);
    untilTurned();
  };
