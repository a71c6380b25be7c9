import { DT, div, iff, num, ref } from './build.ts';
import { hiddenId, make } from './making.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { World } from './world.ts';

/**
 * Moves what stocks hold on by one, all of it in the step in which the condition holds: flows from each to the next. What
 * the last one holds leaves it, or stays there with what comes.
 */
export function shiftStocks(world: World): void {
  for (const { stocks, condition, accumulates, given, context } of world.shifts) {
    const flow = (what: string, expr: Expr): VariableId => {
      const id = hiddenId(context, what);
      make(context, id, { kind: 'flow', expr: iff(condition, expr, num(0)) });
      world.stepwise.add(id);
      return id;
    };
    let into = flow('shifted in', div(given, DT));
    stocks.forEach((id, i) => {
      const stock = world.made.get(id);
      if (stock?.kind !== 'stock') return;
      const all = div(ref(id), DT);
      const out = flow('shifted', i === stocks.length - 1 ? iff(accumulates, num(0), all) : all);
      const { inflows, outflows } = stock;
      world.made.set(id, { ...stock, inflows: [...inflows, into], outflows: [...outflows, out] });
      into = out;
    });
  }
}
