import type { LeverPlace } from '../model/model.ts';

/**
 * Who stands at the river, for the levers and for the banks: people as a head and strokes, on a 48 × 48 grid with the
 * ground at 46. No faces, no rank in size.
 */
export interface Figure {
  readonly heads: readonly { readonly x: number; readonly y: number; readonly r: number }[];
  /** Body and limbs, 4.2 wide. */
  readonly body: readonly string[];
  /** What they hold, thinner. */
  readonly held: readonly string[];
}

export const figures: Readonly<Record<LeverPlace, Figure>> = {
  // Leans back with straight arms on a rope with a life ring, feet braced: pulls, does not carry.
  rescue: {
    heads: [{ x: 10.5, y: 10.5, r: 5 }],
    body: [
      'M13.5 19.5 18.5 31.5',
      'M18.5 31.5 19.5 38 17.5 45',
      'M18.5 31.5 27 35.5 30 45',
      'M13.5 19.5 21 25.5 29.5 25',
    ],
    held: ['M27.5 24.2 38.2 32', 'M42 31a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 0 0 0-8.4z'],
  },
  // Two people of equal dignity, hand in hand; the smaller one's free arm makes the stroke.
  swim: {
    heads: [
      { x: 14, y: 8.5, r: 5 },
      { x: 33.5, y: 18.5, r: 4.2 },
    ],
    body: [
      'M14 17.5V31',
      'M14 31 10 45',
      'M14 31 18 45',
      'M14 18.5 8 24.5 8.5 31',
      'M14 18.5 20 24 26 27.5',
      'M33.5 26.5V35.5',
      'M33.5 35.5 30.5 45',
      'M33.5 35.5 36.5 45',
      'M33.5 27.5 26 27.5',
      'M33.5 27.5 39.5 26 43 20.5',
    ],
    held: [],
  },
  // Walks to the left, against the stream, with a staff.
  upstream: {
    heads: [{ x: 25, y: 8.5, r: 5 }],
    body: [
      'M24.5 17.5 24 31',
      'M24 31 18.5 37 15.5 45',
      'M24 31 29.5 36.5 33.5 45',
      'M24.5 18.5 18 24.5 13 22',
      'M24.5 18.5 30 24 29 30',
    ],
    held: ['M13.5 13.5 10.5 45.5'],
  },
  // No one: a gate in its frame, for what an actor does at its own limit.
  conditions: {
    heads: [],
    body: ['M9 45V9', 'M39 45V9', 'M9 9H39'],
    held: ['M9 28H32', 'M32 23.5V32.5'],
  },
};
