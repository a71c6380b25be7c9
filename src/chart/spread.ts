/** A label that wants to stand at `at` (its middle) and takes `height` there. */
export interface Wish {
  readonly at: number;
  readonly height: number;
}

/**
 * Moves labels apart, keeping their order, within [low, high]: the sum of squared moves is the least possible
 * (pooling of adjacent violators). Where there is not room for all they overlap evenly rather than leave the frame.
 *
 * @returns the middle of each label, in the order given
 */
export function spread(wishes: readonly Wish[], low: number, high: number): readonly number[] {
  if (wishes.length === 0) return [];
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a]!.at - wishes[b]!.at || a - b);
  const total = wishes.reduce((sum, w) => sum + w.height, 0);
  const squeeze = Math.min(1, (high - low) / total);

  // Less the room of all labels above it, a label only has to stay at or below its neighbour.
  let above = 0;
  const blocks: { sum: number; count: number; members: { index: number; offset: number }[] }[] = [];
  for (const index of order) {
    const height = wishes[index]!.height * squeeze;
    const offset = above + height / 2;
    above += height;
    let block = { sum: wishes[index]!.at - offset, count: 1, members: [{ index, offset }] };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.count > block.sum / block.count;
      last = blocks.at(-1)
    ) {
      block = {
        sum: last.sum + block.sum,
        count: last.count + block.count,
        members: [...last.members, ...block.members],
      };
      blocks.pop();
    }
    blocks.push(block);
  }

  const places = new Array<number>(wishes.length);
  for (const { sum, count, members } of blocks) {
    const start = Math.min(Math.max(sum / count, low), high - above);
    for (const { index, offset } of members) places[index] = start + offset;
  }
  return places;
}
