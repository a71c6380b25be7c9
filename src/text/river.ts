import { riverEn } from './river-en.ts';
import { riverSv, type RiverWords } from './river-sv.ts';

const dictionaries = { sv: riverSv, en: riverEn };

/** The river's words in a language. */
export const riverWords = (language: keyof typeof dictionaries): RiverWords => dictionaries[language];
