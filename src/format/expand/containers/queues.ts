import { DT, add, call, div, iff, join, le, lt, mul, num, past, ref, sub, sum } from '../build.ts';
import { valueAtStart } from '../constant-value.ts';
import { STOP, START } from '../build.ts';
import { complain } from '../world.ts';
import { setFlow } from './belts.ts';
import { toolsOf } from '../tools.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { WaitingQueue, World } from '../world.ts';
import type { Belt } from './belt.ts';

const zero = num(0);

/** Most steps that a batch is followed. */
const MOST_STEPS = 2000;

/** What a queue's outflow leads to: a belt and the room that it has, as a rate. */
export interface Ahead {
  readonly belt: Belt;
  readonly room: Expr | undefined;
}

/**
 * Lets out what waits in a queue, first come first served. A batch is what came in one step. A belt takes what it has room
 * for, a batch at a time or not, in parts or not; anything else takes all there is. An overflow takes what the outflow
 * before it could not.
 */
export function runQueue(
  world: World,
  waiting: WaitingQueue,
  aheadOf: (flow: VariableId) => Ahead | undefined,
): void {
  const { id, context } = waiting;
  const stock = world.made.get(id);
  if (stock?.kind !== 'stock') return;
  const tools = toolsOf(waiting.context);
  for (const inflow of stock.inflows) {
    const flow = world.made.get(inflow);
    const body = world.elements.get(inflow)?.definition.body;
    if (flow?.kind === 'flow' && body?.kind === 'formula')
      setFlow(world, inflow, call('max', zero, flow.expr));
  }
  const arriving = tools.aux('arriving', mul(sum(stock.inflows.map((flow) => ref(flow))), DT));
  let waits = tools.aux('waiting', add(call('max', zero, ref(id)), arriving));
  let blocked: Expr = zero;
  for (const outflow of stock.outflows) {
    const body = world.elements.get(outflow)?.definition.body;
    const overflow = body?.kind === 'formula' && body.overflow === true;
    const ahead = aheadOf(outflow);
    const wanted = overflow ? tools.aux('wanted', call('min', blocked, waits)) : wantedBy(ahead);
    const room = ahead?.room && mul(ahead.room, DT);
    const whole = ahead?.belt.conveyor.wholeBatches === true && !overflow;
    const fitting = room ? call('min', wanted, call('max', zero, room)) : wanted;
    const taken = tools.aux('taken', whole && room ? wholeBatches(wanted, room, ahead.belt) : fitting);
    blocked = tools.aux('blocked', overflow ? sub(blocked, taken) : room ? sub(wanted, taken) : zero);
    setFlow(world, outflow, div(taken, DT));
    waits = tools.aux('waiting', call('max', zero, sub(waits, taken)));
  }

  /** All that waits, or the batch in front. */
  function wantedBy(ahead: Ahead | undefined): Expr {
    return ahead?.belt.conveyor.oneAtATime ? frontBatch() : waits;
  }

  function frontBatch(): Expr {
    const front = fronts();
    return front ? tools.aux('front', call('min', waits, front.next)) : waits;
  }

  /** Batches that fit as wholes: the front one or none, or as many as there is room for. */
  function wholeBatches(wanted: Expr, room: Expr, belt: Belt): Expr {
    if (belt.conveyor.oneAtATime) return iff(le(wanted, add(room, num(1e-9))), wanted, zero);
    const front = fronts();
    return front ? front.fitting(room) : call('min', wanted, room);
  }

  /** Where batches end, counted in what has entered since the start: those ends that have not left yet. */
  function fronts() {
    const steps = Math.ceil(valueAtStart(div(sub(STOP, START), DT), context) ?? NaN) + 1;
    if (!(steps <= MOST_STEPS)) {
      complain(context, { from: 0, to: 0 }, 'too-many', { what: 'steps', count: steps, limit: MOST_STEPS });
      return undefined;
    }
    const begun = tools.name('entered in all');
    const opening = tools.frozen(tools.aux('opening', call('max', zero, ref(id))));
    tools.define(begun, add(past(begun, num(1), opening), arriving));
    const left = tools.aux('left in all', sub(ref(begun), waits));
    const near = num(1e-9);
    const ends = [ref(begun), ...Array.from({ length: steps }, (_, i) => past(begun, num(i + 1), opening))];
    const least = (values: readonly Expr[]): Expr => join(values, num(Infinity), (a, b) => call('min', a, b));
    const waitingEnds = ends.map((end) => iff(lt(add(left, near), end), sub(end, left), num(Infinity)));
    return {
      next: least(waitingEnds),
      fitting: (room: Expr): Expr => {
        const size = tools.aux('room', add(room, near));
        const most = waitingEnds.map((end) => iff(le(end, size), end, zero));
        return join(most, zero, (a, b) => call('max', a, b));
      },
    };
  }
}
