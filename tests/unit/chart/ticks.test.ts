import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticksFor } from '../../../src/chart/ticks.ts';

test.each([
  [0, 1909, [0, 500, 1000, 1500, 2000]],
  [1182, 1853, [1000, 1250, 1500, 1750, 2000]],
  [0, 142, [0, 50, 100, 150]],
  [0, 1, [0, 0.5, 1]],
  [0, 0.7, [0, 0.2, 0.4, 0.6, 0.8]],
  [-69, 44, [-100, -50, 0, 50]],
  [0, 9, [0, 5, 10]],
])('%d to %d', (low, high, values) => expect(ticksFor(low, high).values).toEqual(values));

test('two to five lines that hold the range, whatever it is', () => {
  const range = fc
    .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e7, noNaN: true }))
    .map(([low, width]) => [low, low + width] as const);
  fc.assert(
    fc.property(range, ([low, high]) => {
      const { values, low: first, high: last } = ticksFor(low, high);
      expect(values.length).toBeGreaterThanOrEqual(2);
      expect(values.length).toBeLessThanOrEqual(5);
      expect(first).toBeLessThanOrEqual(low + 1e-6);
      expect(last).toBeGreaterThanOrEqual(high - 1e-6);
    }),
    { seed: 1, numRuns: 500 },
  );
});
