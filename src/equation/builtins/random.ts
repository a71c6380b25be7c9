import type { Ops } from '../../numeric/ops.ts';
import type { Builtin } from './builtin.ts';

/**
 * Mixes 64 bits so that each bit of the result hangs on all of them: shifts and sums alone, after Thomas Wang,
 * "Integer Hash Function" (2007). It can be undone, so different bits stay different.
 */
function mixed<V, M, I>(o: Ops<V, M, I>, word: I): I {
  const step = (make: (k: I) => I, k: I): I => o.letI(make(o.letI(k)));
  const minusOne = o.int(-1n);
  let k = step((x) => o.addI(o.xorI(x, minusOne), o.shl(x, 21)), word);
  k = step((x) => o.xorI(x, o.shrU(x, 24)), k);
  k = step((x) => o.addI(o.addI(x, o.shl(x, 3)), o.shl(x, 8)), k);
  k = step((x) => o.xorI(x, o.shrU(x, 14)), k);
  k = step((x) => o.addI(o.addI(x, o.shl(x, 2)), o.shl(x, 4)), k);
  k = step((x) => o.xorI(x, o.shrU(x, 28)), k);
  return step((x) => o.addI(x, o.shl(x, 31)), k);
}

/** Chance without memory: the same arguments give the same number, on every machine and in every order of work. */
export const random: readonly Builtin[] = [
  {
    name: 'chance',
    arity: [3, 3],
    units: { kind: 'none' },
    meaning: (o, args) => {
      const [a, b, c] = [o.let(args[0]!), o.let(args[1]!), o.let(args[2]!)];
      const first = mixed(o, o.bits(a));
      const second = mixed(o, o.xorI(first, o.bits(b)));
      const third = mixed(o, o.addI(second, o.bits(c)));
      // 52 bits behind the one of 1: a double from 1 up to 2.
      const drawn = o.sub(o.double(o.orI(o.shrU(third, 12), o.bits(o.num(1)))), o.num(1));
      return o.add(drawn, o.mul(o.num(0), o.add(a, o.add(b, c))));
    },
    about: {
      sv: 'chance(a, b, c): ett tal från 0 upp till 1 som ser slumpat ut och följer av de tre.',
      en: 'chance(a, b, c): a number from 0 up to 1 that looks random and follows from the three.',
    },
    examples: [
      { args: [0, 0, 0], value: 0.31006059304361067 },
      { args: [1, 2, 3], value: 0.2426978954920047 },
    ],
  },
];
