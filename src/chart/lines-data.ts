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

/** How widely the runs of one strategy lie, as bands over the years. */
export interface Fan {
  /** The strategy's. */
  readonly label: string;
  readonly mark: LineMark;
  /** Years after year zero, ascending. */
  readonly times: ArrayLike<number>;
  /** Values that 5, 25, 50, 75 and 95 % of the runs are below: five rows of one value per time; none until there are any. */
  readonly rows: readonly ArrayLike<number>[];
  readonly words: FanWords;
}

export interface FanWords {
  /** Who reads the picture: `9 av 10 körningar ligger i det yttre fältet` */
  readonly wide: string;
  readonly half: string;
  /** What the strategy's line is, which is not the middle of the runs. */
  readonly line: string;
  /** `500 körningar, frö 1` */
  readonly how: string;
  /** Headings of a table and of a spoken sentence. */
  readonly rows: { readonly wide: string; readonly half: string; readonly middle: string };
  /** `mellan 1 och 2` */
  readonly between: (low: string, high: string) => string;
  /** `5 % av körningarna under` */
  readonly below: (percent: number) => string;
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
  readonly fan?: Fan | undefined;
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
  const fan = fanIn(data);
  if (fan) sentences.push(fanSentence(data, fan, years));
  if (data.crossing) sentences.push(`${upperFirst(data.crossing.words)}.`);
  return sentences.join(' ');
}

export function table(data: LinesData): ChartTable {
  const years = yearsOf(data);
  const fan = fanIn(data);
  return {
    columns: years.map((year) => yearWord(data, year)),
    rows: [
      ...data.series.map((series) => ({
        id: series.id,
        label: series.label,
        cells: years.map((year) => reading(data, series, year)),
      })),
      ...(fan ? fanRows(data, fan, years) : []),
    ],
  };
}

/** The shares of the runs that lie below the rows of a fan, in percent. */
export const fanPercents = [5, 25, 50, 75, 95] as const;

/** The fan, if there is anything of it to tell. */
export const fanIn = ({ fan }: LinesData): Fan | undefined =>
  fan === undefined || fan.rows.length === 0 ? undefined : fan;

/** A row of a fan at one year. */
const fanValue = ({ times, rows }: Fan, percent: (typeof fanPercents)[number], year: number): number =>
  valueAt(times, rows[fanPercents.indexOf(percent)]!, year) ?? NaN;

/** `1 465–2 051`: between which values nine of ten runs are at one year. */
export const fanWidth = (data: LinesData, fan: Fan, year: number): string =>
  `${printed(data, fanValue(fan, 5, year))}–${printed(data, fanValue(fan, 95, year))}`;

function fanRows(data: LinesData, fan: Fan, years: readonly number[]): ChartTable['rows'] {
  const { rows: words } = fan.words;
  const at = (year: number, percent: (typeof fanPercents)[number]) =>
    printed(data, fanValue(fan, percent, year));
  const row = (id: string, words: string, cell: (year: number) => string) => ({
    id: `fan ${id}`,
    label: `${fan.label}, ${words}`,
    cells: years.map(cell),
  });
  return [
    row('wide', words.wide, (year) => fanWidth(data, fan, year)),
    row('half', words.half, (year) => `${at(year, 25)}–${at(year, 75)}`),
    row('middle', words.middle, (year) => at(year, 50)),
  ];
}

/** `Dra upp, 9 av 10 körningar, år 4: mellan 1 och 2; …`, then what the line is. */
function fanSentence(data: LinesData, fan: Fan, years: readonly number[]): string {
  const { words, label } = fan;
  const print = (value: number) => printed(data, value);
  const readings = years.map(
    (year) =>
      `${yearWord(data, year)}: ${words.between(print(fanValue(fan, 5, year)), print(fanValue(fan, 95, year)))}`,
  );
  return `${label}, ${words.rows.wide}, ${readings.join('; ')}. ${words.line} ${words.how}`;
}

/** What the lines show at one year, in words: for the cursor's spoken text. */
export function describeYear(data: LinesData, year: number): string {
  const readings = data.series.map((series) => `${leading(series)} ${reading(data, series, year)}`);
  const fan = fanIn(data);
  if (fan) readings.push(`${fan.words.rows.wide} ${fanWidth(data, fan, year)}`);
  return `${yearWord(data, year)}: ${readings.join(', ')}`;
}

/** A name that a number follows: one that ends in a number itself, as “Strategy 2”, is kept apart from it. */
export const leading = ({ label }: LineSeries): string => (/\d$/.test(label) ? `${label}:` : label);

/** Whole, truncated, as the river has it while it flows: in year 6.75 it is year 6. */
export function yearWord({ words }: LinesData, year: number): string {
  const whole = Math.floor(year + 1e-6);
  return whole === 0 ? words.start : words.year(whole);
}

export const reading = (data: LinesData, series: LineSeries, year: number): string =>
  printed(data, valueAt(data.times, series.values, year) ?? NaN);

export const printed = ({ print, language }: LinesData, value: number): string =>
  print === undefined ? format(language).people(value) : print(value);

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
