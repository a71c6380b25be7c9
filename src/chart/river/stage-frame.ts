import { detailOf, largestStep, type Scale } from './frame.ts';
import { stageFlowsOf, stageStocksOf, type Stages } from './stages.ts';
import type { Size } from '../chart.ts';
import type { RiverExtent, RiverState } from './data.ts';

/** The fixed part of a picture of stages: its scale and its land, the same for every strategy and every year. */
export interface StageFrame extends Scale {
  readonly stages: Stages;
  /** px of a share of the land. */
  readonly x: (share: number) => number;
  readonly y: (share: number) => number;
}

/** px² per person, and px per person and year: round steps, so that the legend's bar stands for a round number. */
const areas = [
  60, 50, 40, 36, 30, 25, 20, 16, 12, 10, 8, 6, 5, 4, 3, 2.5, 2, 1.5, 1, 0.7, 0.5, 0.3, 0.2, 0.1,
];
const widths = [
  0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.16, 0.14, 0.12, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02, 0.01,
];

/** The share of the land's height that the widest stream may fill. */
const widest = 0.1;

/** As `frameOf`: the largest scale that base has room for, and a smaller one only if the run would overflow. */
export function stageFrameOf(stages: Stages, { start, highest }: RiverExtent, size: Size): StageFrame {
  const { width, height, scale } = size;
  const detail = detailOf(size);
  const top = { full: 8, middle: 6, small: 4 }[detail] * scale;
  const land = height - top;
  const pools = (state: RiverState, perPerson: number, slack: number): boolean =>
    stageStocksOf(stages).every((id) => {
      const { wide, room } = stages.pools[id]!;
      const high = 2 * Math.sqrt((state.stocks[id] * perPerson) / Math.PI / wide);
      return high <= room * land * slack && high * wide <= room * width * 0.72 * slack;
    });
  const streams = (state: RiverState, sy: number, slack: number): boolean =>
    stageFlowsOf(stages).every((id) => state.flows[id] * sy <= widest * land * slack);
  const [wantedArea, perPerson] = largestStep(
    areas,
    (step) => pools(start, step, 0.9),
    (step) => pools(highest, step, 1.12),
  );
  const [wantedWidth, sy] = largestStep(
    widths,
    (step) => streams(start, step, 1),
    (step) => streams(highest, step, 1.4),
  );
  return {
    stages,
    size,
    detail,
    kx: perPerson / sy,
    sy,
    perPerson,
    steppedDown: perPerson < wantedArea || sy < wantedWidth,
    unit: { full: 1, middle: 0.8, small: 0.55 }[detail] * scale,
    current: width * 0.75,
    x: (share) => share * width,
    y: (share) => top + share * land,
  };
}
