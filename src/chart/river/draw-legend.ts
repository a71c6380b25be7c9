import { bankHeight } from './draw-bank.ts';
import type { Scaled } from './frame.ts';
import { dotRadius, dotStep } from './draw-dots.ts';
import type { Box } from './place-labels.ts';
import type { RiverMoment } from './data.ts';
import type { Sketch } from './sketch.ts';
import type { Wording } from './labels.ts';

/** px at text scale 1: height of a row, and how far the short rows and the long last one reach. */
const row = 20;
const reach = { short: 158, long: 240 };

/** What of the legend there is room for: its last entry, the bank, is also in the table. */
const entriesIn = ({ frame }: Scaled): number => ({ full: 4, middle: 3, small: 0 })[frame.detail];

/** Rows over the legend that say that the scale is smaller than it was. */
const notesIn = ({ frame }: Scaled): number => (frame.steppedDown && frame.detail !== 'small' ? 2 : 0);

/** Where the legend is, for words that should keep clear of it. */
export function legendBoxes(layout: Scaled): readonly Box[] {
  const { height, scale } = layout.frame.size;
  const entries = entriesIn(layout);
  if (entries === 0) return [];
  const top = height - ((notesIn(layout) + entries) * row + 2) * scale;
  const short = { left: 0, right: reach.short * scale, top, bottom: height };
  const long = { ...short, right: reach.long * scale, top: height - (row + 2) * scale };
  return entries < 4 ? [short] : [short, long];
}

/** The units of the picture: a column at the lower left. */
export function drawLegend(
  s: Sketch,
  layout: Scaled,
  moment: RiverMoment,
  { words, numbers }: Wording,
): void {
  const { frame } = layout;
  const { legend } = words;
  const t = s.scale;
  const small = { size: 12, color: 'var(--ink-2)', halo: 'var(--paper)' } as const;
  if (frame.steppedDown && frame.detail === 'small') {
    s.text('legend note', frame.size.width - 6 * t, 11 * t, legend.steppedDown.join(' '), {
      ...small,
      anchor: 'end',
    });
  }
  const [left, right] = [12 * t, 36 * t];
  const center = (left + right) / 2;
  const entries = entriesIn(layout);
  const middle = (i: number): number => frame.size.height - ((entries - i - 0.5) * row + 2) * t;
  legend.steppedDown.slice(0, notesIn(layout)).forEach((text, i, all) => {
    s.text(`legend note ${i}`, left, middle(i - all.length) + 4 * t, text, small);
  });

  // The bar is as high as a stream of so many people per year is wide.
  const people = [10, 20, 50, 100, 200, 500, 1000].findLast((n) => n * frame.sy <= 18 * t) ?? 10;
  const bar = frame.sy * people;
  const half = dotStep(layout);
  const { now, base } = moment;
  const [c, inBase] = [numbers.number(now.capability), numbers.number(base.capability)];
  const stone = Math.min(bankHeight(layout, now.capability), 16 * t);
  const keys: readonly (readonly [string, (y: number) => void])[] = [
    [
      legend.width(numbers.people(people)),
      (y) =>
        s.fill(
          'legend bar',
          `M${center - 6 * t},${y - bar / 2}h${12 * t}v${bar}h${-12 * t}Z`,
          'var(--flow-out)',
        ),
    ],
    [
      legend.dot,
      (y) => {
        s.fill(
          'legend water',
          `M${center - half},${y - 7 * t}h${2 * half}v${14 * t}h${-2 * half}Z`,
          'var(--stock-risk)',
        );
        s.circle('legend dot', center, y, dotRadius(layout), { fill: 'var(--dot-risk)' });
      },
    ],
    [
      legend.base,
      (y) =>
        s.stroke('legend base', `M${left},${y}H${right}`, 'var(--base)', 1.3 * t, {
          'stroke-dasharray': `${5 * t} ${4 * t}`,
        }),
    ],
    [
      now === base ? legend.bankInBase(c) : legend.bank(c, inBase),
      (y) => s.fill('legend stone', `M${left},${y - stone / 2}H${right}v${stone}H${left}Z`, 'var(--bank)'),
    ],
  ];
  keys.slice(0, entries).forEach(([text, draw], i) => {
    draw(middle(i));
    s.text(`legend ${i}`, right + 8 * t, middle(i) + 4 * t, text, small);
  });
}
