import { bisectLeft } from 'd3';
import type { ChartTable } from './chart.ts';
import type { LineMark } from './marks.ts';
import { format, type Language } from '../text/format.ts';

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  readonly mark: LineMark;
  /** One value per time. */
  readonly values: ArrayLike<number>;
  /** Drawn last, labelled in bold, with its value at the horizon. */
  readonly selected: boolean;
  /** A ghost: the previous run, or the last good one when a newer has failed. */
  readonly stale?: boolean;
  /** The year that it is drawn up to, while it draws itself; without it, to the end. */
  readonly until?: number;
}

/** The place where one line passes another, if it answers the screen's question. */
export interface Crossing {
  readonly year: number;
  readonly value: number;
  /** A finished sentence: `år 12: Gå uppströms går om Dra upp`. */
  readonly words: string;
}

export interface LinesWords {
  readonly start: string;
  /** `år 12` */
  readonly year: (n: number) => string;
  /** What stands under the axis between start and end; without it the number of the year. */
  readonly tick?: (n: number) => string;
  /** `4 år` */
  readonly band: (n: number) => string;
}

export interface LinesData {
  /** Years after year zero, ascending; may begin below 0, where nothing is drawn. */
  readonly times: ArrayLike<number>;
  readonly series: readonly LineSeries[];
  /** The horizon in force: where the markers stand. */
  readonly horizon: number;
  /** Ends of the bands, ascending: 4 and 20 years. */
  readonly bands: readonly number[];
  /** The last year drawn: 40. */
  readonly last: number;
  /** `fit` cuts the axis, and whoever asks for it must say so beside the title. */
  readonly yStart: 'zero' | 'fit';
  /** Values that the axis holds besides those of the lines: pictures side by side share a scale. */
  readonly yRange?: readonly [low: number, high: number];
  readonly crossing?: Crossing;
  /** How a value is printed; without it as people. */
  readonly print?: (value: number) => string;
  readonly language: Language;
  readonly words: LinesWords;
}

/** The value at a year, linear between saved times; undefined outside them. */
export function valueAt(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  year: number,
): number | undefined {
  const after = bisectLeft(times, year);
  const t1 = times[after];
  if (t1 === undefined) return undefined;
  if (t1 === year) return values[after];
  if (after === 0) return undefined;
  const t0 = times[after - 1]!;
  const y0 = values[after - 1]!;
  return y0 + ((values[after]! - y0) * (year - t0)) / (t1 - t0);
}

/** The years that get a tick, a column and a word: start, the bands' ends, every ten years, the last. */
export function yearsOf(data: LinesData): readonly number[] {
  const tens = Array.from({ length: Math.floor(data.last / 10) }, (_, i) => (i + 1) * 10);
  return [...new Set([0, ...data.bands, ...tens, data.last])]
    .filter((y) => y <= data.last)
    .sort((a, b) => a - b);
}

/** `Dra upp: start 1 836, år 4 1 736, …` One sentence per series, then the crossing. */
export function describe(data: LinesData): string {
  const years = [...new Set([0, ...data.bands, data.last])].filter((y) => y <= data.last);
  const sentences = data.series.map((series) => {
    const readings = years.map((year) => `${yearWord(data, year)}: ${reading(data, series, year)}`);
    return `${series.label}, ${readings.join('; ')}.`;
  });
  if (data.crossing) sentences.push(`${upperFirst(data.crossing.words)}.`);
  return sentences.join(' ');
}

export function table(data: LinesData): ChartTable {
  const years = yearsOf(data);
  return {
    columns: years.map((year) => yearWord(data, year)),
    rows: data.series.map((series) => ({
      id: series.id,
      label: series.label,
      cells: years.map((year) => reading(data, series, year)),
    })),
  };
}

/** What the lines show at one year, in words: for the cursor's spoken text. */
export function describeYear(data: LinesData, year: number): string {
  const readings = data.series.map((series) => `${series.label} ${reading(data, series, year)}`);
  return `${yearWord(data, year)}: ${readings.join(', ')}`;
}

export const yearWord = (data: LinesData, year: number): string =>
  year === 0 ? data.words.start : data.words.year(year);

export const reading = (data: LinesData, series: LineSeries, year: number): string =>
  printed(data, valueAt(data.times, series.values, year) ?? NaN);

export const printed = ({ print, language }: LinesData, value: number): string =>
  print === undefined ? format(language).people(value) : print(value);

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
