import { warning } from '../../../base/diagnostic.ts';
import {
  DT,
  add,
  both,
  call,
  div,
  eq,
  iff,
  le,
  lt,
  mul,
  not,
  num,
  op,
  past,
  ref,
  sub,
  sum,
} from '../build.ts';
import { toolsOf } from '../tools.ts';
import { setFlow } from './belts.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { Formula } from '../../foreign/foreign-model.ts';
import type { WaitingOven, World } from '../world.ts';

const [zero, one] = [num(0), num(1)];
const HALF = num(0.5);
/** What an oven does as a step begins, by isee's numbers (OSTATE). */
const [FILLING, COOKING, EMPTYING, CLEANING] = [zero, one, num(2), num(3)];

/** What an oven does, as equations may ask (OSTATE). */
export const ovenState = (oven: VariableId): VariableId => `${oven}|state`;

/**
 * Works out what enters and leaves an oven. It closes when it is full or its time to fill is over, and lets all of it out
 * when it has cooked; each time is read once, as its part begins. What comes from a queue is bounded by the room that this
 * gives, as a rate.
 */
export function runOven(
  world: World,
  waiting: WaitingOven,
  fromQueue: (flow: VariableId) => boolean,
): { readonly rooms: ReadonlyMap<VariableId, Expr>; readonly close: () => void } {
  const { id, oven, context } = waiting;
  const stock = world.made.get(id);
  const rooms = new Map<VariableId, Expr>();
  if (stock?.kind !== 'stock') return { rooms, close: () => undefined };
  const tools = toolsOf(context);
  const stepsOf = (time: Formula): Expr => call('max', zero, call('round', div(tools.valueOf(time), DT)));
  const truth = (formula: Formula): Expr => tools.aux('arrest', op('!=', tools.valueOf(formula), zero));
  const cook = tools.aux('cook steps', stepsOf(oven.cook));
  const clean = oven.clean ? tools.aux('clean steps', stepsOf(oven.clean)) : zero;
  const fill = oven.fill && tools.aux('fill steps', call('max', one, stepsOf(oven.fill)));
  const capacity = oven.capacity && tools.aux('capacity', tools.valueOf(oven.capacity));
  const still = oven.arrest ? truth(oven.arrest) : zero;
  if (oven.fill) {
    const [what, instead] = [`${id}: <fill_time>`, 't − t(first inflow > 0)'];
    world.report(warning('approximated', { what, instead }, { ...stock.definition.place, variable: id }));
  }

  const full = capacity && le(capacity, ref(id));
  const closedAtStart = full ?? (fill ? zero : lt(zero, ref(id)));
  const [phase, left, filling] = [tools.name('phase'), tools.name('steps left'), tools.name('fill left')];
  const now = {
    phase: tools.aux('phase now', past(phase, one, tools.frozen(iff(closedAtStart, COOKING, FILLING)))),
    left: tools.aux('left now', past(left, one, tools.frozen(iff(closedAtStart, cook, zero)))),
    filling: past(filling, one, fill ? tools.frozen(iff(lt(zero, ref(id)), fill, num(-1))) : num(-1)),
  };
  const over = lt(now.left, HALF);
  const moving = not(still);
  const empties = tools.aux('empties', both(moving, both(eq(now.phase, COOKING), over)));
  const opens = both(moving, op('or', eq(now.phase, FILLING), both(over, eq(now.phase, CLEANING))));
  const open = tools.aux('open', op('or', opens, both(empties, lt(clean, HALF))));
  const stays = tools.aux('stays', iff(empties, zero, call('max', zero, ref(id))));
  for (const outflow of stock.outflows) {
    const first = outflow === stock.outflows[0];
    setFlow(world, outflow, first ? iff(empties, div(call('max', zero, ref(id)), DT), zero) : zero);
  }
  const doing = iff(eq(now.phase, CLEANING), iff(over, FILLING, CLEANING), now.phase);
  context.world.made.set(ovenState(id), {
    kind: 'aux',
    expr: iff(empties, EMPTYING, doing),
    definition: stock.definition,
    hidden: true,
  });
  stock.inflows.forEach((inflow, i) => {
    const before = sum(stock.inflows.slice(0, i).map((name) => ref(name)));
    const most = capacity ? call('max', zero, sub(div(sub(capacity, stays), DT), before)) : num(Number.MAX_VALUE); // prettier-ignore
    const room = tools.aux('room', iff(open, most, zero));
    if (fromQueue(inflow)) return void rooms.set(inflow, room);
    const flow = world.made.get(inflow);
    if (flow?.kind === 'flow') setFlow(world, inflow, call('min', call('max', zero, flow.expr), room));
  });

  /** What it is after the step: it needs what queues have let out. */
  const close = (): void => {
    const inside = tools.aux('inside', add(stays, mul(sum(stock.inflows.map((flow) => ref(flow))), DT)));
    const begun = both(open, lt(zero, inside));
    const fillLeft = fill
      ? iff(begun, sub(iff(lt(now.filling, zero), fill, now.filling), one), num(-1))
      : num(-1);
    tools.define(filling, fill ? iff(still, now.filling, fillLeft) : num(-1));
    const reached = capacity ? le(mul(capacity, num(1 - 1e-12)), inside) : zero;
    const timeUp = fill ? lt(fillLeft, HALF) : capacity ? zero : one;
    const closes = tools.aux('closes', both(begun, op('or', reached, timeUp)));
    const next = iff(empties, iff(lt(clean, HALF), FILLING, CLEANING), doing);
    tools.define(phase, iff(still, now.phase, iff(closes, COOKING, next)));
    const steps = iff(empties, clean, call('max', zero, sub(now.left, one)));
    tools.define(left, iff(still, now.left, iff(closes, cook, steps)));
  };
  return { rooms, close };
}
