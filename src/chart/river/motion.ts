import { bodies, dotCount, eddyDots, peopleIn, stillDots, toneOf } from './draw-dots.ts';
import { peoplePerDot } from './dots.ts';
import type { BasinId, FlowId, Tone } from './graph.ts';
import { dark, risky } from './draw-water.ts';
import { planOf, type Link, type Plan } from './links.ts';
import { onPath } from './path.ts';
import { downOf, placeIn, reachOf, upstreamOf, type Reach } from './reach.ts';
import type { AnyLayout } from './any-layout.ts';
import type { Ribbon, RibbonId } from './layout.ts';
import type { RiverState } from './data.ts';

/** Years in which those who join the river spread out in it. */
const blend = 4;

/** Years in which a dot that has changed course is back on it. */
const swerve = 0.2;

type StreamId = RibbonId | FlowId;

/** A stream that is drawn. */
const ribbonOf = (layout: AnyLayout, id: StreamId): Ribbon =>
  (layout.ribbons as Readonly<Record<StreamId, Ribbon>>)[id];

/** Ten people: in a basin at `u`, `w`, or on a ribbon `along` px from its start. */
interface Dot {
  basin: BasinId | undefined;
  u: number;
  w: number;
  /** Where across it is going: those who join the river at its edge spread out in it. */
  aim: number | undefined;
  ribbon: StreamId | undefined;
  along: number;
  /** Where a ribbon leads; undefined is out of the picture. */
  to: BasinId | undefined;
  /** How far it is still off its course, px: it glides from one water to the next. */
  dx: number;
  dy: number;
}

const newDot = (start: Partial<Dot>): Dot => ({
  basin: undefined,
  u: 0,
  w: 0.5,
  aim: undefined,
  ribbon: undefined,
  along: 0,
  to: undefined,
  dx: 0,
  dy: 0,
  ...start,
});

export interface Motion {
  /** Begins again from the still picture. */
  reset(layout: AnyLayout, state: RiverState): void;
  /** Lets so many years pass at the rates of `state`. */
  step(layout: AnyLayout, state: RiverState, years: number): void;
  /** Calls back with each dot's place. */
  each(layout: AnyLayout, visit: (x: number, y: number, tone: Tone) => void): void;
  /** Dots in the picture, in a basin, and sent by a link since the reset. */
  count(): number;
  countIn(basin: BasinId): number;
  sent(link: Link): number;
}

/**
 * Dots that drift at the model's own rates: a link sends flow / 10 dots per year, so each basin keeps its people / 10
 * and a dot stays as long as people do (stock / outflow). The same seed gives the same dots.
 *
 * Dots on ribbons are taken from the three largest basins, so that there are never more dots than people / 10.
 */
