import { bodies, dotCount, eddyDots, peopleIn, stillDots, toneOf } from './draw-dots.ts';
import { Crowd, newDot, type Dot } from './crowd.ts';
import { peoplePerDot } from './dots.ts';
import type { BasinId, FlowId, Tone } from './graph.ts';
import { dark, risky } from './draw-water.ts';
import { planOf, type Link, type Plan, type StreamId } from './links.ts';
import { onPath } from './path.ts';
import { downOf, placeIn, reachOf, upstreamOf, type Reach } from './reach.ts';
import type { AnyLayout } from './any-layout.ts';
import type { RiverSource } from './source.ts';
import type { Ribbon, RibbonId } from './layout.ts';
import type { RiverState } from './data.ts';

/** Years in which those who join the river spread out in it. */
const blend = 4;

/** Years in which a dot that has changed course is back on it. */
const swerve = 0.2;

/** A stream that is drawn. */
const ribbonOf = (layout: AnyLayout, id: StreamId): Ribbon =>
  (layout.ribbons as Readonly<Record<StreamId, Ribbon>>)[id];

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
  let crowd = new Crowd();
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
  const choose = (layout: AnyLayout, dots: readonly Dot[], { from, to, ribbon }: Link): number => {
    const reach = reaches[from!]!;
    const start = ribbon && ribbonOf(layout, ribbon).path.points;
    const end = isPool(layout, from!) || to === undefined || (start === undefined && !besides(from!, to));
    const u = end ? 1 : start === undefined ? random() : upstreamOf(reach, start[0]!);
    const w = start === undefined ? besideAt(to) : downOf(reach, u, start[1]!);
    // Who changes lane is at the lanes' border; who leaves at the end is anyone near it.
    const side = start === undefined && !end ? 1 : 0.12;
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < dots.length; i++) {
      const cost = Math.abs(u - dots[i]!.u) + side * Math.abs(w - dots[i]!.w);
      if (cost < least) [best, least] = [i, cost];
    }
    return best;
  };

  const send = (layout: AnyLayout, link: Link): boolean => {
    const { from, to, ribbon } = link;
    if (from === undefined) {
      const basin = ribbon === undefined ? to : undefined;
      crowd.put(newDot({ w: across(ribbon ?? to!), ribbon, to, basin }));
      return true;
    }
    const there = crowd.in(from);
    const i = choose(layout, there, link);
    if (i < 0) return false;
    const dot = crowd.take(there, i);
    if (ribbon !== undefined) {
      turn(layout, dot, () => {
        const { path, width } = ribbonOf(layout, ribbon);
        const off = (place.y - path.points[1]!) / (width || 1);
        dot.basin = undefined;
        dot.ribbon = ribbon;
        dot.along = 0;
        dot.to = to;
        dot.w = isPool(layout, from) ? across(ribbon) : clamp(0.5 + off);
      });
    } else if (to !== undefined) {
      course(layout, dot);
      const { x, y } = place;
      turn(layout, dot, () => enter(layout, dot, to, x, y));
    } else return true;
    crowd.put(dot);
    return true;
  };

  const drift = (layout: AnyLayout, state: RiverState, years: number): void => {
    const fade = Math.exp(-years / swerve);
    const spread = Math.min(1, years / blend);
    for (const [basin, dots] of crowd.basins()) {
      const on = speedIn(basin, layout, state) * years;
      for (const dot of dots) {
        dot.dx *= fade;
        dot.dy *= fade;
        dot.u = Math.min(1, dot.u + on);
        if (dot.aim !== undefined) dot.w += (dot.aim - dot.w) * spread;
      }
    }
    const { passing } = crowd;
    // From the end: who comes in is taken out of the list.
    for (let i = passing.length - 1; i >= 0; i--) {
      const dot = passing[i]!;
      dot.dx *= fade;
      dot.dy *= fade;
      dot.along += layout.frame.current * years;
      const { length } = ribbonOf(layout, dot.ribbon!).path;
      if (dot.along < length) continue;
      crowd.take(passing, i);
      if (dot.to === undefined) continue;
      dot.along = length;
      course(layout, dot);
      const { x, y } = place;
      turn(layout, dot, () => enter(layout, dot, dot.to!, x, y));
      crowd.put(dot);
    }
  };

  /** Lake and eddy exchange only what changes the eddy's size. */
  const fillEddy = (state: RiverState): void => {
    const wanted = dotCount(state.stocks.between);
    const lake = crowd.in('lake');
    for (; inEddy < wanted; inEddy++) {
      const i = lake.findIndex(({ u }) => u > 0.9);
      if (i < 0) break;
      crowd.take(lake, i);
    }
    for (; inEddy > wanted; inEddy--) crowd.put(newDot({ basin: 'lake', u: random(), w: random() }));
  };

  /**
   * What is on the ribbons comes and goes with the flows, and small pools would show it: they borrow from the three
   * largest basins, and give back.
   */
  const even = ({ basins, largest }: Plan, state: RiverState): void => {
    const spare = (id: BasinId): number => crowd.in(id).length - dotCount(peopleIn(state, id));
    for (const id of basins) {
      if (id === 'eddy' || largest.has(id)) continue;
      const over = spare(id);
      if (Math.abs(over) <= Math.max(2, 0.06 * dotCount(peopleIn(state, id)))) continue;
      const [poorest, , richest] = [...largest].sort((a, b) => spare(a) - spare(b));
      const [from, to] = over > 0 ? [id, poorest!] : [richest!, id];
      if (crowd.in(from).length === 0) continue;
      crowd.take(crowd.in(from), 0);
      crowd.put(newDot({ basin: to, u: random(), w: random() }));
    }
  };

  const motion: Motion = {
    reset(layout, state) {
      random = lcg(seed);
      measure(layout);
      inEddy = 0;
      plan = planOf(layout);
      const { links, largest } = plan;
      crowd = new Crowd();
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
            crowd.put(newDot({ basin, u, w: downOf(reach, u, places[i + 1]!) }));
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
      lend(crowd, largest, passing);
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
      turned += 2 * Math.PI * (handOffs / 2) * (years / paces.ages);
    },
    each(layout, visit) {
      measure(layout);
      for (const [basin, dots] of crowd.basins()) {
        const tone = toneOf(basin, layout);
        for (const dot of dots) {
          course(layout, dot);
          visit(place.x + dot.dx, place.y + dot.dy, tone);
        }
      }
      for (const dot of crowd.passing) {
        course(layout, dot);
        visit(place.x + dot.dx, place.y + dot.dy, toneOn(dot.ribbon!, layout));
      }
      if (!('eddy' in layout)) return;
      const whirl = eddyDots(layout.eddy, inEddy, turned);
      for (let i = 0; i < whirl.length; i += 2) visit(whirl[i]!, whirl[i + 1]!, 'outside');
    },
    count: () => crowd.count() + inEddy,
    countIn: (basin) => (basin === 'eddy' ? inEddy : crowd.in(basin).length),
    sent: (link) => sentBy[plan?.links.indexOf(link) ?? -1] ?? 0,
  };
  return motion;
}

