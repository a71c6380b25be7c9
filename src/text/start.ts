import { startEn } from './start-en.ts';
import { startSv, type StartWords } from './start-sv.ts';

const dictionaries = { sv: startSv, en: startEn };

/** The first minute's words in a language. */
export const startWords = (language: keyof typeof dictionaries): StartWords => dictionaries[language];
