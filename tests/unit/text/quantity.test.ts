import { expect, it } from 'vitest';
import { quantityOf } from '../../../src/text/quantity.ts';

it.each([
  ['person', 'personer', 'people'],
  ['person/year', 'personer per år', 'people per year'],
  ['1', '', ''],
  ['1/year', 'per år', 'per year'],
  ['SEK/year', 'mnkr per år', 'SEK million per year'],
  ['SEK', 'mnkr', 'SEK million'],
  ['SEK/(person*year)', 'kronor per person och år', 'kronor per person and year'],
  ['widget/fortnight', 'widget/fortnight', 'widget/fortnight'],
])('says the unit %s in words', (unit, sv, en) => {
  expect(quantityOf(unit, 'sv').unit).toBe(sv);
  expect(quantityOf(unit, 'en').unit).toBe(en);
});

it('prints the figures that count', () => {
  const print = (value: number, unit = '1') => quantityOf(unit, 'sv').print(value).replaceAll(/\s/g, ' ');
  expect([0, 0.35, 0.0042, 1.2345, 18, 1836.4].map((v) => print(v))).toEqual([
    '0',
    '0,35',
    '0,0042',
    '1,23',
    '18',
    '1 836',
  ]);
  expect(print(11_250_000, 'SEK/year')).toBe('11,25');
  expect(print(NaN)).toBe('–');
});
