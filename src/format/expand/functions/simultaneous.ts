import { num, ref } from '../build.ts';
import { mostUnknown } from '../algebraic-loops.ts';
import { hiddenId } from '../making.ts';
import { along, dimensionAt, ownPlace, sharedBy, subscripted } from '../vectors.ts';
import type { ForeignFunction } from './function.ts';

/** Vensim's ways out of a loop of equations. */
export const simultaneous: readonly ForeignFunction[] = [
  {
    vensim: ['SIMULTANEOUS'],
    arity: [2, 2],
    lower: (s) => {
      const { context } = s;
      const id = hiddenId(context, 'solution');
      context.world.loops.push({
        kind: 'repeat',
        unknowns: [id],
        results: [s.value(0)],
        start: [s.value(1)],
        context,
      });
      return ref(id);
    },
  },
  {
    vensim: ['FIND ZERO'],
    arity: [9, 9],
    lower: (s) => {
      const terms = [0, 1, 2, 3].map((i) => subscripted(s, i));
      const range = terms[1] && dimensionAt(s, terms[1], 0);
      if (!range) return num(NaN);
      const count = range.elements.length;
      if (count > mostUnknown) return s.complain('too-many', { what: 'unknowns', count, limit: mostUnknown });
      if (Math.round(s.constant(4)) < count || Math.round(s.constant(5)) > 0)
        return s.complain('not-supported', { what: 'FIND ZERO: n, skip' });
      const ids = sharedBy(s, [range], () => {
        const [x, results, z, start] = terms.map((term) => (term ? along(term, range, s.context) : []));
        const unknowns = range.elements.map(() => hiddenId(s.context, 'solution'));
        const scales = { x: x!, z: z! };
        s.context.world.loops.push({
          kind: 'zero',
          unknowns,
          results: results!,
          start: start!,
          scales,
          tolerance: s.value(6),
          context: s.context,
        });
        return unknowns;
      });
      const id = ids[ownPlace(s, range)];
      return id === undefined ? num(NaN) : ref(id);
    },
  },
];
