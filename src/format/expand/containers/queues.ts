import { DT, add, call, div, iff, join, le, lt, mul, num, past, ref, sub, sum } from '../build.ts';
import { MOST_STEPS } from '../stay.ts';
import { toolsOf } from '../tools.ts';
import { batchId, placeId, stepsOf, tooLong } from './batches.ts';
import { setFlow } from './belts.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { WaitingQueue, World } from '../world.ts';

const [zero, one] = [num(0), num(1)];
const NEAR = num(1e-9);

/** What a queue's outflow leads to. */
export interface Ahead {
  /** The room that it has, as a rate; undefined if there is always enough. */
  readonly room?: Expr;
  /** From a queue: one batch in a step, and no batch in parts. */
  readonly oneAtATime?: boolean;
  readonly wholeBatches?: boolean;
  /** Whether an overflow takes what there is no room for: a belt lets it, an oven does not (XMILE 3.7.3). */
  readonly redirects: boolean;
}

/**
 * Lets out what waits in a queue, first come first served. A batch is what came in one step. A belt takes what it has room
 * for, a batch at a time or not, in parts or not; anything else takes all there is. An overflow takes from the front when
 * the outflow before it could not.
 */
export function runQueue(
  world: World,
  waiting: WaitingQueue,
  aheadOf: (flow: VariableId) => Ahead | undefined,
): void {
  const { id, context } = waiting;
  const stock = world.made.get(id);
  if (stock?.kind !== 'stock') return;
  const tools = toolsOf(context);
  for (const inflow of stock.inflows) {
    const flow = world.made.get(inflow);
    const body = world.elements.get(inflow)?.definition.body;
    if (flow?.kind === 'flow' && body?.kind === 'formula')
      setFlow(world, inflow, call('max', zero, flow.expr));
  }
  const arriving = tools.aux('arriving', mul(sum(stock.inflows.map((flow) => ref(flow))), DT));
  const opening = tools.frozen(tools.aux('opening', call('max', zero, ref(id))));
  const steps = stepsOf(context);
  const followed = steps <= MOST_STEPS;
  let begun: VariableId | undefined;
  /** All that has come in when the step is over. */
  const entered = (): VariableId => {
    if (begun !== undefined) return begun;
    begun = tools.name('entered in all');
    tools.define(begun, add(past(begun, one, opening), arriving));
    return begun;
  };
  if (world.counted.has(id)) countBatches();

  let waits = tools.aux('waiting', add(call('max', zero, ref(id)), arriving));
  let blocked: Expr = zero;
  for (const outflow of stock.outflows) {
    const body = world.elements.get(outflow)?.definition.body;
    const overflow = body?.kind === 'formula' && body.overflow === true;
    const ahead = aheadOf(outflow);
    const asked = wantedBy(ahead);
    const wanted = overflow ? tools.aux('wanted', iff(lt(NEAR, blocked), asked, zero)) : asked;
    const room = ahead?.room && mul(ahead.room, DT);
    const fitting = room ? call('min', wanted, call('max', zero, room)) : wanted;
    const whole = ahead?.wholeBatches === true && room;
    const taken = tools.aux('taken', whole ? wholeBatches(wanted, room, ahead, overflow) : fitting);
    const stopped = room ? sub(wanted, taken) : zero;
    blocked = tools.aux('blocked', overflow || ahead?.redirects !== false ? stopped : zero);
    setFlow(world, outflow, div(taken, DT));
    waits = tools.aux('waiting', call('max', zero, sub(waits, taken)));
  }

  /** All that waits, or the batch in front. */
  function wantedBy(ahead: Ahead | undefined): Expr {
    return ahead?.oneAtATime ? frontBatch() : waits;
  }

  function frontBatch(): Expr {
    const front = fronts();
    return front ? tools.aux('front', call('min', waits, front.next)) : waits;
  }

  /** Batches that fit as wholes: the front one or none, or as many as there is room for. */
  function wholeBatches(wanted: Expr, room: Expr, ahead: Ahead, overflow: boolean): Expr {
    if (ahead.oneAtATime) return iff(le(wanted, add(room, NEAR)), wanted, zero);
    const front = fronts();
    if (!front) return call('min', wanted, room);
    return overflow ? iff(lt(zero, wanted), front.fitting(room), zero) : front.fitting(room);
  }

  /** Where batches end, counted in what has entered since the start: those ends that have not left yet. */
  function fronts() {
    if (!followed) return tooLong(steps, context);
    const total = entered();
    const left = tools.aux('left in all', sub(ref(total), waits));
    const ends = [ref(total), ...Array.from({ length: steps }, (_, i) => past(total, num(i + 1), opening))];
    const least = (values: readonly Expr[]): Expr => join(values, num(Infinity), (a, b) => call('min', a, b));
    const waitingEnds = ends.map((end) => iff(lt(add(left, NEAR), end), sub(end, left), num(Infinity)));
    return {
      next: least(waitingEnds),
      fitting: (room: Expr): Expr => {
        const size = tools.aux('room', add(room, NEAR));
        const most = waitingEnds.map((end) => iff(le(end, size), end, zero));
        return join(most, zero, (a, b) => call('max', a, b));
      },
    };
  }

  /** What each step's batch still holds as the step begins, and how many batches there are from it to the front. */
  function countBatches(): void {
    if (!followed) {
      tooLong(steps, context);
      return;
    }
    const before = tools.aux('entered before', past(entered(), one, opening));
    if (before.kind !== 'ref') return;
    const gone = tools.aux('gone', sub(before, call('max', zero, ref(id))));
    const until = (age: number): Expr => (age === 0 ? before : past(before.name, num(age), zero));
    for (let age = steps; age >= 1; age--) {
      const [end, begin] = [until(age - 1), call('max', gone, until(age))];
      const held = sub(end, begin);
      tools.define(batchId(id, age), iff(lt(NEAR, held), held, zero));
      const older = age === steps ? zero : ref(placeId(id, age + 1));
      tools.define(placeId(id, age), add(older, lt(zero, ref(batchId(id, age)))));
    }
  }
}
