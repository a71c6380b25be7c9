import { describe, expect, test } from 'vitest';
import {
  clipboardText,
  contributionsTable,
  csvFile,
  fileName,
  linesTable,
  printedTable,
} from '../../../src/chart/export-table.ts';
import type { ContributionBar, ContributionsData } from '../../../src/chart/contributions.ts';
import { hexOf } from '../../../src/chart/export.ts';
import { uncertaintyWords } from '../../../src/text/uncertainty.ts';
import type { LinesData } from '../../../src/chart/lines-data.ts';

const table = {
  columns: ['år', 'Dra upp; mest', 'utan'],
  rows: [
    [0, 1836.25, ''],
    [1, -0.5, 'a "b"'],
    ['tal', NaN, '=HYPERLINK("x")'],
  ],
};

describe('a file of values', () => {
  test('is read by spreadsheets in Swedish: semicolons, decimal commas, quotes where they are needed', () => {
    expect(csvFile(table, 'sv')).toBe(
      '\ufeffår;"Dra upp; mest";utan\r\n0;1836,25;\r\n1;-0,5;"a ""b"""\r\ntal;;"\'=HYPERLINK(""x"")"\r\n',
    );
  });

  test('and in English: commas and points', () => {
    expect(csvFile(table, 'en').split('\r\n').slice(0, 2)).toEqual([
      '\ufeffår,Dra upp; mest,utan',
      '0,1836.25,',
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@x', '\tx'])('never begins a formula: %s', (name) => {
    expect(clipboardText({ columns: [name], rows: [] }, 'sv')).toContain(`'${name}`);
  });

  test('has every line at every whole year, and a hole where there is none', () => {
    const data: LinesData = {
      times: [0, 2],
      series: [
        { id: 'a', label: 'A', mark: 'base', values: [10, 20], selected: true },
        { id: 'b', label: 'B', mark: 'own', values: [NaN, NaN], selected: false },
      ],
      horizon: 4,
      bands: [4],
      last: 2,
      yStart: 'zero',
      language: 'sv',
      words: { start: 'start', year: String, band: String },
    };
    expect(csvFile(linesTable(data, 'år'), 'sv')).toBe('\ufeffår;A;B\r\n0;10;\r\n1;15;\r\n2;20;\r\n');
    const words = { ...uncertaintyWords('sv'), how: '' };
    const rows = [1, 2, 3, 4, 5].map((k) => [10 * k, 20 * k]);
    const fan = { label: 'A', mark: 'base', times: [0, 2], rows, words } as const;
    const { columns, rows: found } = linesTable({ ...data, fan }, 'år');
    expect(columns.slice(3)).toEqual([5, 25, 50, 75, 95].map((n) => `A, ${n} % av körningarna under`));
    expect(found[1]).toEqual([1, 15, NaN, 15, 30, 45, 60, 75]);
  });

  test('of contributions has each part in the unit of the chart, what it does alone, and the sum', () => {
    const bar = (label: string, value: number, alone: number | undefined): ContributionBar => ({
      id: label,
      label,
      mark: 'rescue',
      value,
      alone,
    });
    const data: ContributionsData = {
      bars: [bar('Fler platser', 31.5e6, 40e6), bar('Tidigt stöd', -2e6, -1e6)],
      whole: bar('Tillsammans', 29.5e6, undefined),
      print: String,
      words: { average: 'bidrag', alone: 'ensam' },
    };
    expect(contributionsTable(data, 'Spak', { name: 'mnkr', per: 1e6 })).toEqual({
      columns: ['Spak', 'bidrag, mnkr', 'ensam, mnkr'],
      rows: [
        ['Fler platser', 31.5, 40],
        ['Tidigt stöd', -2, -1],
        ['Tillsammans', 29.5, ''],
      ],
    });
  });

  test('of printed numbers has numbers', () => {
    const printed = {
      columns: ['enhet', 'nu'],
      rows: [{ id: 'x', label: 'Föds', cells: ['personer', '1\u00a0480'] }],
    };
    expect(printedTable(printed, 'var', 'sv').rows).toEqual([['Föds', 'personer', 1480]]);
  });
});

test('a file’s name says what it is, in letters that every system takes', () => {
  expect(fileName('Utanför, alla grupper', 'Hela kommunen, Trelleborg-exemplet')).toBe(
    'uppstroms-utanfor-alla-grupper-hela-kommunen-trelleborg-exemplet',
  );
  expect(fileName('../../etc', '')).toBe('uppstroms-etc');
});

test.each([
  ['rgb(20, 37, 45)', { hex: '#14252d', alpha: 1 }],
  ['rgba(176, 122, 30, 0.22)', { hex: '#b07a1e', alpha: 0.22 }],
  ['color(srgb 0.690196 0.478431 0.117647 / 0.22)', { hex: '#b07a1e', alpha: 0.22 }],
  ['color(srgb 1 1 1)', { hex: '#ffffff', alpha: 1 }],
  ['none', undefined],
  ['10px', undefined],
])('the colour %s', (value, expected) => expect(hexOf(value)).toEqual(expected));
