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

/** Where the words of two horizons would touch, the one in force stays, else the farther. */
function bandShapes(data: LinesData, frame: Frame): Shape[] {
  const { x, top, bottom } = frame;
  const { scale } = frame.size;
  const isActive = (end: number) => end === data.horizon;
  const byRank = [...data.bands].sort((a, b) => Number(isActive(b)) - Number(isActive(a)) || b - a);
  const worded = keepApart(byRank, data.words.band, frame);
  return data.bands.flatMap((end, i): Shape[] => {
    const from = x(data.bands[i - 1] ?? 0);
    const word = textShape(`band word ${end}`, x(end), top - 7 * scale, data.words.band(end), {
      ...axisWords(scale, isActive(end)),
      'text-anchor': 'middle',
    });
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
        stroke: isActive(end) ? 'var(--ink-2)' : 'var(--outline)',
        'stroke-width': scale,
        'stroke-dasharray': dashes([1, 3], scale),
      }),
      ...(worded.includes(end) ? [word] : []),
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
  const { left, right, bottom, x } = frame;
  const { scale } = frame.size;
  const stroke = { stroke: 'var(--outline)', 'stroke-width': 1.2 * scale };
  const word = (year: number) =>
    year === 0
      ? data.words.start
      : year === data.last
        ? data.words.year(year)
        : (data.words.tick?.(year) ?? String(year));

  const kept = keepApart([...new Set([data.last, 0, ...data.bands, ...yearsOf(data)])], word, frame);
  return [
    lineShape('axis', [left, bottom, right, bottom], stroke),
    ...kept.flatMap((year) => [
      lineShape(`year ${year}`, [x(year), bottom, x(year), bottom + 5 * scale], stroke),
      textShape(`year word ${year}`, x(year), bottom + 18 * scale, word(year), {
        ...axisWords(scale, year === data.horizon),
        'text-anchor': 'middle',
      }),
    ]),
  ];
}

/** The years, given in order of importance, whose words do not touch those of a more important one. */
function keepApart(
  years: readonly number[],
  word: (year: number) => string,
  { x, measure, size: { scale } }: Frame,
): readonly number[] {
  const kept: { readonly year: number; readonly from: number; readonly to: number }[] = [];
  for (const year of years) {
    const half = measure(word(year), type.axis * scale, 400) / 2 + 3 * scale;
    const [from, to] = [x(year) - half, x(year) + half];
    if (kept.every((other) => to <= other.from || from >= other.to)) kept.push({ year, from, to });
  }
  return kept.map(({ year }) => year);
}

const axisWords = (scale: number, active: boolean): Shape['attributes'] =>
  typeset(type.axis * scale, active ? 700 : 400, active ? 'var(--ink)' : 'var(--ink-2)');
