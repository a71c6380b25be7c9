/**
 * The day where the reader is, as files are sorted by: `2026-11-22`. Put together here: the browser's own printer of dates
 * takes some milliseconds to make, and every screen's paper line has the date.
 */
export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
