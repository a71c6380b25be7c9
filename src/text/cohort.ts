import { cohortEn } from './cohort-en.ts';
import { cohortSv, type CohortWords } from './cohort-sv.ts';

const dictionaries = { sv: cohortSv, en: cohortEn };

/** The words of the cohort calculation in a language. */
export const cohortWords = (language: keyof typeof dictionaries): CohortWords => dictionaries[language];
