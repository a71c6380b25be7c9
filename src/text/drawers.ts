import { drawersEn } from './drawers-en.ts';
import { drawersSv, type DrawerWords } from './drawers-sv.ts';

const dictionaries = { sv: drawersSv, en: drawersEn };

/** The words of the drawers in a language. */
export const drawerWords = (language: keyof typeof dictionaries): DrawerWords => dictionaries[language];
