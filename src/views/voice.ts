import type { Format, Language } from '../text/format.ts';
import type { Words } from '../text/sv.ts';

/** How a screen speaks: its words, its numbers, its language. */
export interface Voice {
  readonly words: Words;
  readonly format: Format;
  readonly language: Language;
}
