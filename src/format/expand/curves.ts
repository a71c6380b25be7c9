import type { Curve } from '../../equation/dialects/term.ts';
import type { CurveShape } from '../foreign/foreign-model.ts';

/** Points in ascending x; those with the same x keep their order. */
function sorted({ x, y }: Curve): Curve {
  if (x.every((value, i) => i === 0 || x[i - 1]! <= value)) return { x, y };
  const order = x.map((_, i) => i).toSorted((a, b) => x[a]! - x[b]!);
  return { x: order.map((i) => x[i]!), y: order.map((i) => y[i]!) };
}

/** A curve in the only shape that the engine has, straight lines, with or without going on outside its points. */
export function shaped(
  curve: Curve,
  shape: CurveShape,
): { readonly curve: Curve; readonly extrapolate: boolean } {
  const points = sorted(curve);
  if (shape === 'discrete') return { curve: steps(points), extrapolate: false };
  return { curve: points, extrapolate: shape === 'extrapolate' && points.x.length > 1 };
}

/** Level from each point to the next: every point but the first stands twice, before and after its step. */
function steps({ x, y }: Curve): Curve {
  return {
    x: x.flatMap((value, i) => (i === 0 ? [value] : [value, value])),
    y: y.flatMap((value, i) => (i === 0 ? [value] : [y[i - 1]!, value])),
  };
}

/** The curve seen from behind: what it steps to next becomes what it stepped to last. */
export const mirrored = ({ x, y }: Curve): Curve => ({
  x: x.toReversed().map((value) => -value),
  y: y.toReversed(),
});

/** Its inverse, for curves that rise or fall throughout. */
export const inverted = ({ x, y }: Curve): Curve => sorted({ x: y, y: x });
