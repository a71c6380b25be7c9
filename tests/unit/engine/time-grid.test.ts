import { expect, test } from 'vitest';
import { savedTimes, timeGrid } from '../../../src/engine/integrate/time-grid.ts';

const grid = (start: number, stop: number, dt: number, saveStep: number) => {
  const result = timeGrid({ start, stop, dt, saveStep });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test.each([
  ['a whole number of steps', [0, 62, 1 / 16, 1 / 4], { steps: 992, saveEvery: 4, rows: 249 }],
  ['steps that doubles cannot hold', [0, 1, 0.1, 0.3], { steps: 10, saveEvery: 3, rows: 4 }],
  ['a stop between two steps', [0, 1, 0.4, 0.4], { steps: 2, saveEvery: 1, rows: 3 }],
  ['a save step longer than the run', [0, 1, 0.25, 5], { steps: 4, saveEvery: 20, rows: 1 }],
  ['one step', [2000, 2000 + 1 / 3, 1 / 3, 1 / 3], { steps: 1, saveEvery: 1, rows: 2 }],
] as const)('%s', (_, [start, stop, dt, saveStep], expected) => {
  expect(grid(start, stop, dt, saveStep)).toMatchObject(expected);
});

test('saved times are multiples, not sums: the thousandth is as exact as the first', () => {
  const times = savedTimes(grid(1990, 2090, 0.1, 0.1));
  expect(times).toHaveLength(1001);
  expect(times[1000]).toBe(2090);
  expect(times[3]).toBe(1990 + 3 * 0.1);
});

test.each([
  ['order', { start: 5, stop: 5, dt: 1, saveStep: 1 }, 1],
  ['order', { start: 5, stop: 4, dt: 1, saveStep: 1 }, 1],
  ['order', { start: 0, stop: Infinity, dt: 1, saveStep: 1 }, 1],
  ['order', { start: NaN, stop: 1, dt: 1, saveStep: 1 }, 1],
  ['step', { start: 0, stop: 1, dt: 0, saveStep: 1 }, 0],
  ['step', { start: 0, stop: 1, dt: -0.5, saveStep: 1 }, -0.5],
  ['step', { start: 0, stop: 1, dt: 2, saveStep: 2 }, 2],
  ['step', { start: 0, stop: 1, dt: NaN, saveStep: 1 }, NaN],
  ['save', { start: 0, stop: 10, dt: 0.4, saveStep: 1 }, 1],
  ['save', { start: 0, stop: 10, dt: 1, saveStep: 0.5 }, 0.5],
  ['save', { start: 0, stop: 10, dt: 1, saveStep: 0 }, 0],
  ['save', { start: 0, stop: 10, dt: 1, saveStep: Infinity }, Infinity],
] as const)('bad-time %s: %o', (problem, specs, step) => {
  const result = timeGrid(specs);
  const args = { problem, start: specs.start, stop: specs.stop, step };
  expect(result).toMatchObject({ ok: false, error: { code: 'bad-time', args } });
});
