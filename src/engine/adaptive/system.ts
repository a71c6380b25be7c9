import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { makeKernel } from '../compile/kernel.ts';
import type { Kernel } from '../compile/kernel.ts';
import type { RunPlan } from '../plan.ts';
import { scheduleOf } from '../schedule.ts';
import { tangentModel, tangentName } from '../tangent/tangent-model.ts';

/** A model as a system of differential equations y′ = f(t, y) over its stocks. */
export interface System {
  readonly size: number;
  readonly start: () => Float64Array;
  /** y′ at a moment. */
  readonly slopes: (time: number, state: Float64Array, into: Float64Array) => void;
  /** ∂f/∂y, row by row. */
  readonly jacobian: (time: number, state: Float64Array, into: Float64Array) => void;
  /** The series of the plan at a moment. */
  readonly values: (time: number, state: Float64Array) => Float64Array;
}

/** A kernel that takes no step looks at one moment alone. */
export function systemOf(checked: CheckedModel, plan: RunPlan): System {
  const stocks = checked.stocks.map(({ stock }) => stock);
  const size = stocks.length;
  const { flows } = scheduleOf(checked);
  const place = new Map(flows.map((id, i) => [id, i]));
  const attached = stocks.map(({ inflows, outflows }) => ({
    inflows: inflows.map((id) => place.get(id)!),
    outflows: outflows.map((id) => place.get(id)!),
  }));
  const net = (from: Float64Array, into: Float64Array, step: number, offset: number): void => {
    for (const [i, { inflows, outflows }] of attached.entries()) {
      let sum = 0;
      for (const flow of inflows) sum += from[flow]!;
      let drained = 0;
      for (const flow of outflows) drained += from[flow]!;
      into[i * step + offset] = sum - drained;
    }
  };
  const momentOf = (model: CheckedModel, series: readonly VariableId[]): Kernel =>
    makeKernel(model, {
      method: 'euler',
      series,
      steps: 0,
      rows: 1,
      saveEachStep: true,
      totals: false,
      watch: false,
    });
  const at = (time: number, parameters: Float64Array, initials: Float64Array): RunPlan => ({
    ...plan,
    grid: { ...plan.grid, start: time, steps: 0, saveEvery: 1, rows: 1 },
    parameters,
    initials,
  });
  const flowsAt = momentOf(checked, flows);
  const seriesAt = momentOf(checked, plan.series);
  let differentiate: System['jacobian'] | undefined;

  return {
    size,
    start: () => flowsAt.run(at(plan.grid.start, plan.parameters, plan.initials)).opening,
    slopes: (time, state, into) =>
      net(flowsAt.runInPlace(at(time, plan.parameters, state)).values, into, 1, 0),
    values: (time, state) => seriesAt.run(at(time, plan.parameters, state)).values,
    jacobian: (time, state, into) => {
      differentiate ??= jacobianOf(checked, plan, momentOf, at, net);
      differentiate(time, state, into);
    },
  };
}

/** The slopes along each stock in turn, from the model's tangent. */
function jacobianOf(
  checked: CheckedModel,
  plan: RunPlan,
  momentOf: (model: CheckedModel, series: readonly VariableId[]) => Kernel,
  at: (time: number, parameters: Float64Array, initials: Float64Array) => RunPlan,
  net: (from: Float64Array, into: Float64Array, step: number, offset: number) => void,
): System['jacobian'] {
  const ids = checked.stocks.map(({ stock }) => stock.id);
  const tangent = tangentModel(checked, ids);
  const { flows } = scheduleOf(checked);
  const moved = flows.filter((id) => tangent.moved.has(id));
  const kernel = momentOf(tangent.checked, moved.map(tangentName));
  const parameters = new Float64Array(tangent.checked.parameters.length);
  parameters.set(plan.parameters);
  const places = new Map(tangent.checked.stocks.map(({ stock }, i) => [stock.id, i]));
  const [own, along] = [ids.map((id) => places.get(id)!), ids.map((id) => places.get(tangentName(id))!)];
  const initials = new Float64Array(tangent.checked.stocks.length);
  const slopes = new Float64Array(flows.length);
  const to = moved.map((id) => flows.indexOf(id));
  return (time, state, into) => {
    for (const [i, place] of own.entries()) initials[place] = state[i]!;
    for (const [column, place] of along.entries()) {
      initials[place] = 1;
      const { values } = kernel.runInPlace(at(time, parameters, initials));
      for (const [i, flow] of to.entries()) slopes[flow] = values[i]!;
      net(slopes, into, ids.length, column);
      initials[place] = 0;
    }
  };
}
