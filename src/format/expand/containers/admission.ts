import { DT, START, STEP_TIME, add, call, div, iff, lt, mul, num, past, ref, sub, sum } from '../build.ts';
import { setFlow } from './belts.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { World } from '../world.ts';
import type { Belt } from './belt.ts';

const zero = num(0);

/** Inflows of a belt by what decides them: another belt, which is never held back; a queue; or an equation. */
export interface Sources {
  readonly fromBelt: (flow: VariableId) => boolean;
  readonly fromQueue: (flow: VariableId) => boolean;
}

/**
 * Lets inflows take what room there is, in the order of the list; what does not fit stays where it was. Gives the room that
 * each inflow from a queue has, as a rate; undefined if nothing bounds it.
 */
export function admit(
  world: World,
  belt: Belt,
  inflows: readonly VariableId[],
  sources: Sources,
): ReadonlyMap<VariableId, Expr | undefined> {
  const rooms = new Map<VariableId, Expr | undefined>();
  const bounds = boundsOf(belt, inflows, sources);
  const still = belt.arrest;
  const own = inflows.filter((flow) => !sources.fromBelt(flow));
  own.forEach((inflow, i) => {
    const before = sum(own.slice(0, i).map((name) => ref(name)));
    const left = bounds.map((bound) => call('max', zero, sub(bound, before)));
    const room = left.length === 0 ? undefined : left.reduce((a, b) => call('min', a, b));
    const open = (rate: Expr): Expr => (still ? iff(still, zero, rate) : rate);
    if (sources.fromQueue(inflow)) {
      const bounded = room ?? (still ? num(Number.MAX_VALUE) : undefined);
      return void rooms.set(inflow, bounded && belt.tools.aux('room', open(bounded)));
    }
    const flow = world.made.get(inflow);
    if (flow?.kind !== 'flow') return;
    const asked = call('max', zero, flow.expr);
    setFlow(world, inflow, open(room ? call('min', asked, room) : asked));
  });
  return rooms;
}

/** What may enter in all, as rates: what capacity is left when all that leaves has left, and the limit of the inflow. */
function boundsOf(belt: Belt, inflows: readonly VariableId[], sources: Sources): readonly Expr[] {
  const { conveyor, tools, stock, id } = belt;
  const bounds: Expr[] = [];
  if (conveyor.capacity) {
    const leaving = sum(stock.outflows.map((flow) => ref(flow)));
    const given = sum(inflows.filter(sources.fromBelt).map((flow) => ref(flow)));
    const room = div(sub(tools.valueOf(conveyor.capacity), ref(id)), DT);
    bounds.push(tools.aux('room', sub(add(room, leaving), given)));
  }
  if (conveyor.inLimit) {
    const limit = tools.valueOf(conveyor.inLimit);
    bounds.push(conveyor.discrete ? div(sub(limit, usedInUnit(belt, inflows, sources)), DT) : limit);
  }
  return bounds;
}

/** What has been let in since the time unit began: a discrete belt may take a unit's share at once. */
function usedInUnit({ tools }: Belt, inflows: readonly VariableId[], sources: Sources): Expr {
  const entered = tools.name('let in');
  const now = sum(inflows.filter((flow) => !sources.fromBelt(flow)).map((flow) => ref(flow)));
  const into = call('mod', add(sub(STEP_TIME, START), mul(num(1e-6), DT)), num(1));
  const begins = lt(into, DT);
  const used = tools.aux('used', iff(begins, zero, past(entered, num(1), zero)));
  tools.define(entered, add(used, mul(now, DT)));
  return used;
}
