import { fanIn, fanWidth, reading, valueAt, yearWord, type LinesData } from './lines-data.ts';
import { type, type Frame } from './lines-frame.ts';
import { marks } from './marks.ts';
import { format } from '../text/format.ts';
import { lineShape, textShape, typeset, type Shape } from './paint.ts';

/** The hairline that moves through all charts, with a value per line in the order of the lines. */
export function cursorShapes(data: LinesData, frame: Frame, year: number): Shape[] {
  if (year < 0 || year > data.last) return [];
  const { scale } = frame.size;
  const x = frame.x(year);
  const fan = fanIn(data);
  const rows = data.series
    .map((series) => ({ series, value: valueAt(data.times, series.values, year) ?? NaN }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value);
  return [
    lineShape('cursor', [x, frame.top, x, frame.bottom], { stroke: 'var(--ink)', 'stroke-width': scale }),
    ...rows.map(({ series, value }): Shape => ({
      key: `cursor dot ${series.id}`,
      tag: 'circle',
      attributes: {
        cx: x,
        cy: frame.y(value),
        r: 3.4 * scale,
        fill: marks[series.mark].line,
        stroke: 'var(--paper)',
        'stroke-width': 1.4 * scale,
      },
    })),
    ...boxShapes(data, frame, year, [
      ...rows.map(({ series }) => [series.label, reading(data, series, year)] as const),
      ...(fan ? [[fan.words.rows.wide, fanWidth(data, fan, year)] as const] : []),
    ]),
  ];
}

function boxShapes(
  data: LinesData,
  frame: Frame,
  year: number,
  rows: readonly (readonly [string, string])[],
): Shape[] {
  const { scale } = frame.size;
  const px = type.sentence * scale;
  const lineHeight = 18 * scale;
  const pad = 9 * scale;
  const { crossing } = data;
  const crossed = crossing !== undefined && Math.trunc(crossing.year) === year;
  const heading = crossed
    ? `${yearWord(data, year)} (${format(data.language).exactYear(crossing.year)})`
    : yearWord(data, year);
  const names = Math.max(...rows.map(([name]) => frame.measure(name, px, 400)), 0);
  const values = Math.max(...rows.map(([, value]) => frame.measure(value, px, 700)), 0);
  const width = Math.max(names + 12 * scale + values, frame.measure(heading, px, 700)) + 2 * pad;
  const height = (rows.length + 1) * lineHeight + pad;
  const x = frame.x(year);
  // Beside the line, on its right if that leaves the names at the ends of the lines free.
  const right = x + 10 * scale + width <= frame.right || x - 10 * scale - width < 0;
  const left = right ? x + 10 * scale : x - 10 * scale - width;
  const top = frame.top + 4 * scale;
  const text = (key: string, words: string, row: number, end: boolean, weight: number): Shape =>
    textShape(
      `cursor ${key}`,
      end ? left + width - pad : left + pad,
      top + pad * 0.5 + (row + 0.72) * lineHeight,
      words,
      { ...typeset(px, weight, 'var(--paper)'), 'text-anchor': end ? 'end' : 'start' },
    );
  return [
    {
      key: 'cursor box',
      tag: 'rect',
      attributes: { x: left, y: top, width, height, rx: 4 * scale, fill: 'var(--ink)' },
    },
    text('heading', heading, 0, false, 700),
    ...rows.flatMap(([name, value], i) => [
      text(`name ${i}`, name, i + 1, false, 400),
      text(`value ${i}`, value, i + 1, true, 700),
    ]),
  ];
}
