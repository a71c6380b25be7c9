import type { Diagnostic } from '../base/diagnostic.ts';
import type { Method } from './model.ts';
import type { VariableId } from './variable.ts';

/** Lever settings that differ from their default. */
export type Policy = Readonly<Record<VariableId, number>>;
/** Assumptions that differ from their default. */
export type Scenario = Readonly<Record<VariableId, number>>;

/** One experiment gives one run. Values are taken from the policy, else the scenario, else the preset, else the file. */
export interface Experiment {
  readonly preset?: string;
  /** What is known of the municipality, by the id of the fact; stands before the preset's. */
  readonly municipality?: Readonly<Record<string, number>>;
  /** Begin in the state of rest of these assumptions, not of the preset's. */
  readonly settle?: boolean;
  readonly policy: Policy;
  readonly scenario: Scenario;
  /** From which a model that draws random numbers draws them, a whole number from 0 to 2^53 − 1; 0 if left out. */
  readonly seed?: number;
}

/** What holds for an experiment before any lever moves: a preset, what is known besides, and what is assumed. */
export type Locality = Pick<Experiment, 'preset' | 'municipality'> & { readonly scenario?: Scenario };

/** What of a run is asked for. Fields that are left out are the model's own. */
export interface RunRequest {
  /** Names of series, or all variables but parameters and tables. */
  readonly series: readonly VariableId[] | 'all';
  readonly method?: Method;
  readonly start?: number;
  readonly stop?: number;
  readonly dt?: number;
  readonly saveStep?: number;
}

/** A stock's account over a run: opening + inflows − outflows − closing = residual, 0 but for rounding. */
export interface Balance {
  readonly stock: VariableId;
  readonly opening: number;
  readonly inflows: number;
  readonly outflows: number;
  readonly closing: number;
  readonly residual: number;
}

export interface Run {
  readonly experiment: Experiment;
  /** Saved times, in the model's time unit. */
  readonly times: Float64Array;
  readonly names: readonly VariableId[];
  /** One row of `times.length` values per name. */
  readonly values: Float64Array;
  readonly balance: readonly Balance[];
  /** Warnings of this run; errors make no run. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The values of one series of a run, as a view, or undefined if it was not asked for. */
export function seriesOf(run: Run, name: VariableId): Float64Array | undefined {
  const row = run.names.indexOf(name);
  if (row < 0) return undefined;
  return run.values.subarray(row * run.times.length, (row + 1) * run.times.length);
}
