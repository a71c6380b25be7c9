import { glassesEn } from './glasses-en.ts';
import { glassesSv, type GlassesWords } from './glasses-sv.ts';

const dictionaries = { sv: glassesSv, en: glassesEn };

/** The words of the model's glasses in a language. */
export const glassesWords = (language: keyof typeof dictionaries): GlassesWords => dictionaries[language];
