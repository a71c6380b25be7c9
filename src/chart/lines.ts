import { bisectLeft } from 'd3';
import { axesShapes } from './lines-axes.ts';
import { crossingShapes } from './lines-crossing.ts';
import { cursorShapes } from './lines-cursor.ts';
import { describe, table, valueAt, type LinesData, type LineSeries } from './lines-data.ts';
import { fanShapes } from './lines-fan.ts';
import { frameOf, type Frame } from './lines-frame.ts';
import { endLabelShapes } from './lines-labels.ts';
import { horizonMarkers, markerShapes } from './lines-markers.ts';
import { marks } from './marks.ts';
import { measureFor, type Measure } from './measure.ts';
import { dashes, paint, round, type Shape } from './paint.ts';
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
    ...axesShapes(data, frame),
    ...fanShapes(data, frame),
    ...backToFront.map((series) => seriesShape(data, series, frame)),
    ...markerShapes(data, frame, markers),
    ...endLabelShapes(data, frame),
    ...crossingShapes(data, frame, markers),
    ...(cursorYear === undefined ? [] : cursorShapes(data, frame, cursorYear)),
  ];
}

const rank = (series: LineSeries): number => (series.stale ? 0 : 2) + (series.selected ? 1 : 0);

function seriesShape(data: LinesData, series: LineSeries, frame: Frame): Shape {
  const { scale } = frame.size;
  const style = marks[series.mark];
  const dash = series.stale ? [2, 5] : style.dash;
  return {
    key: `line ${series.id}`,
    tag: 'path',
    attributes: {
      d: pathOf(data, series, frame),
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
function pathOf(data: LinesData, { values, until = data.last }: LineSeries, { x, y }: Frame): string {
  const { times } = data;
  const last = Math.min(data.last, until);
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
