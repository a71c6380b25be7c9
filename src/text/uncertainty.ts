import { uncertaintyEn } from './uncertainty-en.ts';
import { uncertaintySv, type UncertaintyWords } from './uncertainty-sv.ts';

const dictionaries = { sv: uncertaintySv, en: uncertaintyEn };

/** The words of how uncertain a strategy is, in a language. */
export const uncertaintyWords = (language: keyof typeof dictionaries): UncertaintyWords =>
  dictionaries[language];
