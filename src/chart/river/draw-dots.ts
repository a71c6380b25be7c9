import { px, type Body } from './body.ts';
import { gridDots, ovalDots, peoplePerDot, spacing } from './dots.ts';
import { basins, type BasinId, type StockId, type Tone } from './graph.ts';
import { planOf } from './links.ts';
import type { AnyLayout } from './any-layout.ts';
import type { Scaled } from './frame.ts';
import type { Eddy } from './layout.ts';
import type { RiverState } from './data.ts';
import type { Sketch } from './sketch.ts';

const tones: Readonly<Record<keyof typeof basins, Tone>> = {
  preschool: 'on-track',
  school: 'on-track',
  schoolRisk: 'risk',
  upper: 'on-track',
  upperRisk: 'risk',
  young: 'outside',
  programme: 'risk',
  gap: 'outside',
  established: 'on-track',
  recovered: 'on-track',
  lake: 'outside',
  eddy: 'outside',
};

export const toneOf = (basin: BasinId, layout: AnyLayout): Tone =>
  'channel' in layout ? tones[basin as keyof typeof basins] : layout.stages.pools[basin as StockId]!.tone;

/** The body of each basin but the eddy, which is a circle. */
export function bodies(layout: AnyLayout): Readonly<Partial<Record<BasinId, Body>>> {
  if (!('channel' in layout)) return layout.pools;
  const { channel, pools, lake } = layout;
  const { preschool, school, schoolRisk, upper, upperRisk, established } = channel;
  return { preschool, school, schoolRisk, upper, upperRisk, established, ...pools, lake };
}

export const dotStep = ({ frame }: Scaled): number => spacing(peoplePerDot * frame.perPerson);
export const dotRadius = (layout: Scaled): number => Math.max(0.75, dotStep(layout) * 0.155);

export const peopleIn = (state: RiverState, basin: BasinId): number =>
  (basin in basins ? basins[basin as keyof typeof basins] : [basin as StockId]).reduce(
    (sum: number, id) => sum + state.stocks[id],
    0,
  );

/** Dots of whole tens: the last few people of a basin have none. */
export const dotCount = (people: number): number => Math.max(0, Math.floor(people / peoplePerDot + 1e-9));

/** Where the still picture's dots are, per basin: x and y in turn. */
export function stillDots(layout: AnyLayout, state: RiverState): ReadonlyMap<BasinId, Float64Array> {
  const step = dotStep(layout);
  const all = bodies(layout);
  const isOval = (id: BasinId): boolean => id in layout.pools;
  return new Map(
    planOf(layout).basins.map((id) => {
      const count = dotCount(peopleIn(state, id));
      if (id === 'eddy' && 'eddy' in layout) return [id, eddyDots(layout.eddy, count, 0)];
      const body = all[id]!;
      return [id, isOval(id) ? ovalDots(body, count, step) : gridDots(body, count, step)];
    }),
  );
}

/** In the eddy they stand in a spiral of equal shares that turns. `turned` in radians. */
export function eddyDots({ x, y, r }: Eddy, count: number, turned: number): Float64Array {
  const dots = new Float64Array(count * 2);
  for (let i = 0; i < count; i++) {
    const reach = r * Math.sqrt((i + 0.5) / count) * 0.86;
    const angle = turned + i * goldenAngle;
    dots[2 * i] = x + reach * Math.cos(angle);
    dots[2 * i + 1] = y + reach * Math.sin(angle);
  }
  return dots;
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** All dots of a basin in one path: a point is a line without length and with round ends. */
export function drawDots(s: Sketch, layout: AnyLayout, state: RiverState): void {
  const width = 2 * dotRadius(layout);
  for (const [id, places] of stillDots(layout, state)) {
    let d = '';
    for (let i = 0; i < places.length; i += 2) d += `M${px(places[i]!)},${px(places[i + 1]!)}h0`;
    s.stroke(`dots ${id}`, d, `var(--dot-${toneOf(id, layout)})`, width, {
      'stroke-linecap': 'round',
      'data-dots': id,
    });
  }
}
