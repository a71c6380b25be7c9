import { ages } from './frame.ts';
import { middleOf, thicknessAt, yAt, type Body } from './body.ts';
import { bankHeight } from './draw-bank.ts';
import { alsoOutside, lake as lakeGroups } from './graph.ts';
import { surfaceOf } from './channel.ts';
import type { Block, Line } from './place-labels.ts';
import type { Point } from './path.ts';
import type { Format } from '../../text/format.ts';
import type { RiverWords } from '../../text/river-sv.ts';
import type { RiverLayout } from './layout.ts';
import type { RiverMoment, RiverState } from './data.ts';

export interface Wording {
  readonly words: RiverWords;
  readonly numbers: Format;
}

export const big = (text: string, color = 'var(--ink)'): Line => ({ text, size: 18, weight: 750, color });
export const strong = (text: string, color = 'var(--ink)'): Line => ({ text, size: 14, weight: 700, color });
export const name = (text: string, color = 'var(--ink)'): Line => ({ text, size: 13, weight: 700, color });
export const plain = (text: string, color = 'var(--ink)'): Line => ({ text, size: 13, weight: 400, color });
export const small = (text: string, color = 'var(--ink-2)'): Line => ({ text, size: 12, weight: 400, color });

/** The numbers of the picture, each with its places beside what it counts; those that matter most come first. */
export function labelsOf(layout: RiverLayout, moment: RiverMoment, wording: Wording): readonly Block[] {
  if (layout.frame.detail === 'small') return fourLabels(layout, moment, wording);
  return [
    ...mainLabels(layout, moment, wording),
    ...stripLabels(layout, moment, wording),
    ...sideLabels(layout, moment, wording),
  ];
}

/** How many of `labelsOf` come before the figures' names. */
export const mainLabelCount = 5;

/** On a phone: how many are born, how many fall, how many are outside and inside. */
function fourLabels(
  layout: RiverLayout,
  { now }: RiverMoment,
  { words, numbers }: Wording,
): readonly Block[] {
  const { frame, channel } = layout;
  const { label } = words;
  const { scale: t, width, height } = frame.size;
  const { flows: f, stocks: s } = now;
  const n = numbers.people;
  const said = (
    key: string,
    anchor: Block['anchor'],
    halo: string,
    lines: readonly Line[],
    place: Point,
  ): Block => ({
    key,
    anchor,
    halo,
    wordings: [lines],
    places: [place],
    always: true,
  });
  const water = 'var(--flow-in)';
  const land = 'var(--paper)';
  const fallen = [
    strong(n(f.leaveToNothing + f.leaveRiskToNothing)),
    ...label.leaving.short.map((text) => small(text)),
  ];
  return [
    said('births', 'start', water, [name(label.births.short(n(f.births)))], {
      x: 12 * t,
      y: inside(channel.preschool, frame.x(1), 0.34),
    }),
    said('established', 'middle', water, [name(label.established.short(n(s.established)))], {
      x: frame.x(33.4),
      y: inside(channel.established, frame.x(33.4), 0.42),
    }),
    said('lake', 'end', land, [name(label.lake.short(n(longOutside(now))))], {
      x: width - 8 * t,
      y: height - 7 * t,
    }),
    said('leaving', 'start', land, fallen, { x: 10 * t, y: frame.lake - 2 * t }),
  ];
}

