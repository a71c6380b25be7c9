import { frameOf, type Frame } from './frame.ts';
import { shapesOf, type Shapes } from './draw.ts';
import { stageFrameOf, type StageFrame } from './stage-frame.ts';
import { stageShapesOf } from './draw-stages.ts';
import type { Helpers } from './figures.ts';
import type { Measure } from '../measure.ts';
import type { RiverExtent, RiverMoment } from './data.ts';
import type { RiverSource } from './source.ts';
import type { Size } from '../chart.ts';
import type { AnyLayout } from './any-layout.ts';
import type { Wording } from './labels.ts';

/** A picture of either kind: along the ages of a life, or in stages. */
export interface AnyPicture {
  readonly moment: RiverMoment;
  readonly frame: Frame | StageFrame;
  readonly helpers: Helpers;
  readonly wording: Wording;
}

export const frameFor = ({ stages }: RiverSource, extent: RiverExtent, size: Size): Frame | StageFrame =>
  stages === undefined ? frameOf(extent.start, extent.highest, size) : stageFrameOf(stages, extent, size);

export const shapesFor = ({ frame, ...rest }: AnyPicture, measure: Measure): Shapes<AnyLayout> =>
  'stages' in frame ? stageShapesOf({ ...rest, frame }, measure) : shapesOf({ ...rest, frame }, measure);
