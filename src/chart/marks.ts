import type { LeverPlace } from '../model/model.ts';

/**
 * How strategies are told apart: colour, dash, weight and marker together, so that each survives greyscale.
 * Charts, chips and levers all draw from this one table.
 */
export type ChartMark = 'base' | 'base-yours' | OwnMark | 'rescue' | 'swim' | 'upstream';
export type OwnMark = 'own' | 'own2' | 'own3' | 'own4';

/** How purses are told apart where their lines must overlap. No markers: at a horizon the table has their values. */
export type PurseMark = (typeof purseMarks)[number];
export const purseMarks = ['purse-1', 'purse-2', 'purse-3', 'purse-4', 'purse-5', 'purse-6'] as const;

export type LineMark = ChartMark | PurseMark;

export interface MarkStyle {
  /** CSS colours: `line` for strokes and marks, `text` for words. */
  readonly line: string;
  readonly text: string;
  /** Stroke width in px at scale 1. */
  readonly width: number;
  /** Stroke dash in px at scale 1; undefined is solid. */
  readonly dash: readonly number[] | undefined;
  /** SVG path of the marker around 0,0; undefined has none. */
  readonly marker: string | undefined;
  /** A ring is open: filled with paper, so that the line behind it does not show. */
  readonly open: boolean;
}

const circle = 'M-5.4,0a5.4,5.4 0 1,0 10.8,0a5.4,5.4 0 1,0 -10.8,0Z';
const triangle = 'M0,-6L5.8,4.6H-5.8Z';
const square = 'M-5.2,-5.2H5.2V5.2H-5.2Z';
const diamond = 'M0,-7L7,0L0,7L-7,0Z';
const cross = 'M-5.6,-2L-2,-2L-2,-5.6L2,-5.6L2,-2L5.6,-2L5.6,2L2,2L2,5.6L-2,5.6L-2,2L-5.6,2Z';
const wedge = 'M0,6L5.8,-4.6H-5.8Z';
const house = 'M0,-6.4L6.1,-2L3.8,5.2H-3.8L-6.1,-2Z';

export const marks: Readonly<Record<LineMark, MarkStyle>> = {
  base: style('base', 2, [7, 6], undefined),
  // Base under a person's own assumptions: the base that differences are counted from.
  'base-yours': style('base', 2, [2, 4], undefined),
  own: style('own', 3.4, undefined, diamond),
  own2: style('own2', 3, [12, 4], cross),
  own3: style('own3', 3, [4, 3], wedge),
  own4: style('own4', 3, [9, 3, 3, 3, 3, 3], house),
  rescue: style('rescue', 2.6, undefined, circle, true),
  swim: style('swim', 2.6, [11, 4, 2, 4], triangle),
  upstream: style('upstream', 3.6, undefined, square),
  'purse-1': purse('ink', 3.4, undefined),
  'purse-2': purse('stock-outside', 2.6, [10, 4]),
  'purse-3': purse('negative', 2.4, [2, 4]),
  'purse-4': purse('swim', 2.6, [11, 4, 2, 4], 'swim-text'),
  'purse-5': purse('outline', 2.2, [6, 3], 'ink-2'),
  'purse-6': purse('ink-3', 2.2, [1, 5]),
};

/** A lever is marked by its place; what an actor does for its own part has no colour of a strategy. */
export const leverMark = (place: LeverPlace): ChartMark => (place === 'conditions' ? 'base' : place);

/** Who gives way when two markers meet: the heavier line stays. */
export const weightOrder = (a: LineMark, b: LineMark): number => marks[b].width - marks[a].width;

function style(
  name: Exclude<ChartMark, 'base-yours'>,
  width: number,
  dash: readonly number[] | undefined,
  marker: string | undefined,
  open = false,
): MarkStyle {
  return { line: `var(--${name})`, text: `var(--${name}-text)`, width, dash, marker, open };
}

function purse(line: string, width: number, dash: readonly number[] | undefined, text = line): MarkStyle {
  return { line: `var(--${line})`, text: `var(--${text})`, width, dash, marker: undefined, open: false };
}
