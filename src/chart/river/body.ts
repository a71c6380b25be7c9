/**
 * A body of water: at each x it reaches from `top` to `bottom` (px, y downwards). The arrays are equally long and
 * `xs` ascends. Its area is people: kx · sy px² each.
 */
export interface Body {
  readonly xs: Float64Array;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
}

/** px², by the trapezoid rule: exact for the outline as it is drawn, which is made of straight pieces. */
export function areaOf({ xs, top, bottom }: Body): number {
  let area = 0;
  for (let i = 1; i < xs.length; i++) {
    area += ((bottom[i]! - top[i]! + bottom[i - 1]! - top[i - 1]!) / 2) * (xs[i]! - xs[i - 1]!);
  }
  return area;
}

/** An SVG path around the body. */
export function outline({ xs, top, bottom }: Body): string {
  let path = '';
  for (let i = 0; i < xs.length; i++) path += `${i === 0 ? 'M' : 'L'}${px(xs[i]!)},${px(top[i]!)}`;
  for (let i = xs.length - 1; i >= 0; i--) path += `L${px(xs[i]!)},${px(bottom[i]!)}`;
  return `${path}Z`;
}

/** An SVG path along one edge. */
export function edge(xs: Float64Array, ys: Float64Array, from = -Infinity, to = Infinity): string {
  let path = '';
  for (let i = 0; i < xs.length; i++) {
    if (xs[i]! < from || xs[i]! > to) continue;
    path += `${path === '' ? 'M' : 'L'}${px(xs[i]!)},${px(ys[i]!)}`;
  }
  return path;
}

/** Hundredths: a whole outline drawn so still has its area right to a few people in ten thousand. */
export const px = (value: number): number => Math.round(value * 100) / 100;

/** The y of an edge at x, linear between its points; its ends outside them. */
export function yAt(xs: Float64Array, ys: Float64Array, x: number): number {
  let low = 0;
  let high = xs.length - 1;
  if (x <= xs[0]!) return ys[0]!;
  if (x >= xs[high]!) return ys[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle]! <= x) low = middle;
    else high = middle;
  }
  return ys[low]! + ((ys[high]! - ys[low]!) * (x - xs[low]!)) / (xs[high]! - xs[low]!);
}

/** An upright oval of a given area, `wide` times as wide as high. Its points are close where it bends. */
export function oval(cx: number, cy: number, area: number, wide: number): Body {
  const points = 33;
  // The polygon inside an ellipse is a little smaller than the ellipse: made up for, so that the drawn area is right.
  const inside = (points - 1) * Math.sin(Math.PI / (points - 1));
  const ry = Math.sqrt(Math.max(0, area) / (inside * wide));
  const rx = wide * ry;
  const xs = new Float64Array(points);
  const top = new Float64Array(points);
  const bottom = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    const angle = (Math.PI * i) / (points - 1);
    xs[i] = cx - rx * Math.cos(angle);
    top[i] = cy - ry * Math.sin(angle);
    bottom[i] = cy + ry * Math.sin(angle);
  }
  return { xs, top, bottom };
}

/** The part of a body between two shares of its thickness, 0 at its top and 1 at its bottom. */
export function layer(body: Body, from: number, to: number): Body {
  const cut = (share: number): Float64Array =>
    body.top.map((top, i) => top + share * (body.bottom[i]! - top));
  return { xs: body.xs, top: cut(from), bottom: cut(to) };
}

/** A pool that nobody is in. */
export const isEmpty = ({ xs }: Body): boolean => xs[0] === xs[xs.length - 1];

export const middleOf = ({ xs }: Body): number => (xs[0]! + xs[xs.length - 1]!) / 2;
export const thicknessAt = (body: Body, x: number): number =>
  yAt(body.xs, body.bottom, x) - yAt(body.xs, body.top, x);
