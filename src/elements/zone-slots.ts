/** Where a zone's words may stand, as fractions of the track. */
export interface ZoneSlot {
  /** The tick. */
  readonly at: number;
  readonly width: number;
}

/**
 * Room for each zone's words under its tick. The first and the last are aligned to the ends and reach two thirds of
 * the way to their neighbour; the others stand around their tick and share the rest evenly.
 *
 * @param at ticks as fractions of the track, ascending
 */
export function zoneSlots(at: readonly number[]): readonly ZoneSlot[] {
  const last = at.length - 1;
  const isEnd = (i: number) => (i === 0 && at[i]! <= 0) || (i === last && at[i]! >= 1);
  const border = (i: number) => {
    const share = isEnd(i) === isEnd(i + 1) ? 0.5 : isEnd(i) ? 2 / 3 : 1 / 3;
    return at[i]! + (at[i + 1]! - at[i]!) * share;
  };
  return at.map((place, i) => {
    const before = i === 0 ? 0 : border(i - 1);
    const after = i === last ? 1 : border(i);
    if (isEnd(i)) return { at: place, width: after - before };
    return { at: place, width: 2 * Math.min(place - before, after - place) };
  });
}
