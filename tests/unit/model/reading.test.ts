import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/model/experiment.ts';
import { passesBelow, savedBy, valueAt } from '../../../src/model/reading.ts';

const run = (values: readonly number[]): Run => ({
  experiment: { policy: {}, scenario: {} },
  times: Float64Array.from(values.map((_, i) => i)),
  names: ['x'],
  values: Float64Array.from(values),
  balance: [],
  diagnostics: [],
});

describe('valueAt', () => {
  const line = run([10, 20, 40]);
  it('is exact at saved times and linear between them', () => {
    expect([0, 1, 2, 0.5, 1.25].map((t) => valueAt(line, 'x', t))).toEqual([10, 20, 40, 15, 25]);
  });
  it('is the end’s value outside the run', () => {
    expect([valueAt(line, 'x', -1), valueAt(line, 'x', 9)]).toEqual([10, 40]);
  });
  it('refuses a series that was not asked for', () => {
    expect(() => valueAt(line, 'y', 0)).toThrow('series y is missing');
  });
});

describe('passesBelow', () => {
  it('finds where a line that was above goes below, between saved times', () => {
    expect(passesBelow(run([10, 12, 8]), run([10, 10, 10]), 'x')).toEqual({ time: 1.5, value: 10 });
  });
  it('does not count lines that start together or that go above', () => {
    expect(passesBelow(run([10, 9, 8]), run([10, 10, 10]), 'x')).toBeUndefined();
    expect(passesBelow(run([10, 9, 11]), run([10, 10, 10]), 'x')).toBeUndefined();
  });
  it('takes the first time when there are several', () => {
    expect(passesBelow(run([11, 9, 11, 9]), run([10, 10, 10, 10]), 'x')?.time).toBe(0.5);
  });
});

it('counts a saving as positive when the run has cost less than base', () => {
  expect(savedBy(run([0, 5]), run([0, 8]), 'x', 1)).toBe(3);
});
