import { expect, test } from 'vitest';
import { zoneSlots } from '../../../src/elements/zone-slots.ts';

test('three even zones share the track in thirds', () => {
  const slots = zoneSlots([0, 0.5, 1]);
  expect(slots.map((slot) => slot.at)).toEqual([0, 0.5, 1]);
  slots.forEach((slot) => expect(slot.width).toBeCloseTo(1 / 3));
});

test.each([[[0, 0.2, 1]], [[0, 0.33, 0.66, 1]], [[0.1, 0.5, 0.9]], [[0, 0.5]], [[0, 1]]])(
  'no words overlap: %j',
  (at) => {
    const slots = zoneSlots(at);
    const spans = slots.map(({ at: place, width }) => {
      if (place === 0) return [0, width] as const;
      if (place === 1) return [1 - width, 1] as const;
      return [place - width / 2, place + width / 2] as const;
    });
    spans.forEach(([from, to], i) => {
      expect(from).toBeGreaterThanOrEqual(-1e-9);
      expect(to).toBeLessThanOrEqual(1 + 1e-9);
      if (i > 0) expect(from).toBeGreaterThanOrEqual(spans[i - 1]![1] - 1e-9);
    });
  },
);

test('one zone and none', () => {
  expect(zoneSlots([0.5])).toEqual([{ at: 0.5, width: 1 }]);
  expect(zoneSlots([])).toEqual([]);
});
