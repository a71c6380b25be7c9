import { arrowhead } from './draw-arrows.ts';
import { isEmpty, middleOf, outline, type Body } from './body.ts';
import { drawStones, type Stretch } from './draw-bank.ts';
import { drawDots } from './draw-dots.ts';
import { drawLegend, legendBoxes } from './draw-legend.ts';
import { drawRope, spiral } from './draw-outside.ts';
import { drawFigures, figureLabels, figureSize, type Helpers, type StandingFigure } from './figures.ts';
import { linesBeyond } from './draw-water.ts';
import { obstaclesAmong } from './obstacles.ts';
import { onPath } from './path.ts';
import { drawBlocks } from './place-labels.ts';
import { sketch, type Sketch } from './sketch.ts';
import { stageBasinsOf, stageLayoutOf, type StageLayout } from './stage-layout.ts';
import { stageHeadline, stageLabelsOf } from './stage-labels.ts';
import { poolColor, stageFlowsOf, stageStocksOf } from './stages.ts';
import type { LeverGroup } from '../../model/model.ts';
import type { Measure } from '../measure.ts';
import type { RiverMoment } from './data.ts';
import type { Wording } from './labels.ts';
import type { Shapes } from './draw.ts';
import type { StageFrame } from './stage-frame.ts';
import type { StockId, Tone } from './graph.ts';

interface StagePicture {
  readonly moment: RiverMoment;
  readonly frame: StageFrame;
  readonly helpers: Helpers;
  readonly wording: Wording;
}

/** The whole picture in stages at one moment, in the same three layers as the river along ages. */
export function stageShapesOf(
  { moment, frame, helpers, wording }: StagePicture,
  measure: Measure,
): Shapes<StageLayout> {
  const { now, base } = moment;
  const layout = stageLayoutOf(now, frame);
  const same = now === base;
  const { scale } = frame.size;

  const water = sketch(scale);
  for (const id of stageFlowsOf(frame.stages)) drawStream(water, layout, id);
  drawBeyond(water, layout);
  drawPools(water, layout);
  drawStones(water, layout, bankOf(layout), now.capability, same ? undefined : base.capability);

  const front = sketch(scale);
  if (!same) drawBasePools(front, stageBasinsOf(base, frame).pools, frame.stages);
  drawHeads(front, layout);
  const standing = standingOf(layout, helpers);
  drawFigures(front, standing);
  drawLegend(front, layout, moment, wording);
  const blocks = [
    stageHeadline(layout, moment, wording),
    ...(frame.detail === 'small' ? [] : figureLabels(standing, helpers, wording.numbers, scale)),
    ...stageLabelsOf(layout, moment, wording),
  ];
  const obstacles = [
    ...obstaclesAmong(Object.values(layout.pools), Object.values(layout.ribbons), standing),
    ...legendBoxes(layout).map((box) => ({ ...box, cost: 30 })),
  ];
  drawBlocks(front, blocks, obstacles, frame.size, measure);
  const dots = () => {
    const still = sketch(scale);
    drawDots(still, layout, now);
    return still.shapes;
  };
  return { layout, water: water.shapes, dots, front: front.shapes };
}

const streamColor: Readonly<Record<Tone, string>> = {
  'on-track': 'var(--flow-in)',
  risk: 'var(--stock-risk)',
  outside: 'var(--flow-out)',
};

function drawStream(s: Sketch, { stages, ribbons }: StageLayout, id: keyof StageLayout['ribbons']): void {
  const { path, width } = ribbons[id]!;
  if (width <= 0) return;
  if (id === stages.rope) {
    drawRope(s, ribbons[id]!);
    return;
  }
  const { tone } = stages.streams[id]!;
  const mark = { 'data-mark': id };
  if (tone !== 'outside') s.stroke(`${id} edge`, path.d, 'var(--flow-edge)', width + 2 * s.scale, mark);
  s.stroke(`${id} water`, path.d, streamColor[tone], width, mark);
}

