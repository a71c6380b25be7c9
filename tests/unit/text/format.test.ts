import { describe, expect, test } from 'vitest';
import { format } from '../../../src/text/format.ts';

const sv = format('sv');
const en = format('en');
const s = '\u00a0';
const minus = '\u2212';

describe('people', () => {
  test.each([
    [0, '0', '0'],
    [-0.4, '0', '0'],
    [999.5, `1${s}000`, '1,000'],
    [1575.4, `1${s}575`, '1,575'],
    [-69, `${minus}69`, `${minus}69`],
    [1234567, `1${s}234${s}567`, '1,234,567'],
    [NaN, '–', '–'],
    [Infinity, '–', '–'],
  ])('%d', (value, swedish, english) => {
    expect(sv.people(value)).toBe(swedish);
    expect(en.people(value)).toBe(english);
  });

  test('a difference always has its sign, but zero has none', () => {
    expect(sv.peopleDifference(1334)).toBe(`+1${s}334`);
    expect(sv.peopleDifference(-261)).toBe(`${minus}261`);
    expect(sv.peopleDifference(0.3)).toBe('0');
    expect(sv.peopleDifference(-0.3)).toBe('0');
  });
});

describe('money', () => {
  test.each([
    [11_250_000, `11,25${s}mnkr`, `SEK${s}11.25${s}million`],
    [12_000_000, `12${s}mnkr`, `SEK${s}12${s}million`],
    [11_500_000, `11,50${s}mnkr`, `SEK${s}11.50${s}million`],
    [11_999_999.9, `12${s}mnkr`, `SEK${s}12${s}million`],
    [99_990_000, `99,99${s}mnkr`, `SEK${s}99.99${s}million`],
    [1_334_400_000, `1${s}334${s}mnkr`, `SEK${s}1,334${s}million`],
    [0, `0${s}mnkr`, `SEK${s}0${s}million`],
    [-20_000_000, `${minus}20${s}mnkr`, `SEK${s}${minus}20${s}million`],
  ])('%d kronor', (value, swedish, english) => {
    expect(sv.money(value)).toBe(swedish);
    expect(en.money(value)).toBe(english);
  });

  test('a difference is in whole millions', () => {
    expect(sv.millionsDifference(1_334_400_000)).toBe(`+1${s}334`);
    expect(sv.millionsDifference(-68_700_000)).toBe(`${minus}69`);
    expect(sv.millionsDifference(400_000)).toBe('0');
  });
});

describe('years and shares', () => {
  test('a year is truncated, since 12.9 is still in year 12, and exact on request', () => {
    expect(sv.year(12.9)).toBe('12');
    expect(sv.exactYear(12.42)).toBe('12,4');
    expect(en.exactYear(12.42)).toBe('12.4');
  });

  test('a percentage has a fixed space in Swedish and none in English', () => {
    expect(sv.percent(0.62)).toBe(`62${s}%`);
    expect(en.percent(0.62)).toBe('62%');
    expect(sv.percent(0.035, 1)).toBe(`3,5${s}%`);
    expect(sv.percent(NaN)).toBe('–');
  });
});

describe('a number that a person has typed', () => {
  test.each([
    ['1 334', 1334],
    [`1${s}334,5`, 1334.5],
    ['1\u202f334', 1334],
    ['11,25', 11.25],
    ['11.25', 11.25],
    ['−20', -20],
    ['–20', -20],
    ['+200', 200],
    ['62 %', 0.62],
    [',5', 0.5],
  ])('Swedish: %s', (text, value) => expect(sv.parse(text)).toBe(value));

  test.each([
    ['1,334', 1334],
    ['1,334.5', 1334.5],
    ['1,334,000', 1334000],
    ['11.25', 11.25],
    ['-20', -20],
    ['62%', 0.62],
  ])('English: %s', (text, value) => expect(en.parse(text)).toBe(value));

  test.each(['', ' ', 'tolv', '1,2,3', '1.2.3', '12 st', '--2', '1e3', ',', '%', '+', 'Infinity', '0x10'])(
    'no number in Swedish: "%s"',
    (text) => expect(sv.parse(text)).toBeUndefined(),
  );

  test.each(['1,5', '1,33', '12,34,567', '1,334,5'])('could be read in two ways in English: %s', (text) =>
    expect(en.parse(text)).toBeUndefined(),
  );

  test('reads back what it prints', () => {
    for (const language of [sv, en]) {
      for (const value of [0, 0.16, 7, 1575, -261, 1234567.89]) {
        expect(language.parse(language.number(value, 2))).toBe(value);
      }
    }
  });
});
