/** A setting in words: `100 som i dag`. */
export interface LeverZone {
  readonly at: number;
  readonly text: string;
}

/** Where a lever stands, and where it may. */
export interface LeverPlace {
  readonly value: number;
  readonly base: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Ascending. */
  readonly zones: readonly LeverZone[];
}

/** The value that a key asks for beyond what a native slider knows; undefined leaves the key to it. */
export function valueForKey(key: string, { value, base, min, max, zones }: LeverPlace): number | undefined {
  switch (key) {
    case 'PageUp':
      return zones.find((zone) => zone.at > value)?.at ?? max;
    case 'PageDown':
      return zones.findLast((zone) => zone.at < value)?.at ?? min;
    case 'Delete':
    case 'Backspace':
      return base;
    default:
      return undefined;
  }
}

/** Keys by which a native slider moves. */
export const movesSlider = (key: string): boolean => moving.has(key);

const moving = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);
