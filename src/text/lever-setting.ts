import type { Format, Language } from './format.ts';

/**
 * What a lever is counted in: `whole` is what its setting 1 amounts to, and `more` that it comes beside what there is
 * (200 places more) and is not the thing itself (12 years). Undefined: a share of full effort.
 */
export interface LeverCount {
  readonly whole: number;
  readonly word: Readonly<Record<Language, string>>;
  readonly more: boolean;
}

/** Where a lever stands, as its panel writes it: `+200`, `12` or `62 %`; and the word of what that is, if it has one. */
export function leverSetting(
  value: number,
  count: LeverCount | undefined,
  format: Format,
  language: Language,
): { readonly figure: string; readonly word: string } {
  if (count === undefined) return { figure: format.percent(value), word: '' };
  const amount = value * count.whole;
  return {
    figure: count.more ? format.peopleDifference(amount) : format.number(amount, 1),
    word: count.word[language],
  };
}

/** The same as one text: `+200 platser`, `12 år`, `62 %`. */
export function leverSettingText(...of: Parameters<typeof leverSetting>): string {
  const { figure, word } = leverSetting(...of);
  return word === '' ? figure : `${figure} ${word}`;
}
