import { exploreEn } from './explore-en.ts';
import { exploreSv, type ExploreWords } from './explore-sv.ts';

const dictionaries = { sv: exploreSv, en: exploreEn };

/** The words of the Explore screen and its drawers in a language. */
export const exploreWords = (language: keyof typeof dictionaries): ExploreWords => dictionaries[language];
