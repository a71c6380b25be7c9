import { px } from './body.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle line of a ribbon: as SVG, and as points along it for the dots that drift there (x and y in turn). */
export interface Path {
  readonly d: string;
  readonly points: Float64Array;
  readonly length: number;
}

/** Parts of each curve when it is made into points. */
const parts = 8;

/** Through the points in straight lines whose corners are rounded by `radius`, or by what the lines have room for. */
export function rounded(points: readonly Point[], radius: number): Path {
  const pen = begin(points[0]!);
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b, c] = [points[i - 1]!, points[i]!, points[i + 1]!];
    const [into, out] = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(c.x - b.x, c.y - b.y)];
    // An inner line is shared by two corners: half each.
    const r = Math.min(radius, i === 1 ? into : into / 2, i === points.length - 2 ? out : out / 2);
    if (r < 0.5) {
      pen.line(b);
      continue;
    }
    const from = towards(b, a, r / into);
    const to = towards(b, c, r / out);
    pen.line(from);
    pen.curve(towards(from, b, arc), towards(to, b, arc), to);
  }
  pen.line(points[points.length - 1]!);
  return pen.path();
}

/** One bend from a to b that leaves and comes in upright: how water falls from one bank and rises to another. */
export function fall(a: Point, b: Point): Path {
  const pen = begin(a);
  const half = (b.y - a.y) / 2;
  pen.curve({ x: a.x, y: a.y + half }, { x: b.x, y: b.y - half }, b);
  return pen.path();
}

/** The same lying down: from one reach of a channel to the next. */
export function drift(a: Point, b: Point): Path {
  const pen = begin(a);
  const half = (b.x - a.x) / 2;
  pen.curve({ x: a.x + half, y: a.y }, { x: b.x - half, y: b.y }, b);
  return pen.path();
}

/** Handles of this length make a cubic curve a quarter of a circle. */
const arc = 0.5523;

const towards = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

function begin(start: Point) {
  let d = `M${px(start.x)},${px(start.y)}`;
  const points = [start.x, start.y];
  let last = start;
  let length = 0;
  const reach = (x: number, y: number): void => {
    const n = points.length;
    length += Math.hypot(x - points[n - 2]!, y - points[n - 1]!);
    points.push(x, y);
  };
  return {
    line(to: Point): void {
      d += `L${px(to.x)},${px(to.y)}`;
      reach(to.x, to.y);
      last = to;
    },
    curve(p: Point, q: Point, to: Point): void {
      d += `C${px(p.x)},${px(p.y)} ${px(q.x)},${px(q.y)} ${px(to.x)},${px(to.y)}`;
      for (let i = 1; i <= parts; i++) {
        const t = i / parts;
        const s = 1 - t;
        const [a, b, c, e] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
        reach(a * last.x + b * p.x + c * q.x + e * to.x, a * last.y + b * p.y + c * q.y + e * to.y);
      }
      last = to;
    },
    path: (): Path => ({ d, points: Float64Array.from(points), length }),
  };
}

/** The point `at` px along a path, and the direction there. */
export function onPath(points: Float64Array, at: number): { x: number; y: number; dx: number; dy: number } {
  let left = at;
  for (let i = 0; ; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    const [dx, dy] = [points[i + 2]! - x, points[i + 3]! - y];
    const length = Math.hypot(dx, dy);
    const last = i + 5 >= points.length;
    if (left <= length || last) {
      const share = length > 0 ? Math.min(1, left / length) : 0;
      return { x: x + dx * share, y: y + dy * share, dx: dx / (length || 1), dy: dy / (length || 1) };
    }
    left -= length;
  }
}
