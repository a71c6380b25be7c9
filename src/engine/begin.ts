import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Experiment } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import { parametersOf } from '../model/municipality.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import { noRest } from './no-rest.ts';
import type { Facts } from './no-rest.ts';
import { createSettler } from './settle.ts';
import { asWritten } from './plan.ts';
import type { Beginning } from './plan.ts';
import type { Givens } from './rest.ts';
import type { Settler, State, Unsettled } from './settle.ts';

/** One beginning of many: changes what differs for these drawn values. False if there is no state of rest. */
export type BeginDrawn = (drawn: Float64Array, parameters: Float64Array, initials: Float64Array) => boolean;

/**
 * Where runs of a model begin. The file's own values are a beginning; a preset with values of its own, or what is known
 * of a municipality, begins in the state of rest that follows from them, and `settle` in that of the scenario's
 * assumptions. Models that do not say how to find it begin with the values as they are.
 *
 * A state of other assumptions is looked for from that of the same place without them, never from the one found before:
 * so it has the same bits in whatever order, and on however many workers, it is asked for.
 */
export interface Begin {
  readonly of: (experiment: Experiment) => Result<Beginning, readonly Diagnostic[]>;
  /** Settles draws of assumptions, each as if it were the scenario's. Undefined if there is nothing to settle. */
  readonly drawnIn: (experiment: Experiment, vary: readonly VariableId[]) => BeginDrawn | undefined;
}

/** How many beginnings are kept: a screen asks for a few municipalities, again and again. */
const kept = 16;

/** Draws whose states are kept: experiments that are compared are run on the same ones, a stretch at a time. */
const keptDraws = 128;

/** A municipality with its assumptions, and its state of rest. */
interface Settled {
  readonly facts: Facts;
  readonly values: ReadonlyMap<VariableId, number>;
  readonly givens: Givens;
  readonly state: Result<State, Unsettled>;
  /** States of drawn assumptions, by the names of what is drawn and the first value. */
  readonly drawn: Map<string, Map<number, Drawn>>;
}

/** What was drawn, and the values of its state of rest, if there is one. */
interface Drawn {
  readonly drawn: Float64Array;
  readonly values: Float64Array | undefined;
}

