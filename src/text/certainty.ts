import { certaintyEn } from './certainty-en.ts';
import { certaintySv, type CertaintyWords } from './certainty-sv.ts';

const dictionaries = { sv: certaintySv, en: certaintyEn };

/** The words of how sure an answer is, in a language. */
export const certaintyWords = (language: keyof typeof dictionaries): CertaintyWords => dictionaries[language];
