import { expect, test } from 'vitest';
import { permutationOf, streamOf, threefry, uniformOf, uniformsOf } from '../../../src/base/random.ts';

test.each([
  // Known answers of Random123's threefry2x32, 20 rounds.
  { counter: [0, 0], key: [0, 0], out: [0x6b200159, 0x99ba4efe] },
  { counter: [-1, -1], key: [-1, -1], out: [0x1cb996fc, 0xbb002be7] },
  { counter: [0x243f6a88, 0x85a308d3], key: [0x13198a2e, 0x03707344], out: [0xc4923a9c, 0x483df7a0] },
] as const)('threefry gives its known answers: $out', ({ counter, key, out }) => {
  expect(threefry(counter, key)).toEqual(out);
});

test('uniform numbers lie strictly between 0 and 1, to the last of the 52 bits', () => {
  expect(uniformOf([0, 0])).toBe(2 ** -53);
  expect(uniformOf([0xffffffff, 0xffffffff])).toBe(1 - 2 ** -53);
});

test.each([0, 2 ** 32 + 5, 2 ** 53 - 1])('the uniform numbers of seed %d are those of its stream', (seed) => {
  const [stream, uniforms] = [streamOf(seed, 'a'), uniformsOf(seed, 'a')];
  for (const index of [0, 1, 77, 2 ** 31, 2 ** 40 + 3])
    expect(uniforms(index)).toBe(uniformOf(stream(index)));
});

test('a stream has the moments of a uniform one, and no two streams are alike', () => {
  const streams = [streamOf(1, 'a'), streamOf(1, 'b'), streamOf(2, 'a'), streamOf(2 ** 40 + 1, 'a')];
  const numbers = streams.map((stream) => Array.from({ length: 20_000 }, (_, i) => uniformOf(stream(i))));
  for (const row of numbers) {
    const mean = row.reduce((sum, x) => sum + x) / row.length;
    const variance = row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / row.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * row.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.003);
  }
  for (const [i, row] of numbers.entries()) {
    for (const other of numbers.slice(i + 1)) {
      const together = row.reduce((sum, x, k) => sum + (x - 0.5) * (other[k]! - 0.5), 0) / row.length;
      expect(Math.abs(together * 12)).toBeLessThan(4 / Math.sqrt(row.length));
    }
  }
});

test.each([1, 2, 3, 7, 64, 1000, 4097])('a permutation of %d has each place once', (count) => {
  const place = permutationOf(count, streamOf(7, 'x'));
  const places = Array.from({ length: count }, (_, i) => place(i));
  expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
  if (count >= 64) expect(places).not.toEqual(places.toSorted((a, b) => a - b));
});
