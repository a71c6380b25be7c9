import { middleOf, outline, yAt, type Body } from './body.ts';
import { ages } from './frame.ts';
import { onPath } from './path.ts';
import { surfaceOf } from './channel.ts';
import type { MarkId, marks } from './marks.ts';
import type { AnyLayout } from './any-layout.ts';
import type { FlowId, StockId } from './graph.ts';
import type { StageLayout } from './stage-layout.ts';
import type { RibbonId, RiverLayout } from './layout.ts';

/** Where a mark is: what to draw a ring round, and the middle of it. */
export interface MarkPlace {
  readonly x: number;
  readonly y: number;
  /** Its outline, or the middle line of a stream. */
  readonly d: string;
  /** Of a stream: its width, px. */
  readonly width?: number;
}

/** Drawn parts by the mark they belong to, for what has another name in the drawing. */
const parts: Readonly<Record<string, MarkId>> = {
  leaveRiskToNothing: 'leaving',
  leaveToNothing: 'leaving',
  leaveRiskToWork: 'leaveToWork',
  programmeToWork: 'newcomersToWork',
  gapToWork: 'newcomersToWork',
};

export const markOfPart = (part: string, known: readonly MarkId[]): MarkId | undefined =>
  parts[part] ?? known.find((id) => id === part);

export const placeOf = (id: MarkId, layout: AnyLayout): MarkPlace =>
  'channel' in layout ? placeAmongAges(id as keyof typeof marks, layout) : placeInStages(id, layout);

function placeInStages(id: MarkId, { frame, stages, pools, ribbons }: StageLayout): MarkPlace {
  const pool = pools[id as StockId];
  if (pool !== undefined) return inBody(pool);
  const { path, width } = ribbons[id === 'bank' ? stages.bank : (id as FlowId)]!;
  const { x, y } = onPath(path.points, path.length / 2);
  if (id !== 'bank') return { x, y, d: path.d, width };
  const high = 16 * frame.unit;
  const [from, to] = [path.points[0]!, path.points[path.points.length - 2]!];
  const middle = y + width / 2 + high / 2;
  return { x, y: middle, d: `M${from},${middle}H${to}`, width: high };
}

function placeAmongAges(id: keyof typeof marks, layout: RiverLayout): MarkPlace {
  const { frame, channel, pools, lake, layers, eddy, ribbons } = layout;
  switch (id) {
    case 'births':
    case 'ageInside': {
      const body = id === 'births' ? channel.preschool : channel.established;
      const x = frame.x(id === 'births' ? ages.birth : ages.end) + (id === 'births' ? 4 : -4);
      const [top, bottom] = [yAt(body.xs, body.top, x), yAt(body.xs, body.bottom, x)];
      return { x, y: (top + bottom) / 2, d: `M${x - 4},${top}H${x + 4}V${bottom}H${x - 4}Z` };
    }
    case 'preschool':
    case 'school':
    case 'schoolRisk':
    case 'upper':
    case 'upperRisk':
    case 'established':
      return inBody(channel[id]);
    case 'young':
    case 'programme':
    case 'gap':
    case 'recovered':
      return inBody(pools[id]);
    case 'lake':
      return inBody(lake);
    case 'recent':
    case 'entrenched':
    case 'coordinated':
      return inBody(layers[id]);
    case 'between': {
      const { x, y, r } = eddy;
      return { x, y, d: `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z` };
    }
    case 'bank': {
      const x = frame.x(11);
      const y = yAt(channel.schoolRisk.xs, channel.schoolRisk.bottom, x) + 8 * frame.unit;
      const [left, right] = [frame.x(ages.school), frame.x(ages.upper)];
      const surface = surfaceOf(frame);
      return {
        x,
        y,
        d: `M${left},${y + surface(left) - surface(x)}L${right},${y + surface(right) - surface(x)}`,
        width: 16 * frame.unit,
      };
    }
    case 'leaving':
      return onRibbon('leaveRiskToNothing', 0.7);
    case 'newcomersToWork':
      return onRibbon('gapToWork', 0.6);
    default:
      return onRibbon(id, 0.5);
  }

  function onRibbon(ribbon: RibbonId, share: number): MarkPlace {
    const { path, width } = ribbons[ribbon];
    const { x, y } = onPath(path.points, path.length * share);
    return { x, y, d: path.d, width };
  }
}

function inBody(body: Body): MarkPlace {
  const x = middleOf(body);
  return { x, y: (yAt(body.xs, body.top, x) + yAt(body.xs, body.bottom, x)) / 2, d: outline(body) };
}
