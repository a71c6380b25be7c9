import { valueAt, type LinesData } from './lines-data.ts';
import { type, type Frame } from './lines-frame.ts';
import { halo, type Marker } from './lines-markers.ts';
import { wrap } from './measure.ts';
import type { Shape } from './paint.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A ring where the lines cross, a stem, and a sentence in the nearest place that no line passes through. */
export function crossingShapes(data: LinesData, frame: Frame, markers: readonly Marker[]): Shape[] {
  const { crossing } = data;
  if (crossing === undefined || crossing.year < 0 || crossing.year > data.last) return [];
  const { scale } = frame.size;
  const ring = { x: frame.x(crossing.year), y: frame.y(crossing.value), r: 8 * scale };
  const lineHeight = 17 * scale;
  const width = (text: string) => frame.measure(text, type.sentence * scale, 700);
  const words = wrap(crossing.words, (frame.right - frame.left) * 0.85, width);
  const box = bestPlace(data, frame, markers, ring, {
    width: Math.max(...words.map(width)) + 8 * scale,
    height: words.length * lineHeight + 4 * scale,
  });
  const above = box.bottom < ring.y;
  return [
    {
      key: 'crossing stem',
      tag: 'line',
      attributes: {
        x1: ring.x,
        x2: ring.x,
        y1: above ? ring.y - ring.r : ring.y + ring.r,
        y2: above ? box.bottom : box.top,
        stroke: 'var(--ink)',
        'stroke-width': 1.4 * scale,
      },
    },
    {
      key: 'crossing ring',
      tag: 'circle',
      attributes: {
        cx: ring.x,
        cy: ring.y,
        r: ring.r,
        fill: 'none',
        stroke: 'var(--ink)',
        'stroke-width': 2 * scale,
      },
    },
    ...words.map(
      (text, n): Shape => ({
        key: `crossing word ${n}`,
        tag: 'text',
        attributes: {
          x: box.left + 4 * scale,
          y: box.top + 2 * scale + (n + 0.76) * lineHeight,
          'font-size': type.sentence * scale,
          'font-weight': 700,
          'word-spacing': '0.12em',
          fill: 'var(--ink)',
          ...halo(scale),
        },
        text,
      }),
    ),
  ];
}

/** Tries places above and below at growing distance, three alignments each; what touches least, then what is nearest. */
function bestPlace(
  data: LinesData,
  frame: Frame,
  markers: readonly Marker[],
  ring: { readonly x: number; readonly y: number; readonly r: number },
  size: { readonly width: number; readonly height: number },
): Box {
  const { scale } = frame.size;
  const profile = lineProfile(data, frame);
  const low = frame.left;
  const high = Math.max(low, frame.right - size.width);
  const lefts = [ring.x - 8 * scale, ring.x - size.width / 2, ring.x - size.width + 8 * scale].map((left) =>
    Math.min(Math.max(left, low), high),
  );
  let best: { box: Box; cost: number } | undefined;
  for (let distance = 14 * scale; distance < frame.bottom - frame.top; distance += 6 * scale) {
    for (const up of [true, false]) {
      const top = up ? ring.y - ring.r - distance - size.height : ring.y + ring.r + distance;
      if (top < frame.top || top + size.height > frame.bottom) continue;
      lefts.forEach((left, i) => {
        const box = { left, right: left + size.width, top, bottom: top + size.height };
        const cost = touches(box, profile, markers, scale) * 1000 + distance + (up ? 0 : 24 * scale) + i * 4;
        if (best === undefined || cost < best.cost) best = { box, cost };
      });
    }
  }
  if (best) return best.box;
  const left = lefts[0]!; // a frame too low for ring and sentence: the sentence takes its top
  return { left, right: left + size.width, top: frame.top, bottom: frame.top + size.height };
}

interface Profile {
  readonly from: number;
  readonly step: number;
  /** One row per series: its y at each column. */
  readonly rows: readonly (readonly number[])[];
}

/** Where each line is, every few px: looked up for each place that is tried. */
function lineProfile(data: LinesData, { x, y, left, right, size }: Frame): Profile {
  const step = 6 * size.scale;
  const perPx = data.last / (x(data.last) - x(0));
  const columns = Array.from({ length: Math.floor((right - left) / step) + 1 }, (_, i) => i * step * perPx);
  const rows = data.series.map((s) => columns.map((year) => y(valueAt(data.times, s.values, year) ?? NaN)));
  return { from: left, step, rows };
}

function touches(box: Box, { from, step, rows }: Profile, markers: readonly Marker[], scale: number): number {
  const margin = 3 * scale;
  const first = Math.max(0, Math.floor((box.left - from) / step));
  const last = Math.ceil((box.right - from) / step);
  let count = 0;
  for (const row of rows) {
    for (let i = first; i <= last && i < row.length; i++) {
      if (row[i]! > box.top - margin && row[i]! < box.bottom + margin) count++;
    }
  }
  for (const { x, y } of markers) {
    const reach = 8 * scale;
    // The value above or below a marker takes room as well.
    const tall = 28 * scale;
    if (x > box.left - reach && x < box.right + reach && y > box.top - tall && y < box.bottom + tall) count += 3;
  }
  return count;
}
