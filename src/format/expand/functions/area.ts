import type { Curve } from '../../../equation/dialects/term.ts';

/** What lies under a curve of straight lines, at one x after another. */
export interface Area {
  /** The area from the first point to x; all of it beyond the last. */
  readonly upTo: (x: number) => number;
  readonly whole: number;
  /** Where the area has its balance point. */
  readonly mean: number;
}

/** Heights below zero count as zero. */
export function areaUnder({ x, y }: Curve): Area {
  const height = y.map((value) => Math.max(0, value));
  const sums = [0];
  let moment = 0;
  for (let i = 1; i < x.length; i++) {
    const [a, b, width] = [height[i - 1]!, height[i]!, x[i]! - x[i - 1]!];
    const area = ((a + b) / 2) * width;
    sums.push(sums[i - 1]! + area);
    moment += area * x[i - 1]! + width * width * (a / 6 + b / 3);
  }
  const whole = sums.at(-1)!;
  const upTo = (at: number): number => {
    if (at >= x.at(-1)!) return whole;
    const i = x.findLastIndex((knot) => knot <= at);
    if (i < 0) return 0;
    const part = at - x[i]!;
    const slope = (height[i + 1]! - height[i]!) / (x[i + 1]! - x[i]!);
    return sums[i]! + part * (height[i]! + (slope * part) / 2);
  };
  return { upTo, whole, mean: moment / whole };
}
