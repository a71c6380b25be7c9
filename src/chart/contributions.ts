import type { Chart, ChartTable, Size } from './chart.ts';
import { marks, type ChartMark } from './marks.ts';
import { measureFor, wrap, type Measure } from './measure.ts';
import { halo, lineShape, paint, round, textShape, typeset, type Shape } from './paint.ts';

/** What one part contributes to a change, and what it would have changed alone. */
export interface ContributionBar {
  readonly id: string;
  readonly label: string;
  readonly mark: ChartMark;
  readonly value: number;
  /** Undefined for the sum of all. */
  readonly alone: number | undefined;
}

export interface ContributionsData {
  readonly bars: readonly ContributionBar[];
  /** All of them together: the sum of the bars. */
  readonly whole: ContributionBar;
  /** With its sign: `−261`. */
  readonly print: (value: number) => string;
  readonly words: { readonly average: string; readonly alone: string };
}

/**
 * Bars from a line at zero, one for each part, and under them their sum. Each begins where it is read: at zero, so that
 * lengths are compared. A ring shows what the part would have done alone.
 */
export const contributions: Chart<ContributionsData> = { draw, describe, table };

const measures = new WeakMap<SVGSVGElement, Measure>();

/** Forgets the widths of words: call when the font has come. */
export const forgetWidths = (svg: SVGSVGElement): void => void measures.delete(svg);

const labelPx = 13;
const lineHeight = 16;
/** Height of a bar with its air, px at scale 1. */
const pitch = 34;
const thickness = 14;
/** Below this width, at scale 1, the names stand over the bars. */
const narrow = 520;

/** The height that a drawing of so many parts wants, px. */
export const heightFor = ({ bars }: ContributionsData, width: number, scale: number): number =>
  ((bars.length + 1) * (width < narrow * scale ? pitch + lineHeight : pitch) + 20) * scale;

interface Frame {
  readonly x: (value: number) => number;
  readonly top: number;
  readonly bottom: number;
  /** Names beside the bars, and so many px for them; 0 where they stand over. */
  readonly beside: number;
  readonly pitch: number;
  readonly scale: number;
  readonly measure: Measure;
}

function draw(svg: SVGSVGElement, data: ContributionsData, size: Size): void {
  let measure = measures.get(svg);
  if (measure === undefined) measures.set(svg, (measure = measureFor(svg)));
  const frame = frameOf(data, size, measure);
  const rows = [...data.bars, data.whole];
  paint(svg, [
    ...rows.flatMap((bar, i) => barShapes(data, bar, frame.top + (i + 0.5) * frame.pitch, frame)),
    lineShape('zero', [frame.x(0), frame.top, frame.x(0), frame.bottom], {
      stroke: 'var(--ink)',
      'stroke-width': frame.scale,
    }),
    ...sumLine(frame, rows.length, size),
  ]);
}

/** Room for the values, which stand on the other side of the line at zero: beside the bar a ring may be. */
function frameOf(data: ContributionsData, { width, scale }: Size, measure: Measure): Frame {
  const rows = [...data.bars, data.whole];
  const values = rows.flatMap(({ value, alone }) => [value, alone ?? 0]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const over = width < narrow * scale;
  const px = labelPx * scale;
  const beside = over
    ? 0
    : Math.min(width * 0.32, Math.max(...rows.map((bar) => measure(bar.label, px, 700))) + 12 * scale);
  const value = Math.max(...rows.map((bar) => measure(data.print(bar.value), px, 700))) + 14 * scale;
  const ring = 7 * scale;
  const left = beside + (rows.some((bar) => bar.value >= 0) ? value : ring);
  const right = width - (rows.some((bar) => bar.value < 0) ? value : ring);
  const perUnit = (right - left) / (high - low || 1);
  const each = (over ? pitch + lineHeight : pitch) * scale;
  const top = 4 * scale;
  return {
    x: (v) => left + (v - low) * perUnit,
    top,
    bottom: top + rows.length * each + 6 * scale,
    beside,
    pitch: each,
    scale,
    measure,
  };
}

function barShapes(
  data: ContributionsData,
  bar: ContributionBar,
  middle: number,
  frame: Frame,
): readonly Shape[] {
  const { x, beside, scale, measure } = frame;
  const { id, label, value, alone, mark } = bar;
  const px = labelPx * scale;
  const sum = bar === data.whole;
  const y = beside === 0 ? middle + (lineHeight / 2) * scale : middle;
  const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
  const lines = beside === 0 ? [label] : wrap(label, beside - 12 * scale, (text) => measure(text, px, 700));
  const first =
    beside === 0
      ? y - (thickness / 2 + 5) * scale
      : y - ((lines.length - 1) / 2) * lineHeight * scale + px * 0.35;
  const outward = value < 0 ? -1 : 1;
  const style = marks[mark];
  return [
    ...lines.map((text, n) =>
      textShape(
        `name ${id} ${n}`,
        0,
        first + n * lineHeight * scale,
        text,
        typeset(px, sum ? 700 : 550, 'var(--ink)'),
      ),
    ),
    {
      key: `bar ${id}`,
      tag: 'rect',
      attributes: {
        x: from,
        y: y - (thickness / 2) * scale,
        width: Math.max(to - from, 1),
        height: thickness * scale,
        fill: style.line,
      },
    },
    ...(alone === undefined
      ? []
      : [
          {
            key: `alone ${id}`,
            tag: 'circle',
            attributes: {
              cx: x(alone),
              cy: y,
              r: 5 * scale,
              fill: 'var(--paper)',
              stroke: 'var(--ink)',
              'stroke-width': 1.6 * scale,
            },
          } satisfies Shape,
        ]),
    textShape(`value ${id}`, x(0) - outward * 8 * scale, y + px * 0.35, data.print(value), {
      ...typeset(px, 700, 'var(--ink)'),
      ...halo(scale),
      'text-anchor': outward < 0 ? 'start' : 'end',
    }),
  ];
}

/** Between the parts and their sum. */
function sumLine({ top, pitch: each, scale }: Frame, rows: number, { width }: Size): readonly Shape[] {
  const y = Number(round(top + (rows - 1) * each));
  return [lineShape('sum', [0, y, width, y], { stroke: 'var(--line)', 'stroke-width': scale })];
}

function describe({ bars, whole, print, words }: ContributionsData): string {
  const parts = bars.map(({ label, value, alone }) =>
    alone === undefined
      ? `${label} ${print(value)}`
      : `${label} ${print(value)} (${words.alone} ${print(alone)})`,
  );
  return `${parts.join('; ')}. ${whole.label} ${print(whole.value)}.`;
}

function table({ bars, whole, print, words }: ContributionsData): ChartTable {
  return {
    columns: [words.average, words.alone],
    rows: [...bars, whole].map(({ id, label, value, alone }) => ({
      id,
      label,
      cells: [print(value), alone === undefined ? '' : print(alone)],
    })),
  };
}
