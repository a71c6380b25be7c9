import { exp, ln, log10 } from '../../numeric/numeric.ts';
import type { Builtin } from './builtin.ts';

/** Roots, exponentials and logarithms. */
export const elementary: readonly Builtin[] = [
  {
    name: 'sqrt',
    arity: [1, 1],
    units: { kind: 'power', exponent: 0.5 },
    meaning: (o, [x]) => o.sqrt(x!),
    about: { sv: 'Kvadratroten ur x.', en: 'The square root of x.' },
    examples: [
      { args: [2.25], value: 1.5 },
      { args: [-1], value: NaN },
    ],
  },
  {
    name: 'exp',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => exp(o, x!),
    about: { sv: 'Talet e upphöjt till x.', en: 'The number e raised to x.' },
    examples: [
      { args: [0], value: 1 },
      { args: [1], value: Math.E },
      { args: [-Infinity], value: 0 },
    ],
  },
  {
    name: 'ln',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => ln(o, x!),
    about: { sv: 'Naturliga logaritmen av x.', en: 'The natural logarithm of x.' },
    examples: [
      { args: [1], value: 0 },
      { args: [2], value: Math.LN2 },
      { args: [0], value: -Infinity },
      { args: [-1], value: NaN },
    ],
  },
  {
    name: 'log10',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => log10(o, x!),
    about: { sv: 'Tiologaritmen av x.', en: 'The logarithm of x to base ten.' },
    examples: [
      { args: [1000], value: 3 },
      { args: [0], value: -Infinity },
      { args: [-1], value: NaN },
    ],
  },
];
