import { amount, bilingual, evidence } from './schema-common.ts';
import { number, numberOrName, oneOf, reference, text } from './scalars.ts';
import { listOf, mapOf, needed, optional, record } from './record.ts';
import type { Read } from './shape.ts';

/** Who pays: a number, the name of a parameter, or `rest`, per actor. */
export const shares = mapOf(numberOrName);

const inWords = {
  sv: optional(text, 'På svenska.', 'In Swedish.'),
  en: optional(text, 'På engelska.', 'In English.'),
};

export const leverEntry = record(
  {
    group: needed(
      oneOf('rescue', 'swim', 'upstream', 'conditions'),
      'Plats vid floden: Dra upp, Lär simma eller Gå uppströms; conditions är vad en aktör gör för egen del.',
      'Place at the river: Pull out, Teach to swim or Go upstream; conditions is what an actor does for its own part.',
    ),
    name: optional(bilingual, 'Spakens namn.', "The lever's name."),
    about: optional(bilingual, 'Vad som görs.', 'What is done.'),
    sets: optional(
      reference,
      'En parameter som spaken ställer in direkt, utan kostnad och införandetid.',
      'A parameter that the lever sets directly, without cost or delay.',
    ),
    step: optional(
      number,
      'Minsta steg. Förval: en hundradel av spakens längd.',
      "Smallest step. Default: a hundredth of the lever's length.",
    ),
    zones: optional(
      listOf(record({ at: needed(number, 'Spakens läge.', "The lever's setting."), ...inWords })),
      'Lägen i ord; {namn} byts mot parameterns värde.',
      "Settings in words; {name} is replaced by the parameter's value.",
    ),
    measure: optional(
      record({ variable: needed(reference, 'Parametern.', 'The parameter.'), ...inWords }),
      'Vad full spak motsvarar, till exempel 200 platser.',
      'What the full lever amounts to, for example 200 places.',
    ),
    unit_words: optional(
      bilingual,
      'Enheten för läget självt, för en spak som inte är en andel: år.',
      'The unit of the setting itself, for a lever that is no share: years.',
    ),
    cost: optional(amount, 'Kostnad per tidsenhet vid full spak.', 'Cost per unit of time at full lever.'),
    delay: optional(amount, 'Tid tills spaken märks.', 'Time until the lever is felt.'),
    effect: needed(
      evidence,
      'Hur väl effekten är känd.',
      'How well the effect is known.',
      'missing-evidence',
    ),
    dynamics: optional(
      bilingual,
      'Vad som händer i modellen när spaken flyttas.',
      'What happens in the model when the lever moves.',
    ),
    fairness: optional(
      bilingual,
      'Vem spaken når och vem den kan missa: en bedömning.',
      'Who the lever reaches and who it may miss: a judgement.',
    ),
    payers: optional(shares, 'Vem betalar kostnaden.', 'Who pays the cost.'),
  },
  { sv: 'Något som en beslutsfattare kan ställa in.', en: 'Something that a decision maker may set.' },
);

export type LeverEntry = Read<typeof leverEntry>;
export type SharesEntry = Read<typeof shares>;
