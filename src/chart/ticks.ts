/** Round numbers at an even step. `values` includes both ends, which lie at or outside the given range. */
export interface Ticks {
  readonly low: number;
  readonly high: number;
  readonly values: readonly number[];
}

/**
 * Ticks for a range: three to five lines at a step of 1, 2, 2.5 or 5 times a power of ten. d3 knows
 * no 2.5, which for people is what makes 1 000, 1 250 … 2 000 rather than six lines or three.
 */
export function ticksFor(low: number, high: number): Ticks {
  const most = 4; // intervals
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  // No halves of a person on the axis: 2.5 only from 25 up.
  const factors = power >= 10 ? [1, 2, 2.5, 5] : [1, 2, 5];
  const steps = [power, power * 10, power * 100].flatMap((p) => factors.map((f) => f * p));
  const step = steps.find((s) => Math.ceil(high / s) - Math.floor(low / s) <= most) ?? power * 1000;
  const first = Math.floor(low / step);
  const count = Math.max(1, Math.ceil(high / step) - first);
  const values = Array.from({ length: count + 1 }, (_, i) => clean((first + i) * step));
  return { low: values[0]!, high: values[count]!, values };
}

/** 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));
