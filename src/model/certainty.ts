import type { Stretch } from './ensemble.ts';
import type { Experiment, Locality, Scenario } from './experiment.ts';
import type { Model } from './model.ts';
import { valueIn } from './policy.ts';
import type { Parameter, VariableId } from './variable.ts';

/** How sure an answer is: strategies that are run many times, all on the same draws of what nobody knows. */

export interface CertaintyRequest {
  readonly experiments: readonly Experiment[];
  readonly outcome: VariableId;
  /** Model time at which the outcome is read. */
  readonly time: number;
  /** Draws in all; each is run once for every experiment. Draw i depends on this, on the seed and on i alone. */
  readonly runs: number;
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number;
}

/** What some of the draws gave. */
export interface CertaintyPart {
  readonly stretch: Stretch;
  readonly vary: readonly VariableId[];
  /** The outcome of experiment e in draw `stretch.from + i`: `[e · count + i]`. NaN where a run could not be carried out. */
  readonly values: Float64Array;
  /** What was drawn for parameter p: `[p · count + i]`. */
  readonly drawn: Float64Array;
}

/** What the draws gave so far, in their order. */
export interface Certainty {
  readonly request: CertaintyRequest;
  readonly vary: readonly VariableId[];
  /** Draws carried out for all experiments; those in which one of them failed are left out. */
  readonly runs: number;
  readonly failed: number;
  /** One row per experiment. */
  readonly values: readonly Float64Array[];
  /** One row per varied parameter. */
  readonly drawn: readonly Float64Array[];
}

/** A parameter that is drawn, and how much larger its range is in this municipality than in the file. */
export interface DrawnParameter {
  readonly parameter: Parameter;
  readonly scale: number;
}

/**
 * What is drawn: parameters with a range, but for what is assumed by a person, set by a lever, or known of the
 * municipality. What grows with the municipality keeps its range in proportion.
 */
export function uncertainIn(
  model: Model,
  { preset: id, municipality }: Locality,
  set: Scenario,
): readonly DrawnParameter[] {
  const where = { ...(id === undefined ? {} : { preset: id }), ...(municipality && { municipality }) };
  const facts = model.municipality ?? [];
  const growing = new Set(facts.flatMap(({ scales }) => scales));
  const preset = model.presets.find((p) => p.id === id);
  const known = new Set([
    ...Object.keys(set),
    ...Object.keys(preset?.values ?? {}).filter((name) => !growing.has(name)),
    ...facts.flatMap((fact) =>
      fact.sets !== undefined && municipality?.[fact.id] !== undefined ? [fact.sets] : [],
    ),
  ]);
  return [...model.variables.values()].flatMap((parameter) =>
    parameter.kind === 'parameter' && parameter.distribution.shape !== 'fixed' && !known.has(parameter.id)
      ? [{ parameter, scale: scaleOf(parameter, valueIn(model, where, parameter.id)) }]
      : [],
  );
}

const scaleOf = ({ value }: Parameter, here: number): number => (value === 0 ? 1 : here / value);

/** Puts parts together. Draws in which any experiment failed are counted and left out of all rows. */
export function certaintyOf(request: CertaintyRequest, parts: readonly CertaintyPart[]): Certainty {
  const vary = parts[0]?.vary ?? [];
  const values = request.experiments.map((): number[] => []);
  const drawn = vary.map((): number[] => []);
  let failed = 0;
  for (const part of parts.toSorted((a, b) => a.stretch.from - b.stretch.from)) {
    const count = part.stretch.to - part.stretch.from;
    for (let i = 0; i < count; i++) {
      if (values.some((_, e) => !Number.isFinite(part.values[e * count + i]))) {
        failed++;
        continue;
      }
      for (const [e, row] of values.entries()) row.push(part.values[e * count + i]!);
      for (const [p, row] of drawn.entries()) row.push(part.drawn[p * count + i]!);
    }
  }
  return {
    request,
    vary,
    runs: values[0]?.length ?? 0,
    failed,
    values: values.map((row) => Float64Array.from(row)),
    drawn: drawn.map((row) => Float64Array.from(row)),
  };
}

/** In how many draws experiment a is better than b. Equal is not better. */
export function winsOf(
  { values, runs }: Certainty,
  a: number,
  b: number,
  better: 'lower' | 'higher',
): number {
  let wins = 0;
  for (let i = 0; i < runs; i++) {
    const difference = values[a]![i]! - values[b]![i]!;
    if (better === 'lower' ? difference < 0 : difference > 0) wins++;
  }
  return wins;
}

/** An assumption that goes with an outcome: a rank correlation, which is no proof that it is the cause. */
export interface Tie {
  readonly parameter: VariableId;
  /** Spearman's, of the parameter with the value of experiment a less that of b. */
  readonly correlation: number;
}

/** The parameter whose rank goes most with the difference between two experiments; undefined where none was drawn or nothing differs. */
export function strongestTie({ vary, values, drawn }: Certainty, a: number, b: number): Tie | undefined {
  const differences = ranks(values[a]!.map((value, i) => value - values[b]![i]!));
  return vary.reduce<Tie | undefined>((most, parameter, p) => {
    const correlation = correlationOf(ranksOfDrawn(drawn[p]!), differences);
    return correlation !== undefined && Math.abs(correlation) > Math.abs(most?.correlation ?? 0)
      ? { parameter, correlation }
      : most;
  }, undefined);
}

/** What is drawn is ranked once, however many differences it is held against. */
const ranked = new WeakMap<Float64Array, Float64Array>();

function ranksOfDrawn(values: Float64Array): Float64Array {
  const found = ranked.get(values) ?? ranks(values);
  ranked.set(values, found);
  return found;
}

/** Places in order of size, from 0; equals share the middle of their places. */
function ranks(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((i, j) => values[i]! - values[j]!);
  const found = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) found[order[k]!] = (from + to - 1) / 2;
    from = to;
  }
  return found;
}

/** Pearson's correlation; undefined where one of them does not vary. */
function correlationOf(x: Float64Array, y: Float64Array): number | undefined {
  const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - meanX, y[i]! - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : undefined;
}
