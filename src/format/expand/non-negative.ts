import { warning } from '../../base/diagnostic.ts';
import { DT, add, call, div, num, ref, sub, sum } from './build.ts';
import { namesIn } from '../../equation/parts.ts';
import { Stop } from '../stop.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import { limits } from './world.ts';
import type { Made, World } from './world.ts';

/**
 * Limits what flows out of stocks that must not be negative: in the order of the list, each outflow gets no more than
 * stock/dt and the inflows leave after those before it. The stock itself is never touched. This is what Stella does;
 * XMILE 4.8.3 means the same, but for a slip in its sample. An inflow that itself depends on the outflow cannot be
 * counted on, and is left out of the limit.
 */
export function limitOutflows(world: World): void {
  for (const [id, stock] of world.made) {
    if (stock.kind !== 'stock' || !stock.nonNegative) continue;
    world.at = { ...stock.definition.place, variable: id };
    limitReversed(world, id, stock);
    stock.outflows.forEach((outflow, i) => {
      const flow = world.made.get(outflow);
      if (flow?.kind !== 'flow') return;
      const before = stock.outflows.slice(0, i);
      const counted = stock.inflows.filter((inflow) => !dependsOn(world, inflow, outflow));
      if (counted.length < stock.inflows.length) {
        const instead = `min(${outflow}, ${id}/dt)`;
        world.report(
          warning(
            'approximated',
            { what: `${id}: non_negative`, instead },
            { ...stock.definition.place, variable: id },
          ),
        );
      }
      const inflow = sum(counted.map((name) => ref(name)));
      const room = sub(add(div(ref(id), DT), inflow), sum(before.map((name) => ref(name))));
      world.made.set(outflow, { ...flow, expr: call('min', flow.expr, call('max', num(0), room)) });
    });
  }
}

/**
 * An inflow below zero takes from the stock as an outflow does: no more than stock/dt and what the inflows before it
 * bring. "Physical stocks can never go negative" (Stella help, Default Options).
 */
function limitReversed(world: World, id: VariableId, stock: Extract<Made, { kind: 'stock' }>): void {
  stock.inflows.forEach((inflow, i) => {
    const flow = world.made.get(inflow);
    if (flow?.kind !== 'flow' || isUniflow(flow.expr)) return;
    const before = stock.inflows.slice(0, i).filter((name) => !dependsOn(world, name, inflow));
    const room = add(div(ref(id), DT), sum(before.map((name) => ref(name))));
    world.made.set(inflow, { ...flow, expr: call('max', flow.expr, sub(num(0), call('max', num(0), room))) });
  });
}

const isUniflow = (expr: Expr): boolean =>
  (expr.kind === 'number' && expr.value >= 0) ||
  (expr.kind === 'call' && expr.fn === 'max' && expr.args.some((a) => a.kind === 'number' && a.value === 0));

/** Whether a variable is worked out from another at the same moment. */
function dependsOn(world: World, name: VariableId, on: VariableId): boolean {
  const seen = new Set<VariableId>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === on) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    // Each stock of a long chain looks through all that are before it.
    if (++world.parts > limits.parts) throw new Stop();
    const made: Made | undefined = world.made.get(next);
    if (made?.kind === 'aux' || made?.kind === 'flow') open.push(...namesIn(made.expr));
  }
  return false;
}
