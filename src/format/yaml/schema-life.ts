import { bilingual } from './schema-common.ts';
import { listOf, mapOf, needed, optional, record } from './record.ts';
import { number, oneOf, reference } from './scalars.ts';

/** What makes a life out of stocks: where it begins, the ages that hold for all, and who is responsible where. */

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

const sides = record({
  inside: needed(bilingual, 'Som ”i arbete”.', 'As “in work”.'),
  outside: needed(bilingual, 'Som ”utan arbete”.', 'As “without work”.'),
});

export const life = record({
  begins: needed(
    reference,
    'Stocken där modellen börjar följa.',
    'The stock where the model begins to follow.',
  ),
  since: optional(
    bilingual,
    'Vad åren räknas från, som ”efter ankomsten”. Utelämnat: från födseln, så att de är åldrar.',
    'What years are counted from, as “after arrival”. Left out: from birth, so that they are ages.',
  ),
  beginning: optional(
    bilingual,
    'Hur man kommer dit där det börjar, en mening.',
    'How one comes to where it begins, a sentence.',
  ),
  ends: needed(number, 'Året då modellen slutar följa.', 'The year at which the model stops following.'),
  moments: optional(
    listOf(number),
    'Åren då många räknas. Förval: det sista.',
    'The years at which many are counted. Default: the last.',
  ),
  stages: optional(
    listOf(stage),
    'Åldrar som är lika för alla, som skolans, i ordning.',
    'Ages that are the same for all, as those of school, in order.',
  ),
  places: needed(
    mapOf(place),
    'Var man är i varje stock, och dit varje flöde ut ur modellen leder. Ett flöde ut som inte står här följs inte.',
    'Where one is in each stock, and where each flow out of the model leads. A flow out that is not here is not followed.',
  ),
  sides: optional(
    sides,
    'Vad de två sidorna heter, om inte innanför och utanför.',
    'What the two sides are called, if not inside and outside.',
  ),
  about: optional(
    bilingual,
    'Vad som är med i ett sådant liv och vad som saknas.',
    'What such a life has in it and what it leaves out.',
  ),
});
