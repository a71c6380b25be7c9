import type { ContributionsData } from './contributions.ts';
import { fanIn, fanPercents, valueAt, type LinesData } from './lines-data.ts';
import type { ChartTable } from './chart.ts';
import type { PayersFlowData } from './payers-flow-data.ts';
import { format, type Language } from '../text/format.ts';

/** Numbers as they are, with a heading per column: what a file of values holds. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Every line's value at every whole year, and below which values how many of the runs are. */
export function linesTable(data: LinesData, year: string): DataTable {
  const { times, series, last, words } = data;
  const fan = fanIn(data);
  const years = Array.from({ length: last + 1 }, (_, i) => i);
  const shares = fan ? fanPercents.map((percent) => `${fan.label}, ${fan.words.below(percent)}`) : [];
  return {
    columns: [year, ...series.map((s) => s.label), ...shares],
    rows: years.map((at) => [
      words.tick?.(at) ?? at,
      ...series.map((s) => valueAt(times, s.values, at) ?? ''),
      ...(fan?.rows ?? []).map((row) => valueAt(fan!.times, row, at) ?? ''),
    ]),
  };
}

/** Every part, what it contributes and what it would do alone, in a unit of so many; and what all of them do. */
export function contributionsTable(
  { bars, whole, words }: ContributionsData,
  first: string,
  { name, per }: { readonly name: string; readonly per: number },
): DataTable {
  return {
    columns: [first, `${words.average}, ${name}`, `${words.alone}, ${name}`],
    rows: [...bars, whole].map(({ label, value, alone }) => [
      label,
      value / per,
      alone === undefined ? '' : alone / per,
    ]),
  };
}

/** Every purse, what it pays and what it gets back, in kronor. */
export function flowTable({ payers, gainers, words }: PayersFlowData): DataTable {
  const ends = new Map([...payers, ...gainers].map((end) => [`${end.id} ${end.kind}`, end.label]));
  const amount = (side: PayersFlowData['payers'], key: string): number =>
    Math.round(side.find((end) => `${end.id} ${end.kind}` === key)?.amount ?? 0);
  return {
    columns: [words.actor, `${words.pays}, SEK`, `${words.back}, SEK`],
    rows: [...ends].map(([key, label]) => [label, amount(payers, key), amount(gainers, key)]),
  };
}

/** A chart's table, with what reads as a number as a number. */
export function printedTable({ columns, rows }: ChartTable, first: string, language: Language): DataTable {
  const { parse } = format(language);
  return {
    columns: [first, ...columns],
    rows: rows.map(({ label, cells }) => [label, ...cells.map((cell) => parse(cell) ?? cell)]),
  };
}

/** Begins a formula in a spreadsheet: a name that somebody else has given must not. */
const formula = /^[=+\-@\t\r]/;

/**
 * The table as text that spreadsheets read: in Swedish with semicolons and decimal commas, in English with commas and
 * points. Begins with the mark that says UTF-8.
 */
export function csvFile(table: DataTable, language: Language): string {
  const [parts, point] = language === 'sv' ? [';', ','] : [',', '.'];
  return `\ufeff${lines(table, parts, point)}`;
}

/** The table as a spreadsheet takes it from the clipboard. */
export const clipboardText = (table: DataTable, language: Language): string =>
  lines(table, '\t', language === 'sv' ? ',' : '.');

function lines({ columns, rows }: DataTable, parts: string, point: string): string {
  const cell = (value: string | number): string => {
    if (typeof value === 'number')
      return Number.isFinite(value) ? String(Number(value.toPrecision(10))).replace('.', point) : '';
    const safe = formula.test(value) ? `'${value}` : value;
    return /["\n\r]/.test(safe) || safe.includes(parts) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [columns, ...rows].map((row) => row.map(cell).join(parts)).join('\r\n') + '\r\n';
}

/** `uppstroms-utanfor-alla-grupper-trelleborg-exemplet`: a name for a file that says what it is. */
export const fileName = (...parts: readonly string[]): string =>
  ['uppstroms', ...parts]
    .join(' ')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 140)
    .replaceAll(/^-|-$/g, '');
