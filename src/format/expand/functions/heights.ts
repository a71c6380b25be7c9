import { add, both, call, div, eq, iff, le, lt, mul, num, pick, sub, sum } from '../build.ts';
import { NA } from '../../../equation/dialects/parse-term.ts';
import type { Expr } from '../../../model/expr.ts';

/**
 * Vensim's ways to look up in heights at even distances: between them, the area so far, the height before or after, and
 * the slope. `at` counts distances from the first height.
 */
export function alongHeights(
  heights: readonly Expr[],
  at: Expr,
  width: Expr,
  mode: number,
): Expr | undefined {
  const last = heights.length - 1;
  const beyond = [3, 7, 9].includes(mode);
  const rises = heights.slice(1).map((height, i) => sub(height, heights[i]!));
  /** How much of an interval is passed; beyond the ends the outermost ones go on. */
  const passed = (i: number): Expr => {
    const whole = sub(at, num(i));
    const notBefore = beyond && i === 0 ? whole : call('max', num(0), whole);
    return beyond && i === last - 1 ? notBefore : call('min', num(1), notBefore);
  };
  const nearest = (place: Expr): Expr =>
    pick(call('max', num(1), call('min', num(last + 1), add(place, num(1)))), heights, num(NA));
  switch (mode) {
    case 0:
    case 3:
      return add(heights[0]!, sum(rises.map((rise, i) => mul(rise, passed(i)))));
    case 1:
    case 7: {
      const areas = rises.map((rise, i) => {
        const part = passed(i);
        return mul(part, add(heights[i]!, mul(rise, div(part, num(2)))));
      });
      return mul(width, sum(areas));
    }
    case 2:
      return nearest(call('floor', at));
    case 4:
      return nearest(call('ceil', at));
    case 6:
    case 9: {
      const slope = pick(
        call('max', num(1), call('min', num(last), add(call('floor', at), num(1)))),
        rises.map((rise) => div(rise, width)),
        num(NA),
      );
      return beyond ? slope : iff(both(le(num(0), at), le(at, num(last))), slope, num(0));
    }
    default:
      return undefined;
  }
}

/**
 * The way back, of heights that rise or fall throughout: the place, in distances from the first, where they come to a
 * height. Beyond them it is the first or the last place, or on along the outermost lines.
 */
export function placeOfHeight(heights: readonly Expr[], height: Expr, beyond: boolean): Expr {
  const last = heights.length - 1;
  const rising = le(heights[0]!, heights[last]!);
  const passed = (from: Expr): Expr => iff(rising, lt(from, height), lt(height, from));
  const places = heights.slice(1).map((next, i) => {
    const from = heights[i]!;
    const rise = sub(next, from);
    const part = iff(eq(rise, num(0)), num(0), div(sub(height, from), rise));
    const notBefore = beyond && i === 0 ? part : call('max', num(0), part);
    return add(num(i), beyond && i === last - 1 ? notBefore : call('min', num(1), notBefore));
  });
  // The interval after the last height inside that is passed.
  return places
    .slice(1)
    .reduce<Expr>((before, place, i) => iff(passed(heights[i + 1]!), place, before), places[0]!);
}
