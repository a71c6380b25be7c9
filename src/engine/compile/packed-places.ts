import type { Code } from './wasm-ops.ts';
import { oneLane, twoLanes } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import { memoryCopy, op, simd } from './opcodes.ts';
import type { Leaf } from './assignment.ts';
import { stockOfNext } from './assignments.ts';
import { stockOfOpening } from './statements.ts';
import type { Places } from './places.ts';
import { handed } from './rows.ts';
import type { Rows } from './rows.ts';

/** A place in memory: `offset` bytes after its start, or after the row of this moment or of the next. */
export interface Address {
  readonly base: 'start' | 'now' | 'next';
  readonly offset: number;
}

/** Where a packed kernel's values are at one stage of a step, for one and for two at a time. */
export interface PackedPlaces extends Places {
  readonly readPair: (a: Leaf, b: Leaf) => Code;
  readonly writePair: (a: string, b: string, value: Code) => Code;
  /** The address of a value outside the rows. */
  readonly addressOf: (name: string) => number;
  readonly placeOf: (name: string) => Address;
  /** One value in both lanes. */
  readonly spread: (name: string) => Code;
}

const pairBytes = 2 * doubleBytes;
const at =
  (local: number): Code =>
  (f) =>
    f.index(op.localGet, local);

/** The addresses from which places are counted. */
export const bases: Readonly<Record<Address['base'], Code>> = {
  start: (f) => f.i32(0),
  now: at(handed.now),
  next: at(handed.next),
};

/** Values outside the rows, at addresses of their own. */
export interface Apart {
  readonly of: (name: string) => number;
  /** Gives those of the names that have no place yet places side by side, in whole pairs. */
  readonly place: (names: readonly string[]) => void;
  /** Room for what has no name: its address. */
  readonly take: (bytes: number) => number;
  readonly end: () => number;
}

/**
 * @param given addresses of values that memory already holds
 * @param from first free address
 */
export function apartFrom(given: ReadonlyMap<string, number>, from: number): Apart {
  const addresses = new Map(given);
  let end = from;
  const of = (name: string): number => {
    const known = addresses.get(name);
    if (known !== undefined) return known;
    addresses.set(name, end);
    end += doubleBytes;
    return end - doubleBytes;
  };
  const place = (names: readonly string[]): void => {
    end = Math.ceil(end / pairBytes) * pairBytes;
    names.forEach(of);
    end = Math.ceil(end / pairBytes) * pairBytes;
  };
  const take = (bytes: number): number => {
    const address = end;
    end += Math.ceil(bytes / pairBytes) * pairBytes;
    return address;
  };
  return { of, place, take, end: () => end };
}

/**
 * @param stage which of the step's, of `stages` in all: each finds its values in a row, and leaves the stocks of the
 * next in another
 */
export function placesAt(
  rows: Rows,
  apart: Apart,
  given: ReadonlyMap<string, number>,
  stage: number,
  stages: number,
): PackedPlaces {
  const row = (s: number): Address => {
    if (s === 0) return { base: 'now', offset: 0 };
    if (s === stages) return { base: 'next', offset: 0 };
    return { base: 'start', offset: rows.stages[(s % 2) as 0 | 1] };
  };
  const [first, own, following] = [row(0), row(stage), row(stage + 1)];
  const placeOf = (name: string): Address => {
    const isOwn = name.startsWith('#');
    const [ahead, before] = isOwn ? [stockOfNext(name), stockOfOpening(name)] : [undefined, undefined];
    const start = ahead !== undefined ? following : before !== undefined ? first : own;
    const offset = rows.offsets.get(ahead ?? before ?? name);
    if (offset === undefined) return { base: 'start', offset: apart.of(name) };
    return { base: start.base, offset: start.offset + offset };
  };
  const neighbours = (a: Address, b: Address): boolean =>
    a.base === b.base && a.offset + doubleBytes === b.offset;
  const read = (name: string): Code => {
    const { base, offset } = placeOf(name);
    return oneLane.load(bases[base], offset);
  };
  const valueOf = (leaf: Leaf): Code =>
    leaf.kind === 'number' ? oneLane.ops.num(leaf.value) : read(leaf.name);
  return {
    holds: (name) => given.has(name),
    read,
    write: (name, value) => {
      const { base, offset } = placeOf(name);
      return oneLane.store(bases[base], offset, value);
    },
    end: apart.end,
    addressOf: apart.of,
    placeOf,
    spread: (name) => (f) => {
      const { base, offset } = placeOf(name);
      bases[base](f);
      f.simdMemory(simd.loadSplat, offset);
    },
    readPair: (a, b) => {
      if (a.kind === 'ref' && b.kind === 'ref') {
        const [low, high] = [placeOf(a.name), placeOf(b.name)];
        if (neighbours(low, high)) return twoLanes.load(bases[low.base], low.offset);
      }
      return twoLanes.join((lane) => valueOf(lane === 0 ? a : b));
    },
    writePair: (a, b, value) => {
      const [low, high] = [placeOf(a), placeOf(b)];
      if (neighbours(low, high)) return twoLanes.store(bases[low.base], low.offset, value);
      const both = twoLanes.ops.let(value);
      const [toLow, toHigh] = ([0, 1] as const).map((lane) => {
        const { base, offset } = lane === 0 ? low : high;
        return oneLane.store(bases[base], offset, twoLanes.of(both, lane));
      });
      return (f) => {
        toLow!(f);
        toHigh!(f);
      };
    },
  };
}

/** Fewer values are not worth an instruction that engines carry out as a call. */
const leastCopied = 8;

/** Copies values to places side by side; those that lie so already all at once. */
export function* copiesOf(
  names: readonly string[],
  { placeOf, read }: PackedPlaces,
  to: number,
): Iterable<Code> {
  for (let from = 0, end = 0; from < names.length; from = end) {
    const { base, offset } = placeOf(names[from]!);
    const follows = (i: number): boolean => {
      const next = placeOf(names[i]!);
      return next.base === base && next.offset === offset + (i - from) * doubleBytes;
    };
    end = from + 1;
    while (end < names.length && follows(end)) end++;
    if (end - from < leastCopied) {
      end = from + 1;
      yield oneLane.store(bases.start, to + from * doubleBytes, read(names[from]!));
      continue;
    }
    const [target, bytes] = [to + from * doubleBytes, (end - from) * doubleBytes];
    yield (f) => {
      f.i32(target);
      bases[base](f);
      f.i32(offset);
      f.op(op.i32Add);
      f.i32(bytes);
      f.code.bytes(memoryCopy);
    };
  }
}