/** What must be there: how many are born, how many fall, how many are outside and inside, and the headline's sum. */
function mainLabels(
  layout: RiverLayout,
  { now, base, source }: RiverMoment,
  { words, numbers }: Wording,
): readonly Block[] {
  const { frame, channel, lake, pools, ribbons } = layout;
  const { label } = words;
  const { scale: t, height } = frame.size;
  const { flows: f, stocks: s } = now;
  const n = numbers.people;
  const [outside, outsideInBase] = [n(longOutside(now)), n(longOutside(base))];
  const all = n(alsoOutside.reduce((sum, id) => sum + s[id], longOutside(now)));
  const leaving = n(f.leaveToNothing + f.leaveRiskToNothing);
  const layers = small(label.layers(n(s.coordinated), n(s.recent), n(s.entrenched)));
  const sum = small(label.sum.long(outside, n(s.young), n(s.programme), n(s.gap), all));
  const shortSum = small(label.sum.short(all));
  const bedAt20 =
    yAt(channel.upperRisk.xs, channel.upperRisk.bottom, frame.x(ages.leave)) +
    bankHeight(layout, Math.max(now.capability, base.capability));
  // To the right of the newcomers' stream that rises to the lake, under its deepest place.
  const underLake = {
    x: lake.xs[0]! - 26 * frame.unit + ribbons.gapToOutside.width / 2 + 7 * t,
    y: Math.min(Math.max(...lake.bottom, frame.lake + 38 * frame.unit) + 19 * t, height - 22 * t),
  };
  const fallen = [...label.leaving.number, label.leaving.now(n(s.young))];
  return [
    {
      key: 'births',
      anchor: 'start',
      halo: 'var(--flow-in)',
      wordings: [[big(n(f.births)), plain(label.births.number)]],
      places: [{ x: 12 * t, y: inside(channel.preschool, frame.x(1), 0.34) }],
      always: true,
    },
    {
      key: 'established',
      anchor: 'middle',
      halo: 'var(--flow-in)',
      wordings: [[strong(label.established.name), plain(label.established.people(n(s.established)))]],
      places: [33.4, 31].map((age) => ({
        x: frame.x(age),
        y: inside(channel.established, frame.x(age), 0.42),
      })),
      always: true,
    },
    {
      key: 'lake',
      anchor: 'start',
      halo: 'var(--paper)',
      wordings: [[strong(now === base ? label.lake.base(outside) : label.lake.long(outside, outsideInBase))]],
      places: [underLake],
      always: true,
    },
    {
      key: 'leaving',
      anchor: 'end',
      halo: 'var(--paper)',
      wordings: [
        [big(leaving), ...fallen.map((text) => plain(text, 'var(--ink-2)'))],
        [big(leaving), ...label.leaving.number.map((text) => small(text))],
        [strong(leaving), ...label.leaving.short.map((text) => small(text))],
      ],
      // Farther from the fall where somebody stands in the way.
      places: [0, 50, 90, 130].flatMap((left) =>
        [26, 20].map((down) => ({
          x: Math.min(frame.x(ages.leave) - 8 * t, pools.young.xs[0]! - 10 * t) - left * t,
          y: bedAt20 + down * t,
        })),
      ),
      always: true,
    },
    {
      key: 'sum',
      anchor: 'start',
      halo: 'var(--paper)',
      // The headline of a model without newcomers counts the lake alone.
      wordings:
        source.stocks.gap.length === 0
          ? [[layers]]
          : frame.detail === 'full'
            ? [[layers, sum], [sum], [shortSum]]
            : [[sum], [shortSum]],
      places: [16, 14].map((down) => ({ x: underLake.x, y: underLake.y + down * t })),
    },
  ];
}

/** Between the river and the lake: who falls, who is pulled up, who finds their own way. */
function stripLabels(
  layout: RiverLayout,
  { now }: RiverMoment,
  { words, numbers }: Wording,
): readonly Block[] {
  const { frame, ribbons, lake, mouths } = layout;
  const { label } = words;
  const { scale: t } = frame.size;
  const { flows: f } = now;
  const n = numbers.people;
  const shore = lake.top[0]!;
  const rows = [shore - 26 * t, shore - 20 * t, shore - 34 * t];
  const right = (id: 'workToOutside' | 'ownWay'): number => mouths[id] + ribbons[id].width / 2 + 6 * t;
  const relapse = ribbons.relapse.path.points;
  const afterRope = relapse[relapse.length - 2]! + ribbons.relapse.width / 2 + 6 * t;
  const pair = (key: string, x: number, count: number, text: string): Block => ({
    key,
    anchor: 'start',
    halo: 'var(--paper)',
    wordings: [[strong(n(count)), small(text)], [strong(n(count))]],
    places: rows.map((y) => ({ x, y })),
  });
  return [
    {
      key: 'pulledUp',
      anchor: 'start',
      halo: 'var(--paper)',
      wordings: [
        [strong(label.pulledUp(n(f.pulledUp)), 'var(--rescue-text)'), small(label.relapse(n(f.relapse)))],
      ],
      places: rows.map((y) => ({ x: afterRope, y })),
      always: true,
    },
    pair('workToOutside', right('workToOutside'), f.workToOutside, label.workToOutside),
    pair('ownWay', right('ownWay'), f.ownWayRecent + f.ownWayEntrenched, label.ownWay),
  ];
}

