import { describe, expect, test } from 'vitest';
import { must } from '../../src/base/assert.ts';
import type { Model } from '../../src/model/model.ts';
import { full, openModel } from './open-model.ts';

/** Ideas that are off until somebody moves them: what each does, once moved. */

const kommun = openModel('kommun');
const skola = openModel('skola');
const both: readonly (readonly [string, typeof skola])[] = [
  ['skola', skola],
  ['kommun', kommun],
];

const parameterOf = (model: Model, id: string) => {
  const found = must(model.variables.get(id), id);
  if (found.kind !== 'parameter') throw new Error(`${id} is no parameter`);
  return found;
};

test.each([
  ['help_age', 16],
  ['arena_reach', 0],
  ['group_risk', 1],
  ['group_reach', 1],
  ['maturity_ceiling', 1],
  ['takehome_share', 1],
  ['payback_share', 0],
  ['cost_level', 1],
])('%s is %d by default, has a range, and is not drawn', (id, value) => {
  const { value: own, distribution, evidence } = parameterOf(kommun.model, id);
  expect(own).toBe(value);
  expect(distribution.shape).toBe('fixed');
  expect(distribution.min).toBeLessThan(distribution.max);
  expect(evidence.source.sv.length).toBeGreaterThan(20);
});

describe.each(both)('age of support in %s', (_, { at }) => {
  const outside = (age: number) => at({ ...full('us_project'), help_age: age }, 'long_term_excluded', 42);

  test('the same money, at 12, 16, 20 or 25, gives different results, each better than nothing', () => {
    const found = [12, 16, 20, 25].map(outside);
    expect(new Set(found.map((x) => x.toFixed(3))).size).toBe(4);
    for (const x of found) expect(x).toBeLessThan(at({}, 'long_term_excluded', 42));
  });

  test('at 25 it does least', () => {
    for (const age of [12, 16, 20]) expect(outside(25)).toBeGreaterThan(outside(age));
  });

  test('without the lever the age means nothing', () => {
    expect(at({ help_age: 25 }, 'long_term_excluded', 42)).toBe(at({}, 'long_term_excluded', 42));
  });

  test('shares of support make a whole at any age', () => {
    for (const age of [12, 13.5, 16, 18, 20, 22, 25]) {
      const parts = [12, 16, 20, 25].map((a) => at({ help_age: age }, `help_at_${a}`, 0));
      expect(parts.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    }
  });
});

test('a wider arena means fewer outside', () => {
  expect(kommun.at({ arena_reach: 0.5 }, 'outside_all', 22)).toBeLessThan(
    0.97 * kommun.at({}, 'outside_all', 22),
  );
});

describe('two groups', () => {
  const unequal = { ...full('structure'), group_risk: 3 };

  test('nothing else changes, and the groups make up the whole', () => {
    expect(kommun.at(unequal, 'outside_all', 42)).toBe(kommun.at(full('structure'), 'outside_all', 42));
    const [worse, better, all] = ['new_exclusion_worse', 'new_exclusion_better', 'new_exclusion'].map(
      (name) => kommun.at(unequal, name, 42),
    );
    expect(worse! + better!).toBeCloseTo(all!, 9);
  });

  test('the gap is the ratio of risks, and stays when improvements reach all alike', () => {
    expect(kommun.at(unequal, 'group_gap', 0)).toBeCloseTo(3, 9);
    expect(kommun.at(unequal, 'group_gap', 42)).toBeCloseTo(3, 9);
  });

  test('the average improves while the gap grows, when improvements reach those with better conditions first', () => {
    const uneven = { ...unequal, group_reach: 0.5 };
    expect(kommun.at(uneven, 'new_exclusion', 42)).toBeLessThan(kommun.at(uneven, 'new_exclusion', 2));
    expect(kommun.at(uneven, 'group_gap', 42)).toBeGreaterThan(4);
  });

  test('effort in proportion to need closes some of it', () => {
    expect(kommun.at({ ...unequal, group_reach: 1.2 }, 'group_gap', 42)).toBeLessThan(2.9);
  });
});

test('poor conditions hold collaboration down', () => {
  const step = (ceiling: number) =>
    kommun.at({ ...full('strategic', 'onedoor'), maturity_ceiling: ceiling }, 'ladder_step', 42);
  expect(step(0.5)).toBeLessThan(step(1) - 0.2);
  expect(step(0.5)).toBeLessThan(1 + 4 * 0.5);
});

test('savings that cannot be taken home give less to reinvest', () => {
  const reinvested = (share: number) =>
    kommun.at({ ...full('structure'), reinvest_share: 0.3, takehome_share: share }, 'reinvested', 22);
  expect(reinvested(0)).toBe(0);
  expect(reinvested(0.5)).toBeLessThan(0.6 * reinvested(1));
});
