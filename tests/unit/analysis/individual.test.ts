import { describe, expect, test } from 'vitest';
import {
  chainOf,
  chainSeries,
  everIn,
  iconsOf,
  occupancyAfter,
  prospectsFrom,
  timesWithin,
} from '../../../src/analysis/individual.ts';
import type { Chain } from '../../../src/analysis/individual.ts';
import { must } from '../../../src/base/assert.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const close = (found: readonly number[], expected: readonly number[], digits: number): void => {
  expect(found.length).toBe(expected.length);
  for (const [i, x] of expected.entries()) expect(found[i]).toBeCloseTo(x, digits);
};

describe('the drunkard’s walk', () => {
  // One step per unit of time, left or right alike, between two homes.
  const chain: Chain = {
    states: ['1', '2', '3'],
    endings: ['left', 'right'],
    rates: [
      [0, 0.5, 0],
      [0.5, 0, 0.5],
      [0, 0.5, 0],
    ],
    leaving: [
      [0.5, 0],
      [0, 0],
      [0, 0.5],
    ],
  };
  test.each([
    ['1', [1.5, 1, 0.5], 3, [0.75, 0.25]],
    ['2', [1, 2, 1], 4, [0.5, 0.5]],
    ['3', [0.5, 1, 1.5], 3, [0.25, 0.75]],
  ])('from %s', (from, times, total, endings) => {
    const found = must(prospectsFrom(chain, from), 'prospects');
    close(found.times, times, 12);
    expect(found.total).toBeCloseTo(total, 12);
    close(found.endings, endings, 12);
  });
});

describe('on track, at risk, outside', () => {
  const chain: Chain = {
    states: ['ok', 'risk', 'outside'],
    endings: ['included', 'permanent'],
    rates: [
      [0, 0.08, 0],
      [0.3, 0, 0.15],
      [0, 0.2, 0],
    ],
    leaving: [
      [0.1, 0],
      [0.04, 0],
      [0, 0.05],
    ],
  };
  const found = must(prospectsFrom(chain, 'ok'), 'prospects');

  test('expected years in each state, in all, and their variance', () => {
    close(found.times, [8.68544601, 1.87793427, 1.12676056], 8);
    expect(found.total).toBeCloseTo(11.69014085, 8);
    expect(found.variance).toBeCloseTo(152.148383, 6);
  });

  test('how it ends, from on track and from outside', () => {
    close(found.endings, [0.94366197, 0.05633803], 8);
    expect(must(prospectsFrom(chain, 'outside'), 'prospects').endings[1]).toBeCloseTo(0.30140845, 8);
  });

  test('ever outside', () => {
    expect(found.ever[2]).toBeCloseTo(0.18691589, 8);
    expect(everIn(chain, 'ok', ['outside'])).toBeCloseTo(0.18691589, 8);
    expect(everIn(chain, 'ok', ['risk', 'outside'])).toBeCloseTo(0.08 / 0.18, 12);
    expect(everIn(chain, 'outside', ['outside'])).toBe(1);
  });

  test('within 18 years, and where after 5 and 20', () => {
    close(timesWithin(chain, 'ok', 18), [6.99140437, 1.32085078, 0.6552821], 8);
    close(occupancyAfter(chain, 'ok', 5), [0.49170546, 0.10075762, 0.03769457], 8);
    close(occupancyAfter(chain, 'ok', 20), [0.11622536, 0.03707337, 0.03020173], 8);
  });

  test('a hundred icons: 94 and 6', () => {
    expect(iconsOf(found.endings, 100)).toEqual([94, 6]);
    expect(iconsOf([1 / 3, 1 / 3, 1 / 3], 100)).toEqual([34, 33, 33]);
  });
});

test('a state without a way out has no prospects', () => {
  const chain: Chain = { states: ['in'], endings: ['out'], rates: [[0]], leaving: [[0]] };
  expect(prospectsFrom(chain, 'in')).toBeUndefined();
});

test('a hundred children of the model of school: the years outside are those of the stock', () => {
  const read = readShipped('skola');
  if (!read.ok) throw new Error('skola has mistakes');
  const model = read.value;
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) throw new Error('skola is not accepted');
  const series = [...chainSeries(model), 'long_term_excluded', 'births'];
  const run = engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series, stop: 1 });
  if (!run.ok) throw new Error('skola does not run');
  const chain = chainOf(model, run.value, 0);
  const found = must(prospectsFrom(chain, 'preschool_children'), 'prospects');
  expect(found.endings.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  const outside = ['excluded_recent', 'excluded_entrenched', 'rescue_recent', 'rescue_entrenched'];
  // Little: of those born in a year, 480, as many person-years as are outside at any time, 1 200.
  const years = outside.reduce((sum, id) => sum + found.times[chain.states.indexOf(id)]!, 0);
  expect(years).toBeCloseTo(1200 / 480, 6);
  const ever = everIn(chain, 'preschool_children', outside);
  const still = ['age_r', 'age_e', 'age_rr', 'age_re'].reduce(
    (sum, flow) => sum + found.endings[chain.endings.indexOf(flow)]!,
    0,
  );
  expect(still).toBeCloseTo(0.125, 6);
  expect(ever).toBeGreaterThan(still);
  expect(ever).toBeLessThan(0.3);
});
