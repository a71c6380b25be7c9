import { px, type Body } from './body.ts';
import { gridDots, ovalDots, peoplePerDot, spacing } from './dots.ts';
import { basinIds, basins, type BasinId } from './graph.ts';
import type { Eddy, RiverLayout } from './layout.ts';
import type { RiverState } from './data.ts';
import type { Sketch } from './sketch.ts';

/** How a basin's dots look: on track, at risk or outside. */
export type Tone = 'on-track' | 'risk' | 'outside';

export const tones: Readonly<Record<BasinId, Tone>> = {
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

/** The body of each basin but the eddy, which is a circle. */
export function bodies({
  channel,
  pools,
  lake,
}: RiverLayout): Readonly<Record<Exclude<BasinId, 'eddy'>, Body>> {
  const { preschool, school, schoolRisk, upper, upperRisk, established } = channel;
  return { preschool, school, schoolRisk, upper, upperRisk, established, ...pools, lake };
}

export const dotStep = ({ frame }: RiverLayout): number => spacing(peoplePerDot * frame.perPerson);
export const dotRadius = (layout: RiverLayout): number => Math.max(0.75, dotStep(layout) * 0.155);

export const peopleIn = (state: RiverState, basin: BasinId): number =>
  basins[basin].reduce((sum: number, id) => sum + state.stocks[id], 0);

/** Dots of whole tens: the last few people of a basin have none. */
export const dotCount = (people: number): number => Math.max(0, Math.floor(people / peoplePerDot + 1e-9));

/** Where the still picture's dots are, per basin: x and y in turn. */
export function stillDots(layout: RiverLayout, state: RiverState): ReadonlyMap<BasinId, Float64Array> {
  const step = dotStep(layout);
  const all = bodies(layout);
  const isOval = (id: BasinId): boolean => id in layout.pools;
  return new Map(
    basinIds.map((id) => {
      const count = dotCount(peopleIn(state, id));
      if (id === 'eddy') return [id, eddyDots(layout.eddy, count, 0)];
      return [id, isOval(id) ? ovalDots(all[id], count, step) : gridDots(all[id], count, step)];
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
export function drawDots(s: Sketch, layout: RiverLayout, state: RiverState): void {
  const width = 2 * dotRadius(layout);
  for (const [id, places] of stillDots(layout, state)) {
    let d = '';
    for (let i = 0; i < places.length; i += 2) d += `M${px(places[i]!)},${px(places[i + 1]!)}h0`;
    s.stroke(`dots ${id}`, d, `var(--dot-${tones[id]})`, width, {
      'stroke-linecap': 'round',
      'data-dots': id,
    });
  }
}
