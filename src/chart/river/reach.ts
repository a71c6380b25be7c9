import type { Body } from './body.ts';

/**
 * A body measured for drifting: a place in it is `u`, the share of its area upstream, and `w`, the share of its
 * thickness above. Dots that are even in u and w are even on the page, and water runs faster where it is narrow.
 */
export interface Reach {
  readonly body: Body;
  /** Area upstream of each point of the body, as a share. */
  readonly before: Float64Array;
}

export function reachOf(body: Body): Reach {
  const { xs, top, bottom } = body;
  const before = new Float64Array(xs.length);
  for (let i = 1; i < xs.length; i++) {
    const thick = (bottom[i]! - top[i]! + bottom[i - 1]! - top[i - 1]!) / 2;
    before[i] = before[i - 1]! + thick * (xs[i]! - xs[i - 1]!);
  }
  const whole = before[before.length - 1]!;
  for (let i = 0; i < before.length; i++)
    before[i] = whole > 0 ? before[i]! / whole : i / (before.length - 1);
  return { body, before };
}

/** The page's x and y of a place, written to `out`. */
export function placeIn(
  { body: { xs, top, bottom }, before }: Reach,
  u: number,
  w: number,
  out: { x: number; y: number },
): void {
  let low = 0;
  let high = before.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (before[middle]! <= u) low = middle;
    else high = middle;
  }
  const gap = before[high]! - before[low]!;
  const share = gap > 0 ? Math.min(1, Math.max(0, (u - before[low]!) / gap)) : 0;
  const above = top[low]! + share * (top[high]! - top[low]!);
  out.x = xs[low]! + share * (xs[high]! - xs[low]!);
  out.y = above + w * (bottom[low]! + share * (bottom[high]! - bottom[low]!) - above);
}

/** The share upstream of a page's x. */
export function upstreamOf({ body: { xs }, before }: Reach, x: number): number {
  const last = xs.length - 1;
  if (x <= xs[0]!) return 0;
  if (x >= xs[last]!) return 1;
  let i = 1;
  while (xs[i]! < x) i++;
  const share = (x - xs[i - 1]!) / (xs[i]! - xs[i - 1]!);
  return before[i - 1]! + share * (before[i]! - before[i - 1]!);
}

/** The share of the thickness above a page's y, at a place. */
export function downOf(reach: Reach, u: number, y: number): number {
  placeIn(reach, u, 0, edge);
  const top = edge.y;
  placeIn(reach, u, 1, edge);
  return edge.y > top ? Math.min(0.98, Math.max(0.02, (y - top) / (edge.y - top))) : 0.5;
}

const edge = { x: 0, y: 0 };
