import { expect, test } from 'vitest';
import { annuity, cohortCost, costOf, fewerOutside, shorterWay } from '../../../src/model/cohort.ts';

/** The worked example: 480 births, 60 outside; costs per person and year of the municipality's model. */
const unit = { public: 344_900, municipality: 147_200, production: 390_900 };
const newcomer = { public: 275_500, municipality: 120_000, production: 275_500 };
const cohort = { births: 480, outside: 60 };
const millions = (x: number) => x / 1e6;

test.each([
  [0.04, 20, 13.590326],
  [0.035, 20, 14.212403],
  [0.035, 60, 24.944734],
  [0.03, 20, 14.877475],
  [0.04, 4, 3.629895],
  [0, 7, 7],
])('a krona a year at %d for %d years is worth %d', (rate, years, worth) => {
  expect(annuity(rate, years)).toBeCloseTo(worth, 6);
});

test('a cohort costs 600 million in 20 years, 160 in a term, of which 75 public and 32 the municipality’s', () => {
  const { shareOutside, long, term } = cohortCost(cohort, unit, 0.04);
  expect(shareOutside).toBe(0.125);
  expect(millions(long.total)).toBeCloseTo(600, 0);
  expect(millions(term.total)).toBeCloseTo(160.25, 2);
  expect(millions(term.public)).toBeCloseTo(75.12, 2);
  expect(millions(term.municipality)).toBeCloseTo(32.06, 2);
  expect(term.public + term.production).toBe(term.total);
});

test('a quarter fewer is worth 150, 40 and 8 million', () => {
  const { long, term } = fewerOutside(cohort, 0.25, unit, 0.04);
  expect(millions(long.total)).toBeCloseTo(150, 0);
  expect(millions(term.total)).toBeCloseTo(40.06, 2);
  expect(millions(term.municipality)).toBeCloseTo(8.01, 2);
});

test('ten newcomers in 4 years instead of 8: 20 million, half of it public, 16 and 6 after the project', () => {
  const way = { persons: 10, yearsBefore: 8, yearsAfter: 4, project: 4e6 };
  const { gross, net } = shorterWay(way, newcomer, 0.04);
  expect(millions(gross.total)).toBeCloseTo(20, 2);
  expect(millions(gross.public)).toBeCloseTo(10, 2);
  expect(millions(net.total)).toBeCloseTo(16, 2);
  expect(millions(net.public)).toBeCloseTo(6, 2);
});

test('nobody and no time cost nothing', () => {
  expect(costOf(0, 20, unit, 0.04).total).toBe(0);
  expect(costOf(60, 0, unit, 0.04).total).toBe(0);
});
