import { must } from '../base/assert.ts';
import type { Stock, VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import type { Ops } from '../numeric/ops.ts';
import { historiesOf } from './history.ts';
import { reach } from './reads.ts';

/**
 * What is done at each moment of a run, for the oracle and the kernels alike: work out `driving`, limit the outflows
 * of `limits`, work out `derived`.
 */
export interface Schedule {
  /** Flows that fill or drain a stock, in the order of the file: what is integrated. */
  readonly flows: readonly VariableId[];
  /** What these flows are worked out from, and they themselves, in order. */
  readonly driving: readonly VariableId[];
  /** What no stock depends on, in order. */
  readonly derived: readonly VariableId[];
  /** Non-negative stocks, those upstream first. */
  readonly limits: readonly Stock[];
}

const known = new WeakMap<CheckedModel, Schedule>();

export function scheduleOf(checked: CheckedModel): Schedule {
  const before = known.get(checked);
  if (before !== undefined) return before;
  const schedule = newSchedule(checked);
  known.set(checked, schedule);
  return schedule;
}

function newSchedule(checked: CheckedModel): Schedule {
  const { constants, dynamic, equations } = checked;
  const stocks = checked.stocks.map(({ stock }) => stock);
  const attached = new Set(stocks.flatMap((s) => [...s.inflows, ...s.outflows]));
  // What is remembered has to be worked out at every step, like what moves the stocks.
  const driving = reach([...attached, ...historiesOf(checked).keys()], equations);
  const limits = upstreamFirst(stocks.filter((s) => s.nonNegative && s.outflows.length > 0));
  const limited = new Set(limits.flatMap((s) => s.outflows));
  // What is limited changes from moment to moment even if its equation does not, and so does what reads it.
  const moved = limited.size === 0 ? [] : constants.filter((id) => overlap(reach([id], equations), limited));
  const moving = [...moved, ...dynamic];
  return {
    flows: [...equations.keys()].filter((id) => attached.has(id)),
    driving: moving.filter((id) => driving.has(id)),
    derived: moving.filter((id) => !driving.has(id)),
    limits,
  };
}

const overlap = (a: Iterable<string>, b: ReadonlySet<string>): boolean => [...a].some((name) => b.has(name));

/** A stock comes after those that flow into it; a ring of stocks begins with its first in the file. */
function upstreamFirst(stocks: readonly Stock[]): readonly Stock[] {
  const source = new Map(stocks.flatMap((s) => s.outflows.map((flow) => [flow, s] as const)));
  const waiting = new Set(stocks);
  const order: Stock[] = [];
  const take = (stock: Stock) => {
    waiting.delete(stock);
    order.push(stock);
  };
  const waitsFor = (stock: Stock, flow: VariableId) => {
    const from = source.get(flow);
    return from !== undefined && from !== stock && waiting.has(from);
  };
  while (waiting.size > 0) {
    const before = waiting.size;
    for (const stock of waiting) if (!stock.inflows.some((flow) => waitsFor(stock, flow))) take(stock);
    if (waiting.size === before) take(must([...waiting][0], 'a waiting stock'));
  }
  return order;
}

/**
 * The share of its outflows that a non-negative stock can let go: 1 when all of them fit. `wanted` is the sum of its
 * outflows; `room` the rate at which its level and inflows would be used up in one step. With Euler the stock then
 * stays at or above zero, but for rounding; with the other methods each stage is limited as if it were a whole step.
 */
export function shareOfOutflow<V, M, I>(o: Ops<V, M, I>, wanted: V, room: V): V {
  const most = o.let(o.max(room, o.num(0)));
  return o.choose(o.lt(most, wanted), o.div(most, wanted), o.num(1));
}
