import { yAt, type Body } from './body.ts';

/** One dot is this many people. */
export const peoplePerDot = 10;

/** How far apart dots stand, px, when each has `cell` px² of its own on a hexagonal grid. */
export const spacing = (cell: number): number => Math.sqrt((2 * cell) / Math.sqrt(3));

/**
 * Places for `count` dots in a body, all on one hexagonal grid that is fixed to the page: x and y in turn. The grid's
 * own density gives the count but for the places cut by the edge; of those the ones farthest in are taken.
 */
export function gridDots(body: Body, count: number, step: number): Float64Array {
  if (count <= 0) return new Float64Array(0);
  const { xs, top, bottom } = body;
  const row = (step * Math.sqrt(3)) / 2;
  const margin = step * 0.6;
  const places: { x: number; y: number; depth: number }[] = [];
  const [left, right] = [xs[0]!, xs[xs.length - 1]!];
  const [high, low] = [least(top), most(bottom)];
  // Column by column the edges are looked up once; rows of a hexagonal grid shift by half a step.
  for (let half = Math.ceil((left - margin) / (step / 2)); half * (step / 2) <= right + margin; half++) {
    const x = half * (step / 2);
    const [above, below] = [yAt(xs, top, x), yAt(xs, bottom, x)];
    const aside = Math.min(x - left, right - x);
    let line = Math.ceil((Math.max(high, above) - margin) / row);
    if ((line + half) % 2 !== 0) line++;
    for (; line * row <= Math.min(low, below) + margin; line += 2) {
      const y = line * row;
      places.push({ x, y, depth: Math.min(aside, y - above, below - y) });
    }
  }
  if (places.length > count) {
    const limit = Float64Array.from(places, (p) => p.depth).sort()[places.length - count]!;
    let spare = count - places.reduce((n, p) => n + (p.depth > limit ? 1 : 0), 0);
    return flat(places.filter((p) => p.depth > limit || (p.depth === limit && spare-- > 0)));
  }
  return flat(places);
}

const flat = (places: readonly { readonly x: number; readonly y: number }[]): Float64Array => {
  const dots = new Float64Array(places.length * 2);
  places.forEach(({ x, y }, i) => dots.set([x, y], i * 2));
  return dots;
};

const least = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b));
