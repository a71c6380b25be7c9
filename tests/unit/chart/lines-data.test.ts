import { expect, test } from 'vitest';
import { linesData, oneStrategy, withFan } from '../../chart/lines-fixture.ts';
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
  expect(describeYear(oneStrategy('outside', 'sv'), 20.75)).toMatch(/^år 20: /);
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

test('how widely the runs lie is in the table, the summary and what is read at one year', () => {
  const data = withFan(oneStrategy('outside', 'sv'), 'rescue');
  expect(table(data).rows.slice(2)).toMatchObject([
    { label: 'Dra upp, 9 av 10 körningar', cells: expect.arrayContaining([`1${s}389–2${s}083`]) as string[] },
    {
      label: 'Dra upp, hälften av körningarna',
      cells: expect.arrayContaining([`1${s}562–1${s}910`]) as string[],
    },
    { label: 'Dra upp, mitten av körningarna', cells: expect.arrayContaining([`1${s}771`]) as string[] },
  ]);
  const said = describe(data);
  expect(said).toContain(`Dra upp, 9 av 10 körningar, start: mellan 1${s}469 och 2${s}203; år 4: mellan`);
  expect(said).toContain('Linjen är körningen med antagandena som de står. 500 körningar, slumpfrö 1.');
  expect(describeYear(data, 4)).toContain(`, 9 av 10 körningar 1${s}389–2${s}083`);
});

test('fields that are not computed yet are nowhere told', () => {
  const data = withFan(oneStrategy('outside', 'en'), 'rescue');
  const pending = { ...data, fan: { ...data.fan!, rows: [], times: [] } };
  const { fan: _, ...without } = data;
  expect([describe(pending), table(pending), describeYear(pending, 4)]).toEqual([
    describe(without),
    table(without),
    describeYear(without, 4),
  ]);
});

test('a name that ends in a number is kept apart from the number that follows', () => {
  const data = oneStrategy('outside', 'sv');
  const series = data.series.map((one, i) => (i === 0 ? one : { ...one, label: 'Din strategi 2' }));
  expect(describeYear({ ...data, series }, 20)).toBe(`år 20: bas 1${s}836, Din strategi 2: 1${s}542`);
});
