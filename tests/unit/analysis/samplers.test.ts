import { expect, test } from 'vitest';
import { quantileOf } from '../../../src/analysis/distribution.ts';
import { sample } from '../../../src/analysis/samplers.ts';
import { sobolDimension, sobolDimensions } from '../../../src/analysis/sobol.ts';

test('Sobol: the first ten points of three dimensions', () => {
  const axes = [0, 1, 2].map(sobolDimension);
  const points = Array.from({ length: 10 }, (_, i) => axes.map((axis) => axis(i) / 2 ** 32));
  expect(points).toEqual([
    [0, 0, 0],
    [0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25],
    [0.25, 0.75, 0.75],
    [0.375, 0.375, 0.625],
    [0.875, 0.875, 0.125],
    [0.625, 0.125, 0.875],
    [0.125, 0.625, 0.375],
    [0.1875, 0.3125, 0.9375],
    [0.6875, 0.8125, 0.4375],
  ]);
});

test('Sobol: L2-star discrepancy of 1,024 points in ten dimensions', () => {
  const axes = Array.from({ length: 10 }, (_, d) => sobolDimension(d));
  const points = Array.from({ length: 1024 }, (_, i) => axes.map((axis) => axis(i) / 2 ** 32));
  // Warnock's formula.
  const single = points.reduce((sum, p) => sum + p.reduce((product, x) => product * (1 - x * x), 1), 0);
  let pairs = 0;
  for (const p of points) {
    for (const q of points) pairs += p.reduce((product, x, d) => product * (1 - Math.max(x, q[d]!)), 1);
  }
  const squared = 3 ** -10 - (2 ** -9 / 1024) * single + pairs / 1024 ** 2;
  expect(Math.sqrt(squared)).toBeCloseTo(0.0010822944362534, 12);
});

test('Sobol: each dimension of the table has every stratum once', () => {
  for (let d = 0; d < sobolDimensions; d++) {
    const axis = sobolDimension(d);
    const strata = new Set(Array.from({ length: 256 }, (_, i) => axis(i) >>> 24));
    expect(strata.size).toBe(256);
  }
});

const names = ['a', 'b', 'c'];
test.each(['mc', 'lhs', 'sobol'] as const)(
  '%s: within 0 and 1, by the seed alone, in any order',
  (sampler) => {
    const draws = (seed: number) => sample(sampler, { seed, runs: 500 }, names);
    const all = draws(1).map((of) => Array.from({ length: 500 }, (_, i) => of(i)));
    for (const row of all) for (const u of row) expect(u > 0 && u < 1).toBe(true);
    expect(draws(1).map((of) => of(499))).toEqual(all.map((row) => row[499]));
    expect(draws(2).map((of) => of(499))).not.toEqual(all.map((row) => row[499]));
  },
);

test.each([1, 7, 100, 1000])('Latin hypercube of %d: one draw in each stratum of every dimension', (runs) => {
  for (const seed of [0, 1, 2 ** 52]) {
    for (const of of sample('lhs', { seed, runs }, names)) {
      const strata = new Set(Array.from({ length: runs }, (_, i) => Math.floor(of(i) * runs)));
      expect(strata.size).toBe(runs);
    }
  }
});

test('a dimension keeps its draws when another is left out, but for the Sobol order', () => {
  for (const sampler of ['mc', 'lhs'] as const) {
    const design = { seed: 3, runs: 10 };
    expect(sample(sampler, design, ['c'])[0]!(4)).toBe(sample(sampler, design, names)[2]!(4));
  }
});

test('distributions: quantiles', () => {
  expect(quantileOf({ shape: 'fixed', min: 0, max: 1 }, 0.3)(0.9)).toBe(0.3);
  expect(quantileOf({ shape: 'uniform', min: -1, max: 3 }, 0)(0.25)).toBe(0);
  const triangular = quantileOf({ shape: 'triangular', min: 0, max: 10 }, 4);
  expect([0.1, 0.4, 0.85].map(triangular)).toEqual([2, 4, expect.closeTo(10 - Math.sqrt(0.15 * 60), 12)]);
  expect(quantileOf({ shape: 'uniform', min: 2, max: 2 }, 2)(0.5)).toBe(2);
});

test.each([
  // In closed form: mode 1 is Beta(5, 1), mode 0 Beta(1, 5), mode ½ Beta(3, 3), mode ¼ Beta(2, 4).
  [1, (x: number) => x ** 5],
  [0, (x: number) => 1 - (1 - x) ** 5],
  [0.5, (x: number) => x ** 3 * (10 - 15 * x + 6 * x * x)],
  [0.25, (x: number) => 1 - (1 - x) ** 4 * (1 + 4 * x)],
])('PERT with its mode at %d: the distribution at the quantile is the share', (mode, below) => {
  const quantile = quantileOf({ shape: 'pert', min: 0, max: 1 }, mode);
  for (let i = 1; i < 1000; i++) expect(Math.abs(below(quantile(i / 1000)) - i / 1000)).toBeLessThan(1e-6);
});
