import { figures } from '../figures.ts';
import { bankHeight } from './draw-bank.ts';
import { px, yAt } from './body.ts';
import { ages, type Scale } from './frame.ts';
import type { Block } from './place-labels.ts';
import type { Format } from '../../text/format.ts';
import type { LeverGroup } from '../../model/model.ts';
import type { RiverLayout } from './layout.ts';
import type { RiverMoment } from './data.ts';
import type { Sketch } from './sketch.ts';

/** The three who stand at the river. */
export interface Helpers {
  /** SEK per year that stands there. */
  readonly money: Readonly<Record<LeverGroup, number>>;
  /** At which age of the children `swim` and `upstream` stand, years. `rescue` stands at the rope. */
  readonly places: Readonly<Record<Exclude<LeverGroup, 'rescue'>, number>>;
  readonly names: Readonly<Record<LeverGroup, string>>;
}

export interface StandingFigure {
  readonly group: LeverGroup;
  readonly funded: boolean;
  readonly x: number;
  readonly y: number;
  /** Side of its square, px. */
  readonly size: number;
}

/** In the figure's square of 48: where the hands of the one who pulls are. */
const hands = 33;

export function figuresOf(
  layout: RiverLayout,
  moment: RiverMoment,
  { money, places }: Helpers,
): readonly StandingFigure[] {
  const { frame, channel, ribbons } = layout;
  const size = figureSize(frame);
  const foot = (46 / 48) * size;
  const stand = (group: 'swim' | 'upstream'): StandingFigure => {
    const at = frame.x(places[group]);
    const body =
      places[group] < ages.school
        ? channel.preschool
        : places[group] < ages.upper
          ? channel.schoolRisk
          : channel.upperRisk;
    const bank = bankHeight(layout, Math.max(moment.now.capability, moment.base.capability));
    return {
      group,
      funded: money[group] > 0,
      x: Math.max(2, at - size / 2),
      y: yAt(body.xs, body.bottom, at) + bank + 8 * frame.size.scale,
      size,
    };
  };
  const rope = ribbons.pulledUp;
  const shore = rope.path.points[1]! - 3;
  // The hands meet the rope where it has risen by as much as they are above the ground.
  const grip = ropeLeft(rope.path.points, shore - (foot - (23.5 / 48) * size)) - rope.width / 2;
  return [
    stand('upstream'),
    stand('swim'),
    { group: 'rescue', funded: money.rescue > 0, x: grip - (hands / 48) * size, y: shore - foot, size },
  ];
}

export const figureSize = ({ detail, size }: Scale): number =>
  ({ full: 44, middle: 35, small: 26 })[detail] * size.scale;

/** x of the rope's middle line at a height. */
function ropeLeft(points: Float64Array, y: number): number {
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [y0, y1] = [points[i + 1]!, points[i + 3]!];
    if (y <= y0 && y >= y1) return points[i]! + ((points[i + 2]! - points[i]!) * (y0 - y)) / (y0 - y1 || 1);
  }
  return points[0]!;
}

/** Filled in the strategy's colour when money stands there, outlined when not. */
export function drawFigures(s: Sketch, standing: readonly StandingFigure[]): void {
  for (const { group, funded, x, y, size } of standing) {
    const { heads, body, held } = figures[group];
    const color = funded ? `var(--${group})` : 'var(--ink-2)';
    const place = {
      transform: `translate(${px(x)},${px(y)}) scale(${px((size / 48) * 100) / 100})`,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'data-figure': group,
    };
    const head = (smaller: number): string =>
      heads
        .map(
          (h) =>
            `M${h.x - h.r + smaller},${h.y}a${h.r - smaller},${h.r - smaller} 0 1,0 ${2 * (h.r - smaller)},0a${h.r - smaller},${h.r - smaller} 0 1,0 ${-2 * (h.r - smaller)},0Z`,
        )
        .join('');
    // All of its square can be taken hold of.
    s.fill(`${group} hold`, 'M0,0H48V48H0Z', 'transparent', { ...place, class: 'hold' });
    // The rope of the one who pulls is the river's own.
    s.stroke(`${group} held`, group === 'rescue' ? '' : held.join(''), color, 2.2, place);
    s.stroke(`${group} body`, body.join(''), color, 4.2, place);
    s.fill(`${group} head`, head(0), color, place);
    s.stroke(`${group} core`, funded ? '' : body.join(''), 'var(--paper)', 1.4, place);
    s.fill(`${group} core head`, funded ? '' : head(1.4), 'var(--paper)', place);
  }
}

/** Their names and money, beside them. */
export function figureLabels(
  standing: readonly StandingFigure[],
  { money, names }: Helpers,
  numbers: Format,
  scale: number,
): readonly Block[] {
  return standing.map(({ group, funded, x, y, size }): Block => {
    const left = group === 'rescue';
    const beside = left ? x - 3 * scale : x + size + 3 * scale;
    const sum = { text: numbers.money(money[group]), size: 12, weight: 400, color: 'var(--ink-2)' };
    const title = {
      text: names[group],
      size: 13,
      weight: 700,
      color: funded ? `var(--${group}-text)` : 'var(--ink)',
    };
    return {
      key: `figure ${group}`,
      anchor: left ? 'end' : 'start',
      halo: 'var(--paper)',
      wordings: [[title, sum], [title], [sum]],
      places: [
        ...[0.52, 0.42, 0.3, 0.62].map((share) => ({ x: beside, y: y + size * share })),
        ...(left ? [] : [{ x: Math.max(4 * scale, x - 4 * scale), y: y + size + 11 * scale }]),
      ],
    };
  });
}