/** The other numbers, where there is room. */
function sideLabels(
  layout: RiverLayout,
  { now, source }: RiverMoment,
  { words, numbers }: Wording,
): readonly Block[] {
  const { frame, channel, pools, ribbons, eddy } = layout;
  const { label } = words;
  const { scale: t, height } = frame.size;
  const { flows: f, stocks: s } = now;
  const n = numbers.people;
  const lane = thicknessAt(channel.schoolRisk, frame.x(11)) >= 21 * t;
  const { established: e } = channel;
  const end = (e.top[e.xs.length - 1]! + e.bottom[e.xs.length - 1]!) / 2;
  const beyond = frame.x(ages.end) + 50 * t;
  const over = frame.newcomers - ribbons.arrivals.width / 2 - 7 * t;
  const pool = (key: 'programme' | 'gap'): Block => {
    const x = middleOf(pools[key]);
    return {
      key,
      anchor: 'middle',
      halo: 'var(--paper)',
      wordings: [[small(label[key](n(s[key])))]],
      places: [Math.min(pools[key].bottom[16]! + 14 * t, height - 4 * t), pools[key].top[16]! - 6 * t].map(
        (y) => ({ x, y }),
      ),
    };
  };
  const behindAt = (age: number): Point => ({
    x: frame.x(age),
    y: lane
      ? inside(channel.schoolRisk, frame.x(age), 0.5) + 4.5 * t
      : yAt(channel.schoolRisk.xs, channel.schoolRisk.top, frame.x(age)) - 6 * t,
  });
  const blocks: readonly Block[] = [
    {
      key: 'behind',
      anchor: 'middle',
      halo: lane ? 'var(--stock-risk)' : 'var(--flow-in)',
      wordings: [[name(label.behind.long(n(s.schoolRisk)))], [name(label.behind.short(n(s.schoolRisk)))]],
      places: [behindAt(11.4), behindAt(12.5)],
    },
    {
      key: 'school',
      anchor: 'middle',
      halo: 'var(--flow-in)',
      wordings: [[strong(label.school.name), plain(label.school.people(n(s.school)))]],
      places: [11, 12].map((age) => ({ x: frame.x(age), y: inside(channel.school, frame.x(age), 0.44) })),
    },
    pool('programme'),
    pool('gap'),
    {
      key: 'arrivals',
      anchor: 'start',
      halo: 'var(--paper)',
      wordings: [label.arrivals.long(n(f.arrivals)), label.arrivals.short(n(f.arrivals))].map((lines) =>
        lines.map((text) => plain(text)),
      ),
      places: [15, 0].flatMap((up) =>
        [0, 12, 40].map((back) => ({ x: frame.x(9.5) - back * t, y: over - up * t })),
      ),
    },
    {
      key: 'between',
      anchor: 'start',
      halo: 'var(--paper)',
      wordings: [[strong(n(s.between)), ...label.between.map((text) => small(text))], [strong(n(s.between))]],
      places: [2, 6, -4].map((down) => ({
        x: eddy.x + Math.max(eddy.r, 10 * frame.unit) + 6 * t,
        y: eddy.y + down * t,
      })),
    },
    {
      key: 'ageInside',
      anchor: 'start',
      halo: 'var(--paper)',
      wordings: [
        [strong(n(f.ageEstablished + f.ageRecovered)), ...label.ageInside.map((text) => small(text))],
        [strong(n(f.ageEstablished + f.ageRecovered))],
      ],
      places: [
        { x: beyond, y: end - 10 * t },
        { x: beyond - 14 * t, y: end - 10 * t },
      ],
    },
    {
      key: 'ageOutside',
      anchor: 'start',
      halo: 'var(--paper)',
      wordings: [
        [strong(n(ageOutside(now))), ...label.ageOutside.map((text) => small(text))],
        [strong(n(ageOutside(now)))],
      ],
      places: [
        { x: beyond, y: frame.lake - 4 * t },
        { x: beyond - 14 * t, y: frame.lake - 4 * t },
      ],
    },
    {
      key: 'pupils',
      anchor: 'start',
      halo: 'var(--flow-in)',
      wordings:
        ribbons.pupils.width >= 15 * t
          ? [[small(label.pupils(n(f.pupils + f.pupilsRisk)), 'var(--ink)')]]
          : [],
      places: [{ x: frame.x(0.95), y: surfaceOf(frame)(frame.x(3)) + 3.5 * t }],
    },
  ];
  const { programme, gap, between } = source.stocks;
  const { arrivals, pupils } = source.flows;
  const variables: Readonly<Record<string, readonly unknown[]>> = {
    programme,
    gap,
    between,
    arrivals,
    pupils,
  };
  return blocks.filter(({ key }) => variables[key]?.length !== 0);
}

export const longOutside = ({ stocks }: RiverState): number =>
  lakeGroups.reduce((sum, id) => sum + stocks[id], 0);

const ageOutside = ({ flows: f }: RiverState): number =>
  f.ageRecent + f.ageBetween + f.ageEntrenched + f.ageCoordinated;

const inside = ({ xs, top, bottom }: Body, x: number, share: number): number => {
  const high = yAt(xs, top, x);
  return high + share * (yAt(xs, bottom, x) - high);
};
