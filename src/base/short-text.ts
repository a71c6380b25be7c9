/** Not seen, but acts: halves of a pair of surrogates, marks without width, and those that turn what follows around. */
const unseen = /[\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const controls = /[\p{Cc}\u2028\u2029]+/gu;
const controlsWithinLine = /[^\P{Cc}\n]+/gu;
const halfPair = /\p{Cs}$/u;

const cut = (text: string, most: number): string => text.slice(0, most).replace(halfPair, '');

/** A name that a person, a link or a file gives: one line of what can be seen, of at most so many UTF-16 units. */
export const shortName = (given: string, most: number): string =>
  cut(given.replaceAll(controls, ' ').replaceAll(unseen, '').trim(), most).trim();

/** Text of several lines, as it is written but for what cannot be seen, of at most so many UTF-16 units. */
export const shortText = (given: string, most: number): string =>
  cut(given.replaceAll(controlsWithinLine, ' ').replaceAll(unseen, ''), most);
