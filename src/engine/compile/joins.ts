import type { Expr } from '../../model/expr.ts';

/** What makes one value of two. */
export type Joint = Extract<Expr, { kind: 'binary' | 'call' }>;

/** More pairs of pairs than any array is large. */
const deepest = 20;

/**
 * The values of an expression that joins at least `least` of them in pairs, then the pairs, and so on, as the sum over an
 * array is written: of the last row's values one may be without a partner. Undefined if the expression is made otherwise.
 */
export function joinedIn(expr: Joint, least: number): readonly Expr[] | undefined {
  const depth = depthOf(expr, expr);
  if (depth > deepest || 2 ** depth < least) return undefined;
  const values: Expr[] = [];
  const collect = (part: Expr, rows: number, full: boolean): boolean => {
    const sides = rows === 0 ? undefined : sidesOf(part, expr);
    if (sides === undefined) {
      values.push(part);
      return rows === 0 || !full;
    }
    const [left, right] = sides;
    return (
      collect(left, rows - 1, true) &&
      collect(right, full ? rows - 1 : Math.min(rows - 1, depthOf(right, expr)), full)
    );
  };
  return collect(expr, depth, false) && values.length >= least ? values : undefined;
}

/** The joint of two other values. */
export const joint = (like: Joint, left: Expr, right: Expr): Joint =>
  like.kind === 'call' ? { ...like, args: [left, right] } : { ...like, left, right };

function depthOf(expr: Expr, like: Joint): number {
  let depth = 0;
  for (let sides = sidesOf(expr, like); sides !== undefined; sides = sidesOf(sides[0], like)) {
    if (++depth > deepest) break;
  }
  return depth;
}

function sidesOf(expr: Expr, like: Joint): readonly [Expr, Expr] | undefined {
  if (like.kind === 'binary') {
    return expr.kind === 'binary' && expr.op === like.op ? [expr.left, expr.right] : undefined;
  }
  if (expr.kind !== 'call' || expr.fn !== like.fn || expr.args.length !== 2) return undefined;
  const [a, b] = expr.args;
  return [a!, b!];
}
