import type { FixedMethod, Method } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import { isAdaptive } from './integrate/index.ts';
import type { TimeGrid } from './integrate/time-grid.ts';

/** What parameters and stocks' initial values are as an experiment begins. */
export interface Beginning {
  /** Before its scenario and its policy. */
  readonly before: ReadonlyMap<VariableId, number>;
  /** Worked out from what its scenario says, and so standing over it. */
  readonly over: ReadonlyMap<VariableId, number>;
}

export const asWritten: Beginning = { before: new Map(), over: new Map() };

/** One run with everything decided. */
export interface RunPlan {
  readonly method: Method;
  readonly grid: TimeGrid;
  readonly series: readonly VariableId[];
  /** One value per parameter of the checked model, in its order. */
  readonly parameters: Float64Array;
  /** One value per stock, in its order: the initial value, or NaN to take the equation's. */
  readonly initials: Float64Array;
}

/** A run with steps of dt: what the oracle and a kernel both carry out. */
export interface FixedPlan extends RunPlan {
  readonly method: FixedMethod;
}

export const isFixed = (plan: RunPlan): plan is FixedPlan => !isAdaptive(plan.method);

/** What comes out of a plan, in the units of the model. */
export interface Outcome {
  /** `grid.rows` values for each series, one series after the other. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Stocks at the start and after the last step, in the order of the checked model. */
  readonly opening: Float64Array;
  readonly closing: Float64Array;
  /** What each flow of the schedule moved in all, by the method's own weights. */
  readonly totals: Float64Array;
}
