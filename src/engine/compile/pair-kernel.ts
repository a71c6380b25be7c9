import type { CheckedModel } from '../checked.ts';
import type { Outcome, RunPlan } from '../plan.ts';
import { scheduleOf } from '../schedule.ts';
import { compileKernel } from './kernel-code.ts';
import { instantiate } from './kernel.ts';
import { twoLanes } from './lanes.ts';
import type { KernelRequest } from './request.ts';

/** Two plans of the same times and series. */
export type PlanPair = readonly [RunPlan, RunPlan];

/** A compiled kernel that carries out two runs at a time, each to the last bit as a kernel of one run does. */
export interface PairKernel {
  readonly run: (plans: PlanPair) => readonly [Outcome, Outcome];
  /** How many values its memory holds. */
  readonly held: number;
}

const width = 2;

export function makePairKernel(
  checked: CheckedModel,
  request: Omit<KernelRequest, 'totals' | 'watch'>,
): PairKernel {
  const code = compileKernel(
    checked,
    { ...request, totals: true, watch: false },
    { lanes: twoLanes, groups: 1 },
  );
  const { layout, series } = code;
  const { run, doubles, held } = instantiate(code);
  const place = (address: number, items: number): Float64Array => doubles(address, items * width);
  const stocks = checked.stocks.length;
  const parameters = place(layout.parameters, checked.parameters.length);
  const initials = place(layout.initials, stocks);
  const values = place(series, request.series.length * request.rows);
  const opening = place(layout.opening, stocks);
  const closing = place(layout.closing, stocks);
  const totals = place(layout.totals, scheduleOf(checked).flows.length);
  const taken = (lane: number): Outcome => ({
    values: laneOf(values, lane),
    opening: laneOf(opening, lane),
    closing: laneOf(closing, lane),
    totals: laneOf(totals, lane),
  });
  return {
    run: (plans) => {
      for (const [lane, plan] of plans.entries()) {
        putInLane(parameters, lane, plan.parameters);
        putInLane(initials, lane, plan.initials);
      }
      run(plans[0].grid);
      return [taken(0), taken(1)];
    },
    held,
  };
}

function putInLane(items: Float64Array, lane: number, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) items[i * width + lane] = values[i]!;
}

function laneOf(items: Float64Array, lane: number): Float64Array<ArrayBuffer> {
  const values = new Float64Array(items.length / width);
  for (let i = 0; i < values.length; i++) values[i] = items[i * width + lane]!;
  return values;
}
