import { compareEn } from './compare-en.ts';
import { compareSv, type CompareWords } from './compare-sv.ts';

const dictionaries = { sv: compareSv, en: compareEn };

/** The comparison's words in a language. */
export const compareWords = (language: keyof typeof dictionaries): CompareWords => dictionaries[language];
