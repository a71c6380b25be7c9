import { bisectLeft } from 'd3';
import { fanIn, valueAt, type Fan, type LinesData } from './lines-data.ts';
import type { Frame } from './lines-frame.ts';
import { marks } from './marks.ts';
import { dashes, round, type Shape } from './paint.ts';

/**
 * Where nine of ten runs lie, and half of them: two fields in the strategy's colour, each with edges of its own, so that
 * they are seen without colour and where fields are not filled.
 */
export function fanShapes(data: LinesData, frame: Frame): Shape[] {
  const fan = fanIn(data);
  if (fan === undefined) return [];
  const [low, lowHalf, , highHalf, high] = fan.rows.map((row) => pointsOf(fan, row, data.last));
  return [
    ...fieldShapes('wide', fan, frame, low!, high!, looks.wide),
    ...fieldShapes('half', fan, frame, lowHalf!, highHalf!, looks.half),
  ];
}

/** How a field is filled, and the dash of its edges in px at scale 1. The inner field lies on the outer one. */
export const looks = {
  wide: { fill: 0.16, dash: [1, 3] },
  half: { fill: 0.22, dash: [5, 3] },
} as const;

type Points = readonly (readonly [year: number, value: number])[];

/** From year 0 to the last; both ends are interpolated. */
function pointsOf({ times }: Fan, row: ArrayLike<number>, last: number): Points {
  const points: (readonly [number, number])[] = [];
  const add = (year: number, value: number | undefined): void => {
    if (value !== undefined && Number.isFinite(value)) points.push([year, value]);
  };
  let i = bisectLeft(times, 0);
  if (times[i] !== 0) add(0, valueAt(times, row, 0));
  for (; i < times.length && times[i]! <= last; i++) add(times[i]!, row[i]);
  if (i > 0 && times[i - 1]! < last) add(last, valueAt(times, row, last));
  return points;
}

function fieldShapes(
  id: string,
  { mark }: Fan,
  { x, y, size: { scale } }: Frame,
  low: Points,
  high: Points,
  { fill, dash }: { readonly fill: number; readonly dash: readonly number[] },
): Shape[] {
  const colour = marks[mark].line;
  const path = (points: Points): string =>
    points.map(([year, value]) => `${round(x(year))},${round(y(value))}`).join('L');
  const edge = (key: string, points: Points): Shape => ({
    key: `fan ${id} ${key}`,
    tag: 'path',
    attributes: {
      d: `M${path(points)}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': scale,
      'stroke-opacity': 0.8,
      'stroke-dasharray': dashes(dash, scale),
    },
  });
  if (low.length < 2) return [];
  return [
    {
      key: `fan ${id}`,
      tag: 'path',
      attributes: {
        d: `M${path(low)}L${path(high.toReversed())}Z`,
        fill: colour,
        'fill-opacity': fill,
      },
    },
    edge('low', low),
    edge('high', high),
  ];
}
