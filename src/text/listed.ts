import type { Language } from './format.ts';

/** "4", "4 och 20", "4, 20 och 40": parts in a sentence, with the language's own word before the last. */
export const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)!}`;

/** How names begin that are no proper names: an article in English, a common noun in Swedish. */
const common: Readonly<Record<Language, RegExp>> = {
  sv: /^(Kommunen|Regionen|Staten|Rättsväsendet|Övriga|Andra|Produktionsvärde)(?=\s|$)/,
  en: /^(The|Other|Production)(?=\s|$)/,
};

/** A name as it stands within a sentence: `kommunen`, `the municipality`, but `Försäkringskassan`. */
export const withinSentence = (name: string, language: Language): string =>
  common[language].test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** In how many runs something wins. */
export interface Win {
  readonly name: string;
  readonly wins: string;
}

/** Those that win equally often, named together, in the order of the first of each. */
export function byWins(
  rows: readonly Win[],
): readonly { readonly names: readonly string[]; readonly wins: string }[] {
  const often = [...new Set(rows.map(({ wins }) => wins))];
  return often.map((wins) => ({
    wins,
    names: rows.filter((row) => row.wins === wins).map(({ name }) => name),
  }));
}