/** Those who are on ribbons at the start are taken from the largest basins, here and there in each. */
function lend(crowd: Crowd, largest: ReadonlySet<BasinId>, passing: readonly Dot[]): void {
  const all = [...largest].flatMap((basin) => crowd.in(basin));
  const lent = new Set(passing.map((_, i) => all[Math.floor(((i + 0.5) * all.length) / passing.length)]));
  for (const basin of largest) {
    const dots = crowd.in(basin);
    for (let i = dots.length - 1; i >= 0; i--) if (lent.has(dots[i])) crowd.take(dots, i);
  }
  for (const dot of passing.slice(0, lent.size)) crowd.put(dot);
}

/** On a ribbon a dot looks as the water does. */
function toneOn(ribbon: StreamId, layout: AnyLayout): Tone {
  if (!('channel' in layout)) return layout.stages.streams[ribbon as FlowId]!.tone;
  const id = ribbon as RibbonId;
  return dark.has(id) ? 'outside' : risky.has(id) ? 'risk' : 'on-track';
}

/**
 * Years that pass in a second at normal speed: twenty in four seconds. Between agencies and in the gap people change place
 * so often that dots could not be followed then: in a picture of stages it is one year.
 */
const paces = { ages: 5, stages: 1 };
export const paceOf = ({ stages }: RiverSource): number => paces[stages === undefined ? 'ages' : 'stages'];

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
