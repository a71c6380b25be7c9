import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryAt, countAt, crowdOf, peoplePath } from '../../../src/views/start/crowd.ts';

describe('a crowd', () => {
  it('has room for everybody within its width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 240, max: 1400 }),
        fc.integer({ min: 60, max: 420 }),
        (count, width, height) => {
          const crowd = crowdOf(count, width, height);
          expect(crowd.rows * crowd.columns).toBeGreaterThanOrEqual(count);
          expect((crowd.columns - 1) * crowd.rows).toBeLessThan(count);
          expect(crowd.columns * crowd.cell.width).toBeCloseTo(width, 6);
        },
      ),
      { seed: 5 },
    );
  });

  it('fills the height that it is given, unless people would be too small or too large', () => {
    for (const [width, height] of [
      [1040, 342],
      [366, 320],
      [366, 170],
    ] as const)
      expect(crowdOf(480, width, height).height).toBeCloseTo(height, 6);
    expect(crowdOf(20_000, 366, 170).height).toBeGreaterThan(170);
    expect(crowdOf(20, 1040, 342).height).toBeLessThan(342);
  });

  it('knows how many stand up to the person that is pointed at', () => {
    const crowd = crowdOf(480, 1000, 300);
    const pointAt = (i: number): number =>
      countAt(
        crowd,
        (Math.floor(i / crowd.rows) + 0.5) * crowd.cell.width,
        ((i % crowd.rows) + 0.5) * crowd.cell.height,
      );
    expect([0, 24, 59, 479].map(pointAt)).toEqual([1, 25, 60, 480]);
    expect(countAt(crowd, -3, 20)).toBe(0);
    expect(countAt(crowd, 1200, 20)).toBe(480);
  });

  it('draws each person once: a head and a body', () => {
    const crowd = crowdOf(48, 500, 100);
    expect(peoplePath(crowd, 10, 48).match(/M/g)).toHaveLength(2 * 38);
    expect(boundaryAt(crowd, 0)).toBe(0);
  });
});
