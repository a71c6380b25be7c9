import { helpEn, statementEn } from './help-en.ts';
import { helpSv, statementSv, type HelpWords, type StatementWords } from './help-sv.ts';

/** The words of the help, in a language. */
export const helpWords = (language: 'sv' | 'en'): HelpWords => ({ sv: helpSv, en: helpEn })[language];

/** The words of the accessibility statement, in a language. */
export const statementWords = (language: 'sv' | 'en'): StatementWords =>
  ({ sv: statementSv, en: statementEn })[language];
