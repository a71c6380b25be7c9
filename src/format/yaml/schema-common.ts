import { isScalar } from 'yaml';
import { number, oneOf, pair, sourceText, text } from './scalars.ts';
import { needed, optional, record } from './record.ts';
import { named, type Read, type Shape } from './shape.ts';

/** Pieces that several parts of the schema share. */

/** Words in two languages. A missing one is a warning, not a mistake: a draft must run. */
export const bilingual = named(
  'words',
  record({
    sv: optional(text, 'På svenska.', 'In Swedish.'),
    en: optional(text, 'På engelska.', 'In English.'),
  }),
);

export type Words = Read<typeof bilingual>;

/** Words in two languages, or one text that is the same in both, such as a title. */
const textOrWords: Shape<Words> = {
  read: (found, source) => {
    if (!isScalar(found.node)) return bilingual.read(found, source);
    const both = text.read(found, source);
    return both && { sv: both, en: both, place: found.place };
  },
  json: (define) => ({ anyOf: [text.json(define), bilingual.json(define)] }),
};

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
  source: needed(
    textOrWords,
    'Var talet kommer ifrån: en titel, eller en mening på båda språken.',
    'Where the number comes from: a title, or a sentence in both languages.',
    'missing-evidence',
  ),
};

/** A number with its range and evidence, where the entry around it gives name and unit. */
export const amount = named(
  'amount',
  record({ value: needed(number, 'Värdet.', 'The value.'), ...rangeFields, ...evidenceFields }),
);

export const evidence = record(evidenceFields);

export type AmountEntry = Read<typeof amount>;
