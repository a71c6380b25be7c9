import type { VariableId } from '../../model/variable.ts';
import type { FlowId, StockId } from './graph.ts';
import type { Stages } from './stages.ts';

/** How a model's unit costs are read: what a person-year outside costs an actor, and how much of it each stock bears. */
export interface CostSource {
  /** The parameter with an actor's cost of a person-year outside, SEK. */
  readonly unitCost: (actor: string) => VariableId;
  /** A stock's weight: a parameter, or 1. */
  readonly weights: Readonly<Partial<Record<StockId, VariableId | 1>>>;
  /** A cost per person-year that one actor bears alone. */
  readonly alone: Readonly<Partial<Record<StockId, { readonly actor: string; readonly cost: VariableId }>>>;
}

/** How a model's variables are read as a river: each mark is the sum of its variables, and is not there without any. */
export interface RiverSource {
  /** Where its waters lie, in a model without ages; without it they lie along the ages of a life. */
  readonly stages?: Stages;
  /** The parameter that says at which age `swim` stands, if the model has one. */
  readonly startAge?: VariableId;
  readonly stocks: Readonly<Record<StockId, readonly VariableId[]>>;
  readonly flows: Readonly<Record<FlowId, readonly VariableId[]>>;
  /** The variable that is the sum of the lake's stocks, if the model has one. */
  readonly lake?: VariableId;
  readonly capability: VariableId;
  readonly costs: CostSource;
}

/** A source's record of every stock or flow, from those that the model has. */
export function having<K extends string>(
  ids: readonly K[],
  known: Readonly<Partial<Record<K, readonly VariableId[]>>>,
): Readonly<Record<K, readonly VariableId[]>> {
  const all = {} as Record<K, readonly VariableId[]>;
  for (const id of ids) all[id] = known[id] ?? [];
  return all;
}
