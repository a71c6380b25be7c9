import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factorise, solveFor } from '../../../src/engine/linear.ts';
import { slopesAt, solveNear, solveSystem } from '../../../src/engine/newton.ts';
import type { System } from '../../../src/engine/newton.ts';

const system =
  (f: (x: Float64Array) => readonly number[]): System =>
  (x, { values, sizes }) => {
    values.set(f(x));
    sizes.fill(1);
  };

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

describe('from somewhere near', () => {
  const shifted = (by: number) =>
    system((v) => [v[0]! ** 2 + v[1]! ** 2 - 25 - by, v[0]! - v[1]! - 1 + by / 10]);
  const base = solveSystem(shifted(0), Float64Array.from([5, 1]))!;
  const slopes = factorise(slopesAt(shifted(0), base), 2)!;

  test('finds the same root as from anywhere', () => {
    for (const by of [-5, -1, 0.5, 3, 10]) {
      const [near, sure] = [solveNear(shifted(by), base, slopes)!, solveSystem(shifted(by), base)!];
      for (const i of [0, 1]) expect(near[i]! / sure[i]!).toBeCloseTo(1, 10);
    }
  });

  test('leaves what it began with as it was', () => {
    const before = base.slice();
    solveNear(shifted(3), base, slopes);
    expect(base).toEqual(before);
  });

  test('gives up where there is no root, and soon', () => {
    let asked = 0;
    const rootless = system((v) => {
      asked++;
      return [v[0]! ** 2 + 1, v[1]!];
    });
    expect(solveNear(rootless, base, slopes)).toBeUndefined();
    expect(asked).toBeLessThan(30);
  });
});
