import { must } from '../base/assert.ts';
import { error, warning } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Engine, ModelHandle } from '../engine/api.ts';
import { seriesOf } from '../model/experiment.ts';
import type { Experiment, Run, RunRequest } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { Stock, VariableId } from '../model/variable.ts';

/**
 * Tests that every model should stand (Forrester and Senge 1980; Barlas 1996), after reading and checking have looked at
 * units, names, ranges, evidence and words: balance, equilibrium, the length of the step, extreme conditions, the ledger.
 */

/** A model that an engine has open. */
export interface Open {
  readonly engine: Engine;
  readonly handle: ModelHandle;
  readonly model: Model;
}

/** Part of its size that a stock at rest may move. */
const atRest = 1e-6;
/** Part of its size that an outcome may change with half the step, what is switched on within a step included. */
const sameStep = 1e-2;
/** Part of the largest value of a stock that counts as rounding below zero. */
const belowNothing = 1e-6;
/** What sums of money may differ by, SEK: half an öre, or rounding of the largest sums. */
const oere = 0.005;

export function confidenceProblems(open: Open): readonly Diagnostic[] {
  const base = runOf(open, {});
  if (base === undefined) return [];
  return [
    ...base.diagnostics,
    ...(runOf(open, { policy: fullLevers(open.model) })?.diagnostics ?? []),
    ...equilibriumProblems(open),
    ...stepProblems(open),
    ...ledgerProblems(open, base),
    ...extremeProblems(open, base),
  ];
}

const nothing: Experiment = { policy: {}, scenario: {} };

function runOf(
  { engine, handle }: Open,
  experiment: Partial<Experiment>,
  request: Partial<RunRequest> = {},
): Run | undefined {
  const run = engine.run(handle, { ...nothing, ...experiment }, { series: 'all', ...request });
  return run.ok ? run.value : undefined;
}

const stocksOf = (model: Model): readonly Stock[] =>
  [...model.variables.values()].filter((v) => v.kind === 'stock');

/** Every preset stays where it begins. */
function equilibriumProblems(open: Open): readonly Diagnostic[] {
  const { model, engine, handle } = open;
  if (model.equilibrium === undefined) return [];
  // Counters have no outflow, and grow.
  const names = stocksOf(model).flatMap((s) => (s.outflows.length > 0 ? [s.id] : []));
  const series = [...names, ...model.outcomes.map((o) => o.variable)];
  return [undefined, ...model.presets.map((p) => p.id)].flatMap((preset) => {
    const run = engine.run(handle, { ...nothing, ...(preset && { preset }) }, { series });
    if (!run.ok) return run.error;
    return series.flatMap((name) => {
      const values = must(seriesOf(run.value, name), name);
      const first = values[0]!;
      const moved = values.find(
        (value) => !(Math.abs(value - first) <= atRest * Math.max(1e-3, Math.abs(first))),
      );
      return moved === undefined
        ? []
        : [
            error(
              'drifts',
              { variable: name, from: first, to: moved, ...(preset && { preset }) },
              { variable: name },
            ),
          ];
    });
  });
}

const fullLevers = (model: Model): Experiment['policy'] =>
  Object.fromEntries(model.levers.map(({ variable, max }) => [variable, max]));

/** What the model is about changes little when the step is half as long. */
function stepProblems(open: Open): readonly Diagnostic[] {
  const { model } = open;
  const { dt, saveStep } = model.simSpecs;
  const series = model.outcomes.map((o) => o.variable);
  return (model.levers.length === 0 ? [{}] : [{}, fullLevers(model)]).flatMap((policy) => {
    const [whole, half] = [dt, dt / 2].map((step) => runOf(open, { policy }, { series, dt: step, saveStep }));
    if (whole === undefined || half === undefined) return [];
    return series.flatMap((name) => {
      const [a, b] = [whole, half].map((run) => must(seriesOf(run, name), name));
      const size = Math.max(...b!.map(Math.abs));
      const difference = Math.max(...a!.map((value, i) => Math.abs(value - b![i]!))) / size;
      return difference > sameStep
        ? [warning('step-too-long', { variable: name, difference }, { variable: name })]
        : [];
    });
  });
}

