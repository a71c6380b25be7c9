import { both, iff, not, num, op } from '../build.ts';
import { inPlace, listedFrom } from '../listed.ts';
import { along, subscripted } from '../vectors.ts';
import type { ForeignFunction } from './function.ts';

const zero = num(0);

export const shifting: readonly ForeignFunction[] = [
  {
    // Cohorts that grow a year older, all at once; the value is what leaves the last one.
    vensim: ['SHIFT IF TRUE'],
    arity: [5, 5],
    lower: (s) => {
      const first = subscripted(s, 0);
      const range = first && listedFrom(s, first, 0);
      if (!first || !range) return s.complain('needs-array', { name: s.term.name });
      const size = Math.round(s.constant(2));
      const max = range.elements.length;
      if (!(size >= 1 && size <= max))
        return s.complain('outside-range', { name: s.term.name, value: size, min: 1, max });
      const moved = { ...range, elements: range.elements.slice(0, size) };
      const stocks = along(inPlace(first, 0, moved), moved, s.context).flatMap((e) => (e.kind === 'ref' ? [e.name] : [])); // prettier-ignore
      const truth = (i: number) => s.aux('whether', op('!=', s.value(i), zero));
      const [condition, accumulates] = [truth(1), truth(3)];
      s.context.world.shifts.push({ stocks, condition, accumulates, given: s.plain(4), context: s.context });
      s.approximate(s.term.name, 't → t + TIME STEP');
      const last = stocks.at(-1);
      const leaves = both(condition, not(accumulates));
      return last === undefined
        ? num(NaN)
        : iff(leaves, { kind: 'ref', name: last, span: s.term.span }, zero);
    },
  },
];
