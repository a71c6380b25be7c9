import type { Size } from '../chart.ts';
import type { RiverState } from './data.ts';

/** How much is written: everything, the main numbers, or four of them (a phone). */
export type Detail = 'full' | 'middle' | 'small';

/** Ages on the axis. Between 20 and 23 the model lets those who find work pass at once. */
export const ages = { birth: 0, school: 6, upper: 16, leave: 20, adult: 23, end: 43 } as const;

/** The scale of a picture, the same for every strategy and every year. */
export interface Scale {
  readonly size: Size;
  readonly detail: Detail;
  /** px along the stream per year. */
  readonly kx: number;
  /** px per person and year. */
  readonly sy: number;
  /** True if a surge has made the picture step down to a smaller scale. */
  readonly steppedDown: boolean;
  /** px² per person. */
  readonly perPerson: number;
  /** px for sizes that go with the scale: 1 where 100 people per year are 36 px. */
  readonly unit: number;
  /** px per year at which dots pass along a ribbon. */
  readonly current: number;
}

/** Anything that is drawn to a scale. */
export interface Scaled {
  readonly frame: Scale;
}

/** The fixed part of a picture: the scale and where things stand. */
export interface Frame extends Scale {
  /** px of an age. */
  readonly x: (age: number) => number;
  /** y of the water's upper edge, of the middle of the lake and of the newcomers' stream. */
  readonly top: number;
  readonly lake: number;
  readonly newcomers: number;
}

/** A ribbon is passed at this many times the speed of the river, which is kx px per year. */
const haste = 6;

/** px per person and year: round steps, so that the legend's bar stands for a round number. */
const steps = [
  0.6, 0.5, 0.4, 0.36, 0.3, 0.25, 0.2, 0.18, 0.16, 0.14, 0.12, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02,
];

/**
 * The frame of a view and a preset: its scale is the largest that base has room for, whatever the strategy. Only if
 * `highest` (the greatest state that the run will show) would overflow does the whole picture take a smaller one.
 */
export function frameOf(base: RiverState, highest: RiverState, size: Size): Frame {
  const detail = detailOf(size);
  const { width, height, scale } = size;
  const margin = { full: 110, middle: 84, small: 20 }[detail] * scale;
  // Whole px (halves on a phone), so that the ages where stages meet fall between pixels and leave no seam.
  const fine = width < 520 * scale ? 2 : 1;
  const kx = Math.floor(((width - margin) / ages.end) * fine) / fine;
  const top = { full: 32, middle: 27, small: 12 }[detail] * scale;
  const land = height - top;
  const [wanted, sy] = largestStep(
    steps,
    (step) => thickest(base) * step <= land * 0.5,
    (step) => fits(highest, step, kx, land),
  );
  return {
    size,
    detail,
    kx,
    sy,
    steppedDown: sy < wanted,
    perPerson: kx * sy,
    x: (age) => age * kx,
    top,
    lake: top + land * { full: 0.738, middle: 0.74, small: 0.75 }[detail],
    newcomers: top + land * { full: 0.885, middle: 0.88, small: 0.91 }[detail],
    unit: sy / 0.36,
    current: haste * kx,
  };
}

/** How much can be written in a picture of this size. */
export function detailOf({ width, height, scale }: Size): Detail {
  const [w, h] = [width / scale, height / scale];
  if (w >= 900 && h >= 370) return 'full';
  return w >= 660 && h >= 220 ? 'middle' : 'small'; // narrower, the legend would lie in the newcomers' stream
}

/** People per year of age where the river is thickest. */
function thickest({ stocks: s, flows: f }: RiverState): number {
  return Math.max(
    s.preschool / 6 + f.pupils + f.pupilsRisk,
    (s.school + s.schoolRisk) / 10,
    (s.upper + s.upperRisk) / 4,
    s.established / 20,
  );
}

function fits(highest: RiverState, sy: number, kx: number, land: number): boolean {
  const { stocks: s, flows: f } = highest;
  const people = s.recent + s.between + s.entrenched + s.coordinated;
  const lakeThickness = (people * sy) / lakeYears;
  const gapHeight = Math.sqrt((s.gap * kx * sy * 4) / Math.PI / 1.4);
  return (
    thickest(highest) * sy <= land * 0.62 &&
    lakeThickness <= land * 0.19 &&
    f.arrivals * sy <= land * 0.17 &&
    gapHeight <= land * 0.19
  );
}

/** Length of the lake: it begins and ends at these ages, but its people are of all ages from 23 to 43. */
export const lakeAges = { from: 28.7, to: 37.2 } as const;
const lakeYears = lakeAges.to - lakeAges.from;

/** The largest step that base has room for, and the largest of those that the run has room for too. */
export function largestStep(
  steps: readonly number[],
  inBase: (step: number) => boolean,
  inRun: (step: number) => boolean,
): readonly [wanted: number, taken: number] {
  const least = steps[steps.length - 1]!;
  const wanted = steps.find(inBase) ?? least;
  return [wanted, steps.find((step) => step <= wanted && inRun(step)) ?? least];
}
