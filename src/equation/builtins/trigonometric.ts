import { acos, asin, atan, cos, sin, tan } from '../../numeric/numeric.ts';
import type { Builtin } from './builtin.ts';

/** Angles are in radians, which have no unit. Inverses have their names from XMILE. */
export const trigonometric: readonly Builtin[] = [
  {
    name: 'sin',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => sin(o, x!),
    about: { sv: 'Sinus för vinkeln x i radianer.', en: 'The sine of the angle x in radians.' },
    examples: [
      { args: [0], value: 0 },
      { args: [Math.PI / 2], value: 1 },
      { args: [Infinity], value: NaN },
    ],
  },
  {
    name: 'cos',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => cos(o, x!),
    about: { sv: 'Cosinus för vinkeln x i radianer.', en: 'The cosine of the angle x in radians.' },
    examples: [
      { args: [0], value: 1 },
      { args: [Math.PI], value: -1 },
      { args: [Infinity], value: NaN },
    ],
  },
  {
    name: 'tan',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => tan(o, x!),
    about: { sv: 'Tangens för vinkeln x i radianer.', en: 'The tangent of the angle x in radians.' },
    examples: [
      { args: [0], value: 0 },
      { args: [Infinity], value: NaN },
    ],
  },
  {
    name: 'arcsin',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => asin(o, x!),
    about: { sv: 'Vinkeln i radianer vars sinus är x.', en: 'The angle in radians whose sine is x.' },
    examples: [
      { args: [1], value: Math.PI / 2 },
      { args: [-1], value: -Math.PI / 2 },
      { args: [2], value: NaN },
    ],
  },
  {
    name: 'arccos',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => acos(o, x!),
    about: { sv: 'Vinkeln i radianer vars cosinus är x.', en: 'The angle in radians whose cosine is x.' },
    examples: [
      { args: [1], value: 0 },
      { args: [-1], value: Math.PI },
      { args: [2], value: NaN },
    ],
  },
  {
    name: 'arctan',
    arity: [1, 1],
    units: { kind: 'none' },
    meaning: (o, [x]) => atan(o, x!),
    about: { sv: 'Vinkeln i radianer vars tangens är x.', en: 'The angle in radians whose tangent is x.' },
    examples: [
      { args: [0], value: 0 },
      { args: [1], value: Math.PI / 4 },
      { args: [Infinity], value: Math.PI / 2 },
    ],
  },
];
