import type { Reading, StrategyReading } from '../app/readings.ts';
import type { LinesData, LineSeries } from '../chart/lines-data.ts';
import { seriesOf, type Run } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import { isPeople } from '../model/outcomes.ts';
import type { VariableId } from '../model/variable.ts';
import type { Language } from '../text/format.ts';
import { quantityOf } from '../text/quantity.ts';
import type { Voice } from './voice.ts';

/** A series as a chart shows it: its words, and how its values are printed. */
export interface ShownSeries {
  readonly variable: VariableId;
  readonly heading: string;
  readonly unit: string;
  /** What values are multiplied by: 1e-6 for money in millions. */
  readonly scale: number;
  /** Undefined prints as people. */
  readonly print: ((value: number) => string) | undefined;
  readonly yStart: LinesData['yStart'];
}

/**
 * How a variable is shown; undefined if the model has no such series. An outcome has words of its own for its unit, but
 * money is always in millions; outcomes in people are counted, everything else has the figures that count.
 */
export function shownSeries(model: Model, id: VariableId, language: Language): ShownSeries | undefined {
  const variable = model.variables.get(id);
  if (variable === undefined || variable.kind === 'parameter' || variable.kind === 'table') return undefined;
  const outcome = model.outcomes.find((o) => o.variable === id);
  const { unit, scale, print } = quantityOf(variable.unit.text, language);
  return {
    variable: id,
    heading: (outcome ?? variable).name[language],
    unit: outcome === undefined || scale !== 1 ? unit : outcome.unitWords[language],
    scale,
    print:
      outcome !== undefined && isPeople(variable.unit.text) ? undefined : (value) => print(value / scale),
    yStart: outcome?.role === 'stock' ? 'fit' : 'zero',
  };
}

/** A strategy's line of a series; nothing while the run does not hold it. */
export function lineOf(
  { strategy, run, stale }: StrategyReading,
  shown: ShownSeries,
  selected: boolean,
  language: Language,
): readonly LineSeries[] {
  const values = run && valuesOf(run, shown);
  return values
    ? [{ id: strategy.id, label: strategy.name[language], mark: strategy.mark, values, selected, stale }]
    : [];
}

export function valuesOf(run: Run, { variable, scale }: ShownSeries): Float64Array | undefined {
  const values = seriesOf(run, variable);
  return scale === 1 ? values : values?.map((value) => value * scale);
}

/** What a chart of years after year zero needs besides its lines. */
export function linesFrame(
  { base, yearZero }: Reading,
  { print, yStart }: ShownSeries,
  horizon: number,
  { language, words }: Voice,
): Omit<LinesData, 'series'> | undefined {
  const times = base.run?.times;
  if (times === undefined) return undefined;
  return {
    times: times.map((t) => t - yearZero),
    horizon,
    bands: [4, 20],
    last: 40,
    yStart,
    ...(print && { print }),
    language,
    words: words.chart,
  };
}
