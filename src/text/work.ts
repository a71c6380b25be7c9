import { workEn } from './work-en.ts';
import { workSv, type WorkWords } from './work-sv.ts';

/** Words about a person's work in a language: its history, how it is shared, opened and saved. */
export const workWords = (language: 'sv' | 'en'): WorkWords => ({ sv: workSv, en: workEn })[language];
