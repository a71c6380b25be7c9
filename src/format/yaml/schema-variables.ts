import { evidenceFields, rangeFields, variableFields } from './schema-common.ts';
import { listOf, needed, optional, record } from './record.ts';
import { number, pair, reference, sourceText, yesNo } from './scalars.ts';
import type { Read } from './shape.ts';

/** Entries that are variables of the model. */

export const parameter = record(
  {
    ...variableFields,
    value: needed(number, 'Värdet när ingen ändrar det.', 'The value when nobody changes it.'),
    ...rangeFields,
    ...evidenceFields,
  },
  { sv: 'Ett tal som är lika under hela körningen.', en: 'A number that stays the same during a run.' },
);

export const stock = record(
  {
    ...variableFields,
    initial: needed(
      sourceText,
      'Värdet vid start: ett tal eller en ekvation.',
      'The value at the start: a number or an equation.',
    ),
    inflows: optional(listOf(reference), 'Flöden som fyller på.', 'Flows that add to it.'),
    outflows: optional(listOf(reference), 'Flöden som tappar av.', 'Flows that drain it.'),
    non_negative: optional(
      yesNo,
      'Utflödena hålls tillbaka så att nivån inte går under noll. Förval: false.',
      'Outflows are held back so that the level does not fall below zero. Default: false.',
    ),
  },
  {
    sv: 'Något som samlas: fylls av inflöden, töms av utflöden.',
    en: 'Something that accumulates: filled by inflows, drained by outflows.',
  },
);

const equation = needed(
  sourceText,
  'Formeln. Villkor: a > b ? c : d, inom citattecken.',
  'The formula. Conditions: a > b ? c : d, within quotation marks.',
);

export const flow = record(
  { ...variableFields, equation },
  { sv: 'Hur mycket som rör sig per tidsenhet.', en: 'How much moves per unit of time.' },
);

export const auxiliary = record(
  { ...variableFields, equation },
  { sv: 'Räknas ut på nytt i varje ögonblick.', en: 'Computed anew at each moment.' },
);

export const table = record(
  {
    ...variableFields,
    x_unit: needed(sourceText, 'Enhet för x.', 'Unit of x.', 'missing-unit'),
    points: needed(
      listOf(pair),
      'Punkter [x, y] med växande x; rak linje mellan, plant utanför.',
      'Points [x, y] with x increasing; straight between them, level outside.',
    ),
    extrapolate: optional(
      yesNo,
      'Utanför punkterna går kurvan vidare längs sin första och sin sista linje. Förval: false.',
      'Outside the points the curve goes on along its first and its last line. Default: false.',
    ),
    jumps: optional(
      yesNo,
      'Två punkter får ha samma x: där hoppar kurvan, och den andra punkten gäller. Förval: false.',
      'Two points may have the same x: the curve jumps there, and the second point holds. Default: false.',
    ),
  },
  { sv: 'Ett samband ritat som en kurva: tabell(x).', en: 'A relation drawn as a curve: table(x).' },
);

export type ParameterEntry = Read<typeof parameter>;
export type StockEntry = Read<typeof stock>;
export type FlowEntry = Read<typeof flow>;
export type TableEntry = Read<typeof table>;
