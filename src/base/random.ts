/**
 * Random numbers by counting: number i of a stream is a function of seed, stream and i alone, so that any part of a
 * stream can be had anywhere, in any order, on any number of workers. Only 32-bit integers are used: the same bits in
 * every browser.
 */

/** Two words of 32 bits. */
export type Words = readonly [number, number];

/** The two words that were mixed last: as integers in an array, so that none becomes an object. */
const mixed = new Int32Array(2);

/**
 * Threefry-2x32-20: counter and key to two words that look independent of both.
 * Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC11, 2011).
 */
function mix(c0: number, c1: number, k0: number, k1: number): void {
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  let [key, next, last] = [k1, 0x1bd11bda ^ k0 ^ k1, k0];
  // Written out: each parameter of each run is drawn here.
  for (let turn = 1; turn <= 5; turn++) {
    if (turn % 2 === 1) {
      x = (x + y) | 0;
      y = ((y << 13) | (y >>> 19)) ^ x;
      x = (x + y) | 0;
      y = ((y << 15) | (y >>> 17)) ^ x;
      x = (x + y) | 0;
      y = ((y << 26) | (y >>> 6)) ^ x;
      x = (x + y) | 0;
      y = ((y << 6) | (y >>> 26)) ^ x;
    } else {
      x = (x + y) | 0;
      y = ((y << 17) | (y >>> 15)) ^ x;
      x = (x + y) | 0;
      y = ((y << 29) | (y >>> 3)) ^ x;
      x = (x + y) | 0;
      y = ((y << 16) | (y >>> 16)) ^ x;
      x = (x + y) | 0;
      y = ((y << 24) | (y >>> 8)) ^ x;
    }
    x = (x + key) | 0;
    y = (y + next + turn) | 0;
    const before = key;
    key = next;
    next = last;
    last = before;
  }
  mixed[0] = x;
  mixed[1] = y;
}

const mixedWords = (): Words => [mixed[0]! >>> 0, mixed[1]! >>> 0];

export function threefry([c0, c1]: Words, [k0, k1]: Words): Words {
  mix(c0, c1, k0 | 0, k1 | 0);
  return mixedWords();
}

/** Word `index` of a stream, as two words. */
export type Stream = (index: number) => Words;

/** FNV-1a over UTF-16 units: names to numbers, not secret. */
function hash(text: string, basis: number): number {
  let h = basis;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** Two words as a whole number from 0 to 2^53 − 1. */
export const numberAt = ([high, low]: Words): number => high * 2 ** 21 + (low >>> 11);

/** A whole number from 0 to 2^53 − 1 that follows from a text. */
export const numberOf = (text: string): number =>
  numberAt(threefry([hash(text, 0x811c9dc5), hash(text, 0x2545f491)], [0, 0]));

/** @param seed a whole number from 0 to 2^53 − 1 */
const keyOf = (seed: number, name: string): Words =>
  threefry([hash(name, 0x811c9dc5), hash(name, 0x2545f491)], [seed | 0, Math.floor(seed / 2 ** 32)]);

/** @param seed a whole number from 0 to 2^53 − 1 */
export function streamOf(seed: number, name: string): Stream {
  const key = keyOf(seed, name);
  return (index) => threefry([index | 0, Math.floor(index / 2 ** 32)], key);
}

/** A number between 0 and 1, neither included, from 52 bits. */
export const uniformOf = ([high, low]: Words): number => uniform(high, low);

const uniform = (high: number, low: number): number =>
  ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) * 2 ** -52;

/** Number `index` of a stream, between 0 and 1: `uniformOf` its words. */
export function uniformsOf(seed: number, name: string): (index: number) => number {
  const [k0, k1] = keyOf(seed, name).map((word) => word | 0) as [number, number];
  return (index) => {
    mix(index | 0, Math.floor(index / 2 ** 32), k0, k1);
    return uniform(mixed[0]!, mixed[1]!);
  };
}

/**
 * A permutation of 0 … count − 1, of which each value is had on its own: six rounds of a Feistel network over the next
 * power of four, repeated while it leaves the range.
 */
export function permutationOf(count: number, stream: Stream): (index: number) => number {
  const half = 2 ** Math.max(1, Math.ceil(Math.log2(count) / 2));
  const keys = Int32Array.from({ length: 6 }, (_, round) => stream(round)[0]);
  const once = (index: number): number => {
    let left = Math.floor(index / half);
    let right = index & (half - 1);
    for (let round = 0; round < keys.length; round++) {
      let h = right ^ keys[round]!;
      h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
      h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
      h = left ^ ((h ^ (h >>> 16)) & (half - 1));
      left = right;
      right = h;
    }
    return left * half + right;
  };
  return (index) => {
    let place = once(index);
    while (place >= count) place = once(place);
    return place;
  };
}
