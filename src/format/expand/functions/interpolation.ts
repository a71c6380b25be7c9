import { add, call, join, mul, num, sub } from '../build.ts';
import { loopsIn } from '../loops.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

const [zero, one] = [num(0), num(1)];

/** How much each of `count` values at even distances counts at a place from 0 to 1: those before and after it. */
function weights(s: CallSite, place: Expr, count: number): readonly Expr[] {
  const at = s.aux('place', mul(call('max', zero, call('min', one, place)), num(count - 1)));
  return Array.from({ length: count }, (_, i) =>
    s.aux('weight', call('max', zero, sub(one, call('abs', sub(at, num(i)))))),
  );
}

export const interpolation: readonly ForeignFunction[] = [
  {
    // isee: a value between those of an array of any number of dimensions, each with a place from 0 to 1.
    xmile: ['INTERPOLATE'],
    arity: [2, Infinity],
    runs: true,
    lower: (s) => {
      const sizes = [...loopsIn(s.term.args.slice(0, 1), s.context).values()].map((r) => r.elements.length);
      if (sizes.length !== s.count - 1)
        return s.complain('argument-count', { name: s.term.name, expected: `${sizes.length + 1}`, found: s.count }); // prettier-ignore
      const values = s.each(0).map(([value]) => value!);
      const parts = sizes.map((size, i) => weights(s, s.value(i + 1), size));
      // The last dimension runs fastest.
      const weightOf = (place: number): Expr => {
        let rest = place;
        const own = parts.toReversed().map((weight) => {
          const i = rest % weight.length;
          rest = Math.floor(rest / weight.length);
          return weight[i]!;
        });
        return join(own, one, mul);
      };
      return join(values.map((value, place) => mul(weightOf(place), value)), zero, add); // prettier-ignore
    },
  },
];
