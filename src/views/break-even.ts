import type { BreakEven } from '../model/accounts.ts';
import type { Horizon } from '../model/horizons.ts';
import type { Voice } from './voice.ts';

/** "år 8": the first whole year at whose beginning the account is above zero. */
export const firstYear = (year: number, format: Voice['format']): string =>
  format.year(Math.ceil(year - 1e-9));

export function breakEvenWords(breakEven: BreakEven, last: Horizon, { words, format }: Voice): string {
  const w = words.money.breakEven;
  switch (breakEven.kind) {
    case 'unchanged':
      return w.unchanged;
    case 'always':
      return w.always;
    case 'from':
      return w.from(firstYear(breakEven.year, format));
    case 'between': {
      const { year, until } = breakEven;
      // Above zero at no whole year: the year in which it is.
      const first = Math.ceil(year) > until ? Math.trunc(year) : Math.ceil(year);
      return w.between(format.year(first), format.year(until));
    }
    case 'never':
      return w.never(last);
  }
}
