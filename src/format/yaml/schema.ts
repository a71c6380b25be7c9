import { bilingual } from './schema-common.ts';
import { equilibrium, fact } from './schema-equilibrium.ts';
import { leverEntry } from './schema-levers.ts';
import { life } from './schema-life.ts';
import { actor, ledger } from './schema-money.ts';
import { auxiliary, flow, parameter, stock, table } from './schema-variables.ts';
import { listOf, mapOf, needed, optional, record } from './record.ts';
import { number, oneOf, reference, sourceText, text } from './scalars.ts';
import { named } from './shape.ts';

/**
 * The model file: the one description from which both the reader and public/model.schema.json are made.
 * Keys are XMILE's words where XMILE has one.
 */

const outcome = record({
  role: needed(
    oneOf('stock', 'inflow', 'other'),
    'stock och inflow visas sida vid sida.',
    'stock and inflow are shown side by side.',
  ),
  better: needed(oneOf('lower', 'higher'), 'Åt vilket håll det är bättre.', 'Which direction is better.'),
  name: needed(bilingual, 'Namn på skärmen.', 'Name on screen.'),
  unit_words: needed(bilingual, 'Enheten i ord.', 'The unit in words.'),
  happens: optional(
    bilingual,
    'Vad som händer så många om året, efter talet: hamnar nya utanför.',
    'What happens to so many a year, after the number: newly end up outside.',
  ),
});

const preset = record({
  name: optional(bilingual, 'Kommunens eller fallets namn.', 'Name of the municipality or case.'),
  about: optional(bilingual, 'Vad som skiljer.', 'What differs.'),
  municipality: optional(
    mapOf(number),
    'Vad som är känt om kommunen, enligt municipality.',
    'What is known of the municipality, as declared under municipality.',
  ),
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
    oneOf('euler', 'rk2', 'rk4', 'rk45', 'stiff'),
    'Integrationsmetod. Förval: rk4. rk45 och stiff väljer stegen själva; stiff för det som går både fort och långsamt.',
    'Integration method. Default: rk4. rk45 and stiff choose their own steps; stiff for what moves both fast and slowly.',
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
  equilibrium: optional(
    equilibrium,
    'Hur jämvikten hittas: läget där inget förändras. Förinställningar börjar där.',
    'How the equilibrium is found: the state in which nothing changes. Presets begin there.',
  ),
  municipality: optional(
    mapOf(named('fact', fact)),
    'Vad som behöver vara känt för att göra modellen till en viss kommun.',
    'What has to be known to make the model into a certain municipality.',
  ),
  strategies: optional(mapOf(named('strategy', strategy)), 'Färdiga strategier.', 'Ready strategies.'),
  life: optional(
    named('life', life),
    'Hur modellen följer en människa: åldrar, och vem som har ansvaret var.',
    'How the model follows one person: ages, and who is responsible where.',
  ),
  limits: optional(
    listOf(bilingual),
    'Vad modellen inte är till för, en mening var.',
    'What the model is not for, a sentence each.',
  ),
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

export type PartFile = ReturnType<typeof partFile.readPartly>;
export type ModelFile = ReturnType<typeof modelFile.readPartly>;
