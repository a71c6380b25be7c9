import type { Builtin } from './builtin.ts';

/** Functions that choose among numbers or round them: exact, whatever the arguments. */
export const arithmetic: readonly Builtin[] = [
  {
    name: 'min',
    arity: [1, Infinity],
    units: { kind: 'alike' },
    meaning: (o, args) => args.reduce((a, b) => o.min(a, b)),
    about: { sv: 'Det minsta av värdena.', en: 'The smallest of the values.' },
    examples: [
      { args: [3], value: 3 },
      { args: [3, -2, 5], value: -2 },
    ],
  },
  {
    name: 'max',
    arity: [1, Infinity],
    units: { kind: 'alike' },
    meaning: (o, args) => args.reduce((a, b) => o.max(a, b)),
    about: { sv: 'Det största av värdena.', en: 'The largest of the values.' },
    examples: [
      { args: [3], value: 3 },
      { args: [3, -2, 5], value: 5 },
    ],
  },
  {
    name: 'clip',
    arity: [3, 3],
    units: { kind: 'alike' },
    meaning: (o, [x, low, high]) => o.max(low!, o.min(x!, high!)),
    about: {
      sv: 'x, men inte under det andra värdet och inte över det tredje.',
      en: 'x, but not below the second value and not above the third.',
    },
    examples: [
      { args: [0.5, 0, 1], value: 0.5 },
      { args: [-3, 0, 1], value: 0 },
      { args: [7, 0, 1], value: 1 },
      // Bounds in the wrong order: the lower bound holds.
      { args: [0.5, 1, 0], value: 1 },
    ],
  },
  {
    name: 'abs',
    arity: [1, 1],
    units: { kind: 'alike' },
    meaning: (o, [x]) => o.abs(x!),
    about: { sv: 'x utan minustecken.', en: 'x without its minus sign.' },
    examples: [
      { args: [-2.5], value: 2.5 },
      { args: [2.5], value: 2.5 },
    ],
  },
  {
    name: 'floor',
    arity: [1, 1],
    units: { kind: 'alike' },
    meaning: (o, [x]) => o.floor(x!),
    about: { sv: 'Närmaste heltal nedåt.', en: 'The nearest whole number below.' },
    examples: [
      { args: [2.7], value: 2 },
      { args: [-2.1], value: -3 },
    ],
  },
  {
    name: 'ceil',
    arity: [1, 1],
    units: { kind: 'alike' },
    meaning: (o, [x]) => o.ceil(x!),
    about: { sv: 'Närmaste heltal uppåt.', en: 'The nearest whole number above.' },
    examples: [
      { args: [2.1], value: 3 },
      { args: [-2.7], value: -2 },
    ],
  },
  {
    // XMILE 1.0, 3.5.1: the largest whole number that is not above x, also below zero.
    name: 'int',
    arity: [1, 1],
    units: { kind: 'alike' },
    meaning: (o, [x]) => o.floor(x!),
    about: { sv: 'Samma som floor, med XMILE:s namn.', en: 'The same as floor, by its name in XMILE.' },
    examples: [
      { args: [2.7], value: 2 },
      { args: [-2.1], value: -3 },
    ],
  },
  {
    name: 'round',
    arity: [1, 1],
    units: { kind: 'alike' },
    // Not floor(x + 0.5): the sum is inexact just below a half. The distance to trunc(x) is exact.
    meaning: (o, args) => {
      const x = o.let(args[0]!);
      const whole = o.let(o.trunc(x));
      const away = o.add(whole, o.choose(o.lt(x, o.num(0)), o.num(-1), o.num(1)));
      return o.choose(o.le(o.num(0.5), o.abs(o.sub(x, whole))), away, whole);
    },
    about: {
      sv: 'Närmaste heltal; en halv går bort från noll.',
      en: 'The nearest whole number; a half goes away from zero.',
    },
    examples: [
      { args: [2.5], value: 3 },
      { args: [-2.5], value: -3 },
      { args: [0.49999999999999994], value: 0 },
      { args: [4503599627370497], value: 4503599627370497 },
    ],
  },
  {
    // XMILE 1.0, 3.3.1: a = int(a / b)·b + (a mod b), so the sign is b's.
    name: 'mod',
    arity: [2, 2],
    units: { kind: 'alike' },
    meaning: (o, args) => {
      const [a, b] = [o.let(args[0]!), o.let(args[1]!)];
      return o.sub(a, o.mul(o.floor(o.div(a, b)), b));
    },
    about: {
      sv: 'Resten när det första värdet delas med det andra, med det andras tecken.',
      en: 'The remainder of the first value divided by the second, with the sign of the second.',
    },
    examples: [
      { args: [7, 3], value: 1 },
      { args: [-7, 3], value: 2 },
      { args: [7, -3], value: -2 },
      { args: [7, 0], value: NaN },
    ],
  },
];
