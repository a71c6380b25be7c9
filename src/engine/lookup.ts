import type { GraphicalFunction } from '../model/variable.ts';
import type { Ops } from '../numeric/ops.ts';

/** A point of a graphical function, with the slope of the segment that begins there; at the last 0, or that of the
 * segment before in a function that goes on outside its points. */
export interface Knot {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
}

export function knotsOf(table: GraphicalFunction): readonly Knot[] {
  return table.x.map((x, i) => {
    const y = table.y[i]!;
    const [nextX, nextY] = [table.x[i + 1], table.y[i + 1]];
    if (nextX !== undefined && nextY !== undefined) return { x, y, slope: (nextY - y) / (nextX - x) };
    const [beforeX, beforeY] = table.extrapolate ? [table.x[i - 1], table.y[i - 1]] : [];
    const slope = beforeX === undefined || beforeY === undefined ? 0 : (y - beforeY) / (x - beforeX);
    return { x, y, slope };
  });
}

/**
 * The value at `x`, on the segment of the last knot that is not after `x`. Before it, `x` is held within the knots, so
 * that the function is level outside them; NaN stays NaN.
 */
export function onSegment<V, M, I>(
  o: Ops<V, M, I>,
  x: V,
  knot: { readonly x: V; readonly y: V; readonly slope: V },
): V {
  return o.add(knot.y, o.mul(o.sub(x, knot.x), knot.slope));
}
