import { expect, test } from 'vitest';
import { numberOps } from '../../../src/numeric/number-ops.ts';
import { scheduleOf, shareOfOutflow } from '../../../src/engine/schedule.ts';
import { checkedOf } from './model-of.ts';

test('what drives a stock is kept apart from what is only looked at', () => {
  const schedule = scheduleOf(
    checkedOf({
      parameters: { rate: 2 },
      stocks: { s: { initial: '1', out: ['f'] } },
      flows: { f: 'a * s', unattached: 'a + s' },
      auxiliaries: { seen: 'f / s', a: 'b + time', b: 's', fixed: '2 * rate' },
    }),
  );
  expect(schedule.flows).toEqual(['f']);
  expect(schedule.driving.toSorted()).toEqual(['a', 'b', 'f']);
  expect(schedule.derived.toSorted()).toEqual(['seen', 'unattached']);
});

test('a limited flow is worked out at each moment even if its equation is constant, and so are its readers', () => {
  const schedule = scheduleOf(
    checkedOf({
      stocks: { s: { initial: '1', in: ['in'], out: ['f'], nonNegative: true } },
      flows: { f: '3', in: '1' },
      auxiliaries: { seen: 'f + 1', seenToo: '2 * seen', other: '1 + 1' },
    }),
  );
  expect(schedule.driving).toEqual(['f']);
  expect(schedule.derived).toEqual(['seen', 'seenToo']);
});

const nonNegative = true;

test('stocks upstream are limited first, whatever the order in the file', () => {
  const { limits } = scheduleOf(
    checkedOf({
      stocks: {
        third: { initial: '1', in: ['b'], out: ['c'], nonNegative },
        second: { initial: '1', in: ['a'], out: ['b'], nonNegative },
        free: { initial: '1', out: ['d'] },
        first: { initial: '1', in: ['d'], out: ['a'], nonNegative },
        sink: { initial: '1', in: ['c'], nonNegative },
      },
      flows: { a: '1', b: '1', c: '1', d: '1' },
    }),
  );
  expect(limits.map((s) => s.id)).toEqual(['first', 'second', 'third']);
});

test('a ring of stocks begins with the first in the file', () => {
  const { limits } = scheduleOf(
    checkedOf({
      stocks: {
        y: { initial: '1', in: ['xy'], out: ['yz'], nonNegative },
        z: { initial: '1', in: ['yz'], out: ['zx'], nonNegative },
        x: { initial: '1', in: ['zx'], out: ['xy'], nonNegative },
      },
      flows: { xy: '1', yz: '1', zx: '1' },
    }),
  );
  expect(limits.map((s) => s.id)).toEqual(['y', 'z', 'x']);
});

test.each([
  ['all fits', 2, 5, 1],
  ['just fits', 5, 5, 1],
  ['half fits', 10, 5, 0.5],
  ['nothing is there', 10, 0, 0],
  ['less than nothing is there', 10, -3, 0],
  ['nothing is wanted', 0, 0, 1],
  ['nothing is wanted of less than nothing', 0, -3, 1],
])('share of the outflow when %s', (_, wanted, room, share) => {
  expect(shareOfOutflow(numberOps, wanted, room)).toBe(share);
});
