import type { Body } from './body.ts';
import { yAt } from './body.ts';
import type { AnyLayout } from './any-layout.ts';
import type { Ribbon } from './layout.ts';
import { markOfPart } from './mark-places.ts';
import { markIds, type MarkId } from './marks.ts';

/** px: half of what a finger covers. */
const reach = 22;

/** Water that is wider than a finger: it gives way to what is narrow beside it. */
const wide: ReadonlySet<MarkId> = new Set(['preschool', 'school', 'upper', 'established']);

/**
 * What a finger means at a point of the picture, px: the mark `under` it, or if that is wide water or nothing, the nearest
 * narrow one that it can reach. So no mark is harder to hit than a target of 44 px, and no two share a place.
 */
export function markTouched(
  x: number,
  y: number,
  layout: AnyLayout,
  under: MarkId | undefined,
): MarkId | undefined {
  if (under !== undefined && !wide.has(under)) return under;
  const { ribbons } = layout;
  const bodies = Object.entries(narrow(layout));
  const near: readonly (readonly [part: string, distance: number])[] = [
    ...Object.entries(ribbons).map(([id, ribbon]) => [id, toRibbon(x, y, ribbon)] as const),
    ...bodies.map(([id, body]) => [id, toBody(x, y, body)] as const),
    ['between', toEddy(x, y, layout)],
  ];
  const [part, distance] = near.reduce((nearest, other) => (other[1] < nearest[1] ? other : nearest));
  return distance <= reach ? ('channel' in layout ? markOfPart(part, markIds) : (part as MarkId)) : under;
}

/** Water that is not wide. */
function narrow(layout: AnyLayout): Readonly<Record<string, Body>> {
  if (!('channel' in layout)) return layout.pools;
  const { pools, layers, channel } = layout;
  const { schoolRisk, upperRisk } = channel;
  return { ...pools, ...layers, schoolRisk, upperRisk };
}

function toEddy(x: number, y: number, layout: AnyLayout): number {
  if (!('eddy' in layout) || layout.eddy.r === 0) return Infinity;
  return Math.hypot(x - layout.eddy.x, y - layout.eddy.y) - layout.eddy.r;
}

function toRibbon(x: number, y: number, { path: { points }, width }: Ribbon): number {
  if (width <= 0) return Infinity;
  let nearest = Infinity;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay] = [points[i]!, points[i + 1]!];
    const [dx, dy] = [points[i + 2]! - ax, points[i + 3]! - ay];
    const along = dx * dx + dy * dy;
    const share = along > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / along)) : 0;
    nearest = Math.min(nearest, Math.hypot(x - ax - share * dx, y - ay - share * dy));
  }
  return Math.max(0, nearest - width / 2);
}

function toBody(x: number, y: number, { xs, top, bottom }: Body): number {
  const at = Math.min(xs[xs.length - 1]!, Math.max(xs[0]!, x));
  const [above, below] = [yAt(xs, top, at), yAt(xs, bottom, at)];
  return below - above <= 0 ? Infinity : Math.hypot(x - at, Math.max(0, above - y, y - below));
}
