import { expect, test } from 'vitest';
import { linesData, oneStrategy } from '../../chart/lines-fixture.ts';
import { describe, describeYear, table, valueAt, yearsOf } from '../../../src/chart/lines-data.ts';

const s = '\u00a0';

test('a value between saved times is on the line between them; outside them there is none', () => {
  const times = [-1, 0, 2];
  const values = [5, 10, 20];
  expect(valueAt(times, values, 1)).toBe(15);
  expect(valueAt(times, values, -0.5)).toBe(7.5);
  expect(valueAt(times, values, -1)).toBe(5);
  expect(valueAt(times, values, 2)).toBe(20);
  expect(valueAt(times, values, 2.1)).toBeUndefined();
  expect(valueAt(times, values, -1.1)).toBeUndefined();
  expect(valueAt([], [], 0)).toBeUndefined();
});

test('the years that are named: start, both horizons, the tens, the last', () => {
  expect(yearsOf(linesData('outside', 'sv'))).toEqual([0, 4, 10, 20, 30, 40]);
  expect(yearsOf(linesData('outside', 'sv', { last: 25, bands: [4, 30] }))).toEqual([0, 4, 10, 20, 25]);
});

test('the spoken summary has a sentence per line and the crossing', () => {
  const said = describe(linesData('outside', 'sv'));
  expect(said).toContain(`Dra upp, start: 1${s}836; år 4: 1${s}736; år 20: 1${s}542; år 40: 1${s}573.`);
  expect(said.endsWith('År 12: Gå uppströms går om Dra upp.')).toBe(true);
  expect(describe(oneStrategy('outside', 'en'))).toBe(
    'base, start: 1,836; year 4: 1,836; year 20: 1,836; year 40: 1,836. ' +
      'Pull out, start: 1,836; year 4: 1,736; year 20: 1,542; year 40: 1,573.',
  );
});

test('what a reader at one year hears', () => {
  expect(describeYear(oneStrategy('outside', 'sv'), 20)).toBe(`år 20: bas 1${s}836, Dra upp 1${s}542`);
});

test('the table has the same years and numbers', () => {
  const { columns, rows } = table(linesData('outside', 'en'));
  expect(columns).toEqual(['start', 'year 4', 'year 10', 'year 20', 'year 30', 'year 40']);
  expect(rows.map((row) => row.label)).toEqual(['base', 'Pull out', 'Teach to swim', 'Go upstream']);
  expect(rows[3]!.cells).toEqual(['1,836', '1,828', '1,652', '1,400', '1,255', '1,182']);
});

test('a series that ends too early is a dash, not a guess', () => {
  const data = linesData('outside', 'sv');
  const short = {
    ...data,
    times: data.times,
    series: data.series.map((x) => ({ ...x, values: Array.from(x.values).slice(0, 60) })),
  };
  expect(table(short).rows[0]!.cells.slice(-2)).toEqual(['–', '–']);
});
