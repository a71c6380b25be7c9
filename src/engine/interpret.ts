import { assert, must } from '../base/assert.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import { createEvaluator } from './evaluate.ts';
import { divisor, schemes } from './integrate/index.ts';
import { historiesOf, isThisStep, stepAgo } from './history.ts';
import { numberOps } from '../numeric/number-ops.ts';
import { isFixed } from './plan.ts';
import type { Outcome, RunPlan } from './plan.ts';
import { scheduleOf, shareOfOutflow } from './schedule.ts';

/**
 * Carries out a plan by walking the equations: slow, short, and what the kernels must agree with to the last bit.
 * It shares the model's schedule and the elementary functions with them, but no translation.
 */
export function interpret(checked: CheckedModel, plan: RunPlan): Outcome {
  assert(isFixed(plan), 'a plan with steps of dt');
  const { grid, series } = plan;
  const { flows, driving, derived, limits } = scheduleOf(checked);
  const { at, weights } = schemes[plan.method];
  const history = new Map([...historiesOf(checked).keys()].map((name) => [name, [] as number[]]));
  let now = 0;
  const value = new Map<string, number>();
  const get = (name: string): number => must(value.get(name), name);

  const compute = createEvaluator(checked, {
    get,
    past: (e, of) => {
      const step = isThisStep(e.steps) ? now : stepAgo(numberOps, now, of(e.steps));
      return step < 0 ? of(e.initial) : must(history.get(e.name), e.name)[step]!;
    },
  });
  const set = (id: VariableId) => value.set(id, compute(must(checked.equations.get(id), id)));
  const sum = (ids: readonly VariableId[], of: (id: VariableId) => number): number =>
    ids.length === 0 ? 0 : ids.map(of).reduce((a, b) => a + b);

  const evaluate = (time: number) => {
    value.set('time', time);
    driving.forEach(set);
    for (const { id, inflows, outflows } of limits) {
      const wanted = sum(outflows, (flow) => Math.max(get(flow), 0));
      const returned = sum(outflows, (flow) => Math.min(get(flow), 0));
      const room = get(id) / grid.dt + (sum(inflows, get) - returned);
      const share = shareOfOutflow(numberOps, wanted, room);
      for (const flow of outflows) if (get(flow) > 0) value.set(flow, get(flow) * share);
    }
    derived.forEach(set);
  };

  for (const [i, { id }] of checked.parameters.entries()) value.set(id, plan.parameters[i]!);
  value
    .set('time', grid.start)
    .set('steptime', grid.start)
    .set('dt', grid.dt)
    .set('starttime', grid.start)
    .set('stoptime', grid.stop);
  checked.constants.forEach(set);
  const stocks = checked.stocks.map(({ stock }) => stock);
  const initial = new Map(checked.stocks.map((s, i) => [s.stock.id, { ...s, set: plan.initials[i]! }]));
  for (const id of checked.initials) {
    const stock = initial.get(id);
    if (stock === undefined) set(id);
    else value.set(id, Number.isNaN(stock.set) ? compute(stock.initial) : stock.set);
  }

  const opening = Float64Array.from(stocks, ({ id }) => get(id));
  const totals = new Float64Array(flows.length);
  const values = new Float64Array(series.length * grid.rows);
  for (let k = 0; ; k++) {
    now = k;
    value.set('steptime', grid.start + k * grid.dt);
    evaluate(grid.start + k * grid.dt);
    for (const [name, values] of history) values.push(get(name));
    if (k % grid.saveEvery === 0) {
      for (const [i, id] of series.entries()) values[i * grid.rows + k / grid.saveEvery] = get(id);
    }
    if (k === grid.steps) break;

    const base = new Map(stocks.map(({ id }) => [id, get(id)]));
    const weighted = new Map<VariableId, number>();
    const move = (by: number, flow: (id: VariableId) => number) => {
      for (const { id, inflows, outflows } of stocks) {
        value.set(id, must(base.get(id), id) + by * (sum(inflows, flow) - sum(outflows, flow)));
      }
    };
    for (const [stage, weight] of weights.entries()) {
      if (stage > 0) {
        move(at[stage]! * grid.dt, get);
        evaluate(grid.start + (k + at[stage]!) * grid.dt);
      }
      for (const flow of flows) {
        weighted.set(flow, stage === 0 ? weight * get(flow) : weighted.get(flow)! + weight * get(flow));
      }
    }
    move(grid.dt / divisor(schemes[plan.method]), (flow) => weighted.get(flow)!);
    for (const [i, flow] of flows.entries()) totals[i]! += weighted.get(flow)!;
  }
  const step = grid.dt / divisor(schemes[plan.method]);
  return {
    values,
    opening,
    closing: Float64Array.from(stocks, ({ id }) => get(id)),
    totals: totals.map((total) => total * step),
  };
}
