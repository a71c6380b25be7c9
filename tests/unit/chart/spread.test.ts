import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../../src/chart/spread.ts';

const at = (...places: number[]) => places.map((place) => ({ at: place, height: 18 }));

test('labels with room stay where they are', () => {
  expect(spread(at(20, 100, 60), 0, 200)).toEqual([20, 100, 60]);
});

test('two that meet move equally far from each other', () => {
  expect(spread(at(100, 104), 0, 200)).toEqual([93, 111]);
});

test('equal ones keep the order given', () => {
  expect(spread(at(100, 100), 0, 200)).toEqual([91, 109]);
});

test('a label of two lines takes more room', () => {
  const [one, two] = spread(
    [
      { at: 50, height: 36 },
      { at: 52, height: 18 },
    ],
    0,
    200,
  );
  expect(two! - one!).toBeCloseTo(27);
});

test('labels stay in the frame, and share it evenly when there are too many', () => {
  expect(spread(at(2, 198), 0, 200)).toEqual([9, 191]);
  expect(spread(at(0, 10, 20, 30), 0, 36)).toEqual([4.5, 13.5, 22.5, 31.5]);
  expect(spread([], 0, 10)).toEqual([]);
});

test('any labels keep their order, their distance and the frame', () => {
  const wishes = fc.array(
    fc.record({
      at: fc.double({ min: -50, max: 450, noNaN: true }),
      height: fc.integer({ min: 10, max: 40 }),
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(wishes, (labels) => {
      const places = spread(labels, 0, 400);
      const order = labels.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
      order.forEach((i, n) => {
        expect(places[i]! - labels[i]!.height / 2).toBeGreaterThanOrEqual(-1e-9);
        expect(places[i]! + labels[i]!.height / 2).toBeLessThanOrEqual(400 + 1e-9);
        if (n === 0) return;
        const before = order[n - 1]!;
        expect(labels[before]!.at).toBeLessThanOrEqual(labels[i]!.at);
        const room = (labels[before]!.height + labels[i]!.height) / 2;
        expect(places[i]! - places[before]!).toBeGreaterThanOrEqual(room - 1e-9);
      });
    }),
    { seed: 1, numRuns: 300 },
  );
});
