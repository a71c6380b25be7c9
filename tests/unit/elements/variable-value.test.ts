import { describe, expect, it } from 'vitest';
import {
  columnOf,
  printNumber,
  printValue,
  signed,
  unitWords,
} from '../../../src/elements/variable-value.ts';
import { format } from '../../../src/text/format.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const [sv, en] = [format('sv'), format('en')];

describe('a value with its unit', () => {
  it.each([
    [1400.4, 'person', '1 400 personer'],
    [77.917, 'person/year', '77,9 personer per år'],
    [0.65161, '1', '0,652'],
    [0.00071, '1/year', '0,00071 per år'],
    [12_000_000, 'SEK/year', '12 mnkr per år'],
    [740_000, 'SEK/(person*year)', '0,74 mnkr per person och år'],
    [NaN, 'person', '–'],
  ])('%d %s', (value, unit, said) => expect(plain(printValue(value, unit, sv))).toBe(said));

  it('speaks English too', () => {
    expect(plain(printValue(77.917, 'person/year', en))).toBe('77.9 people per year');
    expect(unitWords(' 1 ', 'en')).toBe('');
  });

  it('prints three figures that count, and a sign only where something is left', () => {
    expect([0, 123.4, 9.994, 0.0123456].map((x) => printNumber(x, sv))).toEqual([
      '0',
      '123',
      '9,99',
      '0,0123',
    ]);
    const { unit, print } = columnOf('SEK/year', sv);
    expect([unit, signed(2.5e6, print), signed(-2.5e6, print), signed(300, print)]).toEqual([
      'mnkr per år',
      '+2,5',
      '−2,5',
      '0',
    ]);
  });
});
