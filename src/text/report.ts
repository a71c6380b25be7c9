import { reportEn } from './report-en.ts';
import { reportSv, type ReportWords } from './report-sv.ts';

const dictionaries = { sv: reportSv, en: reportEn };

/** The words of the printed report in a language. */
export const reportWords = (language: keyof typeof dictionaries): ReportWords => dictionaries[language];
