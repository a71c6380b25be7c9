import { bankHeight } from './draw-bank.ts';
import { dotRadius, dotStep } from './draw-dots.ts';
import type { Box } from './place-labels.ts';
import type { RiverLayout } from './layout.ts';
import type { RiverMoment } from './data.ts';
import type { Sketch } from './sketch.ts';
import type { Wording } from './labels.ts';

/** px at text scale 1 */
const row = 20;
const wide = 236;

/** How many of the legend's rows there is room for, from the first. */
const rowsIn = ({ frame }: RiverLayout): number =>
  ({ full: 4, middle: 3, small: 0 })[frame.detail] + (frame.steppedDown && frame.detail === 'full' ? 1 : 0);

export function legendBoxes(layout: RiverLayout): readonly Box[] {
  const { height, scale } = layout.frame.size;
  const rows = rowsIn(layout);
  const top = height - (rows * row + 2) * scale;
  const narrow = { left: 0, right: 154 * scale, top, bottom: height };
  return rows < 4 ? [narrow] : [narrow, { ...narrow, right: wide * scale, top: top + 3 * row * scale }];
}

/** The units of the picture: a column at the lower left. What has no room here is in the table. */
export function drawLegend(
  s: Sketch,
  layout: RiverLayout,
  { now, base }: RiverMoment,
  { words, numbers }: Wording,
): void {
  const { frame } = layout;
  const rows = rowsIn(layout);
  const t = s.scale;
  const middle = (i: number): number => frame.size.height - ((rows - i - 0.5) * row + 2) * t;
  const [left, right] = [12 * t, 36 * t];
  const center = (left + right) / 2;

  // The bar is as high as a stream of so many people per year is wide.
  const people = [10, 20, 50, 100, 200, 500, 1000].findLast((n) => n * frame.sy <= 18 * t) ?? 10;
  const bar = frame.sy * people;
  const base12 = { 'stroke-dasharray': `${5 * t} ${4 * t}` };
  const high = Math.min(bankHeight(layout, now.capability), 16 * t);
  const { capability: c } = now;
  const entries: readonly (readonly [string, (y: number) => void])[] = [
    [
      words.legend.width(numbers.people(people)),
      (y) =>
        s.fill(
          'legend bar',
          `M${center - 6 * t},${y - bar / 2}h${12 * t}v${bar}h${-12 * t}Z`,
          'var(--flow-out)',
        ),
    ],
    [
      words.legend.dot,
      (y) => {
        const half = dotStep(layout);
        s.fill(
          'legend water',
          `M${center - half},${y - 7 * t}h${2 * half}v${14 * t}h${-2 * half}Z`,
          'var(--stock-risk)',
        );
        s.circle('legend dot', center, y, dotRadius(layout), { fill: 'var(--dot-risk)' });
      },
    ],
    [
      words.legend.base,
      (y) => s.stroke('legend base', `M${left},${y}H${right}`, 'var(--base)', 1.3 * t, base12),
    ],
    [
      now === base
        ? words.legend.bankInBase(numbers.number(c))
        : words.legend.bank(numbers.number(c), numbers.number(base.capability)),
      (y) => s.fill('legend stone', `M${left},${y - high / 2}H${right}v${high}H${left}Z`, 'var(--bank)'),
    ],
    [words.legend.steppedDown, () => undefined],
  ];
  entries.slice(0, rows).forEach(([text, draw], i) => {
    draw(middle(i));
    s.text(`legend ${i}`, right + 8 * t, middle(i) + 4 * t, text, {
      size: 12,
      color: 'var(--ink-2)',
      halo: 'var(--paper)',
    });
  });
}
