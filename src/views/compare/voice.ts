import { compareWords } from '../../text/compare.ts';
import type { CompareWords } from '../../text/compare-sv.ts';
import { format, type Language } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import type { Voice } from '../voice.ts';

/** A screen's voice with the words of the comparison. */
export interface CompareVoice extends Voice {
  readonly c: CompareWords;
}

const create = (language: Language): CompareVoice => ({
  language,
  words: words(language),
  format: format(language),
  c: compareWords(language),
});
const voices: Readonly<Record<Language, CompareVoice>> = { sv: create('sv'), en: create('en') };

/** One object per language, so that nothing is drawn again for a voice that is the same. */
export const compareVoice = (language: Language): CompareVoice => voices[language];
