import type { WasmFunction } from './function-code.ts';
import type { Lanes } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import { op } from './opcodes.ts';
import type { Code } from './wasm-ops.ts';

/** Where the named values of a run live while it goes. */
export interface Places {
  /** Whether a value has its place without being written. */
  readonly holds: (name: string) => boolean;
  readonly read: (name: string) => Code;
  /** The statement that gives a value its place; it leaves nothing on the stack. */
  readonly write: (name: string, value: Code) => Code;
  /** The address of a value, where all stay at one. */
  readonly fixedAddress?: (name: string) => number;
  /** Bytes of memory in use, counted from address 0. */
  readonly end: () => number;
}

/** Each value in a local of one function. */
export function localPlaces(main: WasmFunction, lanes: Lanes, end: number): Places {
  const locals = new Map<string, number>();
  const local = (name: string): number => {
    let index = locals.get(name);
    if (index === undefined) {
      index = main.local(lanes.type);
      locals.set(name, index);
    }
    return index;
  };
  return {
    holds: () => false,
    read: (name) => (f) => f.index(op.localGet, local(name)),
    write: (name, value) => (f) => {
      value(f);
      f.index(op.localSet, local(name));
    },
    end: () => end,
  };
}

/**
 * Each value in memory, so that several functions can share it.
 * @param given addresses of values that memory already holds
 * @param together names whose places shall follow each other
 * @param end first free address
 */
export function memoryPlaces(
  given: ReadonlyMap<string, number>,
  together: Iterable<string>,
  lanes: Lanes,
  end: number,
): Places {
  const known = new Map<string, { readonly address: number; readonly read: Code }>();
  let free = end;
  const put = (name: string, address: number) => {
    const place = { address, read: lanes.load(zero, address) };
    known.set(name, place);
    return place;
  };
  const placeOf = (name: string) => {
    const place = known.get(name);
    if (place !== undefined) return place;
    free += lanes.count * doubleBytes;
    return put(name, free - lanes.count * doubleBytes);
  };
  for (const [name, address] of given) put(name, address);
  for (const name of together) placeOf(name);
  return {
    fixedAddress: (name) => placeOf(name).address,
    holds: (name) => given.has(name),
    read: (name) => placeOf(name).read,
    write: (name, value) => lanes.store(zero, placeOf(name).address, value),
    end: () => free,
  };
}

const zero: Code = (f) => f.i32(0);

/**
 * The places of one of several groups of runs that share the rest.
 * @param shared the names that have the same value in every run
 */
export const groupPlaces = (places: Places, group: number, shared: ReadonlySet<string>): Places => {
  const own = (name: string): string => (shared.has(name) ? name : groupName(group, name));
  const { fixedAddress } = places;
  return {
    ...places,
    ...(fixedAddress && { fixedAddress: (name: string) => fixedAddress(own(name)) }),
    holds: (name) => places.holds(own(name)),
    read: (name) => places.read(own(name)),
    write: (name, value) => places.write(own(name), value),
  };
};

/** Those of the first group are the names themselves, which most kernels have alone. */
export const groupName = (group: number, name: string): string => (group === 0 ? name : `#${group} ${name}`);
