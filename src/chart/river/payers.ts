import { valueIn } from '../../model/policy.ts';
import type { Locality } from '../../model/experiment.ts';
import type { Actor, Model } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import type { StockId } from './graph.ts';
import type { CostSource } from './source.ts';
import type { RiverState } from './data.ts';

export interface Payer {
  readonly actor: Actor;
  /** SEK per year for those who are in the stocks now. */
  readonly amount: number;
  /** What a person there costs the actor: the number that the amount rests on. */
  readonly unitCost: VariableId;
}

/** Who pays for the people in some stocks, the largest first; empty if the model counts no cost there. */
export function payersOf(
  source: CostSource,
  model: Model,
  where: Locality,
  stockIds: readonly StockId[],
  state: RiverState,
): readonly Payer[] {
  const value = (id: VariableId): number =>
    model.variables.get(id)?.kind === 'parameter' ? valueIn(model, where, id) : 0;
  return model.actors
    .map((actor) => {
      let unitCost = source.unitCost(actor.id);
      const amount = stockIds.reduce((sum, id) => {
        const weight = source.weights[id];
        const alone = source.alone[id];
        const shared =
          weight === undefined ? 0 : value(source.unitCost(actor.id)) * (weight === 1 ? 1 : value(weight));
        const own = alone?.actor === actor.id ? value(alone.cost) : 0;
        if (own > 0 && weight === undefined) unitCost = alone!.cost;
        return sum + state.stocks[id] * (shared + own);
      }, 0);
      return { actor, amount, unitCost };
    })
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount);
}
