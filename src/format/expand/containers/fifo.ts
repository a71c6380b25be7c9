import { warning } from '../../../base/diagnostic.ts';
import { DT, add, call, div, mul, num, past, ref, sub, sum } from '../build.ts';
import { setFlow } from './belts.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { World } from '../world.ts';
import type { Belt } from './belt.ts';

const [zero, one] = [num(0), num(1)];

/**
 * Whether a belt moves all that is on it at the speed of the moment: first in, first out. With the same length throughout
 * it does nothing else than any belt; where material leaks, is spread or is held back on it, it is taken for one, told.
 */
export function isFifo(world: World, belt: Belt, held: (flow: VariableId) => boolean): boolean {
  const { conveyor, depth, leaks, stock, exit, contents } = belt;
  if (!conveyor.fifo || typeof depth === 'number') return false;
  const spread = stock.inflows.some((flow) => {
    const body = world.elements.get(flow)?.definition.body;
    return body?.kind === 'formula' && body.spread !== undefined;
  });
  const waits = exit !== undefined && held(exit);
  if (leaks.length === 0 && !spread && !waits && !conveyor.discrete && !conveyor.sample && !contents)
    return true;
  const args = { what: 'fifo="true"', instead: 'fifo="false"' };
  world.report(warning('approximated', args, { ...stock.definition.place, variable: belt.id }));
  return false;
}

/**
 * What leaves such a belt. Its length counts as 1, of which a step moves DT / transit time on; what a step takes in lies
 * evenly over as much of its beginning, and what it lets out is what lies on as much of its end.
 */
export function letOutFirst(world: World, belt: Belt): void {
  const { tools, conveyor, stock, exit, slats, arrest } = belt;
  if (exit === undefined) return;
  const [speed, way, taken] = [tools.name('speed'), tools.name('way'), tools.name('taken in')];
  const part = div(DT, call('max', DT, tools.valueOf(conveyor.length)));
  tools.define(speed, arrest ? mul(sub(one, arrest), part) : part);
  // How far what came on first has gone; the end of the belt is 1 behind.
  tools.define(way, add(past(way, one, zero), past(speed, one, zero)));
  tools.define(taken, mul(sum(stock.inflows.map((flow) => ref(flow))), DT));
  const [from, to] = [
    tools.aux('end', sub(ref(way), one)),
    tools.aux('end', sub(add(ref(way), ref(speed)), one)),
  ];
  const within = (left: Expr, right: Expr): Expr =>
    call('max', zero, sub(call('min', to, right), call('max', from, left)));
  const opening = mul(tools.frozen(stock.initial), within(num(-1), zero));
  const steps = Array.from({ length: slats }, (_, i) => {
    const age = num(i + 1);
    const begins = tools.aux('lies from', past(way, age, num(-2)));
    const length = call('max', num(1e-300), past(speed, age, one));
    return mul(past(taken, age, zero), div(within(begins, add(begins, length)), length));
  });
  setFlow(world, exit, div(add(opening, sum(steps)), DT));
}
