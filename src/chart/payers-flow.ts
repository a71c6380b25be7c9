import type { Chart, Size } from './chart.ts';
import { measureFor, type Measure } from './measure.ts';
import { paint, round, textShape, typeset, type Shape } from './paint.ts';
import { describe, isCash, isLost, table, type PayersFlowData } from './payers-flow-data.ts';
import {
  labelGap,
  labelPx,
  layoutOf,
  lineHeight,
  type FlowLayout,
  type PlacedEnd,
} from './payers-flow-layout.ts';

/**
 * Who pays and who gains: brooks from the payers' purses join, and come back as a river that parts into the gainers'
 * purses. Every width is kronor at one scale, so that a return larger than the effort is a wider water.
 */
export const payersFlow: Chart<PayersFlowData> = { draw, describe, table };

const measures = new WeakMap<SVGSVGElement, Measure>();

/** Forgets the widths of words: call when the font has come. */
export const forgetWidths = (svg: SVGSVGElement): void => void measures.delete(svg);

function draw(svg: SVGSVGElement, data: PayersFlowData, size: Size): void {
  let measure = measures.get(svg);
  if (measure === undefined) measures.set(svg, (measure = measureFor(svg)));
  paint(svg, shapesOf(data, layoutOf(data, size, measure), size, measure));
}

/** Production value last, so that its edge is seen whole. */
function shapesOf(data: PayersFlowData, layout: FlowLayout, size: Size, measure: Measure): readonly Shape[] {
  const [x0, x1, x2, x3] = layout.x;
  const most = Math.max(...data.gainers.filter(isCash).map((end) => end.amount));
  const thick = ({ top, bottom }: PlacedEnd): number => bottom - top;
  return [
    ...ribbon('river', [x1, ...layout.brook], [x2, ...layout.river], pale('stock-risk')),
    ...layout.payers.flatMap((p) =>
      ribbon(
        `in ${p.end.id} ${p.end.kind}`,
        [x0, p.top, p.bottom],
        [x1, p.joint, p.joint + thick(p)],
        isLost(p.end) ? lost : pale('stock-risk'),
      ),
    ),
    ...layout.gainers.flatMap((g) =>
      ribbon(
        `out ${g.end.id} ${g.end.kind}`,
        [x2, g.joint, g.joint + thick(g)],
        [x3, g.top, g.bottom],
        isCash(g.end) ? deep(g.end.amount === most ? 'stock-entrenched' : 'stock-outside') : pale('flow-in'),
      ),
    ),
    ...layout.payers.flatMap((p) => labelShapes(p, x0, 'end', data, size, measure)),
    ...layout.gainers.flatMap((g) => labelShapes(g, x3, 'start', data, size, measure)),
    ...wordShapes(data, layout, size),
  ];
}

interface Water {
  readonly fill: string;
  /** Of the upper and lower edge; undefined where the water is seen without. */
  readonly edge?: Shape['attributes'];
}

const deep = (token: 'stock-outside' | 'stock-entrenched'): Water => ({ fill: `var(--${token})` });
/** Pale water has an edge: by itself it is too near the paper. */
const pale = (token: 'stock-risk' | 'flow-in'): Water => ({
  fill: `var(--${token})`,
  edge: { stroke: 'var(--flow-edge)' },
});
const lost: Water = {
  fill: 'var(--negative-hatch)',
  edge: { stroke: 'var(--negative)', 'stroke-dasharray': '3 3' },
};

type Edge = readonly [x: number, top: number, bottom: number];

/** A band from one upright edge to another, level at both ends. */
function ribbon(
  key: string,
  [x0, t0, b0]: Edge,
  [x1, t1, b1]: Edge,
  { fill, edge }: Water,
): readonly Shape[] {
  const m = round((x0 + x1) / 2);
  const [from, to] = [round(x0), round(x1)];
  const upper = `M${from},${round(t0)}C${m},${round(t0)} ${m},${round(t1)} ${to},${round(t1)}`;
  const back = `${to},${round(b1)}C${m},${round(b1)} ${m},${round(b0)} ${from},${round(b0)}`;
  const water: Shape = { key, tag: 'path', attributes: { d: `${upper}L${back}Z`, fill } };
  if (edge === undefined) return [water];
  return [
    water,
    { key: `${key} edge`, tag: 'path', attributes: { d: `${upper}M${back}`, fill: 'none', ...edge } },
  ];
}

/** The amount in bold beside the ribbon, the name after it: before it on the payers' side. */
function labelShapes(
  { end, top, bottom, label }: PlacedEnd,
  x: number,
  anchor: 'start' | 'end',
  { print }: PayersFlowData,
  { scale }: Size,
  measure: Measure,
): readonly Shape[] {
  const side = anchor === 'start' ? 1 : -1;
  const px = labelPx * scale;
  const at = x + side * labelGap * scale;
  const amount = print(end.amount);
  const after = at + side * (measure(amount, px, 700) + 5 * scale);
  const first = (top + bottom) / 2 - ((label.length - 1) / 2) * lineHeight * scale + px * 0.35;
  const key = `${anchor} ${end.id} ${end.kind}`;
  const fill = isLost(end) ? 'var(--negative)' : 'var(--ink)';
  return [
    textShape(`amount ${key}`, at, first, amount, { ...typeset(px, 700, fill), 'text-anchor': anchor }),
    ...label.map((line, n) =>
      textShape(`name ${key} ${n}`, after, first + n * lineHeight * scale, line, {
        ...typeset(px, 400, fill),
        'text-anchor': anchor,
      }),
    ),
  ];
}

/** What stands for an empty side, and below the picture what the widths mean. */
function wordShapes(
  data: PayersFlowData,
  { x, brook, river }: FlowLayout,
  { height, scale }: Size,
): readonly Shape[] {
  const { nothingIn, nothingBack, notes } = data.words;
  const px = labelPx * scale;
  const gap = labelGap * scale;
  const empty = (key: string, at: number, y: number, text: string, anchor: string): Shape =>
    textShape(key, at, y + px * 0.35, text, { ...typeset(px, 400, 'var(--ink-2)'), 'text-anchor': anchor });
  return [
    ...(data.payers.length === 0 ? [empty('nothing in', x[1] - gap, brook[0], nothingIn, 'end')] : []),
    ...(data.gainers.length === 0 ? [empty('nothing back', x[2] + gap, river[0], nothingBack, 'start')] : []),
    ...notes.map((line, n) =>
      textShape(`note ${n}`, 0, height - ((notes.length - 1 - n) * lineHeight + 4) * scale, line, {
        ...typeset(12 * scale, 400, 'var(--ink-2)'),
      }),
    ),
  ];
}
