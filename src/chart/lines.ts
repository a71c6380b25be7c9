import { bisectLeft } from 'd3';
import { crossingShapes } from './lines-crossing.ts';
import { cursorShapes } from './lines-cursor.ts';
import { describe, table, valueAt, yearsOf, type LinesData, type LineSeries } from './lines-data.ts';
import { frameOf, labelGap, labelWeight, type, type Frame } from './lines-frame.ts';
import { horizonMarkers, markerShapes } from './lines-markers.ts';
import { marks } from './marks.ts';
import { measureFor, type Measure } from './measure.ts';
import { paint, round, type Shape } from './paint.ts';
import { spread } from './spread.ts';
import { format } from '../text/format.ts';
import type { Chart, Size } from './chart.ts';

/** Lines over years: a few strategies and one quantity, with the two horizons as bands and the names at the ends. */
export const lines: Chart<LinesData> = { draw, describe, table };

const measures = new WeakMap<SVGSVGElement, Measure>();
const drawn = new WeakMap<SVGSVGElement, { readonly data: LinesData; readonly frame: Frame }>();

function draw(svg: SVGSVGElement, data: LinesData, size: Size, cursorYear?: number): void {
  let measure = measures.get(svg);
  if (measure === undefined) measures.set(svg, (measure = measureFor(svg)));
  const frame = frameOf(data, size, measure);
  paint(svg, shapesOf(data, frame, cursorYear));
  drawn.set(svg, { data, frame });
}

/** Forgets the widths of words: call when the font has come. */
export const forgetWidths = (svg: SVGSVGElement): void => void measures.delete(svg);

/** The whole year under a point of the drawing, or undefined beside the plot. `px` is from its left edge. */
export function yearAt(svg: SVGSVGElement, px: number): number | undefined {
  const last = drawn.get(svg);
  if (last === undefined) return undefined;
  const { left, right } = last.frame;
  if (px < left - 8 || px > right + 8) return undefined;
  const year = Math.round(((px - left) / (right - left)) * last.data.last);
  return Math.min(Math.max(year, 0), last.data.last);
}

/** Everything in the drawing, from back to front. Selected lines come last, over the others. */
function shapesOf(data: LinesData, frame: Frame, cursorYear?: number): readonly Shape[] {
  const backToFront = [...data.series].sort((a, b) => rank(a) - rank(b));
  const markers = horizonMarkers(data, frame);
  return [
    ...bandShapes(data, frame),
    ...gridShapes(data, frame),
    ...yearShapes(data, frame),
    ...backToFront.map((series) => lineShape(data, series, frame)),
    ...markerShapes(data, frame, markers),
    ...endLabelShapes(data, frame),
    ...crossingShapes(data, frame, markers),
    ...(cursorYear === undefined ? [] : cursorShapes(data, frame, cursorYear)),
  ];
}

const rank = (series: LineSeries): number => (series.stale ? 0 : 2) + (series.selected ? 1 : 0);

function bandShapes(data: LinesData, { x, top, bottom, size: { scale } }: Frame): Shape[] {
  return data.bands.flatMap((end, i): Shape[] => {
    const start = i === 0 ? 0 : data.bands[i - 1]!;
    const active = end === data.horizon;
    return [
      {
        key: `band ${end}`,
        tag: 'rect',
        attributes: {
          x: x(start),
          y: top,
          width: x(end) - x(start),
          height: bottom - top,
          fill: i === 0 ? 'var(--band-4)' : 'var(--band-20)',
        },
      },
      {
        key: `band line ${end}`,
        tag: 'line',
        attributes: {
          x1: x(end),
          x2: x(end),
          y1: top,
          y2: bottom,
          stroke: active ? 'var(--ink-2)' : 'var(--outline)',
          'stroke-width': scale,
          'stroke-dasharray': dashes([1, 3], scale),
        },
      },
      {
        key: `band word ${end}`,
        tag: 'text',
        attributes: {
          ...axisText(scale),
          x: x(end),
          y: top - 7 * scale,
          'text-anchor': 'middle',
          ...(active && { 'font-weight': 700, fill: 'var(--ink)' }),
        },
        text: data.words.band(end),
      },
    ];
  });
}

function gridShapes(data: LinesData, { yTicks, y, left, right, bottom, size: { scale } }: Frame): Shape[] {
  const numbers = format(data.language);
  return yTicks.flatMap((value): Shape[] => [
    {
      key: `grid ${value}`,
      tag: 'line',
      attributes: {
        x1: left,
        x2: right,
        y1: y(value),
        y2: y(value),
        stroke: 'var(--grid)',
        'stroke-width': scale,
      },
    },
    {
      key: `tick ${value}`,
      tag: 'text',
      attributes: {
        ...axisText(scale),
        x: left - 8 * scale,
        y: Math.min(y(value), bottom) + type.axis * 0.35 * scale,
        'text-anchor': 'end',
      },
      text: numbers.people(value),
    },
  ]);
}

