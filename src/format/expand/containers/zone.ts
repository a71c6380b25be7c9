import type { Leak } from '../../foreign/foreign-model.ts';

/** The slats that leak to a flow: those whose middle lies in its zone, counted from the entry. Slat 0 is the exit. */
export const zoneOf = ({ from, to }: Pick<Leak, 'from' | 'to'>, slats: number): readonly number[] =>
  Array.from({ length: slats }, (_, i) => i).filter((i) => {
    const middle = 1 - (i + 0.5) / slats;
    return middle >= from - 1e-9 && middle <= to + 1e-9;
  });
