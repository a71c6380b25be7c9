import type { Body } from './body.ts';

/** One dot is this many people. */
export const peoplePerDot = 10;

/** How far apart dots stand, px, when each has `cell` px² of its own on a hexagonal grid. */
export const spacing = (cell: number): number => Math.sqrt((2 * cell) / Math.sqrt(3));

// Candidates of one call, reused: this runs for every body in every frame.
let [candidateX, candidateY, depths] = [new Float64Array(0), new Float64Array(0), new Float64Array(0)];

function reserve(size: number): void {
  if (depths.length >= size) return;
  [candidateX, candidateY, depths] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
}

/**
 * Places for `count` dots in a body, all on one hexagonal grid that is fixed to the page: x and y in turn. The grid's
 * own density gives the count but for the places cut by the edge; of those the ones farthest in are taken.
 */
export function gridDots(body: Body, count: number, step: number): Float64Array {
  return grid(body, count, step, 0, 0).dots;
}

/**
 * The same in a small oval: the grid is fixed to the oval's middle, where of a few ways to lie it takes the one that
 * keeps dots farthest from the edge.
 */
export function ovalDots(body: Body, count: number, step: number): Float64Array {
  const row = (step * Math.sqrt(3)) / 2;
  const x = (body.xs[0]! + body.xs[body.xs.length - 1]!) / 2;
  const y = (body.top[0]! + body.bottom[0]!) / 2;
  let best: ReturnType<typeof grid> | undefined;
  for (const [dx, dy] of [
    [0, 0],
    [0.5, 0],
    [0.25, 0.5],
    [0, 1 / 3],
  ] as const) {
    const next = grid(body, count, step, x + dx * step, y + dy * row);
    if (best === undefined || next.margin > best.margin + 0.01) best = next;
  }
  return best!.dots;
}

/** The deepest `count` points of the grid that has a point at `ox`, `oy`, and how far in the least deep of them is. */
function grid(
  { xs, top, bottom }: Body,
  count: number,
  step: number,
  ox: number,
  oy: number,
): { dots: Float64Array; margin: number } {
  if (count <= 0) return { dots: new Float64Array(0), margin: 0 };
  const row = (step * Math.sqrt(3)) / 2;
  const margin = step * 0.75;
  const [left, right] = [xs[0]!, xs[xs.length - 1]!];
  reserve(8 * count + 64);
  let n = 0;
  let piece = 0;
  // Column by column; rows of a hexagonal grid shift by half a step.
  const first = Math.ceil((left - margin - ox) / (step / 2));
  for (let half = first; ox + half * (step / 2) <= right + margin; half++) {
    const x = ox + half * (step / 2);
    while (piece < xs.length - 2 && xs[piece + 1]! < x) piece++;
    const share = Math.min(1, Math.max(0, (x - xs[piece]!) / (xs[piece + 1]! - xs[piece]!)));
    const above = top[piece]! + share * (top[piece + 1]! - top[piece]!);
    const below = bottom[piece]! + share * (bottom[piece + 1]! - bottom[piece]!);
    const aside = Math.min(x - left, right - x);
    let line = Math.ceil((above - margin - oy) / row);
    if ((line + half) % 2 !== 0) line++;
    for (; oy + line * row <= below + margin; line += 2) {
      if (n === depths.length) break;
      const y = oy + line * row;
      candidateX[n] = x;
      candidateY[n] = y;
      depths[n++] = Math.min(aside, y - above, below - y);
    }
  }
  const taken = Math.min(count, n);
  const limit = n > count ? depths.slice(0, n).sort()[n - count]! : -Infinity;
  let atLimit = taken;
  for (let i = 0; i < n; i++) if (depths[i]! > limit) atLimit--;
  const dots = new Float64Array(2 * taken);
  let k = 0;
  for (let i = 0; i < n && k < dots.length; i++) {
    if (depths[i]! < limit || (depths[i] === limit && atLimit-- <= 0)) continue;
    dots[k++] = candidateX[i]!;
    dots[k++] = candidateY[i]!;
  }
  return { dots, margin: limit };
}
