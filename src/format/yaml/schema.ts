import { leverEntry, shares } from './schema-levers.ts';
import { amount, bilingual, evidenceFields, rangeFields, variableFields } from './schema-common.ts';
import { listOf, mapOf, named, needed, optional, record, type Read } from './shape.ts';
import { number, oneOf, pair, reference, sourceText, text, yesNo } from './scalars.ts';

/**
 * The model file: the one description from which both the reader and public/model.schema.json are made.
 * Keys are XMILE's words where XMILE has one.
 */

const parameter = record(
  {
    ...variableFields,
    value: needed(number, 'Värdet när ingen ändrar det.', 'The value when nobody changes it.'),
    ...rangeFields,
    ...evidenceFields,
  },
  { sv: 'Ett tal som är lika under hela körningen.', en: 'A number that stays the same during a run.' },
);

const stock = record(
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

const flow = record(
  { ...variableFields, equation },
  { sv: 'Hur mycket som rör sig per tidsenhet.', en: 'How much moves per unit of time.' },
);

const auxiliary = record(
  { ...variableFields, equation },
  { sv: 'Räknas ut på nytt i varje ögonblick.', en: 'Computed anew at each moment.' },
);

const table = record(
  {
    ...variableFields,
    x_unit: needed(sourceText, 'Enhet för x.', 'Unit of x.', 'missing-unit'),
    points: needed(
      listOf(pair),
      'Punkter [x, y] med växande x; rak linje mellan, plant utanför.',
      'Points [x, y] with x increasing; straight between them, level outside.',
    ),
  },
  { sv: 'Ett samband ritat som en kurva: tabell(x).', en: 'A relation drawn as a curve: table(x).' },
);

const actor = record({
  name: optional(bilingual, 'Aktörens namn.', "The actor's name."),
  money: optional(
    oneOf('cash', 'value'),
    'value är produktionsvärde, som aldrig läggs ihop med pengar. Förval: cash.',
    'value is production value, which is never added to cash. Default: cash.',
  ),
  unit_cost: needed(
    amount,
    'Kostnad per person och tidsenhet i utanförskap.',
    'Cost per person and unit of time outside.',
  ),
});

const ledger = record({
  persons: needed(
    reference,
    'Antal personer, vägda efter vad de kostar.',
    'Number of persons, weighted by what they cost.',
  ),
  discount: needed(reference, 'Diskonteringsfaktor, 1 vid start.', 'Discount factor, 1 at the start.'),
  from: needed(
    reference,
    '0 före insatsen, 1 efter: när räkningen börjar.',
    '0 before the policy, 1 after: when counting begins.',
  ),
  charges: optional(
    mapOf(
      record({
        amount: needed(
          reference,
          'Variabel med beloppet per tidsenhet.',
          'Variable with the sum per unit of time.',
        ),
        payers: needed(shares, 'Vem betalar.', 'Who pays.'),
      }),
    ),
    'Belopp utöver styckkostnaderna.',
    'Sums beyond the unit costs.',
  ),
});

const outcome = record({
  role: needed(
    oneOf('stock', 'inflow', 'other'),
    'stock och inflow visas sida vid sida.',
    'stock and inflow are shown side by side.',
  ),
  better: needed(oneOf('lower', 'higher'), 'Åt vilket håll det är bättre.', 'Which direction is better.'),
  name: needed(bilingual, 'Namn på skärmen.', 'Name on screen.'),
  unit_words: needed(bilingual, 'Enheten i ord.', 'The unit in words.'),
});

const preset = record({
  name: optional(bilingual, 'Kommunens eller fallets namn.', 'Name of the municipality or case.'),
  about: optional(bilingual, 'Vad som skiljer.', 'What differs.'),
  values: optional(
    mapOf(number),
    'Parametrar, eller stockars startvärden, som avviker från filens.',
    "Parameters, or stocks' initial values, that differ from the file's.",
  ),
});

const strategy = record({
  group: needed(oneOf('rescue', 'swim', 'upstream'), 'Plats vid floden.', 'Place at the river.'),
  name: optional(bilingual, 'Strategins namn.', "The strategy's name."),
  levers: needed(listOf(reference), 'Spakar som delar på pengarna.', 'Levers that share the money.'),
  yearly_cost: needed(number, 'Kostnad per år.', 'Cost per year.'),
});

const simSpecs = record({
  start: needed(number, 'Första tidpunkten.', 'First time.'),
  stop: needed(number, 'Sista tidpunkten.', 'Last time.'),
  dt: needed(number, 'Räknesteg.', 'Step of computation.'),
  save_step: optional(
    number,
    'Steg mellan sparade värden; ett helt antal dt. Förval: dt.',
    'Step between saved values; a whole number of dt. Default: dt.',
  ),
  method: optional(
    oneOf('euler', 'rk2', 'rk4'),
    'Integrationsmetod. Förval: rk4.',
    'Integration method. Default: rk4.',
  ),
  time_unit: needed(
    sourceText,
    'Tidens enhet, till exempel year.',
    'Unit of time, for example year.',
    'missing-unit',
  ),
  year_zero: optional(
    reference,
    'Parametern vars värde är år 0 på skärmen.',
    'The parameter whose value is year 0 on screen.',
  ),
});

/** What a part may hold, and a model too. */
const sections = {
  parameters: optional(
    mapOf(named('parameter', parameter)),
    'Konstanter med källa och intervall.',
    'Constants with source and range.',
  ),
  stocks: optional(mapOf(named('stock', stock)), 'Det som samlas.', 'What accumulates.'),
  flows: optional(mapOf(named('flow', flow)), 'Det som rör sig.', 'What moves.'),
  auxiliaries: optional(mapOf(named('auxiliary', auxiliary)), 'Det som räknas ut.', 'What is computed.'),
  tables: optional(mapOf(named('table', table)), 'Samband som kurvor.', 'Relations as curves.'),
  levers: optional(
    mapOf(named('lever', leverEntry)),
    'Det som en beslutsfattare kan ställa in.',
    'What a decision maker may set.',
  ),
  actors: optional(mapOf(named('actor', actor)), 'De som betalar eller vinner.', 'Those who pay or gain.'),
};

export const partFile = record({
  name: optional(bilingual, 'Delens namn.', "The part's name."),
  about: optional(bilingual, 'Vad delen gör.', 'What the part does.'),
  needs: optional(
    listOf(reference),
    'Namn som modellen själv måste definiera.',
    'Names that the model itself must define.',
  ),
  ...sections,
});

export const modelFile = record({
  id: needed(reference, 'Modellens korta namn.', "The model's short name."),
  name: optional(bilingual, 'Modellens namn.', "The model's name."),
  about: optional(bilingual, 'Vad modellen visar.', 'What the model shows.'),
  include: optional(
    listOf(text),
    'Delar som flera modeller har gemensamt.',
    'Parts that several models share.',
  ),
  sim_specs: needed(simSpecs, 'Tid och metod.', 'Time and method.'),
  ...sections,
  roll_out: optional(
    record({
      active: needed(
        reference,
        'Variabel som är 1 när insatserna pågår, annars 0.',
        'Variable that is 1 while policies run, else 0.',
      ),
    }),
    'Slår på och av alla spakar. Utan den gäller de från start.',
    'Switches all levers on and off. Without it they act from the start.',
  ),
  ledger: optional(ledger, 'Vem betalar och vem vinner.', 'Who pays and who gains.'),
  outcomes: optional(
    mapOf(named('outcome', outcome)),
    'Det som skärmen visar först.',
    'What the screen shows first.',
  ),
  presets: optional(
    mapOf(named('preset', preset)),
    'Kommuner eller fall; den första öppnas.',
    'Municipalities or cases; the first one opens.',
  ),
  strategies: optional(mapOf(named('strategy', strategy)), 'Färdiga strategier.', 'Ready strategies.'),
  diagram: optional(
    mapOf(
      record({
        x: needed(number, 'Läge åt höger.', 'Position to the right.'),
        y: needed(number, 'Läge nedåt.', 'Position downwards.'),
      }),
    ),
    'Variablernas platser i diagrammet.',
    'Places of the variables in the diagram.',
  ),
});

export type ParameterEntry = Read<typeof parameter>;
export type StockEntry = Read<typeof stock>;
export type FlowEntry = Read<typeof flow>;
export type TableEntry = Read<typeof table>;
export type ActorEntry = Read<typeof actor>;
export type LedgerEntry = Read<typeof ledger>;
export type PartFile = ReturnType<typeof partFile.readAll>;
export type ModelFile = ReturnType<typeof modelFile.readAll>;