export function createBegin(checked: CheckedModel): Begin {
  const { model } = checked;
  let made: Settler | undefined;
  const known = new Map<string, Settled>();

  function settled(settler: Settler, experiment: Experiment): Settled {
    const { preset, municipality } = experiment;
    const scenario = experiment.settle === true ? experiment.scenario : {};
    const key = JSON.stringify([preset, municipality, scenario]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const facts = factsOf(model, experiment);
    const values = valuesOf(model, experiment, facts);
    const givens = givensOf(checked, values, facts);
    const assumed = Object.keys(scenario).length > 0;
    const place = assumed ? settled(settler, { ...experiment, scenario: {} }).state : undefined;
    const near = place?.ok === true ? settler.settleNear(givens, place.value) : undefined;
    const state = near ? ok(near) : settler.settle(givens);
    const found: Settled = { facts, values, givens, state, drawn: new Map() };
    known.set(key, found);
    for (const oldest of known.keys()) {
      if (known.size <= kept) break;
      known.delete(oldest);
    }
    return found;
  }

  return {
    of(experiment) {
      const { preset: id, municipality, settle } = experiment;
      const preset = model.presets.find((p) => p.id === id);
      const own = Object.keys(preset?.values ?? {}).length > 0;
      if (municipality === undefined && settle !== true && !(own && model.equilibrium !== undefined)) {
        return ok(asWritten);
      }
      const problems = factProblems(model, municipality ?? {});
      if (problems.length > 0) return fail(problems);
      if (model.equilibrium === undefined) {
        return ok({ ...asWritten, before: valuesOf(model, experiment, factsOf(model, experiment)) });
      }
      const settler = (made ??= createSettler(checked, model.equilibrium));
      const { facts, values, givens, state } = settled(settler, experiment);
      if (!state.ok) {
        const settles = (others: Facts): boolean =>
          settler.settle(givensOf(checked, valuesOf(model, experiment, others), others)).ok;
        return fail([noRest(model, facts, state.error, settles)]);
      }
      const before = new Map(values);
      const over = new Map<VariableId, number>();
      const found = settler.valuesIn(state.value, givens);
      for (const [i, name] of settler.settledIn(state.value).entries()) {
        if (isStock(model, name) && preset?.values[name] !== undefined) continue;
        before.set(name, found[i]!);
        if (isCalibrated(state.value, name)) over.set(name, found[i]!);
      }
      return ok({ before, over });
    },

    drawnIn(experiment, vary) {
      if (experiment.settle !== true || model.equilibrium === undefined) return undefined;
      const settler = (made ??= createSettler(checked, model.equilibrium));
      const { givens, state, drawn: known } = settled(settler, experiment);
      if (!state.ok) return undefined;
      const place = settled(settler, { ...experiment, scenario: {} }).state;
      const from = place.ok ? place.value : state.value;
      const { preset: id, scenario, policy } = experiment;
      const stated = model.presets.find((p) => p.id === id)?.values ?? {};
      const drawnAlone = new Set(vary);
      const placeOf = placesIn(checked);
      const drawnAt = vary.map(placeOf);
      const writes = settler.settledIn(state.value).map((name) => {
        const asked = policy[name] ?? (isStock(model, name) ? stated[name] : undefined) ?? scenario[name];
        const calibrated = isCalibrated(state.value, name) && policy[name] === undefined;
        return !calibrated && (asked !== undefined || drawnAlone.has(name)) ? undefined : placeOf(name);
      });
      const parameters = givens.parameters.slice();
      const settle = (drawn: Float64Array): Float64Array | undefined => {
        for (const [i, to] of drawnAt.entries()) if (to.kind === 'parameter') parameters[to.at] = drawn[i]!;
        const own = { ...givens, parameters };
        const found = settler.settleNear(own, from);
        return found && settler.valuesIn(found, own);
      };
      const states = statesIn(known, vary);
      return (drawn, intoParameters, intoInitials) => {
        const write = ({ kind, at }: Place, value: number): void => {
          (kind === 'parameter' ? intoParameters : intoInitials)[at] = value;
        };
        for (const [i, to] of drawnAt.entries()) write(to, drawn[i]!);
        const values = once(states, drawn, settle);
        if (values === undefined) return false;
        for (const [i, to] of writes.entries()) if (to !== undefined) write(to, values[i]!);
        return true;
      };
    },
  };
}

/** The states that are known of draws of these names; those of other names are forgotten. */
function statesIn(known: Settled['drawn'], vary: readonly VariableId[]): Map<number, Drawn> {
  const names = vary.join(' ');
  const states = known.get(names) ?? new Map<number, Drawn>();
  known.clear();
  known.set(names, states);
  return states;
}

/** What a draw settles to, found once for the experiments that are run on it. */
function once(
  states: Map<number, Drawn>,
  drawn: Float64Array,
  settle: (drawn: Float64Array) => Float64Array | undefined,
): Float64Array | undefined {
  const first = drawn[0] ?? 0;
  const before = states.get(first);
  if (before?.drawn.every((value, i) => value === drawn[i]) === true) return before.values;
  const found = { drawn: drawn.slice(), values: settle(drawn) };
  states.set(first, found);
  for (const oldest of states.keys()) {
    if (states.size <= keptDraws) break;
    states.delete(oldest);
  }
  return found.values;
}

/** Where a run takes a value in: a parameter, or a stock's initial value. */
export interface Place {
  readonly kind: 'parameter' | 'stock';
  readonly at: number;
}

export function placesIn(checked: CheckedModel): (id: VariableId) => Place {
  const places = new Map<VariableId, Place>();
  for (const [at, { id }] of checked.parameters.entries()) places.set(id, { kind: 'parameter', at });
  for (const [at, { stock }] of checked.stocks.entries()) places.set(stock.id, { kind: 'stock', at });
  return (id) => must(places.get(id), id);
}

const isStock = (model: Model, id: VariableId): boolean => model.variables.get(id)?.kind === 'stock';

const isCalibrated = ({ active }: State, id: VariableId): boolean => active.some(({ by }) => by.includes(id));

const factsOf = (model: Model, { preset: id, municipality }: Experiment): Facts => ({
  ...model.presets.find((p) => p.id === id)?.municipality,
  ...municipality,
});

const givensOf = (checked: CheckedModel, values: ReadonlyMap<VariableId, number>, facts: Facts): Givens => ({
  parameters: Float64Array.from(checked.parameters, ({ id, value }) => values.get(id) ?? value),
  targets: targetsOf(checked.model, facts),
});

/** What is set: the preset's values, what follows from facts beyond it, and assumptions if they are settled too. */
function valuesOf(
  model: Model,
  { preset: id, municipality, settle, scenario }: Experiment,
  facts: Facts,
): ReadonlyMap<VariableId, number> {
  const fileValue = (name: VariableId): number | undefined => {
    const variable = model.variables.get(name);
    return variable?.kind === 'parameter' ? variable.value : undefined;
  };
  const preset = model.presets.find((p) => p.id === id);
  const said = Object.fromEntries(
    Object.entries(facts).filter(([fact]) => municipality?.[fact] !== undefined),
  );
  return new Map([
    ...Object.entries(preset?.values ?? {}),
    ...Object.entries(parametersOf(model.municipality ?? [], said, fileValue)),
    ...(settle === true ? Object.entries(scenario) : []),
  ]);
}

/** Targets of calibrations that are met only where their fact is given. */
function targetsOf(model: Model, facts: Facts): Givens['targets'] {
  return new Map(
    (model.equilibrium?.calibrations ?? []).flatMap(({ id, target, fact }) => {
      const value = fact === undefined ? undefined : facts[fact];
      return target === undefined && value !== undefined ? [[id, value] as const] : [];
    }),
  );
}

function factProblems(model: Model, known: Facts): readonly Diagnostic[] {
  const facts = model.municipality ?? [];
  return Object.entries(known).flatMap(([name, value]) => {
    const fact = facts.find((f) => f.id === name);
    if (fact === undefined) {
      const near = nearest(
        name,
        facts.map((f) => f.id),
      );
      return [error('unknown-fact', { name, ...(near === undefined ? {} : { nearest: near }) })];
    }
    const { min, max } = fact;
    return value >= min && value <= max ? [] : [error('outside-range', { name, value, min, max })];
  });
}
