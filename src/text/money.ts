import { moneyEn } from './money-en.ts';
import { moneySv, type MoneyWords } from './money-sv.ts';

const dictionaries = { sv: moneySv, en: moneyEn };

/** What the Money screen says beside its table and charts, in a language. */
export const moneyWords = (language: keyof typeof dictionaries): MoneyWords => dictionaries[language];
