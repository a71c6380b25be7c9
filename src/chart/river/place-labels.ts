import type { Measure } from '../measure.ts';
import type { Point } from './path.ts';
import type { Size } from '../chart.ts';
import type { Sketch } from './sketch.ts';

export interface Line {
  readonly text: string;
  /** px at text scale 1. */
  readonly size: number;
  readonly weight: number;
  readonly color: string;
}

/** A few lines of words that stand together. Earlier blocks have the right of way. */
export interface Block {
  readonly key: string;
  /** Wordings, the best first. */
  readonly wordings: readonly (readonly Line[])[];
  readonly anchor: 'start' | 'middle' | 'end';
  /** Where the first line's baseline may begin (or be centred, or end), the best first. */
  readonly places: readonly Point[];
  /** The colour around the letters: of what they stand on. */
  readonly halo: string;
  /** Stands among dots of the letters' own colour, which would be read as part of them: they keep away. */
  readonly amongDots?: boolean;
  /** Said even where it touches something: without this number the picture does not answer its question. */
  readonly always?: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Things that words should not cover, with the px² that one px² of cover costs. */
export interface Obstacle extends Box {
  readonly cost: number;
}

export interface Placed {
  readonly block: Block;
  readonly lines: readonly Line[];
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** Leading of a line of this size, px at text scale 1. */
const leading = (size: number): number => size + 2.5;

/** Writes the blocks that there is room for. */
export function drawBlocks(
  s: Sketch,
  blocks: readonly Block[],
  obstacles: readonly Obstacle[],
  { width, height, scale }: Size,
  measure: Measure,
): void {
  const bounds = { left: 0, top: 0, right: width, bottom: height };
  for (const { block, lines, x, y } of placeLabels(blocks, obstacles, bounds, scale, measure)) {
    let down = 0;
    lines.forEach(({ text, size, weight, color }, i) => {
      if (i > 0) down += leading(size) * scale;
      const haloWidth = block.amongDots === true ? 11 : 4;
      const style = { size, weight, color, anchor: block.anchor, halo: block.halo, haloWidth };
      s.text(`${block.key} ${i}`, x, y + down, text, style);
    });
  }
}

/** Words are left out rather than laid over other words: what is left out here is still in the table. */
export function placeLabels(
  blocks: readonly Block[],
  obstacles: readonly Obstacle[],
  bounds: Box,
  scale: number,
  measure: Measure,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const block of blocks) {
    let best: { readonly placed: Placed; readonly cost: number } | undefined;
    for (const [wording, lines] of block.wordings.entries()) {
      for (const [place, { x, y }] of block.places.entries()) {
        const least = 130 * place + 320 * wording;
        if (best !== undefined && best.cost <= least) continue;
        const box = boxOf(lines, block.anchor, x, y, scale, measure);
        const outside = coverOutside(box, bounds);
        const words = placed.reduce((sum, other) => sum + cover(box, other.box), 0);
        if (outside + words > 0.5 && !block.always) continue;
        const hidden = obstacles.reduce((sum, o) => sum + o.cost * cover(box, o), 0);
        const cost = hidden + 40 * (outside + words) + least;
        if (best === undefined || cost < best.cost) best = { placed: { block, lines, x, y, box }, cost };
      }
    }
    const limit = block.always ? Infinity : 900 * scale * scale;
    if (best !== undefined && best.cost < limit) placed.push(best.placed);
  }
  return placed;
}

function boxOf(
  lines: readonly Line[],
  anchor: Block['anchor'],
  x: number,
  y: number,
  scale: number,
  measure: Measure,
): Box {
  // All digits are as wide as 0 here, so that words stand still while their numbers run.
  const width = Math.max(
    ...lines.map(({ text, size, weight }) => measure(text.replaceAll(/\d/g, '0'), size * scale, weight)),
  );
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  const height = lines.reduce((sum, line, i) => sum + (i === 0 ? 0 : leading(line.size)), 0) * scale;
  const air = 3 * scale;
  return {
    left: left - air,
    right: left + width + air,
    top: y - lines[0]!.size * 0.8 * scale,
    bottom: y + height + air,
  };
}

function cover(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function coverOutside(box: Box, bounds: Box): number {
  const area = (box.right - box.left) * (box.bottom - box.top);
  return area - cover(box, bounds);
}
