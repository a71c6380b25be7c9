import type { Locality } from './experiment.ts';
import type { Actor, ActorId, Lever, Model, Shares } from './model.ts';
import { valueIn } from './policy.ts';
import type { VariableId } from './variable.ts';

/** How the efforts are paid, shares by actor, instead of as the model says. */
export type Split = Readonly<Record<ActorId, number>>;

/** An actor's part of a sum, 0 to 1; `rest` is what the others leave. */
export function shareOf(id: ActorId, shares: Shares, valueOf: (name: VariableId) => number): number {
  const number = (share: VariableId | number): number => (typeof share === 'number' ? share : valueOf(share));
  const share = shares[id];
  if (share === undefined) return 0;
  if (share !== 'rest') return number(share);
  return Object.values(shares).reduce<number>(
    (rest, other) => (other === 'rest' ? rest : rest - number(other)),
    1,
  );
}

export interface Payer {
  readonly actor: Actor;
  /** 0 to 1 */
  readonly share: number;
}

/**
 * Who pays a lever, largest part first: by a person's own split, which holds for all efforts, else by the model.
 * Nobody where the lever moves no new money.
 */
export function payersOf(model: Model, where: Locality, lever: Lever, split?: Split): readonly Payer[] {
  if (lever.cost === undefined) return [];
  const shares = split ?? lever.payers;
  return model.actors
    .map((actor) => ({ actor, share: shareOf(actor.id, shares, (name) => valueIn(model, where, name)) }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share);
}
