import { valueAt, type LinesData } from './lines-data.ts';
import { footIndent, type, type Frame } from './lines-frame.ts';
import type { Marker } from './lines-markers.ts';
import { wrap } from './measure.ts';
import { halo, lineShape, textShape, typeset, type Shape } from './paint.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A ring where the lines cross, a stem, and a sentence in the nearest place that no line passes through. In a narrow
 * chart the sentence stands below the axis, after a ring of its own.
 */
export function crossingShapes(data: LinesData, frame: Frame, markers: readonly Marker[]): Shape[] {
  const { crossing } = data;
  if (crossing === undefined || crossing.year < 0 || crossing.year > data.last) return [];
  const { scale } = frame.size;
  const at = { x: frame.x(crossing.year), y: frame.y(crossing.value), r: 8 * scale };
  const lineHeight = type.lineHeight * scale;
  if (frame.foot.length > 0) {
    const top = frame.bottom + 24 * scale;
    return [
      ring('crossing ring', at, scale),
      ring('crossing key', { x: 6 * scale, y: top + lineHeight / 2, r: 5 * scale }, scale),
      ...sentence(frame.foot, footIndent * scale, top, scale),
    ];
  }
  const { words, box } = placeSentence(data, frame, markers, crossing.words, at);
  const above = box.bottom < at.y;
  return [
    lineShape(
      'crossing stem',
      above ? [at.x, at.y - at.r, at.x, box.bottom] : [at.x, at.y + at.r, at.x, box.top],
      { stroke: 'var(--ink)', 'stroke-width': 1.4 * scale },
    ),
    ring('crossing ring', at, scale),
    ...sentence(words, box.left + pad * scale, box.top + (pad / 2) * scale, scale),
  ];
}

interface Ring {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const ring = (key: string, { x, y, r }: Ring, scale: number): Shape => ({
  key,
  tag: 'circle',
  attributes: { cx: x, cy: y, r, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2 * scale },
});

const sentence = (words: readonly string[], left: number, top: number, scale: number): Shape[] =>
  words.map((text, n) =>
    textShape(`crossing word ${n}`, left, top + (n + 0.76) * type.lineHeight * scale, text, {
      ...typeset(type.sentence * scale, 700, 'var(--ink)'),
      ...halo(scale),
    }),
  );

/** Around the sentence, px at scale 1. */
const pad = 4;

/** In one line if it can be, else broken: what touches least, then what is nearest and shortest. */
function placeSentence(data: LinesData, frame: Frame, markers: readonly Marker[], text: string, at: Ring) {
  const { scale } = frame.size;
  const width = (words: string) => frame.measure(words, type.sentence * scale, 700);
  return [0.95, 0.6, 0.42]
    .map((share) => {
      const words = wrap(text, (frame.right - frame.left) * share, width);
      const size = {
        width: Math.max(...words.map(width)) + 2 * pad * scale,
        height: (words.length * type.lineHeight + pad) * scale,
      };
      const { box, cost } = bestPlace(data, frame, markers, at, size);
      return { words, box, cost: cost + (words.length - 1) * 30 * scale };
    })
    .reduce((best, next) => (next.cost < best.cost ? next : best));
}

/** Tries places above and below at growing distance, three alignments each; what touches least, then what is nearest. */
function bestPlace(
  data: LinesData,
  frame: Frame,
  markers: readonly Marker[],
  ring: Ring,
  size: { readonly width: number; readonly height: number },
): { readonly box: Box; readonly cost: number } {
  const { scale } = frame.size;
  const profile = lineProfile(data, frame);
  const low = frame.left;
  const high = Math.max(low, frame.right - size.width);
  const lefts = [ring.x - 8 * scale, ring.x - size.width / 2, ring.x - size.width + 8 * scale].map((left) =>
    Math.min(Math.max(left, low), high),
  );
  let best: { readonly box: Box; readonly cost: number } | undefined;
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
  if (best) return best;
  const left = lefts[0]!; // a frame too low for ring and sentence: the sentence takes its top
  return {
    box: { left, right: left + size.width, top: frame.top, bottom: frame.top + size.height },
    cost: Infinity,
  };
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
    if (x > box.left - reach && x < box.right + reach && y > box.top - tall && y < box.bottom + tall)
      count += 3;
  }
  return count;
}
