import { printed, valueAt, type LinesData, type LineSeries } from './lines-data.ts';
import { type, type Frame } from './lines-frame.ts';
import { marks, weightOrder } from './marks.ts';
import { halo, round, textShape, typeset, type Shape } from './paint.ts';

export interface Marker {
  readonly series: LineSeries;
  readonly x: number;
  readonly y: number;
}

/**
 * One marker per strategy at the horizon. Where two would coincide, the one with the weaker line moves along its own
 * line, back rather than forward, so that both shapes can be seen.
 */
export function horizonMarkers(data: LinesData, frame: Frame): readonly Marker[] {
  const { scale } = frame.size;
  const nearest = 15 * scale;
  const placed: Marker[] = [];
  const heaviestFirst = data.series
    .filter((series) => !series.stale && marks[series.mark].marker !== undefined)
    .sort((a, b) => Number(b.selected) - Number(a.selected) || weightOrder(a.mark, b.mark));
  const yearsPerPx = data.last / (frame.right - frame.left);
  for (const series of heaviestFirst) {
    for (const px of offsets) {
      const year = data.horizon + px * scale * yearsPerPx;
      const value =
        year > 0 && year <= (series.until ?? data.last)
          ? valueAt(data.times, series.values, year)
          : undefined;
      if (value === undefined || !Number.isFinite(value)) continue;
      const marker = { series, x: frame.x(year), y: frame.y(value) };
      if (placed.every((other) => Math.hypot(other.x - marker.x, other.y - marker.y) >= nearest)) {
        placed.push(marker);
        break;
      }
    }
  }
  return placed.reverse(); // the selected one in front
}

/** Places to try, px from the horizon along the line: 0, −3, 3, −6, 6 … */
const offsets = [0, ...Array.from({ length: 20 }, (_, i) => [-3 * (i + 1), 3 * (i + 1)]).flat()];

export function markerShapes(data: LinesData, frame: Frame, markers: readonly Marker[]): Shape[] {
  return [
    ...markers.map((marker) => markerShape(marker, frame.size.scale)),
    ...valueShapes(data, frame, markers),
  ];
}

function markerShape({ series, x, y }: Marker, scale: number): Shape {
  const style = marks[series.mark];
  return {
    key: `marker ${series.id}`,
    tag: 'path',
    attributes: {
      d: style.marker!,
      transform: `translate(${round(x)},${round(y)})${scale === 1 ? '' : ` scale(${scale})`}`,
      fill: style.open ? 'var(--paper)' : style.line,
      stroke: style.open ? style.line : 'var(--paper)',
      'stroke-width': style.open ? 2.4 : 1.4,
    },
  };
}

/** The selected strategy's value stands at its marker, on the side where fewer lines pass. */
function valueShapes(data: LinesData, frame: Frame, markers: readonly Marker[]): Shape[] {
  const selected = markers.filter(({ series }) => series.selected);
  const marker = selected[0];
  // At the last year the end label says it; with several selected, the table does.
  if (selected.length !== 1 || marker === undefined || data.horizon >= data.last) return [];
  const { scale } = frame.size;
  const value = valueAt(data.times, marker.series.values, data.horizon)!;
  const above = marker.y - 12 * scale;
  const below = marker.y + 21 * scale;
  const gap = (from: number, to: number) =>
    Math.min(
      ...data.series
        .filter((series) => series !== marker.series)
        .map((series) => {
          const at = frame.y(valueAt(data.times, series.values, data.horizon) ?? NaN);
          return at >= from && at <= to ? 0 : Math.min(Math.abs(at - from), Math.abs(at - to));
        }),
      Infinity,
    );
  const height = 14 * scale;
  const free = { above: gap(above - height, above), below: gap(below - height, below) };
  const fits = below < frame.bottom - 2 * scale;
  const up = above - height > frame.top && (!fits || free.above >= Math.min(free.below, 6 * scale));
  return [
    textShape('value', marker.x, up ? above : below, printed(data, value), {
      ...typeset(type.sentence * scale, 700, 'var(--ink)'),
      ...halo(scale),
      'text-anchor': 'middle',
    }),
  ];
}
