import { expect, test } from 'vitest';
import { numberOps as o } from '../../../src/numeric/number-ops.ts';

test.each([
  [0.5, 0],
  [1.5, 2],
  [2.5, 2],
  [-0.5, -0],
  [-1.5, -2],
  [-0, -0],
  [0.49999999999999994, 0],
  [4503599627370495.5, 4503599627370496],
  [4503599627370497, 4503599627370497],
  [1e300, 1e300],
  [-Infinity, -Infinity],
  [NaN, NaN],
])('nearest integer to %d, ties to even: %d', (x, y) => expect(o.nearest(x)).toBe(y));

test('minimum and maximum order the zeros and keep NaN', () => {
  expect(o.min(0, -0)).toBe(-0);
  expect(o.max(-0, 0)).toBe(0);
  expect(o.min(NaN, 1)).toBe(NaN);
  expect(o.max(1, NaN)).toBe(NaN);
});

test('bits and back', () => {
  expect(o.bits(1)).toBe(0x3ff0000000000000n);
  expect(o.bits(-0)).toBe(0x8000000000000000n);
  for (const x of [-1.5, -0, 5e-324, Infinity, NaN]) expect(o.double(o.bits(x))).toBe(x);
});

test('integers wrap around at 64 bits', () => {
  const all = 2n ** 64n - 1n;
  expect(o.int(-1n)).toBe(all);
  expect(o.addI(all, 1n)).toBe(0n);
  expect(o.subI(0n, 1n)).toBe(all);
  expect(o.shl(0x8000000000000001n, 1)).toBe(2n);
  expect(o.shrU(all, 63)).toBe(1n);
});
