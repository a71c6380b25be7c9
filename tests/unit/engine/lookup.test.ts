import { expect, test } from 'vitest';
import { makeKernel } from '../../../src/engine/compile/kernel.ts';
import { interpret } from '../../../src/engine/interpret.ts';
import { planRun } from '../../../src/engine/plan-run.ts';
import { checkedOf } from './model-of.ts';

type Points = readonly (readonly [x: number, y: number])[];

/** The function's values at each of `xs`, from the kernel and from the oracle. */
function valuesAt(points: Points, xs: readonly number[]): { kernel: number[]; oracle: number[] } {
  const checked = checkedOf({
    parameters: { x: 0 },
    tables: { f: points },
    auxiliaries: { y: 'f(x)' },
  });
  const experiment = { policy: {}, scenario: {} };
  const planned = planRun(checked, experiment, { series: ['y'] });
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const plans = xs.map((x) => ({ ...planned.value, parameters: Float64Array.of(x) }));
  const kernel = makeKernel(checked, {
    method: 'euler',
    series: ['y'],
    steps: 1,
    rows: 2,
    saveEachStep: true,
    totals: false,
    watch: false,
  });
  return {
    kernel: plans.map((plan) => kernel.run(plan).values[0]!),
    oracle: plans.map((plan) => interpret(checked, plan).values[0]!),
  };
}

/** The doubles around x. */
function around(x: number): number[] {
  const bits = new BigInt64Array(Float64Array.of(x).buffer);
  return [-2n, -1n, 0n, 1n, 2n].map((n) => new Float64Array(BigInt64Array.of(bits[0]! + n).buffer)[0]!);
}

test('goes straight between its points, is level outside them, and exact at each', () => {
  const points = [
    [0, 10],
    [1, 20],
    [4, 5],
  ] as const;
  const { kernel } = valuesAt(points, [-Infinity, -1, 0, 0.5, 1, 3, 4, 5, Infinity, NaN]);
  expect(kernel).toEqual([10, 10, 10, 15, 20, 10, 5, 5, 5, NaN]);
});

test('one point is a constant', () => {
  expect(valuesAt([[2, 7]], [-1, 2, 3, NaN]).kernel).toEqual([7, 7, 7, NaN]);
});

const evenly = (first: number, width: number, count: number): Points =>
  Array.from({ length: count }, (_, i) => [first + i * width, Math.sin(i) * 10] as const);

test.each([
  ['evenly spaced', evenly(0.1, 0.1, 33)],
  ['evenly spaced far from zero', evenly(1e6, 1 / 3, 100)],
  ['evenly spaced below zero', evenly(-7, 0.7, 21)],
  ['unevenly spaced', Array.from({ length: 40 }, (_, i) => [i ** 1.5 / 7, Math.cos(i)] as const)],
  ['of as many points as the search halves', Array.from({ length: 8 }, (_, i) => [i * i, i % 3] as const)],
])('a function with points %s is the same in kernel and oracle, next to every point too', (_, points) => {
  const xs = points.flatMap(([x], i) => [...around(x), (x + (points[i + 1]?.[0] ?? x + 1)) / 2]);
  const { kernel, oracle } = valuesAt(points, xs);
  expect(kernel).toEqual(oracle);
  for (const [x, y] of points) expect(valuesAt(points, [x]).kernel).toEqual([y]);
});
