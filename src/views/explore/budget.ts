import type { AppState } from '../../app/state.ts';
import { selectedStrategy } from '../../app/strategies.ts';
import type { Locality, Policy } from '../../model/experiment.ts';
import type { Lever, Model } from '../../model/model.ts';
import { leverCost, leverSetting } from '../../model/policy.ts';
import type { VariableId } from '../../model/variable.ts';

/** A lever that was moved by hand, and the policy that the move began with. */
export interface Move {
  readonly variable: VariableId;
  readonly policy: Policy;
}

/** The newest move by hand, unless something else has happened since. */
export function moveOf(model: Model, { document, previous }: AppState): Move | undefined {
  if (previous?.lever === undefined || previous.made !== document) return undefined;
  return { variable: previous.lever, policy: selectedStrategy(model, previous.document).policy };
}

/** What another lever gave up (below 0) or took over, SEK per year. */
export interface Yield {
  readonly lever: Lever;
  readonly change: number;
}

/** Less than half a krona is rounding. */
const something = 0.5;

/** What a lever costs at a policy, SEK per year. */
function costAt(model: Model, where: Locality, lever: Lever, policy: Policy): number {
  return leverCost(model, where, lever, leverSetting(model, where, policy, lever));
}

/** Which levers gave way to a move or took over what it freed, the largest change first. */
export function yieldsOf(model: Model, where: Locality, move: Move, after: Policy): readonly Yield[] {
  return model.levers
    .filter((lever) => lever.variable !== move.variable)
    .map((lever) => ({
      lever,
      change: costAt(model, where, lever, after) - costAt(model, where, lever, move.policy),
    }))
    .filter(({ change }) => Math.abs(change) >= something)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

/** The levers that can give way: those that cost something. */
export const pricedLevers = (model: Model): readonly Lever[] =>
  model.levers.filter((lever) => lever.cost !== undefined);

/** What all levers at their end would cost, SEK per year: no locked sum can be more. */
export const fullCost = (model: Model, where: Locality): number =>
  model.levers.reduce((sum, lever) => sum + leverCost(model, where, lever, lever.max), 0);

/** What is missing up to a sum (above 0) or above it (below 0), SEK per year; 0 to the nearest krona. */
export function remaining(sum: number, cost: number): number {
  const left = sum - cost;
  return Math.abs(left) < something ? 0 : left;
}