/** Where streams come into the picture and leave it. */
function drawBeyond(s: Sketch, { frame, stages, ribbons }: StageLayout): void {
  for (const id of stageFlowsOf(stages)) {
    const { path, width } = ribbons[id]!;
    const { from, to, tone } = stages.streams[id]!;
    const { points } = path;
    const color = tone === 'outside' ? 'var(--flow-out)' : 'var(--flow-edge)';
    const lines = (x: number, y: number, direction: 1 | -1): void =>
      linesBeyond(
        s,
        `beyond ${id}`,
        { x, top: y - width / 2, bottom: y + width / 2 },
        direction,
        frame,
        color,
      );
    if ('land' in from) lines(points[0]!, points[1]!, -1);
    if ('land' in to) lines(points[points.length - 2]!, points[points.length - 1]!, 1);
  }
}

function drawPools(s: Sketch, { stages, pools }: StageLayout): void {
  for (const id of stageStocksOf(stages)) {
    const pool = pools[id]!;
    if (isEmpty(pool)) continue;
    const { tone, turns } = stages.pools[id]!;
    const fill = poolColor(stages.pools[id]!);
    s.fill(id, outline(pool), fill, {
      stroke: tone === 'outside' ? fill : 'var(--flow-edge)',
      'stroke-width': 1.2 * s.scale,
      'data-mark': id,
    });
    if (turns !== true) continue;
    const half = pool.xs.length >> 1;
    const r = (pool.bottom[half]! - pool.top[half]!) / 2;
    s.stroke(
      `${id} spiral`,
      spiral(middleOf(pool), pool.top[half]! + r, r),
      'var(--dot-outside)',
      1.3 * s.scale,
      {
        'stroke-linecap': 'round',
        opacity: 0.75,
      },
    );
  }
}

/** Base the same year: dashed, round each pool. */
function drawBasePools(
  s: Sketch,
  pools: Readonly<Partial<Record<StockId, Body>>>,
  stages: StageLayout['stages'],
): void {
  for (const id of stageStocksOf(stages)) {
    if (isEmpty(pools[id]!)) continue;
    s.stroke(`base ${id}`, outline(pools[id]!), 'var(--base)', 1.3 * s.scale, {
      'stroke-dasharray': `${5 * s.scale} ${4 * s.scale}`,
      'stroke-linejoin': 'round',
    });
  }
}

/** Which way each stream runs, where it is wide enough for an arrowhead. */
function drawHeads(s: Sketch, { stages, ribbons }: StageLayout): void {
  const size = 5 * s.scale;
  const heads: Record<Tone, string> = { 'on-track': '', risk: '', outside: '' };
  for (const id of stageFlowsOf(stages)) {
    const { path, width } = ribbons[id]!;
    if (width < size * 0.8 || id === stages.rope) continue;
    const { x, y, dx, dy } = onPath(path.points, path.length * 0.55);
    heads[stages.streams[id]!.tone] += arrowhead(x, y, dx, dy, Math.min(size, width * 0.4));
  }
  const style = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  s.stroke('arrows pale', heads['on-track'], 'var(--flow-edge)', 1.8 * s.scale, style);
  s.stroke('arrows risk', heads.risk, 'var(--dot-risk)', 1.8 * s.scale, style);
  s.stroke('arrows dark', heads.outside, 'var(--dot-outside)', 1.8 * s.scale, style);
}

/** The bank lies under its stream, where that is not in a pool. */
function bankOf({ frame, stages, pools, ribbons }: StageLayout): readonly Stretch[] {
  const { path, width } = ribbons[stages.bank]!;
  const { points } = path;
  const { from, to } = stages.streams[stages.bank]!;
  const rim = (end: typeof from, side: 0 | 1): number | undefined => {
    if (!('in' in end)) return undefined;
    const { xs } = pools[end.in]!;
    return xs[side === 0 ? 0 : xs.length - 1];
  };
  const y = Math.max(points[1]!, points[points.length - 1]!) + width / 2;
  const air = 6 * frame.unit;
  return [
    {
      edge: () => y,
      from: (rim(from, 1) ?? points[0]!) + air,
      to: (rim(to, 0) ?? points[points.length - 2]!) - air,
    },
  ];
}

/** Those of the three who have something to do in the model. */
function standingOf({ frame, stages }: StageLayout, { money }: Helpers): readonly StandingFigure[] {
  const size = figureSize(frame);
  return (Object.keys(stages.stands) as LeverGroup[]).map((group) => {
    const [x, y] = stages.stands[group]!;
    return { group, funded: money[group] > 0, x: frame.x(x) - size / 2, y: frame.y(y) - size / 2, size };
  });
}
