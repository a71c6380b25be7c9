import type { Format, Language } from '../text/format.ts';

const unitNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: {
    person: 'personer',
    year: 'år',
    month: 'månad',
    day: 'dag',
    SEK: 'kr',
    method: 'metoder',
    project: 'projekt',
  },
  en: {
    person: 'people',
    year: 'year',
    month: 'month',
    day: 'day',
    SEK: 'SEK',
    method: 'methods',
    project: 'projects',
  },
};

/** A unit as people say it: `person/year` is "personer/år"; without dimension it is nothing. */
export function unitWords(unit: string, language: Language): string {
  const text = unit.trim();
  if (text === '1' || text === '') return '';
  return text.replaceAll(/[A-Za-z]+/g, (name) => unitNames[language][name] ?? name).replaceAll('*', '·');
}

/** A value of any size with three figures that count, money in millions, with its unit. */
export function printValue(value: number, unit: string, format: Format): string {
  if (!Number.isFinite(value)) return '–';
  if (unit.trim().startsWith('SEK') && Math.abs(value) >= 1e5) {
    const per = unit.trim().slice(3);
    return `${format.money(value)}${per === '' ? '' : unitWords(per, format.language)}`;
  }
  const words = unitWords(unit, format.language);
  return `${printNumber(value, format)}${words === '' ? '' : `\u00a0${words}`}`;
}

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
    unit: `${millions}${unitWords(text.slice(3), format.language)}`,
    print: (x) => (Math.abs(x) < 5000 ? format.number(0) : printNumber(x / 1e6, format)),
  };
}

/** With its sign: a difference. */
export const signed = (value: number, print: (value: number) => string): string =>
  value > 0 && print(value) !== print(0) ? `+${print(value)}` : print(value);
