/**
 * Damerau–Levenshtein distance (optimal string alignment): edits and swaps of neighbours. Any number of at least `limit`
 * where it is not below that.
 */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    if (row.every((distance) => distance >= limit) && last.every((distance) => distance >= limit))
      return limit;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Longer words are no slips of the pen, and among more candidates the search would take seconds. */
const LONGEST_WORD = 100;
const MOST_CANDIDATES = 5000;

/**
 * The candidate that a misspelt word most likely means, or undefined when none is near: one mistake in three letters,
 * so none in words of one or two. Case does not count.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const limit = Math.floor(word.length / 3);
  let looked = 0;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    if (++looked > MOST_CANDIDATES) break;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
