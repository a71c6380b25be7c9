import type { Actor } from '../../model/model.ts';
import type { Bilingual } from '../../model/variable.ts';
import { constant, inBothLanguages, readableId, type Draft } from './draft.ts';
import { unitCost } from './generated-words.ts';
import type { Entry } from './record.ts';
import type { ActorEntry } from './schema-money.ts';
import type { At } from './shape.ts';
import type { ActorKinds } from './shares.ts';

export interface ExpandedActor {
  readonly id: At<string>;
  readonly name: Bilingual;
  readonly money: Actor['money'];
}

/** Parameter with what a person outside costs the actor. */
export const unitCostOf = (actor: string): string => `c_${actor}`;

/** What kind of money each actor has, also where its entry is wrong. */
export const actorKinds = (entries: readonly Entry<ActorEntry>[]): ActorKinds =>
  new Map(entries.map(({ id, value }) => [id.value, value?.money ?? 'cash']));

/** Makes each actor a unit cost, which a ledger may use or not. */
export function expandActors(entries: readonly Entry<ActorEntry>[], draft: Draft): readonly ExpandedActor[] {
  return entries.flatMap(({ id, value }) => {
    if (value === undefined) return [];
    const name = inBothLanguages(value.name, 'name', id, readableId(id), draft.report);
    const owner = { id: unitCostOf(id.value), place: id.place, origin: `actor:${id.value}` };
    draft.add(
      constant(owner, value.unit_cost, `SEK/(person*${draft.timeUnit})`, unitCost(name), draft.report),
    );
    return [{ id, name, money: value.money ?? 'cash' }];
  });
}
