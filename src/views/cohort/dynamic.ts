import type { Reading } from '../../app/readings.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import { must } from '../../base/assert.ts';
import { seriesOf, type Policy, type Run } from '../../model/experiment.ts';
import { atHorizons, type AtHorizons, type Horizon } from '../../model/horizons.ts';
import type { Lever } from '../../model/model.ts';
import { leverCost, valueIn } from '../../model/policy.ts';
import { savedBy, valueAt } from '../../model/reading.ts';
import type { VariableId } from '../../model/variable.ts';
import { cohortWords } from '../../text/cohort.ts';
import type { Voice } from '../voice.ts';

/** A sum that stands on one lever for one year: what the dynamic model is asked of a project. */
export interface Project {
  readonly lever: Lever;
  readonly policy: Policy;
  /** SEK that the lever takes; less than asked if the lever ends before. */
  readonly cost: number;
  /** The effect that the model counts with, where it is the project's own. */
  readonly effect?: { readonly asked: number; readonly counted: number };
}

/** How long the project runs. */
const projectYears = 1;
const end: VariableId = 'policy_end';

/** The project as the open model can run it; undefined if it has no such lever, or no end of policies. */
export function projectIn(
  { model, where, yearZero }: Reading,
  leverId: string,
  cost: number,
  effect?: { readonly variable: VariableId; readonly value: number },
): Project | undefined {
  const lever = model.levers.find((l) => l.id === leverId);
  if (lever === undefined || !model.variables.has(end)) return undefined;
  const full = leverCost(model, where, lever, lever.max);
  if (full === 0) return undefined;
  const share = Math.min(1, cost / full);
  const parameter = effect && model.variables.get(effect.variable);
  const counted =
    effect && parameter?.kind === 'parameter'
      ? Math.min(Math.max(effect.value, parameter.distribution.min), parameter.distribution.max)
      : undefined;
  return {
    lever,
    cost: share * full,
    policy: {
      [lever.variable]: share * lever.max,
      [end]: yearZero + projectYears,
      ...(effect === undefined || counted === undefined || counted === valueIn(model, where, effect.variable)
        ? {}
        : { [effect.variable]: counted }),
    },
    ...(effect === undefined || counted === undefined ? {} : { effect: { asked: effect.value, counted } }),
  };
}

const levelOf = ({ id }: Lever): VariableId => `${id}_level`;

/** The series that a project's run is read by. */
export function projectSeries({ model, stock, inflow }: Reading, { lever }: Project): readonly VariableId[] {
  const { totalValue, publicValue } = model.ledger ?? {};
  return [stock.variable, inflow.variable, totalValue, publicValue, levelOf(lever)].filter(
    (name): name is VariableId => name !== undefined && model.variables.has(name),
  );
}

/** What a project's run says against base. Money in SEK, present value, with the project paid for. */
export interface ProjectResult {
  readonly fewer: AtHorizons;
  readonly net: AtHorizons;
  readonly publicNet: AtHorizons;
  /** How many fewer end up outside in all forty years. */
  readonly fewerInflow: number;
  /** The most of its full effect that the effort reaches; undefined if the model does not say. */
  readonly reached: number | undefined;
  readonly times: Float64Array;
  readonly fewerOverTime: Float64Array;
}

/** Undefined while base has not run, or if the model counts no money. */
export function projectResult(reading: Reading, project: Project, run: Run): ProjectResult | undefined {
  const { model, stock, inflow, yearZero, base } = reading;
  const { ledger } = model;
  if (base.run === undefined || ledger === undefined) return undefined;
  const before = base.run;
  const times = run.times.map((time) => time - yearZero);
  const difference = (name: VariableId): Float64Array => {
    const values = must(seriesOf(run, name), name);
    return run.times.map((time, i) => valueAt(before, name, time) - values[i]!);
  };
  const flow = difference(inflow.variable);
  const level = seriesOf(run, levelOf(project.lever));
  const setting = project.policy[project.lever.variable]!;
  return {
    fewer: atHorizons(
      (h) => valueAt(before, stock.variable, yearZero + h) - valueAt(run, stock.variable, yearZero + h),
    ),
    net: atHorizons((h) => savedBy(run, before, ledger.totalValue, yearZero + h)),
    publicNet: atHorizons((h) => savedBy(run, before, ledger.publicValue, yearZero + h)),
    fewerInflow: areaUntil(times, flow, 40),
    reached: level && setting > 0 ? Math.max(...level) / setting : undefined,
    times,
    fewerOverTime: difference(stock.variable),
  };
}

/** The area under a line from year 0 to a year: people, of people per year. */
function areaUntil(times: Float64Array, values: Float64Array, last: number): number {
  let area = 0;
  for (let i = 1; i < times.length && times[i]! <= last; i++) {
    if (times[i - 1]! < 0) continue;
    area += ((values[i - 1]! + values[i]!) / 2) * (times[i]! - times[i - 1]!);
  }
  return area;
}

/** The worked example, whose people are outside in all its years and then no more counted, against the model. */
export function fewerLines(
  result: ProjectResult,
  example: { readonly persons: number; readonly years: number },
  horizon: Horizon,
  { words, format: f, language }: Voice,
): LinesData {
  const w = cohortWords(language).model;
  return {
    times: result.times,
    series: [
      {
        id: 'example',
        label: w.example,
        mark: 'base',
        values: result.times.map((year) => (year <= example.years ? example.persons : 0)),
        selected: false,
      },
      { id: 'model', label: w.dynamic, mark: 'own', values: result.fewerOverTime, selected: true },
    ],
    horizon,
    bands: [4, 20],
    last: 40,
    yStart: 'zero',
    print: (persons) => f.number(persons, 1),
    language,
    words: words.chart,
  };
}
