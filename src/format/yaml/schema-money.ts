import { amount, bilingual } from './schema-common.ts';
import { shares } from './schema-levers.ts';
import { listOf, mapOf, needed, optional, record } from './record.ts';
import { oneOf, reference } from './scalars.ts';
import type { Read } from './shape.ts';

/** Entries about who pays and who gains. */

export const actor = record({
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

export const ledger = record({
  persons: needed(
    reference,
    'Antal personer, vägda efter vad de kostar.',
    'Number of persons, weighted by what they cost.',
  ),
  level: optional(
    reference,
    'Faktor på alla styckkostnader, 1 för filens egna.',
    "Factor on all unit costs, 1 for the file's own.",
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
  transfers: optional(
    mapOf(
      record({
        amount: needed(
          reference,
          'Variabel med beloppet per tidsenhet.',
          'Variable with the sum per unit of time.',
        ),
        from: needed(reference, 'Aktören som betalar.', 'The actor who pays.'),
        to: needed(reference, 'Aktören som får.', 'The actor who receives.'),
      }),
    ),
    'Belopp mellan aktörer: det tar ut sig i summan.',
    'Sums between actors: they cancel in the total.',
  ),
  memo: optional(
    listOf(reference),
    'Variabler med belopp per tidsenhet som redan ingår i aktörernas kostnader och visas för sig.',
    "Variables with sums per unit of time that are in the actors' costs already and are shown apart.",
  ),
  reinvested: optional(
    reference,
    'Variabel med den del av besparingen som används på nytt per tidsenhet: en egen rad, i ingen aktörs konto.',
    "Variable with the part of the savings that is used again per unit of time: a row of its own, in no actor's account.",
  ),
});

export type ActorEntry = Read<typeof actor>;
export type LedgerEntry = Read<typeof ledger>;
