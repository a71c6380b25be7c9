import { bilingual } from './schema-common.ts';
import { listOf, mapOf, needed, optional, record } from './record.ts';
import { number, oneOf, reference } from './scalars.ts';

/** What makes a life out of stocks: the ages that hold for all, and who is responsible where. */

const stage = record({
  stocks: needed(
    listOf(reference),
    'Stockarna där man är under tiden.',
    'The stocks in which one is meanwhile.',
  ),
  until: needed(number, 'Åldern då alla lämnar dem.', 'The age at which all leave them.'),
});

const place = record({
  kind: needed(
    oneOf('school', 'inside', 'between', 'outside'),
    'Barn och skola, innanför, mellan myndigheter eller utanför.',
    'Children and school, inside, between agencies or outside.',
  ),
  responsible: optional(
    bilingual,
    'Vem som har ansvaret där; ingen om det saknas.',
    'Who is responsible there; nobody if it is left out.',
  ),
});

export const life = record({
  begins: needed(reference, 'Stocken där ett liv börjar.', 'The stock in which a life begins.'),
  ends: needed(number, 'Åldern då modellen slutar följa.', 'The age at which the model stops following.'),
  stages: optional(
    listOf(stage),
    'Åldrar som är lika för alla, som skolans, i ordning.',
    'Ages that are the same for all, as those of school, in order.',
  ),
  places: needed(mapOf(place), 'Var man är i varje stock.', 'Where one is in each stock.'),
});
