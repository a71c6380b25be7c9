import { en } from './en.ts';
import { sv, type Words } from './sv.ts';

const dictionaries = { sv, en };

/** The interface's words in a language. */
export const words = (language: keyof typeof dictionaries): Words => dictionaries[language];
