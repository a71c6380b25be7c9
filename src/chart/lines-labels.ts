import { valueAt, type LinesData, type LineSeries } from './lines-data.ts';
import { labelGap, labelWeight, type, type Frame } from './lines-frame.ts';
import { marks } from './marks.ts';
import { round, textShape, typeset, type Shape } from './paint.ts';
import { spread } from './spread.ts';

/** Name and last value at the end of each line, moved apart where they would meet; a leader if moved far. */
export function endLabelShapes(data: LinesData, frame: Frame): Shape[] {
  const { right, top, bottom, size } = frame;
  const { scale } = size;
  const lineHeight = type.lineHeight * scale;
  const ends = data.series.flatMap((series, i) => {
    const value = valueAt(data.times, series.values, data.last);
    if (value === undefined || !Number.isFinite(value) || isBeingDrawn(series, data)) return [];
    return [{ series, words: frame.endLabels[i]!, at: frame.y(value) }];
  });
  const places = spread(
    ends.map(({ at, words }) => ({ at, height: lineHeight * words.length + scale })),
    top - lineHeight / 2,
    bottom + lineHeight / 2,
  );
  return ends.flatMap(({ series, words, at }, i) => {
    const middle = places[i]!;
    const first = middle - ((words.length - 1) / 2) * lineHeight + frame.labelPx * 0.35;
    const fill = series.stale ? 'var(--ink-3)' : marks[series.mark].text;
    const style = typeset(frame.labelPx, series.selected ? labelWeight : 500, fill);
    const moved = Math.abs(middle - at) > 10 * scale;
    return [
      ...(moved ? [leader(series, frame, at, middle)] : []),
      ...words.map((text, n) =>
        textShape(`end ${series.id} ${n}`, right + labelGap * scale, first + n * lineHeight, text, style),
      ),
    ];
  });
}

/** A line has no end while it draws itself. */
const isBeingDrawn = ({ until }: LineSeries, { last }: LinesData): boolean =>
  until !== undefined && until < last;

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
