import { riverEn } from './river-en.ts';
import { riverSv, type RiverWords } from './river-sv.ts';

const dictionaries = { sv: riverSv, en: riverEn };

/** The river's words in a language; of a picture in stages, with its own names of what is in it. */
export function riverWords(
  language: keyof typeof dictionaries,
  own?: 'samordning' | 'etablering',
): RiverWords {
  const words = dictionaries[language];
  if (own === undefined) return words;
  const { mark, flow } = words.stages[own];
  return { ...words, mark: { ...words.mark, ...mark }, flow: { ...words.flow, ...flow } };
}
