import type { Format, Language } from '../text/format.ts';
import { unitInWords } from '../text/quantity.ts';

/** A unit as people say it: `person/year` is "personer per år"; without dimension it is nothing. */
export const unitWords = (unit: string, language: Language): string =>
  ['', '1'].includes(unit.trim()) ? '' : unitInWords(unit, language);

/** What a sum of money is per: "per person och år" of `SEK/(person*year)`. */
const per = (unit: string, language: Language): string =>
  unitWords(`1${unit.trim().slice('SEK'.length)}`, language);

/** A value of any size with three figures that count, money in millions, with its unit. */
export function printValue(value: number, unit: string, format: Format): string {
  if (!Number.isFinite(value)) return '–';
  if (unit.trim().startsWith('SEK') && Math.abs(value) >= 1e5) {
    return joined(format.money(value), per(unit, format.language));
  }
  return joined(printNumber(value, format), unitWords(unit, format.language));
}

const joined = (amount: string, unit: string): string => (unit === '' ? amount : `${amount}\u00a0${unit}`);

/** Three figures that count; whole from a hundred. */
export function printNumber(value: number, format: Format): string {
  const size = Math.abs(value);
  if (size === 0) return format.number(0);
  const decimals = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size))));
  return format.number(value, decimals);
}

/** A unit for a column of values, and how they are printed beneath it: money in millions, the rest with three figures. */
export function columnOf(
  unit: string,
  format: Format,
): { readonly unit: string; readonly print: (value: number) => string } {
  const text = unit.trim();
  if (!text.startsWith('SEK'))
    return { unit: unitWords(text, format.language), print: (x) => printNumber(x, format) };
  const millions = format.language === 'sv' ? 'mnkr' : 'SEK million';
  return {
    unit: [millions, per(text, format.language)].filter(Boolean).join(' '),
    print: (x) => (Math.abs(x) < 5000 ? format.number(0) : printNumber(x / 1e6, format)),
  };
}

/** With its sign: a difference. */
export const signed = (value: number, print: (value: number) => string): string =>
  value > 0 && print(value) !== print(0) ? `+${print(value)}` : print(value);
