import { isEmpty, type Body } from './body.ts';
import type { Obstacle } from './place-labels.ts';
import type { Ribbon, RiverLayout } from './layout.ts';
import type { StandingFigure } from './figures.ts';

/** What words should keep clear of on land: figures and pools before streams, streams before stones. */
export function obstaclesOf(
  layout: RiverLayout,
  standing: readonly StandingFigure[],
  stones: readonly Obstacle[],
): readonly Obstacle[] {
  const { pools, eddy, ribbons, lake } = layout;
  const streams = [
    ribbons.leaveRiskToNothing,
    ribbons.leaveToNothing,
    ribbons.youngToWork,
    ribbons.programmeToWork,
    ribbons.gapToWork,
    ribbons.gapToOutside,
    ribbons.workToOutside,
    ribbons.relapse,
    ribbons.ownWay,
    ribbons.pulledUp,
    ribbons.arrivals,
    ribbons.youngToOutside,
    ribbons.ageOutside,
  ];
  return [
    ...obstaclesAmong([pools.young, pools.programme, pools.gap, pools.recovered, lake], streams, standing),
    {
      left: eddy.x - eddy.r,
      right: eddy.x + eddy.r,
      top: eddy.y - eddy.r,
      bottom: eddy.y + eddy.r,
      cost: 12,
    },
    ...stones,
  ];
}

/** Figures, pools and streams. */
export function obstaclesAmong(
  pools: readonly Body[],
  streams: readonly Ribbon[],
  standing: readonly StandingFigure[],
): readonly Obstacle[] {
  return [
    ...standing.map(({ x, y, size }) => ({ left: x, right: x + size, top: y, bottom: y + size, cost: 12 })),
    ...pools.filter((body) => !isEmpty(body)).map((body) => ({ ...boundsOf(body), cost: 12 })),
    ...streams.filter(({ width }) => width > 0).flatMap(piecesOf),
  ];
}

function boundsOf({ xs, top, bottom }: Body): { left: number; right: number; top: number; bottom: number } {
  return { left: xs[0]!, right: xs[xs.length - 1]!, top: Math.min(...top), bottom: Math.max(...bottom) };
}

/** Boxes round a stream's middle line, as thick as the stream: one for each straight piece, two for each bend. */
function piecesOf({ path: { points }, width }: Ribbon): Obstacle[] {
  const half = width / 2;
  const pieces: Obstacle[] = [];
  const last = points.length - 2;
  for (let i = 0; i < last;) {
    const [x0, y0] = [points[i]!, points[i + 1]!];
    const straight = points[i + 2] === x0 || points[i + 3] === y0;
    i = Math.min(last, i + (straight ? 2 : 8));
    const [x1, y1] = [points[i]!, points[i + 1]!];
    const level = Math.abs(y1 - y0) < Math.abs(x1 - x0);
    pieces.push({
      left: Math.min(x0, x1) - (level ? 0 : half),
      right: Math.max(x0, x1) + (level ? 0 : half),
      top: Math.min(y0, y1) - (level ? half : 0),
      bottom: Math.max(y0, y1) + (level ? half : 0),
      cost: 5,
    });
  }
  return pieces;
}
