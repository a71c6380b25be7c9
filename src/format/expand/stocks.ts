import { nearest } from '../../base/nearest.ts';
import { mul, negate, ref, sum } from './build.ts';
import { hiddenId, make } from './making.ts';
import { atElements, entryOf } from './references.ts';
import { complain } from './world.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { StockBody } from '../foreign/foreign-model.ts';
import type { Context, ElementEntry, World } from './world.ts';

/** Makes a stock. A Vensim rate stays whole here: `splitRates` finds the flows in it when all variables are there. */
export function emitStock(element: ElementEntry, body: StockBody, context: Context, hidden: boolean): void {
  const { id } = element;
  const initial = context.world.rules.lower(body.initial, context);
  if (body.rate) {
    const flow = `${id}|net flow`;
    make(context, id, { kind: 'stock', initial, inflows: [flow], outflows: [] }, hidden);
    make(context, flow, { kind: 'flow', expr: context.world.rules.lower(body.rate, context) });
    return;
  }
  const flows = (names: readonly string[], into: boolean): readonly VariableId[] =>
    names.flatMap((name) => flowId(name, into, context) ?? []);
  const made = { inflows: flows(body.inflows, true), outflows: flows(body.outflows, false) };
  make(
    context,
    id,
    {
      kind: 'stock',
      initial,
      ...made,
      ...(body.nonNegative && !body.conveyor && !body.queue && !body.oven ? { nonNegative: true } : {}),
    },
    hidden,
  );
  const { conveyor, contents, queue, oven } = body;
  if (conveyor) context.world.conveyors.push({ id, conveyor, context, ...(contents ? { contents } : {}) });
  if (queue) context.world.queues.push({ id, context });
  if (oven) context.world.ovens.push({ id, oven, context });
}

/** The flow's element with the stock's subscripts; a flow with a multiplier arrives as another amount than it left. */
function flowId(name: string, into: boolean, context: Context): VariableId | undefined {
  const entry = entryOf(name, context);
  const span = { from: 0, to: 0 };
  if (entry?.kind !== 'variable') {
    const near = nearest(name, [...context.scope.entries.values()].flatMap((e) => (e.kind === 'variable' ? [e.name] : []))); // prettier-ignore
    complain(context, span, 'unknown-name', { name, ...(near === undefined ? {} : { nearest: near }) });
    return undefined;
  }
  let multiplier: Expr | undefined;
  const flow = atElements(entry, undefined, span, context, (e) => {
    const { body } = e.definition;
    if (into && body.kind === 'formula' && body.multiplier)
      multiplier = context.world.rules.lower(body.multiplier, context);
    return ref(e.id);
  });
  if (flow.kind !== 'ref') return undefined;
  if (!multiplier) return flow.name;
  const id = hiddenId(context, 'inflow');
  make(context, id, { kind: 'flow', expr: mul(multiplier, flow) });
  return id;
}

/**
 * Finds the flows in Vensim's rates: a variable that is added or taken away as a whole, and on that side of no other
 * stock, is a flow; what is left stays in the hidden net flow.
 */
export function splitRates(world: World): void {
  const taken = { in: new Set<VariableId>(), out: new Set<VariableId>() };
  for (const [id, stock] of world.made) {
    if (stock.kind !== 'stock' || stock.inflows.length !== 1 || stock.inflows[0] !== `${id}|net flow`)
      continue;
    const net = world.made.get(stock.inflows[0]);
    if (net?.kind !== 'flow') continue;
    const inflows: VariableId[] = [];
    const outflows: VariableId[] = [];
    const rest: Expr[] = [];
    for (const { expr, sign } of summands(net.expr)) {
      const side = sign > 0 ? inflows : outflows;
      const all = sign > 0 ? taken.in : taken.out;
      const flow = expr.kind === 'ref' ? world.made.get(expr.name) : undefined;
      const isFlow =
        flow &&
        !flow.hidden &&
        (flow.kind === 'flow' || (flow.kind === 'aux' && flow.expr.kind !== 'number'));
      if (
        expr.kind === 'ref' &&
        isFlow &&
        !all.has(expr.name) &&
        !inflows.includes(expr.name) &&
        !outflows.includes(expr.name)
      ) {
        side.push(expr.name);
        all.add(expr.name);
        world.made.set(expr.name, { ...flow, kind: 'flow' });
      } else rest.push(sign > 0 ? expr : negate(expr));
    }
    if (rest.length > 0) {
      inflows.push(stock.inflows[0]);
      world.made.set(stock.inflows[0], { ...net, expr: sum(rest) });
    } else world.made.delete(stock.inflows[0]);
    world.made.set(id, { ...stock, inflows, outflows });
  }
}

function* summands(expr: Expr, sign = 1): Iterable<{ readonly expr: Expr; readonly sign: number }> {
  if (expr.kind === 'binary' && (expr.op === '+' || expr.op === '-')) {
    yield* summands(expr.left, sign);
    yield* summands(expr.right, expr.op === '+' ? sign : -sign);
  } else if (expr.kind === 'negate') yield* summands(expr.arg, -sign);
  else if (expr.kind !== 'number' || expr.value !== 0) yield { expr, sign };
}
