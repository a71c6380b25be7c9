import { describe, expect, test } from 'vitest';
import {
  certaintyOf,
  strongestTie,
  uncertainIn,
  winsOf,
  type Certainty,
  type CertaintyRequest,
} from '../../../src/model/certainty.ts';
import { must } from '../../../src/base/assert.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const made = (
  values: readonly number[][],
  drawn: Readonly<Record<string, readonly number[]>> = {},
): Certainty => ({
  request: { experiments: [], outcome: 'x', time: 0, runs: values[0]!.length, seed: 1 },
  vary: Object.keys(drawn),
  runs: values[0]!.length,
  failed: 0,
  values: values.map((row) => Float64Array.from(row)),
  drawn: Object.values(drawn).map((row) => Float64Array.from(row)),
});

describe('what draws say', () => {
  test('better is counted draw by draw, and equal is not better', () => {
    const certainty = made([
      [1, 2, 3, 4],
      [2, 2, 2, 5],
    ]);
    expect(winsOf(certainty, 0, 1, 'lower')).toBe(2);
    expect(winsOf(certainty, 1, 0, 'lower')).toBe(1);
    expect(winsOf(certainty, 0, 1, 'higher')).toBe(1);
  });

  test('the assumption whose rank goes most with the difference, whatever its scale and direction', () => {
    const certainty = made(
      [
        [10, 20, 30, 40, 1000],
        [0, 0, 0, 0, 0],
      ],
      { noise: [3, 1, 2, 5, 4], against: [9, 8, 7, 2, 0.001], still: [1, 1, 1, 1, 1] },
    );
    expect(strongestTie(certainty, 0, 1)).toEqual({ parameter: 'against', correlation: -1 });
    expect(strongestTie(certainty, 1, 0)!.correlation).toBe(1);
    expect(strongestTie(certainty, 1, 1)).toBeUndefined();
  });

  test('equals share their places', () => {
    // Spearman with ties, by hand: ranks 0.5 0.5 2 3 and 0 1 2 3.
    const tie = strongestTie(
      made(
        [
          [1, 1, 2, 3],
          [0, 0, 0, 0],
        ],
        { p: [1, 2, 3, 4] },
      ),
      0,
      1,
    )!;
    expect(tie.correlation).toBeCloseTo(Math.sqrt(0.9), 12);
  });

  test('a draw in which one of them failed is left out of all, and counted', () => {
    const request: CertaintyRequest = {
      experiments: [
        { policy: {}, scenario: {} },
        { policy: {}, scenario: {} },
      ],
      outcome: 'x',
      time: 0,
      runs: 3,
      seed: 1,
    };
    const late = {
      stretch: { from: 2, to: 3 },
      vary: ['p'],
      values: Float64Array.of(7, 8),
      drawn: Float64Array.of(0.7),
    };
    const early = {
      stretch: { from: 0, to: 2 },
      vary: ['p'],
      values: Float64Array.of(1, 2, NaN, 4),
      drawn: Float64Array.of(0.1, 0.2),
    };
    const certainty = certaintyOf(request, [late, early]);
    expect(certainty).toMatchObject({ runs: 2, failed: 1 });
    expect(certainty.values.map((row) => [...row])).toEqual([
      [2, 7],
      [4, 8],
    ]);
    expect([...certainty.drawn[0]!]).toEqual([0.2, 0.7]);
  });
});

test('what is known of the municipality is not drawn, and what grows with it keeps its range in proportion', () => {
  const read = readShipped('samordning');
  if (!read.ok) throw new Error('samordning has mistakes');
  const model = read.value;
  const ids = (where: Parameters<typeof uncertainIn>[1], set = {}) =>
    new Map(uncertainIn(model, where, set).map(({ parameter, scale }) => [parameter.id, scale]));
  const plain = ids({ preset: 'trelleborg' });
  expect([...plain.values()].every((scale) => scale === 1)).toBe(true);
  expect(plain.has('slots_ref')).toBe(true);
  expect(plain.has('lever_rescue')).toBe(false);
  expect(ids({ preset: 'trelleborg' }, { t_climb: 3 }).has('t_climb')).toBe(false);
  const larger = ids({ preset: 'trelleborg', municipality: { places: 200 } });
  expect(larger.has('slots_ref')).toBe(false);
  expect(larger.get('slots_lever')).toBe(2);
  const nacka = ids({ preset: 'nacka' });
  expect(nacka.has('structural_capability_ref')).toBe(false);
  expect(must(nacka.get('slots_lever'), 'slots_lever')).toBeCloseTo(1.5, 9);
});