/** The base line and its years. Where words would touch, the ends stay, then the horizons, then the tens. */
function yearShapes(data: LinesData, frame: Frame): Shape[] {
  const { left, right, bottom, x, measure } = frame;
  const { scale } = frame.size;
  const axis: Shape = {
    key: 'axis',
    tag: 'line',
    attributes: {
      x1: left,
      x2: right,
      y1: bottom,
      y2: bottom,
      stroke: 'var(--outline)',
      'stroke-width': 1.2 * scale,
    },
  };
  const word = (year: number) =>
    year === 0 ? data.words.start : year === data.last ? data.words.year(year) : String(year);
  const kept: { year: number; from: number; to: number }[] = [];
  for (const year of [...new Set([data.last, 0, ...data.bands, ...yearsOf(data)])]) {
    const half = measure(word(year), type.axis * scale, 400) / 2 + 3 * scale;
    const [from, to] = [x(year) - half, x(year) + half];
    if (kept.every((other) => to <= other.from || from >= other.to)) kept.push({ year, from, to });
  }
  return [
    axis,
    ...kept.flatMap(({ year }): Shape[] => [
      {
        key: `year ${year}`,
        tag: 'line',
        attributes: {
          x1: x(year),
          x2: x(year),
          y1: bottom,
          y2: bottom + 5 * scale,
          stroke: 'var(--outline)',
          'stroke-width': 1.2 * scale,
        },
      },
      {
        key: `year word ${year}`,
        tag: 'text',
        attributes: {
          ...axisText(scale),
          x: x(year),
          y: bottom + 18 * scale,
          'text-anchor': 'middle',
          ...(year === data.horizon && { 'font-weight': 700, fill: 'var(--ink)' }),
        },
        text: word(year),
      },
    ]),
  ];
}

function lineShape(data: LinesData, series: LineSeries, frame: Frame): Shape {
  const { scale } = frame.size;
  const style = marks[series.mark];
  const dash = series.stale ? [2, 5] : style.dash;
  return {
    key: `line ${series.id}`,
    tag: 'path',
    attributes: {
      d: pathOf(data, series.values, frame),
      fill: 'none',
      stroke: style.line,
      'stroke-width': style.width * scale,
      'stroke-linejoin': 'round',
      ...(dash && { 'stroke-dasharray': dashes(dash, scale) }),
      ...(series.stale && { 'stroke-opacity': '0.35' }),
    },
  };
}

/** From year 0 to the last, exactly: both ends are interpolated where no time was saved. A hole stays a hole. */
function pathOf({ times, last }: LinesData, values: ArrayLike<number>, { x, y }: Frame): string {
  let path = '';
  let pen = 'M';
  const add = (year: number, value: number | undefined) => {
    if (value === undefined || !Number.isFinite(value)) {
      pen = 'M';
      return;
    }
    path += `${pen}${round(x(year))},${round(y(value))}`;
    pen = 'L';
  };
  const from = bisectLeft(times, 0);
  if (times[from] !== 0) add(0, valueAt(times, values, 0));
  let i = from;
  for (; i < times.length && times[i]! <= last; i++) add(times[i]!, values[i]);
  if (i > from && times[i - 1]! < last) add(last, valueAt(times, values, last));
  return path;
}

function endLabelShapes(data: LinesData, frame: Frame): Shape[] {
  const { right, top, bottom, size } = frame;
  const { scale } = size;
  const lineHeight = type.lineHeight * scale;
  const ends = data.series.flatMap((series, i) => {
    const value = valueAt(data.times, series.values, data.last);
    if (value === undefined || !Number.isFinite(value)) return [];
    return [{ series, words: frame.endLabels[i]!, at: frame.y(value) }];
  });
  const places = spread(
    ends.map(({ at, words }) => ({ at, height: lineHeight * words.length + scale })),
    top - lineHeight / 2,
    bottom + lineHeight / 2,
  );
  return ends.flatMap(({ series, words, at }, i): Shape[] => {
    const middle = places[i]!;
    const style = marks[series.mark];
    const moved = Math.abs(middle - at) > 10 * scale;
    const first = middle - ((words.length - 1) / 2) * lineHeight + type.label * 0.35 * scale;
    return [
      ...(moved ? [leader(series, frame, at, middle)] : []),
      ...words.map((text, n): Shape => ({
        key: `end ${series.id} ${n}`,
        tag: 'text',
        attributes: {
          x: right + labelGap * scale,
          y: first + n * lineHeight,
          fill: series.stale ? 'var(--ink-3)' : style.text,
          'font-size': type.label * scale,
          'font-weight': series.selected ? labelWeight : 500,
          'word-spacing': series.selected ? '0.12em' : '0.06em',
        },
        text,
      })),
    ];
  });
}

const leader = (series: LineSeries, { right, size: { scale } }: Frame, from: number, to: number): Shape => ({
  key: `leader ${series.id}`,
  tag: 'path',
  attributes: {
    d: `M${round(right + 1)},${round(from)}L${round(right + (labelGap - 3) * scale)},${round(to)}`,
    fill: 'none',
    stroke: marks[series.mark].line,
    'stroke-width': scale,
  },
});

const axisText = (scale: number) => ({
  'font-size': type.axis * scale,
  'font-weight': 400,
  fill: 'var(--ink-2)',
});

const dashes = (dash: readonly number[], scale: number): string =>
  dash.map((d) => round(d * scale)).join(' ');
