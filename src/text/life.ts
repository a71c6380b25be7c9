import { lifeEn } from './life-en.ts';
import { lifeSv, type LifeWords } from './life-sv.ts';

const dictionaries = { sv: lifeSv, en: lifeEn };

/** The words of the life-line in a language. */
export const lifeWords = (language: keyof typeof dictionaries): LifeWords => dictionaries[language];
