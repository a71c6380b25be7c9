import { wrap, type Measure } from './measure.ts';
import { sumOf, type FlowEnd, type PayersFlowData } from './payers-flow-data.ts';
import type { Size } from './chart.ts';

export interface PlacedEnd {
  readonly end: FlowEnd;
  /** Edges of the ribbon at its purse, px; the difference is amount × scale. */
  readonly top: number;
  readonly bottom: number;
  /** Upper edge where it joins the river, as thick as at its purse. */
  readonly joint: number;
  /** The purse's name in lines. */
  readonly label: readonly string[];
}

/** Places of the picture in px. Every width of water is kronor × `pxPerKrona`, on both sides. */
export interface FlowLayout {
  readonly pxPerKrona: number;
  /** From left to right: the payers' purses, where brooks have joined, where the river has its width, the gainers' purses. */
  readonly x: readonly [number, number, number, number];
  readonly payers: readonly PlacedEnd[];
  readonly gainers: readonly PlacedEnd[];
  /** Edges of the joined brooks and of the river. */
  readonly brook: readonly [top: number, bottom: number];
  readonly river: readonly [top: number, bottom: number];
}

export const labelPx = 13;
export const lineHeight = 17;
/** From a ribbon to its words. */
export const labelGap = 7;
const gap = 4;

export function layoutOf(data: PayersFlowData, size: Size, measure: Measure): FlowLayout {
  const { scale, width, height } = size;
  const room = Math.max(width * 0.34, 142 * scale);
  const wide = (text: string, weight = 400): number => measure(text, labelPx * scale, weight);
  const value = (end: FlowEnd): number => wide(data.print(end.amount), 700) + 5 * scale;
  const labelsOf = (ends: readonly FlowEnd[]) => ends.map((end) => wrap(end.label, room - value(end), wide));
  const columnOf = (ends: readonly FlowEnd[], labels: readonly (readonly string[])[], words: string) =>
    Math.max(
      ends.length === 0 ? wide(words) : 0,
      ...ends.map((end, i) => value(end) + Math.max(...labels[i]!.map((line) => wide(line)))),
    ) +
    (labelGap + 2) * scale;
  const [left, right] = [labelsOf(data.payers), labelsOf(data.gainers)];
  const notes = (data.words.notes.length + 0.6) * lineHeight * scale;
  const middle = (height - notes) / 2;

  const slots = (ends: readonly FlowEnd[], labels: readonly (readonly string[])[], k: number) =>
    ends.map((end, i) => Math.max(end.amount * k, labels[i]!.length * lineHeight * scale) + gap * scale);
  const tall = (ends: readonly FlowEnd[], labels: readonly (readonly string[])[], k: number): number =>
    slots(ends, labels, k).reduce((sum, slot) => sum + slot, 0);
  const fits = (k: number): boolean =>
    tall(data.gainers, right, k) <= height - notes && tall(data.payers, left, k) <= height - notes;
  const pxPerKrona = largestThat(
    fits,
    (height - notes) / Math.max(sumOf(data.payers), sumOf(data.gainers), 1),
  );

  const edges = (ends: readonly FlowEnd[]): readonly [number, number] => {
    const half = (sumOf(ends) * pxPerKrona) / 2;
    return [middle - half, middle + half];
  };
  const [brook, river] = [edges(data.payers), edges(data.gainers)];
  const place = (
    ends: readonly FlowEnd[],
    labels: readonly (readonly string[])[],
    from: number,
  ): readonly PlacedEnd[] => {
    const own = slots(ends, labels, pxPerKrona);
    const all = own.reduce((sum, s) => sum + s, 0);
    const squeeze = Math.min(1, (height - notes) / all);
    let slot = middle - (all * squeeze) / 2;
    let joint = from;
    return ends.map((end, i) => {
      const thick = end.amount * pxPerKrona;
      const top = slot + (own[i]! * squeeze - thick) / 2;
      const placed = { end, top, bottom: top + thick, joint, label: labels[i]! };
      slot += own[i]! * squeeze;
      joint += thick;
      return placed;
    });
  };
  const start = columnOf(data.payers, left, data.words.nothingIn);
  const stop = Math.max(start + 40 * scale, width - columnOf(data.gainers, right, data.words.nothingBack));
  const at = (share: number): number => start + share * (stop - start);
  return {
    pxPerKrona,
    x: [start, at(0.16), at(0.52), stop],
    payers: place(data.payers, left, brook[0]),
    gainers: place(data.gainers, right, river[0]),
    brook,
    river,
  };
}

/** The largest number up to `most` that fits; a quarter of it where the words alone are too many, and are squeezed. */
function largestThat(fits: (k: number) => boolean, most: number): number {
  let [low, high] = [0, most];
  if (fits(high)) return high;
  if (!fits(low)) return most / 4;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
