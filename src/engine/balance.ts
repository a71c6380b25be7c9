import { warning } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Balance } from '../model/experiment.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import type { Outcome } from './plan.ts';

/** The part of what passed through a stock that may be missing from its account: far above rounding, far below a person. */
const tolerance = 1e-9;

/**
 * Each stock's account over a run, in the stock's unit.
 * @param flows the flows of `outcome.totals`, in its order
 */
export function balancesOf(
  checked: CheckedModel,
  flows: readonly VariableId[],
  outcome: Outcome,
): readonly Balance[] {
  const totals = new Map(flows.map((flow, i) => [flow, outcome.totals[i]!]));
  const sum = (ids: readonly VariableId[]) => ids.reduce((total, id) => total + totals.get(id)!, 0);
  return checked.stocks.map(({ stock }, i) => {
    const [opening, closing] = [outcome.opening[i]!, outcome.closing[i]!];
    const [inflows, outflows] = [sum(stock.inflows), sum(stock.outflows)];
    return {
      stock: stock.id,
      opening,
      inflows,
      outflows,
      closing,
      residual: opening + inflows - outflows - closing,
    };
  });
}

/** A warning for each account that does not close. None is expected: it would be a fault of the engine. */
export function unbalanced(balances: readonly Balance[]): readonly Diagnostic[] {
  return balances
    .filter(({ opening, inflows, outflows, closing, residual }) => {
      const passed = Math.abs(opening) + Math.abs(inflows) + Math.abs(outflows) + Math.abs(closing);
      return !(Number.isFinite(residual) && Math.abs(residual) <= tolerance * passed);
    })
    .map(({ stock, residual }) => warning('not-conserved', { stock, residual }, { variable: stock }));
}
