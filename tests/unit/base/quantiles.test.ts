import { expect, test } from 'vitest';
import { QuantileSketch } from '../../../src/base/quantiles.ts';
import { streamOf, uniformOf } from '../../../src/base/random.ts';

const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
const filled = (values: Iterable<number>): QuantileSketch => {
  const sketch = new QuantileSketch();
  for (const value of values) sketch.add(value);
  return sketch;
};
const draws = (count: number, of: (u: number) => number): readonly number[] => {
  const stream = streamOf(5, 'draws');
  return Array.from({ length: count }, (_, i) => of(uniformOf(stream(i))));
};
function exact(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return shares.map((share) => {
    const rank = share * (sorted.length - 1);
    const [one, two] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
    return one + (two - one) * (rank - Math.floor(rank));
  });
}

test('exact as long as few different numbers have come', () => {
  expect(filled([3, 1, 2, 4]).quantiles([0, 0.25, 0.5, 1])).toEqual([1, 1.75, 2.5, 4]);
  const values = draws(2000, (u) => 1e6 * (u - 0.5));
  expect(filled(values).quantiles(shares)).toEqual(exact(values));
});

test.each([
  ['from 0 to 1', (u: number) => u],
  ['around 1,836, close together', (u: number) => 1836 + u],
  ['of either sign', (u: number) => u - 0.5],
  ['over many powers of ten', (u: number) => Math.exp(40 * (u - 0.5))],
])('many numbers %s: within a thousandth of the range or of themselves', (_, of) => {
  const values = draws(50_000, of);
  const found = filled(values).quantiles(shares);
  const range = Math.max(...values) - Math.min(...values);
  for (const [i, value] of exact(values).entries()) {
    const allowed = Math.min(0.001 * range, Math.max(0.03 * Math.abs(value), 0.001 * range));
    expect(Math.abs(found[i]! - value)).toBeLessThanOrEqual(allowed);
  }
  expect([found[0], found.at(-1)]).toEqual([Math.min(...values), Math.max(...values)]);
});

test('neither the order nor the sharing of the numbers shows', () => {
  const values = draws(20_000, (u) => 100 / (u + 0.01) - 50);
  const whole = filled(values).toData();
  expect(filled(values.toReversed()).toData()).toEqual(whole);
  const shared = new QuantileSketch();
  for (const from of [12_000, 0, 3_000]) {
    const to = from === 12_000 ? 20_000 : from === 0 ? 3_000 : 12_000;
    shared.merge(filled(values.slice(from, to)).toData());
  }
  expect(shared.toData()).toEqual(whole);
  expect(QuantileSketch.from(whole).quantiles(shares)).toEqual(filled(values).quantiles(shares));
  // A sketch of few takes in one of many, and one of many takes in those of few.
  const few = filled(values.slice(0, 900));
  few.merge(filled(values.slice(900, 19_000)).toData());
  few.merge(filled(values.slice(19_000)).toData());
  expect(few.toData()).toEqual(whole);
});

test('few numbers: how they were shared does not show', () => {
  const values = draws(2048, (u) => Math.round(500 * u) - 250);
  const parts = [filled(values.slice(1000)), filled(values.slice(0, 1000))];
  const shared = new QuantileSketch();
  for (const part of parts) shared.merge(part.toData());
  expect(shared.quantiles(shares)).toEqual(exact(values));
  // What has told its quantiles takes in more.
  shared.merge(parts[0]!.toData());
  expect(shared.quantiles(shares)).toEqual(exact([...values, ...values.slice(1000)]));
});

test('what is kept does not grow with the numbers', () => {
  const size = (count: number) => filled(draws(count, (u) => Math.exp(u))).toData().values.length;
  expect(size(100_000)).toBeLessThanOrEqual(2048);
  expect(size(100_000)).toBeGreaterThan(1000);
});

test('numbers that are not finite are counted and left out; 0 and −0 are one', () => {
  const sketch = filled([NaN, 1, Infinity, 3, -Infinity, 0, -0]);
  expect([sketch.count, sketch.notFinite]).toEqual([4, 3]);
  expect(sketch.quantiles([0, 0.5, 1])).toEqual([0, 0.5, 3]);
  expect(new QuantileSketch().quantiles([0.5])).toEqual([NaN]);
});
