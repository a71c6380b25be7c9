import { eachPart } from '../equation/parts.ts';
import type { Expr } from '../model/expr.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';

/**
 * The part of a model that some series depend on: the same values to the last bit, without what only other series need.
 * Parameters stay, and so do their places.
 */
export function neededFor(checked: CheckedModel, series: readonly VariableId[]): CheckedModel {
  const stocks = new Map(checked.stocks.map((each) => [each.stock.id, each]));
  const needed = new Set<string>(series);
  const read = (expr: Expr): void =>
    eachPart(expr, (part) => (part.kind === 'ref' || part.kind === 'past') && needed.add(part.name));
  // A non-negative stock limits its outflows.
  const drains = new Map(
    checked.stocks.flatMap(({ stock }) =>
      stock.nonNegative ? stock.outflows.map((flow) => [flow, stock.id] as const) : [],
    ),
  );
  // A set is walked in the order of insertion, what is added on the way included.
  for (const name of needed) {
    const equation = checked.equations.get(name);
    if (equation !== undefined) read(equation);
    const limiter = drains.get(name);
    if (limiter !== undefined) needed.add(limiter);
    const stock = stocks.get(name);
    if (stock === undefined) continue;
    read(stock.initial);
    for (const flow of [...stock.stock.inflows, ...stock.stock.outflows]) needed.add(flow);
  }
  const isNeeded = (id: VariableId): boolean => needed.has(id);
  return {
    ...checked,
    stocks: checked.stocks.filter(({ stock }) => isNeeded(stock.id)),
    equations: new Map([...checked.equations].filter(([id]) => isNeeded(id))),
    constants: checked.constants.filter(isNeeded),
    dynamic: checked.dynamic.filter(isNeeded),
    initials: checked.initials.filter(isNeeded),
  };
}
