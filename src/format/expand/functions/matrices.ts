import { call, div, iff, lt, mul, num, sub } from '../build.ts';
import { bound, dimensionAt, ownPlace, sharedBy, subscripted } from '../vectors.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/** The largest matrix that is inverted: the work grows with the cube. */
const MOST_ROWS = 40;

/**
 * The inverse by Gauss and Jordan with the largest pivot of each column: every number of every stage is a hidden
 * variable, so that the kernels need to know nothing of matrices.
 */
function inverse(s: CallSite, matrix: readonly (readonly Expr[])[]): readonly (readonly Expr[])[] {
  const n = matrix.length;
  let rows = matrix.map((row, i) => [
    ...row.map((x) => s.aux('matrix', x)),
    ...row.map((_, j): Expr => num(i === j ? 1 : 0)),
  ]);
  for (let k = 0; k < n; k++) {
    for (let r = k + 1; r < n; r++) {
      const [top, below] = [rows[k]!, rows[r]!];
      const swap = s.aux('swap', lt(call('abs', top[k]!), call('abs', below[k]!)));
      const either = (a: readonly Expr[], b: readonly Expr[]): Expr[] =>
        a.map((x, j) => s.aux('matrix', iff(swap, b[j]!, x)));
      const swapped = [either(top, below), either(below, top)] as const;
      rows = rows.map((row, i) => (i === k ? swapped[0] : i === r ? swapped[1] : row));
    }
    const pivot = rows[k]![k]!;
    const unit = rows[k]!.map((x) => s.aux('matrix', div(x, pivot)));
    rows = rows.map((row, i) =>
      i === k ? unit : row.map((x, j) => s.aux('matrix', sub(x, mul(row[k]!, unit[j]!)))),
    );
  }
  return rows.map((row) => row.slice(n));
}

export const matrices: readonly ForeignFunction[] = [
  {
    vensim: ['INVERT MATRIX'],
    arity: [2, 2],
    lower: (s) => {
      const term = subscripted(s, 0);
      const [down, across] = term ? [dimensionAt(s, term, 1), dimensionAt(s, term, 0)] : [];
      if (!term || !down || !across) return num(NaN);
      const n = Math.min(Math.round(s.constant(1)), down.elements.length, across.elements.length);
      if (n > MOST_ROWS)
        return s.complain('too-many', { what: 'values', count: n * n, limit: MOST_ROWS ** 2 });
      const result = sharedBy(s, [down, across], () =>
        inverse(s, down.elements.slice(0, n).map((row) =>
          across.elements.slice(0, n).map((column) =>
            s.context.world.rules.lower(term, bound(s.context, { range: down, element: row }, { range: across, element: column })),
          ),
        )),
      ); // prettier-ignore
      return result[ownPlace(s, down)]?.[ownPlace(s, across)] ?? num(0);
    },
  },
];
