import { num } from '../build.ts';
import { inverse } from '../inverse.ts';
import { bound, dimensionAt, ownPlace, sharedBy, subscripted } from '../vectors.ts';
import type { ForeignFunction } from './function.ts';

/** The largest matrix that is inverted: the work grows with the cube. */
const MOST_ROWS = 40;

export const matrices: readonly ForeignFunction[] = [
  {
    vensim: ['INVERT MATRIX'],
    arity: [2, 2],
    lower: (s) => {
      const term = subscripted(s, 0);
      const [down, across] = term ? [dimensionAt(s, term, 1), dimensionAt(s, term, 0)] : [];
      if (!term || !down || !across) return num(NaN);
      const n = Math.min(Math.round(s.constant(1)), down.elements.length, across.elements.length);
      if (n > MOST_ROWS) return s.complain('too-many', { what: 'rows', count: n * n, limit: MOST_ROWS ** 2 });
      const result = sharedBy(s, [down, across], () =>
        inverse(s.aux, down.elements.slice(0, n).map((row) =>
          across.elements.slice(0, n).map((column) =>
            s.context.world.rules.lower(term, bound(s.context, { range: down, element: row }, { range: across, element: column })),
          ),
        )),
      ); // prettier-ignore
      return result[ownPlace(s, down)]?.[ownPlace(s, across)] ?? num(0);
    },
  },
];