export function createMotion(seed: number): Motion {
  let dots: Dot[] = [];
  let plan: Plan | undefined;
  let waiting = new Float64Array(0);
  let sentBy = new Float64Array(0);
  let inEddy = 0;
  let turned = 0;
  let random = lcg(seed);
  let reaches: Readonly<Record<string, Reach>> = {};
  let measured: AnyLayout | undefined;
  const entered = new Map<string, number>();
  const place = { x: 0, y: 0 };
  /** The next place across a stream or pool: each far from the last few there, so that dots spread evenly. */
  const across = (where: string): number => {
    const n = entered.get(where) ?? 0;
    entered.set(where, n + 1);
    return 0.03 + 0.94 * ((n * golden) % 1);
  };

  const measure = (layout: AnyLayout): void => {
    if (measured === layout) return;
    measured = layout;
    reaches = Object.fromEntries(Object.entries(bodies(layout)).map(([id, body]) => [id, reachOf(body)]));
  };
  const isPool = (layout: AnyLayout, id: BasinId): boolean => id in layout.pools;
  const rate = (link: Link, state: RiverState): number =>
    link.flows.reduce((sum, flow) => sum + state.flows[flow], 0) / peoplePerDot;
  const transit = (layout: AnyLayout, ribbon: StreamId): number =>
    ribbonOf(layout, ribbon).path.length / layout.frame.current;

  /** A dot's place without its swerve. */
  const course = (layout: AnyLayout, dot: Dot): void => {
    if (dot.ribbon !== undefined) {
      const { path, width } = ribbonOf(layout, dot.ribbon);
      const at = onPath(path.points, dot.along);
      const side = (dot.w - 0.5) * width * 0.8;
      place.x = at.x - at.dy * side;
      place.y = at.y + at.dx * side;
    } else placeIn(reaches[dot.basin!]!, dot.u, dot.w, place);
  };

  /** Changes a dot's course by `change`, and lets it glide there from where it is. */
  const turn = (layout: AnyLayout, dot: Dot, change: () => void): void => {
    course(layout, dot);
    const [x, y] = [place.x + dot.dx, place.y + dot.dy];
    change();
    course(layout, dot);
    dot.dx = x - place.x;
    dot.dy = y - place.y;
  };

  /** Puts a dot into a basin: at the upper end of a pool, elsewhere where its ribbon ends or it was before. */
  const enter = (layout: AnyLayout, dot: Dot, to: BasinId, x: number, y: number): void => {
    const reach = reaches[to]!;
    dot.basin = to;
    dot.ribbon = undefined;
    dot.u = isPool(layout, to) ? 0 : upstreamOf(reach, x);
    dot.w = isPool(layout, to) ? across(to) : downOf(reach, dot.u, y);
    dot.aim = to === 'established' && dot.u > 0.01 ? across(to) : undefined;
  };

  /** Who goes: the one farthest downstream and nearest to the way out, or near the mouth if the way out is at the side. */
  const choose = (layout: AnyLayout, { from, to, ribbon }: Link): Dot | undefined => {
    const reach = reaches[from!]!;
    const start = ribbon && ribbonOf(layout, ribbon).path.points;
    const end = isPool(layout, from!) || to === undefined || (start === undefined && !besides(from!, to));
    const u = end ? 1 : start === undefined ? random() : upstreamOf(reach, start[0]!);
    const w = start === undefined ? besideAt(to) : downOf(reach, u, start[1]!);
    // Who changes lane is at the lanes' border; who leaves at the end is anyone near it.
    const side = start === undefined && !end ? 1 : 0.12;
    let best: Dot | undefined;
    let least = Infinity;
    for (const dot of dots) {
      if (dot.basin !== from) continue;
      const cost = Math.abs(u - dot.u) + side * Math.abs(w - dot.w);
      if (cost < least) [best, least] = [dot, cost];
    }
    return best;
  };

  const send = (layout: AnyLayout, link: Link): boolean => {
    const { from, to, ribbon } = link;
    if (from === undefined) {
      dots.push(
        newDot({ w: across(ribbon ?? to!), ribbon, to, basin: ribbon === undefined ? to : undefined }),
      );
      return true;
    }
    const dot = choose(layout, link);
    if (dot === undefined) return false;
    if (ribbon === undefined && to === undefined) {
      dots.splice(dots.indexOf(dot), 1);
    } else if (ribbon === undefined) {
      course(layout, dot);
      const { x, y } = place;
      turn(layout, dot, () => enter(layout, dot, to!, x, y));
    } else {
      turn(layout, dot, () => {
        const { path, width } = ribbonOf(layout, ribbon);
        const off = (place.y - path.points[1]!) / (width || 1);
        Object.assign(dot, {
          basin: undefined,
          ribbon,
          along: 0,
          to,
          w: isPool(layout, from) ? across(ribbon) : clamp(0.5 + off),
        });
      });
    }
    return true;
  };

  const drift = (layout: AnyLayout, state: RiverState, years: number): void => {
    const speed = Object.fromEntries(
      planOf(layout).basins.map((id) => [id, id === 'eddy' ? 0 : speedIn(id, layout, state)]),
    );
    const fade = Math.exp(-years / swerve);
    const gone = new Set<Dot>();
    for (const dot of dots) {
      dot.dx *= fade;
      dot.dy *= fade;
      if (dot.basin !== undefined) {
        dot.u = Math.min(1, dot.u + speed[dot.basin]! * years);
        if (dot.aim !== undefined) dot.w += (dot.aim - dot.w) * Math.min(1, years / blend);
        continue;
      }
      const { path } = ribbonOf(layout, dot.ribbon!);
      dot.along += layout.frame.current * years;
      if (dot.along < path.length) continue;
      if (dot.to === undefined) {
        gone.add(dot);
        continue;
      }
      dot.along = path.length;
      course(layout, dot);
      const { x, y } = place;
      turn(layout, dot, () => enter(layout, dot, dot.to!, x, y));
    }
    if (gone.size > 0) dots = dots.filter((dot) => !gone.has(dot));
  };

  /** Lake and eddy exchange only what changes the eddy's size. */
  const fillEddy = (state: RiverState): void => {
    const wanted = dotCount(state.stocks.between);
    while (inEddy < wanted) {
      const i = dots.findIndex((dot) => dot.basin === 'lake' && dot.u > 0.9);
      if (i < 0) break;
      dots.splice(i, 1);
      inEddy++;
    }
    for (; inEddy > wanted; inEddy--) {
      const dot = newDot({ basin: 'lake', u: random(), w: random() });
      dots.push(dot);
    }
  };

  /**
   * What is on the ribbons comes and goes with the flows, and small pools would show it: they borrow from the three
   * largest basins, and give back.
   */
  const even = ({ basins, largest }: Plan, state: RiverState): void => {
    const many: Record<string, number> = {};
    for (const { basin } of dots) if (basin !== undefined) many[basin] = (many[basin] ?? 0) + 1;
    const spare = (id: BasinId): number => (many[id] ?? 0) - dotCount(peopleIn(state, id));
    for (const id of basins) {
      if (id === 'eddy' || largest.has(id)) continue;
      const over = spare(id);
      if (Math.abs(over) <= Math.max(2, 0.06 * dotCount(peopleIn(state, id)))) continue;
      const [poorest, , richest] = [...largest].sort((a, b) => spare(a) - spare(b));
      const [from, to] = over > 0 ? [id, poorest!] : [richest!, id];
      const dot = dots.find(({ basin }) => basin === from);
      if (dot === undefined) continue;
      Object.assign(dot, newDot({ basin: to, u: random(), w: random() }));
      many[from] = (many[from] ?? 0) - 1;
      many[to] = (many[to] ?? 0) + 1;
    }
  };

  const motion: Motion = {
    reset(layout, state) {
      random = lcg(seed);
      measure(layout);
      inEddy = 0;
      plan = planOf(layout);
      const { links, largest } = plan;
      dots = [];
      waiting = Float64Array.from(links, (link) => (link.to === undefined ? 0.999 : 0));
      sentBy = new Float64Array(links.length);
      turned = 0;
      entered.clear();
      for (const [basin, places] of stillDots(layout, state)) {
        if (basin === 'eddy') inEddy = places.length / 2;
        else {
          const reach = reaches[basin]!;
          for (let i = 0; i < places.length; i += 2) {
            const u = upstreamOf(reach, places[i]!);
            dots.push(newDot({ basin, u, w: downOf(reach, u, places[i + 1]!) }));
          }
        }
      }
      const passing: Dot[] = [];
      for (const link of links) {
        const { ribbon, to } = link;
        if (ribbon === undefined) continue;
        const { length } = ribbonOf(layout, ribbon).path;
        const many = Math.floor(rate(link, state) * transit(layout, ribbon));
        for (let i = 0; i < many; i++) {
          passing.push(newDot({ w: across(ribbon), ribbon, along: ((i + 0.5) / many) * length, to }));
        }
      }
      const large = dots.filter((dot) => largest.has(dot.basin!));
      const lent = new Set(
        passing.map((_, i) => large[Math.floor(((i + 0.5) * large.length) / passing.length)]),
      );
      dots = [...dots.filter((dot) => !lent.has(dot)), ...passing.slice(0, lent.size)];
    },
    step(layout, state, years) {
      measure(layout);
      const now = planOf(layout);
      // Another model: nobody of the one before is in it.
      if (now !== plan) motion.reset(layout, state);
      // In short steps, so that what a fast pool lets through in one long one is not lost.
      const parts = Math.max(1, Math.ceil(years / 0.1));
      for (let part = 0; part < parts; part++) {
        drift(layout, state, years / parts);
        now.links.forEach((link, i) => {
          waiting[i]! += (rate(link, state) * years) / parts;
          while (waiting[i]! >= 1 && send(layout, link)) {
            waiting[i]! -= 1;
            sentBy[i]! += 1;
          }
        });
        if ('eddy' in layout) fillEddy(state);
        even(now, state);
      }
      const handOffs = state.flows.passedOn / Math.max(1, state.stocks.recent + state.stocks.between);
      turned += 2 * Math.PI * (handOffs / 2) * (years / yearsPerSecond);
    },
    each(layout, visit) {
      measure(layout);
      for (const dot of dots) {
        course(layout, dot);
        visit(place.x + dot.dx, place.y + dot.dy, toneOfDot(dot, layout));
      }
      if (!('eddy' in layout)) return;
      const whirl = eddyDots(layout.eddy, inEddy, turned);
      for (let i = 0; i < whirl.length; i += 2) visit(whirl[i]!, whirl[i + 1]!, 'outside');
    },
    count: () => dots.length + inEddy,
    countIn: (basin) =>
      basin === 'eddy' ? inEddy : dots.reduce((n, dot) => n + (dot.basin === basin ? 1 : 0), 0),
    sent: (link) => sentBy[plan?.links.indexOf(link) ?? -1] ?? 0,
  };
  return motion;
}

