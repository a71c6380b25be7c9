import { error } from '../../base/diagnostic.ts';
import { DT, add, call, div, mul, num, past, ref, sub, sum } from './build.ts';
import { valueAtStart } from './constant-value.ts';
import { hiddenId, make } from './making.ts';
import { complain, limits } from './world.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Conveyor, Formula } from '../foreign/foreign-model.ts';
import type { WaitingConveyor, World } from './world.ts';

/** Most slats of one conveyor: its length in steps. */
const MOST_SLATS = 2000;

/**
 * Works out what leaves conveyors. The belt is a row of slats, one per step, the exit first; what enters stays as long
 * as the belt is. In each step material leaks, what is left on the first slat leaves, all moves on by one, and the
 * inflow is put on the last. The stock stays a stock: only its flows are computed differently.
 */
export function runConveyors(world: World): void {
  for (const waiting of world.conveyors) runConveyor(world, waiting);
}

function runConveyor(world: World, { id, conveyor, context }: WaitingConveyor): void {
  const stock = world.made.get(id);
  if (stock?.kind !== 'stock') return;
  const { definition } = stock;
  const valueOf = ({ term, source }: Formula): Expr => world.rules.lower(term, { ...context, source });
  const aux = (what: string, expr: Expr): Expr => {
    const name = hiddenId(context, what);
    make(context, name, { kind: 'aux', expr });
    return ref(name);
  };
  const [length, dt] = [valueAtStart(valueOf(conveyor.length), context), valueAtStart(DT, context)];
  const slats = length === undefined || dt === undefined ? NaN : Math.max(1, Math.round(length / dt));
  if (!(slats >= 1)) return complain(context, { from: 0, to: 0 }, 'not-constant', { name: `${id}: len` });
  if (slats > MOST_SLATS || slats * 3 + world.made.size > limits.variables) {
    return complain(context, { from: 0, to: 0 }, 'too-many', {
      what: 'steps',
      count: slats,
      limit: MOST_SLATS,
    });
  }
  if (world.foreign.specs.method !== 'euler') {
    world.report(
      error('not-supported', { what: `<conveyor> + ${world.foreign.specs.method}` }, definition.place),
    );
  }

  const leaks = stock.outflows.filter((flow) => leakOf(world, flow) !== undefined);
  const exit = stock.outflows.find((flow) => !leaks.includes(flow));
  const fractions = leaks.map((flow) => {
    const made = world.made.get(flow);
    const written = leakOf(world, flow)?.fraction;
    return aux('leak fraction', written ? valueOf(written) : made?.kind === 'flow' ? made.expr : num(0));
  });
  const entering = aux('entering', mul(sum(stock.inflows.map((flow) => ref(flow))), DT));
  if (entering.kind !== 'ref') return;

  // What stood on the belt at the start, as if it had come in evenly: all of it leaked as it will go on to.
  const opening = aux('opening', stock.initial);
  const whole = aux('leak in all', sum(fractions));
  const decay = (age: number): Expr =>
    conveyor.exponential
      ? call('max', num(0), powerOf(sub(num(1), mul(whole, DT)), age))
      : call('max', num(0), sub(num(1), mul(whole, num(age / slats))));
  const ages = Array.from({ length: slats }, (_, slat) => slats - 1 - slat);
  const weights = leaks.length === 0 ? ages.map(() => num(1)) : ages.map((age) => aux('weight', decay(age)));
  const entered = aux(
    'entered',
    div(opening, leaks.length === 0 ? num(slats) : aux('weights', sum(weights))),
  );
  const start = (expr: Expr): Expr => {
    const name = hiddenId(context, 'at start');
    make(context, name, { kind: 'stock', initial: expr, inflows: [], outflows: [] });
    return ref(name);
  };
  const first = start(entered);

  const losses: Expr[][] = leaks.map(() => []);
  let behind = entering.name;
  let left: Expr = num(0);
  for (let slat = slats - 1; slat >= 0; slat--) {
    const content = aux('slat', past(behind, num(1), start(mul(entered, weights[slat]!))));
    const cohort = past(entering.name, num(slats - slat), first);
    left = content;
    for (const [i, fraction] of fractions.entries()) {
      const asked = conveyor.exponential
        ? mul(content, mul(fraction, DT))
        : mul(fraction, div(cohort, num(slats)));
      const loss = aux('loss', call('min', left, call('max', num(0), asked)));
      losses[i]!.push(loss);
      left = sub(left, loss);
    }
    left = aux('kept', left);
    behind = left.kind === 'ref' ? left.name : behind;
  }
  leaks.forEach((flow, i) => setFlow(world, flow, div(sum(losses[i]!), DT)));
  if (exit !== undefined) setFlow(world, exit, div(left, DT));
  admit(world, id, conveyor, stock.inflows, stock.outflows, valueOf);
}

/** A power with a whole exponent, by products alone. */
const powerOf = (base: Expr, exponent: number): Expr =>
  exponent === 0 ? num(1) : Array.from({ length: exponent }, () => base).reduce(mul);

const leakOf = (world: World, flow: VariableId) => {
  const body = world.elements.get(flow)?.definition.body;
  return body?.kind === 'formula' ? body.leak : undefined;
};

function setFlow(world: World, id: VariableId, expr: Expr): void {
  const flow = world.made.get(id);
  if (flow?.kind === 'flow') world.made.set(id, { ...flow, expr });
}

/** Inflows take what room there is, in the order of the list; what does not fit stays where it was. */
function admit(
  world: World,
  id: VariableId,
  { capacity, inLimit }: Conveyor,
  inflows: readonly VariableId[],
  outflows: readonly VariableId[],
  valueOf: (formula: Formula) => Expr,
): void {
  const bounds: Expr[] = [];
  const leaving = sum(outflows.map((flow) => ref(flow)));
  if (capacity) bounds.push(add(div(sub(valueOf(capacity), ref(id)), DT), leaving));
  if (inLimit) bounds.push(valueOf(inLimit));
  if (bounds.length === 0) return;
  inflows.forEach((inflow, i) => {
    const flow = world.made.get(inflow);
    // What leaves another conveyor is never held back.
    const fromBelt = world.conveyors.some((c) => {
      const other = world.made.get(c.id);
      return other?.kind === 'stock' && other.outflows.includes(inflow);
    });
    if (flow?.kind !== 'flow' || fromBelt) return;
    const before = sum(inflows.slice(0, i).map((name) => ref(name)));
    const room = bounds.map((bound) => call('max', num(0), sub(bound, before)));
    setFlow(
      world,
      inflow,
      room.reduce((value, bound) => call('min', value, bound), flow.expr),
    );
  });
}
