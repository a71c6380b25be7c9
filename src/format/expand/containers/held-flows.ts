import { STEP_TIME, TIME, eq, iff, num, past } from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { World } from '../world.ts';

/**
 * A value that stands still while a step is worked out in stages: what it is as the step begins. It is of the variable
 * that remembers it.
 */
export const heldInStep = (own: VariableId, value: Expr): Expr =>
  iff(eq(TIME, STEP_TIME), value, past(own, num(0), num(0)));

/**
 * Conveyors, queues and ovens go step by step: under a method that looks ahead within a step, what enters and leaves them
 * is what it is as the step begins, and the rest of the model keeps its method.
 */
export function holdFlows(world: World): void {
  const flows = new Set(world.stepwise);
  for (const { id } of [...world.conveyors, ...world.queues, ...world.ovens]) {
    const stock = world.made.get(id);
    if (stock?.kind === 'stock') for (const flow of [...stock.inflows, ...stock.outflows]) flows.add(flow);
  }
  for (const id of flows) {
    const flow = world.made.get(id);
    if (flow?.kind === 'flow') world.made.set(id, { ...flow, expr: heldInStep(id, flow.expr) });
  }
}