/** What actors pay is what the public pays: money between them cancels to the öre, in every year. */
function ledgerProblems(open: Open, base: Run): readonly Diagnostic[] {
  const { model } = open;
  const { ledger } = model;
  if (ledger === undefined) return [];
  const cash = model.actors.filter((a) => a.money === 'cash');
  const full = runOf(open, { policy: fullLevers(model) });
  return [base, ...(full === undefined ? [] : [full])].flatMap((run) =>
    (
      [
        [ledger.publicCost, cash.map((a) => a.costRate)],
        [ledger.publicValue, cash.map((a) => a.presentValue)],
        [ledger.totalCost, model.actors.map((a) => a.costRate)],
        [ledger.totalValue, model.actors.map((a) => a.presentValue)],
      ] as const
    ).flatMap(([whole, parts]) => {
      const sums = must(seriesOf(run, whole), whole);
      const difference = Math.max(
        ...sums.map((sum, i) =>
          Math.abs(parts.reduce((rest, part) => rest - must(seriesOf(run, part), part)[i]!, sum)),
        ),
      );
      return difference <= oere
        ? []
        : [error('ledger-open', { sum: whole, difference }, { variable: whole })];
    }),
  );
}

/** Nothing becomes no number, and no stock less than nothing, when settings are at their ends. */
function extremeProblems(open: Open, base: Run): readonly Diagnostic[] {
  const { model } = open;
  const stocks = stocksOf(model);
  const kept = stocks.flatMap(({ id, unit }) => {
    const values = must(seriesOf(base, id), id);
    const money = unit.text.trim() === 'SEK';
    return !money && values.every((value) => value >= 0) ? [{ id, size: Math.max(1, ...values) }] : [];
  });
  return extremesOf(model, base).flatMap(({ words, values }): readonly Diagnostic[] => {
    const run = open.engine.run(
      open.handle,
      { ...nothing, policy: values },
      { series: kept.map(({ id }) => id) },
    );
    if (!run.ok) {
      const [first] = run.error;
      return first?.code === 'not-finite'
        ? [
            error(
              'extreme',
              { settings: words, variable: first.args.variable },
              { variable: first.args.variable },
            ),
          ]
        : run.error;
    }
    return kept.flatMap(({ id, size }) => {
      const lowest = Math.min(...must(seriesOf(run.value, id), id));
      return lowest < -belowNothing * size
        ? [warning('extreme', { settings: words, variable: id, lowest }, { variable: id })]
        : [];
    });
  });
}

interface Extreme {
  readonly words: string;
  readonly values: Readonly<Record<VariableId, number>>;
}

function extremesOf(model: Model, base: Run): readonly Extreme[] {
  const set = (id: VariableId, value: number): Extreme => ({
    words: `${id}=${value}`,
    values: { [id]: value },
  });
  const ranges = [...model.variables.values()].flatMap((v) => {
    if (v.kind !== 'parameter' || v.distribution.min === v.distribution.max) return [];
    return [set(v.id, v.distribution.min), set(v.id, v.distribution.max)];
  });
  const levers = fullLevers(model);
  const doubled = stocksOf(model).flatMap(({ id, outflows }) => {
    const first = must(seriesOf(base, id), id)[0]!;
    return outflows.length > 0 && first > 0 ? [set(id, 2 * first)] : [];
  });
  return [...ranges, { words: 'all levers', values: levers }, ...doubled, ...dryExtremes(model)];
}

/** Nobody comes any more: the parameters that sources have in their equations, with the sources' unit, are nought. */
function dryExtremes(model: Model): readonly Extreme[] {
  const stocks = stocksOf(model);
  const drains = new Set(stocks.flatMap((s) => s.outflows));
  const names = stocks
    .filter((s) => s.outflows.length > 0)
    .flatMap((s) => s.inflows)
    .filter((flow) => !drains.has(flow))
    .flatMap((id) => {
      const flow = must(model.variables.get(id), id);
      if (flow.kind !== 'flow') return [];
      return (flow.equation.text.match(/[a-z_]\w*/gi) ?? []).filter((name) => {
        const used = model.variables.get(name);
        return used?.kind === 'parameter' && used.unit.text.trim() === flow.unit.text.trim();
      });
    });
  return [...new Set(names)].map((name) => ({ words: `${name}=0`, values: { [name]: 0 } }));
}
