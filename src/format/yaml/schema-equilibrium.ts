import { bilingual } from './schema-common.ts';
import { listOf, mapOf, needed, optional, record } from './record.ts';
import { number, numberOrName, pair, reference } from './scalars.ts';
import type { Read } from './shape.ts';

/** Entries about the state in which nothing changes, and about what makes a model out of a municipality. */

const calibration = record({
  variable: needed(
    reference,
    'Variabeln som ska nå sitt mål i jämvikt.',
    'The variable that is to meet its target in equilibrium.',
  ),
  target: optional(
    numberOrName,
    'Målet: ett tal eller en variabel. Utan mål gäller uppgiftens värde, när den är given.',
    "The target: a number or a variable. Without one, the fact's value, where it is given.",
  ),
  by: needed(
    listOf(reference),
    'Parametrar som multipliceras med samma faktor tills målet är nått.',
    'Parameters that are multiplied by the same factor until the target is met.',
  ),
  factor: needed(pair, 'Faktorns lägsta och högsta värde.', 'Lowest and highest value of the factor.'),
  fact: optional(
    reference,
    'Uppgiften om kommunen som ställer målet.',
    'The fact about the municipality that sets the target.',
  ),
});

export const equilibrium = record({
  neutral: optional(
    mapOf(number),
    'Variabler som står still medan jämvikten söks, för att de jämför med utgångsläget.',
    'Variables that are held still while the equilibrium is looked for, since they compare with the initial state.',
  ),
  references: optional(
    mapOf(reference),
    'Parametrar som får värdet av en variabel i jämvikten.',
    'Parameters that take the value of a variable in the equilibrium.',
  ),
  calibrate: optional(
    mapOf(calibration),
    'Parametrar som räknas fram så att jämvikten stämmer med något känt.',
    'Parameters that are worked out so that the equilibrium agrees with something known.',
  ),
});

export const fact = record({
  name: optional(bilingual, 'Vad det är, på skärmen.', 'What it is, on screen.'),
  about: optional(
    bilingual,
    'En kort mening om var talet finns.',
    'One short sentence about where to find it.',
  ),
  unit_words: needed(bilingual, 'Enheten i ord.', 'The unit in words.'),
  range: needed(pair, 'Lägsta och högsta värde som tas emot.', 'Lowest and highest value that is accepted.'),
  sets: optional(reference, 'Parametern som det är.', 'The parameter that it is.'),
  measure: optional(
    reference,
    'Serien som visar det, om ingen parameter gör det.',
    'The series that shows it, if no parameter does.',
  ),
  from: optional(
    number,
    'Värdet som filens parametrar gäller för. Förval: parameterns eget.',
    "The value for which the file's parameters hold. Default: the parameter's own.",
  ),
  scales: optional(
    listOf(reference),
    'Parametrar som växer i samma mån.',
    'Parameters that grow in proportion.',
  ),
});

export type CalibrationEntry = Read<typeof calibration>;
