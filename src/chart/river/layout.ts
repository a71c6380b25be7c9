import { lake as lakeGroups, type FlowId } from './graph.ts';
import { channelOf, surfaceOf, type Channel, type Mouths } from './channel.ts';
import { ages, lakeAges, type Frame } from './frame.ts';
import { layer, middleOf, oval, yAt, type Body } from './body.ts';
import { drift, fall, rounded, type Path, type Point } from './path.ts';
import { profile, spaced } from './profile.ts';
import type { RiverState } from './data.ts';

/** A flow as it is drawn: as wide as its people per year. */
export interface Ribbon {
  readonly flows: readonly FlowId[];
  /** px: people per year · sy. */
  readonly width: number;
  readonly path: Path;
}

export const ribbonIds = [
  'pupils',
  'leaveToWork',
  'leaveRiskToWork',
  'leaveRiskToNothing',
  'leaveToNothing',
  'youngToOutside',
  'youngToWork',
  'arrivals',
  'programmeToGap',
  'programmeToWork',
  'gapToWork',
  'gapToOutside',
  'workToOutside',
  'relapse',
  'pulledUp',
  'ownWay',
  'ageOutside',
] as const;
export type RibbonId = (typeof ribbonIds)[number];

export interface Eddy {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Where people are at one moment, px. */
export interface RiverBasins {
  readonly frame: Frame;
  readonly channel: Channel;
  readonly pools: {
    readonly young: Body;
    readonly programme: Body;
    readonly gap: Body;
    readonly recovered: Body;
  };
  /** Everyone outside for a long time but those in the eddy, and from the top: in a measure, with one agency, entrenched. */
  readonly lake: Body;
  readonly layers: { readonly coordinated: Body; readonly recent: Body; readonly entrenched: Body };
  readonly eddy: Eddy;
  readonly mouths: Mouths;
}

/** Where everything is at one moment, px. */
export interface RiverLayout extends RiverBasins {
  readonly ribbons: Readonly<Record<RibbonId, Ribbon>>;
}

export function layoutOf(state: RiverState, frame: Frame): RiverLayout {
  const all = basinsOf(state, frame);
  return { ...all, ribbons: ribbonsOf(state, all) };
}

export function basinsOf(state: RiverState, frame: Frame): RiverBasins {
  const { stocks: s, flows: f } = state;
  const { x, sy, kx, perPerson, unit } = frame;
  const young = oval(x(ages.leave) + 29 * unit, frame.lake, s.young * perPerson, 1.45);
  const mouths = mouthsOf(state, frame, young);
  const channel = channelOf(state, frame, mouths);
  const pools = {
    young,
    programme: oval(x(13.4), frame.newcomers, s.programme * perPerson, 1.2),
    gap: oval(x(18.2), frame.newcomers, s.gap * perPerson, 1.4),
    recovered: recoveredPool(state, frame, channel, mouths),
  };

  const people = lakeGroups.reduce((sum, id) => sum + s[id], 0);
  // Three streams meet at its left end and two leave at its right: side by side they are as wide as the lake is there.
  const into = f.workToOutside + f.youngToOutside + f.gapToOutside;
  const ageOutside = f.ageRecent + f.ageBetween + f.ageEntrenched + f.ageCoordinated;
  const outOf = f.ownWayRecent + f.ownWayEntrenched + ageOutside;
  const lakeXs = spaced(x(lakeAges.from), x(lakeAges.to), 5);
  const depth = profile({
    xs: lakeXs,
    from: into * sy,
    to: outOf * sy,
    area: (people - s.between) * perPerson,
    ramp: 1,
    shoulder: 0.36,
  });
  // What swells beyond the stream that runs through goes down more than up: a lake has a level and a depth.
  const [first, last] = [depth[0]!, depth[depth.length - 1]!];
  const level = depth.map((_, i) => first + ((last - first) * i) / (depth.length - 1));
  const lake: Body = {
    xs: lakeXs,
    top: depth.map((d, i) => frame.lake - level[i]! / 2 - (d - level[i]!) * 0.2),
    bottom: depth.map((d, i) => frame.lake + level[i]! / 2 + (d - level[i]!) * 0.8),
  };
  const inLake = people - s.between;
  const [pulled, recent] = [s.coordinated / inLake, (s.coordinated + s.recent) / inLake];
  const r = Math.sqrt((s.between * perPerson) / Math.PI);
  const eddyX = x(lakeAges.to) + 2.2 * kx;
  return {
    frame,
    channel,
    pools,
    lake,
    layers: {
      coordinated: layer(lake, 0, pulled),
      recent: layer(lake, pulled, recent),
      entrenched: layer(lake, recent, 1),
    },
    eddy: { x: eddyX, y: frame.lake + (outOf * sy) / 2 + r + 2 * unit, r },
    mouths,
  };
}

/**
 * Where streams meet the river's lower edge. The first three keep their distance when they are wide and the picture
 * is narrow.
 */
function mouthsOf({ flows: f }: RiverState, { x, sy, kx, unit }: Frame, young: Body): Mouths {
  const out = young.xs[young.xs.length - 1]! + 4 * unit + (f.youngToWork * sy) / 2;
  const youngToWork = Math.max(x(ages.adult) + 0.5 * kx, out + 13 * unit);
  const half = ((f.programmeToWork + f.gapToWork) * sy) / 2;
  const bridge = Math.max(x(24.75), out + (f.youngToWork * sy) / 2 + 9 * unit + half);
  const newcomers = Math.max(x(25.9), bridge + half + 13 * unit);
  return {
    youngUp: out,
    youngToWork,
    bridge,
    newcomers,
    workToOutside: Math.max(x(26.9), newcomers + kx),
    recovered: x(34.8),
    ownWay: x(41.2),
  };
}

/** On the bank above the rope. Flat, so that the rope below it can be seen. */
function recoveredPool({ stocks }: RiverState, frame: Frame, channel: Channel, mouths: Mouths): Body {
  const area = stocks.recovered * frame.perPerson;
  const ry = Math.sqrt(area / Math.PI / 2.1);
  const bank = yAt(channel.established.xs, channel.established.bottom, mouths.recovered);
  return oval(mouths.recovered, bank + ry * 0.9, area, 2.1);
}

function ribbonsOf(
  { flows: f }: RiverState,
  { frame, channel, pools, lake, mouths }: RiverBasins,
): RiverLayout['ribbons'] {
  const { x, sy, unit, kx } = frame;
  const { leaving, established } = channel;
  const surface = surfaceOf(frame);
  const bank = (at: number): number => yAt(established.xs, established.bottom, at);
  const shore = (at: number): number => yAt(lake.xs, lake.top, at);
  const ribbon = (flows: readonly FlowId[], path: (width: number) => Path): Ribbon => {
    const width = flows.reduce((sum, flow) => sum + f[flow], 0) * sy;
    return { flows, width, path: path(width) };
  };
  const [x20, x23] = [x(ages.leave), x(ages.adult)];
  const young: Point = { x: middleOf(pools.young), y: frame.lake };
  const gap = { x: middleOf(pools.gap), y: frame.newcomers };
  const programme = { x: middleOf(pools.programme), y: frame.newcomers };
  const gapHeight = (pools.gap.bottom[16]! - pools.gap.top[16]!) / 2;

  // At 20 the two that lead down lie side by side, centred over the pool; the thinner one outside.
  const [down, downThin] = [f.leaveRiskToNothing * sy, f.leaveToNothing * sy];
  const leftOfFall = young.x - (down + downThin) / 2;
  const fallEnd = (young.y + pools.young.top[16]!) / 2;

  // The river's lower edge at 23, and where newcomers' streams have joined it from below.
  const edge23 = surface(x23) + (f.leaveToWork + f.leaveRiskToWork) * sy;
  const joined = bank(mouths.newcomers + 0.4 * kx);
  const seam = 0.6; // streams reach a little into the stages they join, so that no line of paper shows between
  const turn = 13 * unit;
  const [fromProgramme, fromGap] = [f.programmeToWork * sy, f.gapToWork * sy];

  // The lake's two ends: what comes in and goes out, from the top.
  const [left, right] = [lake.xs[0]!, lake.xs[lake.xs.length - 1]!];
  const [leftTop, rightTop] = [lake.top[0]!, lake.top[lake.top.length - 1]!];
  const inflows = [f.workToOutside, f.youngToOutside, f.gapToOutside];
  const inlet = (i: number): number =>
    leftTop + (inflows.slice(0, i).reduce((a, b) => a + b, 0) + inflows[i]! / 2) * sy;
  const ownWay = f.ownWayRecent + f.ownWayEntrenched;

  return {
    pupils: ribbon(['pupils', 'pupilsRisk'], (w) => {
      const y = surface(x(ages.school)) + w / 2;
      return drift({ x: x(0.7), y: y - 9 * unit }, { x: x(ages.school) + 1, y });
    }),
    leaveToWork: ribbon(['leaveToWork'], (w) =>
      drift(
        { x: x20 - seam, y: (leaving.top + leaving.work) / 2 },
        { x: x23 + seam, y: surface(x23) + w / 2 },
      ),
    ),
    leaveRiskToWork: ribbon(['leaveRiskToWork'], (w) =>
      drift(
        { x: x20 - seam, y: (leaving.nothing + leaving.riskWork) / 2 },
        { x: x23 + seam, y: edge23 - w / 2 },
      ),
    ),
    leaveRiskToNothing: ribbon(['leaveRiskToNothing'], (w) => {
      const y = (leaving.riskWork + leaving.end) / 2;
      const at = leftOfFall + w / 2;
      return rounded(
        [
          { x: x20 - seam, y },
          { x: at, y },
          { x: at, y: fallEnd },
        ],
        at - x20,
      );
    }),
    leaveToNothing: ribbon(['leaveToNothing'], (w) => {
      const y = (leaving.work + leaving.nothing) / 2;
      const at = leftOfFall + down + w / 2;
      return rounded(
        [
          { x: x20 - seam, y },
          { x: at, y },
          { x: at, y: fallEnd },
        ],
        at - x20 - 2,
      );
    }),
    youngToOutside: ribbon(['youngToOutside'], () => drift(young, { x: left + 1, y: inlet(1) })),
    youngToWork: ribbon(['youngToWork'], (w) => {
      const at = mouths.youngUp;
      const y = bank(mouths.youngToWork + 0.4 * kx) - w / 2;
      // Its upper edge a little over the dark stream's, which it leaves at once.
      const from = young.y - (f.youngToOutside * sy) / 2 + w / 2 - 2;
      return rounded(
        [
          { x: young.x, y: from },
          { x: at, y: from },
          { x: at, y },
          { x: mouths.youngToWork + 0.3 * kx, y },
        ],
        turn,
      );
    }),
    arrivals: ribbon(['arrivals'], () => drift({ x: x(9.5), y: programme.y }, programme)),
    programmeToGap: ribbon(['programmeToGap'], () => drift(programme, gap)),
    programmeToWork: ribbon(['programmeToWork'], (w) => {
      const above = gap.y - gapHeight - 6 * unit - w / 2;
      const at = mouths.bridge - fromGap / 2;
      const y = joined - fromGap - w / 2;
      return rounded(
        [
          programme,
          { x: programme.x, y: above },
          { x: at, y: above },
          { x: at, y },
          { x: mouths.newcomers + 0.3 * kx, y },
        ],
        turn,
      );
    }),
    gapToWork: ribbon(['gapToWork'], (w) => {
      const y = joined - w / 2;
      const bridge = mouths.bridge + fromProgramme / 2;
      return rounded(
        [
          { x: gap.x, y: gap.y - 3 * unit },
          { x: bridge, y: gap.y - 3 * unit },
          { x: bridge, y },
          { x: mouths.newcomers + 0.3 * kx, y },
        ],
        turn,
      );
    }),
    gapToOutside: ribbon(['gapToOutside'], () => {
      const y = gap.y + gapHeight * 0.55;
      const at = left - 26 * unit;
      return rounded(
        [
          { x: gap.x, y },
          { x: at, y },
          { x: at, y: inlet(2) },
          { x: left + 1, y: inlet(2) },
        ],
        16 * unit,
      );
    }),
    workToOutside: ribbon(['workToOutside'], () => {
      const at = mouths.workToOutside;
      return rounded(
        [
          { x: at, y: bank(at) - 3 },
          { x: at, y: inlet(0) },
          { x: left + 1, y: inlet(0) },
        ],
        20 * unit,
      );
    }),
    relapse: ribbon(['relapse'], (w) => {
      const pool = pools.recovered;
      const right = pool.xs[pool.xs.length - 1]!;
      const y = (pool.top[16]! + pool.bottom[16]!) / 2;
      const at = right + 5 * unit + w / 2;
      return rounded(
        [
          { x: right - 4 * unit, y },
          { x: at, y },
          { x: at, y: shore(at) + 4 },
        ],
        8 * unit + w / 2,
      );
    }),
    pulledUp: ribbon(['pulledUp'], () => {
      const from = mouths.recovered - 0.4 * kx;
      return fall(
        { x: from, y: shore(from) + 3 },
        { x: mouths.recovered, y: pools.recovered.bottom[16]! - 3 },
      );
    }),
    ownWay: ribbon(['ownWayRecent', 'ownWayEntrenched'], (w) => {
      const y = rightTop + w / 2;
      const at = mouths.ownWay;
      return rounded(
        [
          { x: right - 1, y },
          { x: at, y },
          { x: at, y: bank(at) - 2 },
        ],
        20 * unit,
      );
    }),
    ageOutside: ribbon(['ageRecent', 'ageBetween', 'ageEntrenched', 'ageCoordinated'], (w) =>
      drift({ x: right - 1, y: rightTop + ownWay * sy + w / 2 }, { x: x(ages.end), y: frame.lake }),
    ),
  };
}
