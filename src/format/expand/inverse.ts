import { call, div, iff, lt, mul, num, sub } from './build.ts';
import type { Expr } from '../../model/expr.ts';

/**
 * The inverse by Gauss and Jordan with the largest pivot of each column: every number of every stage is a hidden
 * variable, so that the kernels need to know nothing of matrices.
 */
export function inverse(
  aux: (what: string, expr: Expr) => Expr,
  matrix: readonly (readonly Expr[])[],
): readonly (readonly Expr[])[] {
  const n = matrix.length;
  let rows = matrix.map((row, i) => [
    ...row.map((x) => aux('matrix', x)),
    ...row.map((_, j): Expr => num(i === j ? 1 : 0)),
  ]);
  for (let k = 0; k < n; k++) {
    for (let r = k + 1; r < n; r++) {
      const [top, below] = [rows[k]!, rows[r]!];
      const swap = aux('swap', lt(call('abs', top[k]!), call('abs', below[k]!)));
      const either = (a: readonly Expr[], b: readonly Expr[]): Expr[] =>
        a.map((x, j) => aux('matrix', iff(swap, b[j]!, x)));
      const swapped = [either(top, below), either(below, top)] as const;
      rows = rows.map((row, i) => (i === k ? swapped[0] : i === r ? swapped[1] : row));
    }
    const pivot = rows[k]![k]!;
    const unit = rows[k]!.map((x) => aux('matrix', div(x, pivot)));
    rows = rows.map((row, i) =>
      i === k ? unit : row.map((x, j) => aux('matrix', sub(x, mul(row[k]!, unit[j]!)))),
    );
  }
  return rows.map((row) => row.slice(n));
}
