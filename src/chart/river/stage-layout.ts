import { middleOf, oval, type Body } from './body.ts';
import { drift, fall, rounded, type Path, type Point } from './path.ts';
import { stageFlowsOf, stageStocksOf, type StageEnd, type StageStream, type Stages } from './stages.ts';
import type { FlowId, StockId } from './graph.ts';
import type { RiverState } from './data.ts';
import type { Ribbon } from './layout.ts';
import type { StageFrame } from './stage-frame.ts';

interface StageBasins {
  readonly frame: StageFrame;
  readonly stages: Stages;
  readonly pools: Readonly<Partial<Record<StockId, Body>>>;
}

/** Where everything is at one moment, px. */
export interface StageLayout extends StageBasins {
  readonly ribbons: Readonly<Partial<Record<FlowId, Ribbon>>>;
}

export function stageBasinsOf({ stocks }: RiverState, frame: StageFrame): StageBasins {
  const { stages } = frame;
  const pools: Partial<Record<StockId, Body>> = {};
  for (const id of stageStocksOf(stages)) {
    const { x, y, wide } = stages.pools[id]!;
    pools[id] = oval(frame.x(x), frame.y(y), stocks[id] * frame.perPerson, wide);
  }
  return { frame, stages, pools };
}

export function stageLayoutOf(state: RiverState, frame: StageFrame): StageLayout {
  const basins = stageBasinsOf(state, frame);
  const ribbons: Partial<Record<FlowId, Ribbon>> = {};
  for (const id of stageFlowsOf(frame.stages)) {
    const path = pathOf(frame.stages.streams[id]!, basins);
    ribbons[id] = { flows: [id], width: state.flows[id] * frame.sy, path };
  }
  return { ...basins, ribbons };
}

function pathOf({ from, to, bend }: StageStream, basins: StageBasins): Path {
  const [a, b] = [pointOf(from, basins), pointOf(to, basins)];
  if (bend === 'drift') return drift(a, b);
  if (bend === 'fall') return fall(a, b);
  const y = basins.frame.y(bend.along);
  return rounded([a, { x: a.x, y }, { x: b.x, y }, b], 26 * basins.frame.unit);
}

function pointOf(end: StageEnd, { frame, pools }: StageBasins): Point {
  if ('land' in end) return { x: frame.x(end.land[0]), y: frame.y(end.land[1]) };
  const pool = pools[end.in]!;
  const half = pool.xs.length >> 1;
  const [rx, ry] = [middleOf(pool) - pool.xs[0]!, (pool.bottom[half]! - pool.top[half]!) / 2];
  return {
    x: middleOf(pool) + end.x * rx,
    y: (pool.top[half]! + pool.bottom[half]!) / 2 + end.y * ry,
  };
}
