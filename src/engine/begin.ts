import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Experiment } from '../model/experiment.ts';
import type { Fact, Model } from '../model/model.ts';
import { parametersOf } from '../model/municipality.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import { createSettler } from './settle.ts';
import type { Givens } from './rest.ts';
import type { Settler, Unsettled } from './settle.ts';

/** Parameters and stocks' initial values as an experiment begins, before its scenario and its policy. */
export type Beginning = ReadonlyMap<VariableId, number>;

export type Begin = (experiment: Experiment) => Result<Beginning, readonly Diagnostic[]>;

/** How many beginnings are kept: a screen asks for a few municipalities, again and again. */
const kept = 16;

const nothing: Beginning = new Map();

/**
 * Where runs of a model begin. The file's own values are a beginning; a preset with values of its own, or what is known
 * of a municipality, begins in the state of rest that follows from them, and `settle` in that of the scenario's
 * assumptions. Models that do not say how to find it begin with the values as they are.
 */
export function createBegin(checked: CheckedModel): Begin {
  const { model } = checked;
  let settler: Settler | undefined;
  const known = new Map<string, Result<Beginning, readonly Diagnostic[]>>();
  return (experiment) => {
    const { preset: id, municipality, settle } = experiment;
    const preset = model.presets.find((p) => p.id === id);
    const own = Object.keys(preset?.values ?? {}).length > 0;
    if (municipality === undefined && settle !== true && !(own && model.equilibrium !== undefined)) {
      return ok(nothing);
    }
    const key = JSON.stringify([id, municipality, settle === true ? experiment.scenario : undefined]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const problems = factProblems(model, municipality ?? {});
    if (problems.length > 0) return fail(problems);
    settler ??= model.equilibrium && createSettler(checked, model.equilibrium);
    const found = beginningOf(model, experiment, settler);
    known.set(key, found);
    for (const oldest of known.keys()) {
      if (known.size <= kept) break;
      known.delete(oldest);
    }
    return found;
  };
}

function beginningOf(
  model: Model,
  experiment: Experiment,
  settler: Settler | undefined,
): Result<Beginning, readonly Diagnostic[]> {
  const preset = model.presets.find((p) => p.id === experiment.preset);
  const facts = { ...preset?.municipality, ...experiment.municipality };
  const values = valuesOf(model, experiment, facts);
  if (settler === undefined) return ok(values);
  const settled = settler({ values, targets: targetsOf(model, facts) });
  if (settled.ok) {
    // What a preset states of its own is not worked out.
    const stated = Object.keys(preset?.values ?? {}).filter(
      (id) => model.variables.get(id)?.kind === 'stock',
    );
    const begin = new Map([...values, ...settled.value]);
    for (const id of stated) begin.delete(id);
    return ok(begin);
  }
  // A fact is to blame if the rest settles with the file's own value in its place.
  const cures = (fact: Fact): boolean => {
    const others = Object.fromEntries(Object.entries(facts).filter(([id]) => id !== fact.id));
    const back =
      fact.sets === undefined || fact.from === undefined ? others : { ...others, [fact.id]: fact.from };
    return settler({ values: valuesOf(model, experiment, back), targets: targetsOf(model, back) }).ok;
  };
  const given = (model.municipality ?? []).filter((fact) => facts[fact.id] !== undefined);
  return fail([explain(model, settled.error, facts, given.find(cures))]);
}

/** What is set: the preset's values, what follows from facts beyond it, and assumptions if they are settled too. */
function valuesOf(
  model: Model,
  { preset: id, municipality, settle, scenario }: Experiment,
  facts: Readonly<Record<string, number>>,
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
function targetsOf(model: Model, facts: Readonly<Record<string, number>>): Givens['targets'] {
  return new Map(
    (model.equilibrium?.calibrations ?? []).flatMap(({ id, target, fact }) => {
      const value = fact === undefined ? undefined : facts[fact];
      return target === undefined && value !== undefined ? [[id, value] as const] : [];
    }),
  );
}

function explain(
  model: Model,
  why: Unsettled,
  facts: Readonly<Record<string, number>>,
  culprit: Fact | undefined,
): Diagnostic {
  if (why.kind === 'bound') {
    const calibration = must(
      model.equilibrium?.calibrations.find((c) => c.id === why.calibration),
      why.calibration,
    );
    const fact = model.municipality?.find((f) => f.id === calibration.fact);
    const value = fact && (facts[fact.id] ?? fact.from);
    if (fact !== undefined && value !== undefined) {
      const limit = { side: why.side, value: rounded(value * why.share) };
      const possible = limit.value >= fact.min && limit.value <= fact.max;
      // The one that was given is to blame, and not one that nobody has said anything about.
      const other =
        culprit !== undefined && (!possible || facts[fact.id] === undefined) ? culprit : undefined;
      if (other === undefined) return error('no-equilibrium', { fact: fact.name, value, limit });
      return error('no-equilibrium', {
        fact: other.name,
        value: facts[other.id]!,
        then: { fact: fact.name, ...limit },
      });
    }
  }
  if (why.kind === 'below') {
    return error(
      'below-nothing',
      { stock: why.stock, value: rounded(why.value), ...(culprit && { fact: culprit.name }) },
      { variable: why.stock },
    );
  }
  return error(
    'no-equilibrium',
    culprit === undefined ? {} : { fact: culprit.name, value: facts[culprit.id]! },
  );
}

const rounded = (value: number): number => Number(value.toPrecision(3));

function factProblems(model: Model, known: Readonly<Record<string, number>>): readonly Diagnostic[] {
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
