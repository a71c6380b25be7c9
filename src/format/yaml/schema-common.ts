import { number, oneOf, pair, sourceText, text } from './scalars.ts';
import { named, needed, optional, record, type Read } from './shape.ts';

/** Pieces that several parts of the schema share. */

/** Words in two languages. A missing one is a warning, not a mistake: a draft must run. */
export const bilingual = named(
  'words',
  record({
    sv: optional(text, 'På svenska.', 'In Swedish.'),
    en: optional(text, 'På engelska.', 'In English.'),
  }),
);

export const variableFields = {
  name: optional(bilingual, 'Namn på skärmen.', 'Name on screen.'),
  about: optional(bilingual, 'En kort mening om vad det är.', 'One short sentence about what it is.'),
  unit: needed(
    sourceText,
    'Enhet, till exempel person/year; 1 betyder utan enhet.',
    'Unit, for example person/year; 1 means no unit.',
    'missing-unit',
  ),
};

export const rangeFields = {
  range: optional(pair, 'Lägsta och högsta rimliga värde.', 'Lowest and highest reasonable value.'),
  shape: optional(
    oneOf('fixed', 'uniform', 'triangular', 'pert'),
    'Fördelning i intervallet. Förval: triangular, eller fixed utan intervall.',
    'Distribution in the range. Default: triangular, or fixed without a range.',
  ),
};

export const evidenceFields = {
  grade: needed(
    oneOf('measured', 'estimated', 'assumed', 'illustrative'),
    'Hur väl talet är känt: uppmätt, skattat, antaget eller illustrativt.',
    'How well the number is known.',
    'missing-evidence',
  ),
  source: needed(text, 'Var talet kommer ifrån.', 'Where the number comes from.', 'missing-evidence'),
};

/** A number with its range and evidence, where the entry around it gives name and unit. */
export const amount = named(
  'amount',
  record({ value: needed(number, 'Värdet.', 'The value.'), ...rangeFields, ...evidenceFields }),
);

export const evidence = record(evidenceFields);

export type Words = Read<typeof bilingual>;
export type AmountEntry = Read<typeof amount>;
