/**
 * Random numbers by counting: number i of a stream is a function of seed, stream and i alone, so that any part of a
 * stream can be had anywhere, in any order, on any number of workers. Only 32-bit integers are used: the same bits in
 * every browser.
 */

/** Two words of 32 bits. */
export type Words = readonly [number, number];

const rotations = [13, 15, 26, 6, 17, 29, 16, 24];

/**
 * Threefry-2x32-20: counter and key to two words that look independent of both.
 * Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC11, 2011).
 */
export function threefry([c0, c1]: Words, [k0, k1]: Words): Words {
  const keys = [k0, k1, 0x1bd11bda ^ k0 ^ k1];
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  for (let round = 0; round < 20; round++) {
    const by = rotations[round % 8]!;
    x = (x + y) | 0;
    y = ((y << by) | (y >>> (32 - by))) ^ x;
    if (round % 4 !== 3) continue;
    const turn = (round + 1) / 4;
    x = (x + keys[turn % 3]!) | 0;
    y = (y + keys[(turn + 1) % 3]! + turn) | 0;
  }
  return [x >>> 0, y >>> 0];
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
export function streamOf(seed: number, name: string): Stream {
  const key = threefry(
    [hash(name, 0x811c9dc5), hash(name, 0x2545f491)],
    [seed | 0, Math.floor(seed / 2 ** 32)],
  );
  return (index) => threefry([index | 0, Math.floor(index / 2 ** 32)], key);
}

/** A number between 0 and 1, neither included, from 52 bits. */
export const uniformOf = ([high, low]: Words): number =>
  ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) * 2 ** -52;

/**
 * A permutation of 0 … count − 1, of which each value is had on its own: six rounds of a Feistel network over the next
 * power of four, repeated while it leaves the range.
 */
export function permutationOf(count: number, stream: Stream): (index: number) => number {
  const half = Math.max(1, Math.ceil(Math.log2(count) / 2));
  const mask = 2 ** half - 1;
  const keys = Array.from({ length: 6 }, (_, round) => stream(round)[0]);
  const scramble = (word: number, key: number): number => {
    let h = word ^ key;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) & mask;
  };
  const once = (index: number): number => {
    let left = Math.floor(index / 2 ** half);
    let right = index & mask;
    for (const key of keys) [left, right] = [right, left ^ scramble(right, key)];
    return left * 2 ** half + right;
  };
  return (index) => {
    let place = once(index);
    while (place >= count) place = once(place);
    return place;
  };
}
