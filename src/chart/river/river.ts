import { frameFor, shapesFor } from './picture.ts';
import { describe, table } from './marks.ts';
import { measureFor, type Measure } from '../measure.ts';
import { paint } from '../paint.ts';
import type { Chart, Size } from '../chart.ts';
import type { Helpers } from './figures.ts';
import type { RiverExtent, RiverMoment } from './data.ts';
import type { Wording } from './labels.ts';

export interface RiverData {
  readonly moment: RiverMoment;
  /** Decides the scale. */
  readonly extent: RiverExtent;
  readonly helpers: Helpers;
  readonly wording: Wording;
}

/** The model as a river at one moment: widths are people per year, areas are people. */
export const river: Chart<RiverData> = {
  draw,
  describe: ({ moment, wording }) => describe(moment, wording),
  table: ({ moment, wording }) => table(moment, wording),
};

const measures = new WeakMap<SVGSVGElement, Measure>();

function draw(svg: SVGSVGElement, { moment, extent, helpers, wording }: RiverData, size: Size): void {
  let measure = measures.get(svg);
  if (measure === undefined) measures.set(svg, (measure = measureFor(svg)));
  const frame = frameFor(moment.source, extent, size);
  const { water, dots, front } = shapesFor({ moment, frame, helpers, wording }, measure);
  paint(svg, [...water, ...dots(), ...front]);
}
