import { bisectLeft } from 'd3';
import { leading, printed, valueAt, type LinesData } from './lines-data.ts';
import { wrap, type Measure } from './measure.ts';
import { ticksFor } from './ticks.ts';
import { format } from '../text/format.ts';
import type { Size } from './chart.ts';

/** Where the plot lies, how years and values become px, and the ticks. All in px of the svg. */
export interface Frame {
  readonly size: Size;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly yTicks: readonly number[];
  readonly endLabels: readonly (readonly string[])[];
  /** Their size in px: a step smaller where the plot needs the room. */
  readonly labelPx: number;
  /** The crossing's sentence in lines, when the plot is too narrow to hold it and it stands below; else empty. */
  readonly foot: readonly string[];
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  /** Width of a text at the given px and weight. */
  readonly measure: Measure;
}

/** Text sizes in px at scale 1. */
export const type = { axis: 12, label: 14, sentence: 13, lineHeight: 17 } as const;
export const labelWeight = 700;
/** From the end of the lines to their labels: room for a leader. */
export const labelGap = 11;
/** Below this width, at scale 1, names at the ends of the lines are a step smaller. */
const roomy = 480;
/** A plot narrower than this, at scale 1, has no room for a sentence between its lines. */
const narrow = 280;
/** Room for the ring before a sentence that stands below. */
export const footIndent = 18;

export function frameOf(data: LinesData, size: Size, measure: Measure): Frame {
  const { scale } = size;
  const numbers = format(data.language);
  const [low, high] = domainOf(data);
  const { low: bottomValue, high: topValue, values } = ticksFor(low, high);
  // A low chart shows every other tick; its axis begins and ends where a high one's does.
  const yTicks = size.height < 170 * scale ? values.filter((_, i) => i % 2 === 0) : values;

  const axisWidth = (text: string) => measure(text, type.axis * scale, 400);
  const left =
    Math.max(...yTicks.map((t) => axisWidth(numbers.number(t))), axisWidth(data.words.start) / 2) +
    10 * scale;

  // Room for the labels as if every digit were the widest, so that the plot stands still while values change.
  const labelPx = (size.width < roomy * scale ? type.sentence : type.label) * scale;
  const labelWidth = (text: string) => measure(text, labelPx, labelWeight);
  const widest = printed(data, Math.max(Math.abs(topValue), Math.abs(bottomValue))).replaceAll(/\d/g, '0');
  const most = Math.max(110 * scale, size.width * 0.35);
  const inLines = (width: number): readonly (readonly string[])[] =>
    data.series.map((series) => wrap(`${leading(series)} ${widest}`, width, labelWidth));
  // A low chart has no room for names in two lines: then the plot gives way sideways.
  const rows = Math.floor((size.height - 24 * scale) / (type.lineHeight * scale));
  const wrapped = inLines(most);
  const broken = wrapped.flat().length <= rows ? wrapped : inLines(size.width * 0.55);
  const room = Math.max(
    axisWidth(data.words.year(data.last)) / 2,
    ...broken.flat().map((line) => labelWidth(line) + labelGap * scale),
  );
  const endLabels = data.series.map((series, i) => {
    const value = printed(data, valueAt(data.times, series.values, data.last) ?? NaN);
    return broken[i]!.map((line, n, { length }) => (n === length - 1 ? line.replace(widest, value) : line));
  });

  const right = Math.max(left + 40 * scale, size.width - room - 2 * scale);
  const top = 24 * scale;
  const foot =
    data.crossing && right - left < narrow * scale
      ? wrap(data.crossing.words, size.width - footIndent * scale, (text) =>
          measure(text, type.sentence * scale, 700),
        )
      : [];
  const bottom = Math.max(top + 40 * scale, size.height - (24 + foot.length * type.lineHeight) * scale);
  const perYear = (right - left) / data.last;
  const perUnit = (bottom - top) / (topValue - bottomValue);
  return {
    size,
    left,
    right,
    top,
    bottom,
    yTicks,
    endLabels,
    labelPx,
    foot,
    x: (year) => left + year * perYear,
    y: (value) => bottom - (value - bottomValue) * perUnit,
    measure,
  };
}

/** The values that must be seen, from 0 unless the axis is cut; never empty and never a single point. */
function domainOf(data: LinesData): readonly [number, number] {
  let [low, high] = data.yRange ?? [Infinity, -Infinity];
  const include = (times: ArrayLike<number>, values: ArrayLike<number>): void => {
    for (let i = bisectLeft(times, 0); i < values.length && times[i]! <= data.last; i++) {
      const value = values[i]!;
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  };
  for (const { values } of data.series) include(data.times, values);
  for (const row of data.fan?.rows ?? []) include(data.fan!.times, row);
  if (low > high) [low, high] = [0, 1];
  if (data.yStart === 'zero') [low, high] = [Math.min(0, low), Math.max(0, high)];
  if (low === high) return low === 0 ? [0, 1] : [Math.min(low, 0), Math.max(high, 0)];
  const margin = (high - low) * 0.04;
  return data.yStart === 'zero' ? [low < 0 ? low - margin : 0, high + margin] : [low - margin, high + margin];
}

/** What the vertical axis begins at: for the words beside the title when it is cut. Undefined if it begins at 0. */
export function axisStart(data: LinesData): number | undefined {
  const [low, high] = domainOf(data);
  const start = ticksFor(low, high).low;
  return start > 0 ? start : undefined;
}
