import { surfaceOf } from './channel.ts';
import { drawArrows } from './draw-arrows.ts';
import { bankBoxes, drawBank } from './draw-bank.ts';
import { drawDots } from './draw-dots.ts';
import { drawLegend, legendBoxes } from './draw-legend.ts';
import { drawBaseOutside, drawOutside } from './draw-outside.ts';
import { drawWater } from './draw-water.ts';
import { drawFigures, figureLabels, figuresOf, type Helpers } from './figures.ts';
import { ages, type Frame } from './frame.ts';
import { labelsOf, mainLabelCount, type Wording } from './labels.ts';
import { basinsOf, layoutOf, type RiverLayout } from './layout.ts';
import { obstaclesOf } from './obstacles.ts';
import { drawBlocks } from './place-labels.ts';
import { sketch, type Sketch } from './sketch.ts';
import type { Measure } from '../measure.ts';
import type { Shape } from '../paint.ts';
import type { RiverMoment } from './data.ts';

interface RiverPicture {
  readonly moment: RiverMoment;
  readonly frame: Frame;
  readonly helpers: Helpers;
  readonly wording: Wording;
}

/** A picture's shapes, and where everything in it is. */
export interface Shapes<Layout> {
  readonly layout: Layout;
  /** Behind the dots, the dots of the still picture (made when asked for), and in front of them. */
  readonly water: readonly Shape[];
  readonly dots: () => readonly Shape[];
  readonly front: readonly Shape[];
}

/** The whole picture at one moment, in three layers so that moving dots can take the place of the still ones. */
export function shapesOf(
  { moment, frame, helpers, wording }: RiverPicture,
  measure: Measure,
): Shapes<RiverLayout> {
  const { now, base } = moment;
  const layout = layoutOf(now, frame);
  const same = now === base;
  const { scale } = frame.size;

  const water = sketch(scale);
  drawWater(water, layout);
  drawOutside(water, layout);
  drawBank(water, layout, now.capability, same ? undefined : base.capability);

  const front = sketch(scale);
  if (!same) drawBaseOutside(front, basinsOf(base, frame));
  drawArrows(front, layout);
  const standing = figuresOf(layout, moment, helpers);
  drawFigures(front, standing);
  drawAxis(front, frame, wording);
  drawLegend(front, layout, moment, wording);
  const words = labelsOf(layout, moment, wording);
  const blocks =
    frame.detail === 'small'
      ? words
      : [
          ...words.slice(0, mainLabelCount),
          ...figureLabels(standing, helpers, wording.numbers, scale),
          ...words.slice(mainLabelCount),
        ];
  const obstacles = [
    ...obstaclesOf(layout, standing, bankBoxes(layout, now.capability)),
    ...legendBoxes(layout).map((box) => ({ ...box, cost: 30 })),
  ];
  drawBlocks(front, blocks, obstacles, frame.size, measure);
  const dots = (): readonly Shape[] => {
    const still = sketch(scale);
    drawDots(still, layout, now);
    return still.shapes;
  };
  return { layout, water: water.shapes, dots, front: front.shapes };
}

function drawAxis(s: Sketch, frame: Frame, { words }: Wording): void {
  if (frame.detail === 'small') return;
  const surface = surfaceOf(frame);
  const y = 13 * s.scale;
  const style = { size: 12, color: 'var(--ink-2)' } as const;
  s.text('axis 0', 8 * s.scale, y, words.born, style);
  for (const age of [ages.school, ages.upper, ages.leave, ages.adult, ages.end]) {
    const x = frame.x(age);
    const named = age === ages.school || age === ages.end;
    s.text(`axis ${age}`, x, y, named ? words.age(age) : String(age), { ...style, anchor: 'middle' });
    s.stroke(`axis tick ${age}`, `M${x},${y + 4 * s.scale}V${surface(x)}`, 'var(--outline)', s.scale);
  }
}
