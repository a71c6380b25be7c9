import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factorise, solveFor } from '../../../src/engine/linear.ts';
import { solveSystem } from '../../../src/engine/newton.ts';
import type { System } from '../../../src/engine/newton.ts';

const system =
  (f: (x: Float64Array) => readonly number[]): System =>
  (x) => ({ values: Float64Array.from(f(x)), sizes: new Float64Array(x.length).fill(1) });

test('solves what is linear, whatever the order of the rows', () => {
  const matrix = Float64Array.from([0, 2, 1, 1, 0, 3, 4, 1, 0]);
  const factors = factorise(matrix, 3)!;
  const x = solveFor(factors, Float64Array.from([7, 10, 6]));
  for (const [i, expected] of [1, 2, 3].entries()) expect(x[i]).toBeCloseTo(expected, 12);
  expect(factorise(Float64Array.from([1, 2, 2, 4]), 2)).toBeUndefined();
});

test('what it solves, it solves', () => {
  const numbers = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(numbers, (given) => {
      const matrix = Float64Array.from(given.slice(0, 16), (x, k) => (k % 5 === 0 ? x + 50 : x));
      const right = Float64Array.from(given.slice(16));
      const x = solveFor(factorise(matrix, 4)!, right);
      for (let i = 0; i < 4; i++) {
        const left = x.reduce((sum, value, j) => sum + matrix[i * 4 + j]! * value, 0);
        expect(left).toBeCloseTo(right[i]!, 9);
      }
    }),
    { seed: 1 },
  );
});

test('finds a root of what is not linear', () => {
  const circleAndLine = system((v) => [v[0]! ** 2 + v[1]! ** 2 - 25, v[0]! - v[1]! - 1]);
  const found = solveSystem(circleAndLine, Float64Array.from([5, 1]))!;
  expect(found[0]).toBeCloseTo(4, 9);
  expect(found[1]).toBeCloseTo(3, 9);
});

test('halves a step that goes too far', () => {
  const found = solveSystem(
    system((v) => [Math.atan(v[0]!)]),
    Float64Array.from([3]),
  )!;
  expect(found[0]).toBeCloseTo(0, 9);
});

test.each([
  ['there is no root', (v: Float64Array) => [v[0]! ** 2 + 1]],
  ['the slope is nought', () => [1]],
  ['it is no number', () => [NaN]],
])('gives up when %s', (_, f) => {
  expect(solveSystem(system(f), Float64Array.from([2]))).toBeUndefined();
});
