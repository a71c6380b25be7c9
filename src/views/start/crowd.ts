/** A crowd in a field: people in columns, filled from the left, each column from above. Sizes in px. */
export interface Crowd {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
}

/** A person's height to width. */
const tall = 1.4;
const [smallest, largest] = [5, 40];

/**
 * As large as people can be so that all find room in a field. Its height is the one that is asked for, unless people would
 * be too small for it, or too large.
 */
export function crowdOf(count: number, width: number, height: number): Crowd {
  const wanted = Math.sqrt((width * height) / (Math.max(1, count) * tall));
  const size = Math.min(largest, Math.max(smallest, wanted));
  const most = Math.max(1, Math.floor(width / size));
  const least = Math.max(1, Math.ceil(count / most));
  // A row more, if then the last column is as full as the others.
  const rows = count % least !== 0 && count % (least + 1) === 0 ? least + 1 : least;
  const columns = Math.max(1, Math.ceil(count / rows));
  const cell = {
    width: width / columns,
    height: Math.min(largest * tall, Math.max(smallest * tall, height / rows)),
  };
  return { count, rows, columns, cell, width, height: rows * cell.height };
}

/** How many people there are up to a point, that of the point included. */
export function countAt({ count, rows, columns, cell }: Crowd, x: number, y: number): number {
  const column = Math.floor(x / cell.width);
  if (column < 0) return 0;
  if (column >= columns) return count;
  const row = Math.min(rows - 1, Math.max(0, Math.floor(y / cell.height)));
  return Math.min(count, column * rows + row + 1);
}

/** People `from` up to `to` as one path: a head and a body each. */
export function peoplePath({ rows, cell }: Crowd, from: number, to: number): string {
  const size = Math.min(cell.width, cell.height / tall);
  const head = round(size * 0.17);
  const [wide, long] = [size * 0.5, size * 0.62];
  const bend = round(wide * 0.42);
  const straight = round(wide - 2 * bend);
  const down = round(long - bend);
  let path = '';
  for (let i = from; i < to; i++) {
    const x = (Math.floor(i / rows) + 0.5) * cell.width;
    const y = (i % rows) * cell.height + (cell.height - size * 1.16) / 2;
    path +=
      `M${round(x - head)},${round(y + head)}a${head},${head} 0 1 0 ${2 * head},0a${head},${head} 0 1 0 ${-2 * head},0z` +
      `M${round(x - wide / 2)},${round(y + size * 1.1)}v${-down}a${bend},${bend} 0 0 1 ${bend},${-bend}` +
      `h${straight}a${bend},${bend} 0 0 1 ${bend},${bend}v${down}z`;
  }
  return path;
}

/** The line between the first `count` people and the others. */
export function boundaryPath({ rows, cell, height }: Crowd, count: number): string {
  const column = Math.floor(count / rows);
  const row = count % rows;
  const left = round(column * cell.width);
  if (row === 0) return `M${left},0V${round(height)}`;
  return `M${round((column + 1) * cell.width)},0V${round(row * cell.height)}H${left}V${round(height)}`;
}

/** Where the boundary meets the upper edge, px from the left. */
export const boundaryAt = ({ rows, cell }: Crowd, count: number): number =>
  Math.ceil(count / rows) * cell.width;

const round = (value: number): number => Math.round(value * 100) / 100;
