/** A flow that joins (`by` > 0) or leaves (`by` < 0) along a stage, spread over some px. */
export interface Step {
  readonly at: number;
  readonly by: number;
  readonly over: number;
}

export interface StageShape {
  /** Ascending, px. */
  readonly xs: Float64Array;
  /** Thickness at both ends, px: the flows there. */
  readonly from: number;
  readonly to: number;
  /** px²: the people in the stage. */
  readonly area: number;
  /** How far into the stage (share of its length) the thickness goes over from `from`. */
  readonly ramp: number;
  readonly steps?: readonly Step[];
  /** How far in from each end (share of the length) the swelling reaches its full height. */
  readonly shoulder?: number;
}

/**
 * The thickness of a stage at each x, px: at its ends exactly its flows, between them exactly its people. The steps
 * are flows that join or leave on the way. What the ends and the steps leave over of the area is spread as one
 * swelling (or narrowing), which is 0 at both ends.
 */
export function profile({ xs, from, to, area, ramp, steps = [], shoulder = 0.25 }: StageShape): Float64Array {
  const [start, end] = [xs[0]!, xs[xs.length - 1]!];
  const length = end - start;
  const stepped = steps.reduce((sum, step) => sum + step.by, 0);
  const straight = xs.map((x) => {
    const u = (x - start) / length;
    const joined = steps.reduce((sum, { at, by, over }) => sum + by * smooth((x - at + over / 2) / over), 0);
    return from + joined + (to - from - stepped) * smooth(u / ramp);
  });
  const swelling = xs.map((x) => {
    const u = (x - start) / length;
    return smooth(u / shoulder) * smooth((1 - u) / shoulder);
  });
  const height = (area - integral(xs, straight)) / integral(xs, swelling);
  const thickness = straight.map((value, i) => value + height * swelling[i]!);
  if (thickness.every((value) => value >= 0)) return thickness;
  // A stage that empties faster than its ends tell: no thickness below 0, and the area still right.
  const clipped = thickness.map((value) => Math.max(0, value));
  const whole = integral(xs, clipped);
  return whole > 0 ? clipped.map((value) => (value * Math.max(0, area)) / whole) : clipped;
}

/** 0 before 0, 1 after 1, and level at both. */
function smooth(share: number): number {
  const s = Math.min(1, Math.max(0, share));
  return s * s * (3 - 2 * s);
}

/** Points from `start` to `end`, both included, about `step` px apart. */
export function spaced(start: number, end: number, step: number): Float64Array {
  const parts = Math.max(2, Math.round((end - start) / step));
  return Float64Array.from({ length: parts + 1 }, (_, i) => start + ((end - start) * i) / parts);
}

function integral(xs: Float64Array, ys: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < xs.length; i++) sum += ((ys[i]! + ys[i - 1]!) / 2) * (xs[i]! - xs[i - 1]!);
  return sum;
}
