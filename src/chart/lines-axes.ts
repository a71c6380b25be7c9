import { yearsOf, type LinesData } from './lines-data.ts';
import { type, type Frame } from './lines-frame.ts';
import { dashes, lineShape, textShape, typeset, type Shape } from './paint.ts';
import { format } from '../text/format.ts';

/** Everything behind the lines: horizons, grid, axis, years. */
export const axesShapes = (data: LinesData, frame: Frame): Shape[] => [
  ...bandShapes(data, frame),
  ...gridShapes(data, frame),
  ...yearShapes(data, frame),
];

function bandShapes(data: LinesData, { x, top, bottom, size: { scale } }: Frame): Shape[] {
  return data.bands.flatMap((end, i): Shape[] => {
    const from = x(data.bands[i - 1] ?? 0);
    const active = end === data.horizon;
    return [
      {
        key: `band ${end}`,
        tag: 'rect',
        attributes: {
          x: from,
          y: top,
          width: x(end) - from,
          height: bottom - top,
          fill: i === 0 ? 'var(--band-4)' : 'var(--band-20)',
        },
      },
      lineShape(`band line ${end}`, [x(end), top, x(end), bottom], {
        stroke: active ? 'var(--ink-2)' : 'var(--outline)',
        'stroke-width': scale,
        'stroke-dasharray': dashes([1, 3], scale),
      }),
      textShape(`band word ${end}`, x(end), top - 7 * scale, data.words.band(end), {
        ...axisWords(scale, active),
        'text-anchor': 'middle',
      }),
    ];
  });
}

/** Zero is in ink where the axis goes below it. */
function gridShapes(data: LinesData, { yTicks, y, left, right, size: { scale } }: Frame): Shape[] {
  const numbers = format(data.language);
  const below = yTicks.some((value) => value < 0);
  return yTicks.flatMap((value) => [
    lineShape(`grid ${value}`, [left, y(value), right, y(value)], {
      stroke: below && value === 0 ? 'var(--ink)' : 'var(--grid)',
      'stroke-width': scale,
    }),
    textShape(`tick ${value}`, left - 8 * scale, y(value) + type.axis * 0.35 * scale, numbers.number(value), {
      ...axisWords(scale, false),
      'text-anchor': 'end',
    }),
  ]);
}

/** The axis and its years. Where words would touch, the ends stay, then the horizons, then the tens. */
function yearShapes(data: LinesData, frame: Frame): Shape[] {
  const { left, right, bottom, x, measure } = frame;
  const { scale } = frame.size;
  const stroke = { stroke: 'var(--outline)', 'stroke-width': 1.2 * scale };
  const word = (year: number) =>
    year === 0 ? data.words.start : year === data.last ? data.words.year(year) : String(year);

  const kept: { year: number; from: number; to: number }[] = [];
  for (const year of new Set([data.last, 0, ...data.bands, ...yearsOf(data)])) {
    const half = measure(word(year), type.axis * scale, 400) / 2 + 3 * scale;
    const [from, to] = [x(year) - half, x(year) + half];
    if (kept.every((other) => to <= other.from || from >= other.to)) kept.push({ year, from, to });
  }
  return [
    lineShape('axis', [left, bottom, right, bottom], stroke),
    ...kept.flatMap(({ year }) => [
      lineShape(`year ${year}`, [x(year), bottom, x(year), bottom + 5 * scale], stroke),
      textShape(`year word ${year}`, x(year), bottom + 18 * scale, word(year), {
        ...axisWords(scale, year === data.horizon),
        'text-anchor': 'middle',
      }),
    ]),
  ];
}

const axisWords = (scale: number, active: boolean): Shape['attributes'] =>
  typeset(type.axis * scale, active ? 700 : 400, active ? 'var(--ink)' : 'var(--ink-2)');
