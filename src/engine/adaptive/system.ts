import { withChildren } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { makeKernel } from '../compile/kernel.ts';
import type { Kernel } from '../compile/kernel.ts';
import type { Outcome, RunPlan } from '../plan.ts';
import { scheduleOf } from '../schedule.ts';
import { shareParts } from '../share-parts.ts';
import { tangentModel, tangentName } from '../tangent/tangent-model.ts';

/** A model as a system of differential equations y′ = f(t, y). */
export interface System {
  /** Elements of y: the stocks, then for each flow what it has moved in all. */
  readonly size: number;
  /** How many of them are stocks: nothing depends on the others. */
  readonly stocks: number;
  readonly start: () => Float64Array;
  /** y′ at a moment. */
  readonly slopes: (time: number, state: Float64Array, into: Float64Array) => void;
  /** ∂f/∂(stocks), row by row. */
  readonly jacobian: (time: number, state: Float64Array, into: Float64Array) => void;
  /** The series of the plan at a moment. */
  readonly values: (time: number, state: Float64Array) => Float64Array;
}

/** Series whose kernels are kept. */
const kept = 4;

/** The systems of a model's plans. A kernel that takes no step looks at one moment alone. */
export function createSystems(model: CheckedModel): (plan: RunPlan) => System {
  const known = new Map<string, (plan: RunPlan) => System>();
  return (plan) => {
    const key = JSON.stringify([plan.grid.start, plan.series]);
    const prepared = known.get(key) ?? prepare(startingAt(model, plan.grid.start), plan.series);
    known.delete(key);
    known.set(key, prepared);
    for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest);
    return prepared(plan);
  };
}

/** A kernel begins where it looks, so that the start of the run has to be written into the equations. */
function startingAt(checked: CheckedModel, start: number): CheckedModel {
  const fixed = (expr: Expr): Expr =>
    expr.kind === 'ref' && expr.name === 'starttime'
      ? { kind: 'number', value: start, span: expr.span }
      : withChildren(expr, fixed);
  return {
    ...checked,
    equations: new Map([...checked.equations].map(([id, expr]) => [id, fixed(expr)])),
    stocks: checked.stocks.map(({ stock, initial }) => ({ stock, initial: fixed(initial) })),
  };
}

type Look = (time: number, parameters: Float64Array, initials: Float64Array) => Outcome;

function prepare(checked: CheckedModel, series: readonly VariableId[]): (plan: RunPlan) => System {
  const { flows } = scheduleOf(checked);
  const netOf = netsOf(checked, flows);
  const stocks = checked.stocks.length;
  const [flowsAt, seriesAt] = [momentOf(checked, flows), momentOf(checked, series)];
  const differentiate = lazily(() => jacobianOf(checked, netOf));

  return (plan) => {
    const look = (kernel: Kernel): Look => looking(kernel, plan);
    const [toFlows, toSeries] = [look(flowsAt), look(seriesAt)];
    const slopesAlong = lazily(() => differentiate()(look, plan.parameters));
    return {
      size: stocks + flows.length,
      stocks,
      start: () => {
        const { opening } = toFlows(plan.grid.start, plan.parameters, plan.initials);
        const state = new Float64Array(stocks + flows.length);
        state.set(opening);
        return state;
      },
      slopes: (time, state, into) => {
        const { values } = toFlows(time, plan.parameters, state.subarray(0, stocks));
        netOf(values, into, 1, 0);
        into.set(values, stocks);
      },
      values: (time, state) => toSeries(time, plan.parameters, state.subarray(0, stocks)).values,
      jacobian: (time, state, into) => slopesAlong()(time, state, into),
    };
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const momentOf = (checked: CheckedModel, series: readonly VariableId[]): Kernel =>
  makeKernel(shareParts(checked), {
    method: 'euler',
    series,
    steps: 0,
    rows: 1,
    saveEachStep: true,
    totals: false,
    watch: false,
  });

const looking =
  (kernel: Kernel, plan: RunPlan): Look =>
  (time, parameters, initials) =>
    kernel.runInPlace({
      ...plan,
      grid: { ...plan.grid, start: time, steps: 0, saveEvery: 1, rows: 1 },
      parameters,
      initials,
    });

/** Writes the net flow into each stock, every `step` elements from `offset` on. */
type Net = (flows: Float64Array, into: Float64Array, step: number, offset: number) => void;

function netsOf(checked: CheckedModel, flows: readonly VariableId[]): Net {
  const place = new Map(flows.map((id, i) => [id, i]));
  const attached = checked.stocks.map(({ stock: { inflows, outflows } }) => ({
    inflows: inflows.map((id) => place.get(id)!),
    outflows: outflows.map((id) => place.get(id)!),
  }));
  return (from, into, step, offset) => {
    for (const [i, { inflows, outflows }] of attached.entries()) {
      let sum = 0;
      for (const flow of inflows) sum += from[flow]!;
      let drained = 0;
      for (const flow of outflows) drained += from[flow]!;
      into[i * step + offset] = sum - drained;
    }
  };
}

/** The slopes along each stock in turn, from the model's tangent. */
function jacobianOf(
  checked: CheckedModel,
  netOf: Net,
): (look: (kernel: Kernel) => Look, given: Float64Array) => System['jacobian'] {
  const ids = checked.stocks.map(({ stock }) => stock.id);
  const tangent = tangentModel(checked, ids);
  const { flows } = scheduleOf(checked);
  const moved = flows.filter((id) => tangent.moved.has(id));
  const kernel = momentOf(tangent.checked, moved.map(tangentName));
  const places = new Map(tangent.checked.stocks.map(({ stock }, i) => [stock.id, i]));
  const [own, along] = [ids.map((id) => places.get(id)!), ids.map((id) => places.get(tangentName(id))!)];
  const to = moved.map((id) => flows.indexOf(id));
  const parameters = new Float64Array(tangent.checked.parameters.length);
  const initials = new Float64Array(tangent.checked.stocks.length);
  const slopes = new Float64Array(flows.length);
  return (look, given) => {
    const at = look(kernel);
    return (time, state, into) => {
      parameters.set(given);
      for (const [i, place] of own.entries()) initials[place] = state[i]!;
      for (const [column, place] of along.entries()) {
        initials[place] = 1;
        const { values } = at(time, parameters, initials);
        for (const [i, flow] of to.entries()) slopes[flow] = values[i]!;
        netOf(slopes, into, ids.length, column);
        for (const [i, slope] of slopes.entries()) into[(ids.length + i) * ids.length + column] = slope;
        initials[place] = 0;
      }
    };
  };
}
