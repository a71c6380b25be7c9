import { px, yAt } from './body.ts';
import { ages, type Scaled } from './frame.ts';
import type { Body } from './body.ts';
import type { Obstacle } from './place-labels.ts';
import type { Sketch } from './sketch.ts';
import type { RiverLayout } from './layout.ts';

/** Height of a bank at full structural capability, px where 100 people per year are 42. */
const fullHeight = 40 / 0.42;

/** Widths of stones in turn, px. */
const stoneWidths = [25, 19, 28, 22, 17, 26, 21, 24, 18];

/** A stretch of water with a bank: the y of its lower edge between two x, px. */
export interface Stretch {
  readonly edge: (x: number) => number;
  readonly from: number;
  readonly to: number;
}

/** The structure at the river: stones under its lower edge, as high as the capability; dashed the height in base. */
export function drawBank(s: Sketch, layout: RiverLayout, capability: number, base: number | undefined): void {
  const along = reaches(layout).map(({ body, from, to }) => ({
    edge: (x: number): number => yAt(body.xs, body.bottom, x),
    from,
    to,
  }));
  drawStones(s, layout, along, capability, base);
}

/** The bank under some stretches of water. */
export function drawStones(
  s: Sketch,
  layout: Scaled,
  stretches: readonly Stretch[],
  capability: number,
  base: number | undefined,
): void {
  const height = bankHeight(layout, capability);
  const gap = 3.5 * s.scale;
  let stones = '';
  let dashes = '';
  for (const { edge: water, from, to } of stretches) {
    const edge = (x: number): number => water(x) + gap;
    stones += stonesOf(edge, from, to, height, s.scale * Math.max(0.55, Math.sqrt(layout.frame.unit)));
    if (base !== undefined) dashes += lineOf((x) => edge(x) + bankHeight(layout, base), from, to);
  }
  s.fill('stones', stones, 'var(--bank)', { 'data-mark': 'bank' });
  if (base !== undefined)
    s.stroke('base bank', dashes, 'var(--base)', 1.3 * s.scale, {
      'stroke-dasharray': `${5 * s.scale} ${4 * s.scale}`,
    });
}

/** Where the stones are, for words that should keep clear of them. */
export function bankBoxes(layout: RiverLayout, capability: number): readonly Obstacle[] {
  const height = bankHeight(layout, capability);
  return reaches(layout).map(({ body, from, to }) => {
    const [a, b] = [yAt(body.xs, body.bottom, from), yAt(body.xs, body.bottom, to)];
    return { left: from, right: to, top: Math.min(a, b), bottom: Math.max(a, b) + height, cost: 4 };
  });
}

export const bankHeight = ({ frame }: Scaled, capability: number): number =>
  fullHeight * 0.36 * frame.unit * capability;

/** The stretches with a bank: everywhere but where water leaves or joins. */
function reaches({ frame, channel, ribbons, pools, mouths }: RiverLayout) {
  const { x, unit } = frame;
  const margin = 7 * unit;
  const adult = (from: number, to: number) => ({ body: channel.established, from, to });
  const { recovered } = pools;
  const half = (id: 'workToOutside' | 'ownWay'): number => ribbons[id].width / 2 + margin;
  const whole: readonly { readonly body: Body; readonly from: number; readonly to: number }[] = [
    { body: channel.preschool, from: 4 * unit, to: x(ages.school) - 2 },
    { body: channel.schoolRisk, from: x(ages.school) + 2, to: x(ages.upper) - 2 },
    { body: channel.upperRisk, from: x(ages.upper) + 2, to: x(ages.leave) - 3 },
    adult(mouths.newcomers + 0.8 * frame.kx, mouths.workToOutside - half('workToOutside')),
    adult(mouths.workToOutside + half('workToOutside'), recovered.xs[0]! - margin),
    adult(
      recovered.xs[recovered.xs.length - 1]! + margin + ribbons.relapse.width + 5 * unit,
      mouths.ownWay - half('ownWay'),
    ),
    adult(mouths.ownWay + half('ownWay'), x(ages.end)),
  ];
  return whole.filter(({ from, to }) => to - from > 10 * unit);
}

function stonesOf(
  edge: (x: number) => number,
  from: number,
  to: number,
  height: number,
  scale: number,
): string {
  const space = 4 * scale;
  let d = '';
  let left = from;
  for (let i = 0; left < to - 6 * scale; i++) {
    const right = Math.min(to, left + stoneWidths[i % stoneWidths.length]! * scale);
    const [a, b] = [edge(left), edge(right)];
    const r = Math.min(4 * scale, height / 2, (right - left) / 2);
    d +=
      `M${px(left + r)},${px(a)}L${px(right - r)},${px(b)}Q${px(right)},${px(b)} ${px(right)},${px(b + r)}` +
      `V${px(b + height - r)}Q${px(right)},${px(b + height)} ${px(right - r)},${px(b + height)}` +
      `L${px(left + r)},${px(a + height)}Q${px(left)},${px(a + height)} ${px(left)},${px(a + height - r)}` +
      `V${px(a + r)}Q${px(left)},${px(a)} ${px(left + r)},${px(a)}Z`;
    left = right + space;
  }
  return d;
}

function lineOf(y: (x: number) => number, from: number, to: number): string {
  let d = '';
  const parts = Math.max(1, Math.round((to - from) / 12));
  for (let i = 0; i <= parts; i++) {
    const x = from + ((to - from) * i) / parts;
    d += `${i === 0 ? 'M' : 'L'}${px(x)},${px(y(x))}`;
  }
  return d;
}
