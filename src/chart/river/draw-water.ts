import { ages, type Scale } from './frame.ts';
import { edge, outline, px } from './body.ts';
import type { Sketch } from './sketch.ts';
import type { RibbonId, RiverLayout } from './layout.ts';

/** Flows towards work and studies, and those who are on their way in. */
const pale: readonly RibbonId[] = ['pupils', 'youngToWork', 'ownWay', 'leaveRiskToWork', 'leaveToWork'];
const bridged: readonly RibbonId[] = ['programmeToWork', 'gapToWork'];

/** Flows towards outside, and on from there. */
export const dark: ReadonlySet<RibbonId> = new Set([
  'youngToOutside',
  'ageOutside',
  'gapToOutside',
  'workToOutside',
  'relapse',
]);

/** Flows of people at risk. */
export const risky: ReadonlySet<RibbonId> = new Set([
  'leaveToNothing',
  'leaveRiskToNothing',
  'arrivals',
  'programmeToGap',
]);

/** All water, from back to front: streams with their edges, the river over their ends, then what crosses in front. */
export function drawWater(s: Sketch, layout: RiverLayout): void {
  const { channel: c, ribbons } = layout;
  const band = (id: RibbonId, color: string, part: string, plus = 0): void => {
    const { path, width } = ribbons[id];
    if (width > 0) s.stroke(`${id} ${part}`, path.d, color, width + plus, { 'data-mark': id });
  };
  const edged = (id: RibbonId): void => band(id, 'var(--flow-edge)', 'edge', 2 * s.scale);

  drawLinesBeyond(s, layout);
  for (const id of pale) edged(id);
  band('youngToOutside', 'var(--flow-out)', 'water');
  drawBridge(s, layout);
  for (const id of bridged) edged(id);

  for (const id of ['preschool', 'school', 'upper', 'established'] as const)
    s.fill(id, outline(c[id]), 'var(--flow-in)', { 'data-mark': id });
  for (const id of ['schoolRisk', 'upperRisk'] as const)
    s.fill(id, outline(c[id]), 'var(--stock-risk)', { 'data-mark': id });
  drawBanks(s, layout);

  for (const id of pale) band(id, 'var(--flow-in)', 'water');
  for (const id of ['leaveToNothing', 'leaveRiskToNothing'] as const) {
    band(id, 'var(--stock-risk)', 'water');
  }
  for (const id of ['arrivals', 'programmeToGap'] as const) {
    edged(id);
    band(id, 'var(--stock-risk)', 'water');
  }
  for (const id of dark) if (id !== 'youngToOutside') band(id, 'var(--flow-out)', 'water');
  for (const id of bridged) band(id, 'var(--flow-in)', 'water');
}

/** The river's two edges, open where it ends. */
function drawBanks(s: Sketch, { channel: c }: RiverLayout): void {
  const line = (key: string, d: string): void =>
    s.stroke(key, d, 'var(--flow-edge)', 1.2 * s.scale, { 'stroke-linejoin': 'round' });
  for (const id of ['preschool', 'school', 'upper', 'established'] as const)
    line(`${id} top`, edge(c[id].xs, c[id].top));
  for (const id of ['preschool', 'schoolRisk', 'upperRisk', 'established'] as const) {
    line(`${id} bed`, edge(c[id].xs, c[id].bottom));
  }
}

/**
 * Water that comes into the picture or leaves it: lines and no surface, since nobody is counted there. There are
 * as many lines as the stream is wide.
 */
function drawLinesBeyond(s: Sketch, { frame, channel, ribbons }: RiverLayout): void {
  const lines = (key: string, x: number, top: number, bottom: number, direction: 1 | -1): void =>
    linesBeyond(
      s,
      key,
      { x, top, bottom },
      direction,
      frame,
      key === 'beyond outside' ? 'var(--flow-out)' : 'var(--flow-edge)',
    );
  const { established } = channel;
  const last = established.xs.length - 1;
  lines('beyond 43', frame.x(ages.end), established.top[last]!, established.bottom[last]!, 1);
  const outside = ribbons.ageOutside;
  lines(
    'beyond outside',
    frame.x(ages.end),
    frame.lake - outside.width / 2,
    frame.lake + outside.width / 2,
    1,
  );
  for (const id of ['arrivals', 'pupils'] as const) {
    const { path, width } = ribbons[id];
    if (width === 0) continue;
    lines(`before ${id}`, path.points[0]!, path.points[1]! - width / 2, path.points[1]! + width / 2, -1);
  }
}

/** Lines from one cross-section of a stream, outwards. */
export function linesBeyond(
  s: Sketch,
  key: string,
  { x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number },
  direction: 1 | -1,
  { detail }: Scale,
  color: string,
): void {
  const long = { full: 44, middle: 34, small: 14 }[detail] * s.scale;
  const count = Math.max(2, Math.round((bottom - top) / (9 * s.scale)));
  let d = '';
  for (let i = 0; i < count; i++) {
    const y = px(top + ((i + 0.5) * (bottom - top)) / count);
    // Every other line is shorter: the water thins out.
    d += `M${px(x)},${y}h${px(direction * long * (i % 2 === 0 ? 1 : 0.55))}`;
  }
  s.stroke(key, d, color, 1.2 * s.scale, { 'stroke-linecap': 'round' });
}

/** Where newcomers' way in crosses the dark stream it lies on a bridge, as a canal does: two walls say which is above. */
function drawBridge(s: Sketch, { frame, ribbons }: RiverLayout): void {
  const { programmeToWork, gapToWork, youngToOutside } = ribbons;
  if (programmeToWork.width + gapToWork.width === 0) return;
  const half = youngToOutside.width / 2 + 5 * frame.unit;
  const column = (points: Float64Array): number => {
    for (let i = 0; i + 3 < points.length; i += 2) {
      if (points[i + 1]! >= frame.lake && points[i + 3]! <= frame.lake) return points[i]!;
    }
    return points[0]!;
  };
  const left = column(programmeToWork.path.points) - programmeToWork.width / 2;
  const right = column(gapToWork.path.points) + gapToWork.width / 2;
  const wall = 3 * s.scale;
  const [top, bottom] = [px(frame.lake - half), px(frame.lake + half)];
  s.stroke(
    'bridge',
    `M${px(left - wall)},${top}V${bottom}M${px(right + wall)},${top}V${bottom}`,
    'var(--bank)',
    wall,
    { 'stroke-linecap': 'round' },
  );
}
