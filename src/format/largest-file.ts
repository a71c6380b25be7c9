/** Largest file that is read, in characters. Those of other programs hold drawings too. */
export const largestFile = { native: 2_000_000, foreign: 20_000_000 };