/** On a ribbon a dot looks as the water does. */
function toneOfDot({ basin, ribbon }: Dot, layout: AnyLayout): Tone {
  if (basin !== undefined) return toneOf(basin, layout);
  if (!('channel' in layout)) return layout.stages.streams[ribbon as FlowId]!.tone;
  const id = ribbon as RibbonId;
  return dark.has(id) ? 'outside' : risky.has(id) ? 'risk' : 'on-track';
}

/** At normal speed five years pass in a second: twenty years in four. */
export const yearsPerSecond = 5;

/** Lanes of the same stage: who changes lane does so anywhere along it. */
function besides(a: BasinId, b: BasinId): boolean {
  return `${a}Risk` === b || `${b}Risk` === a;
}

/** Who goes to a lane at risk is at the lower edge, who leaves it at the upper one. */
const besideAt = (to: BasinId | undefined): number =>
  to?.endsWith('Risk') ? 1 : to === undefined ? 0.5 : 0.1;

/** Shares of a basin's length per year: what leaves at its lower end over those who are in it. */
function speedIn(id: BasinId, layout: AnyLayout, state: RiverState): number {
  const out = planOf(layout).links.reduce((sum, { from, to, ribbon, flows }) => {
    const aside = id === 'established' && ribbon !== undefined;
    if (from !== id || aside || (to !== undefined && besides(id, to))) return sum;
    return sum + flows.reduce((total, flow) => total + state.flows[flow], 0);
  }, 0);
  return out / Math.max(1, peopleIn(state, id));
}

const golden = (Math.sqrt(5) - 1) / 2;

const clamp = (w: number): number => Math.min(0.98, Math.max(0.02, w));

/** Numbers between 0 and 1, always the same for a seed. */
function lcg(seed: number): () => number {
  let value = seed >>> 0;
  return () => (value = (Math.imul(value, 1664525) + 1013904223) >>> 0) / 4294967296;
}
