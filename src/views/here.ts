import { experimentOf, isBase, localityOf, selectedStrategy, strategiesOf } from '../app/strategies.ts';
import type { AppState, Language, Strategy } from '../app/state.ts';
import type { Experiment } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import { hasHorizons, yearZeroOf } from '../model/outcomes.ts';
import { format } from '../text/format.ts';
import { words } from '../text/words.ts';

/** What a look at the model is about: a strategy against base, at a time. */
export interface Here {
  readonly model: Model;
  readonly strategy: Strategy;
  readonly experiment: Experiment;
  readonly base: Experiment;
  readonly isBase: boolean;
  /** Model time of year 0, and of the horizon or the model's end. */
  readonly yearZero: number;
  readonly time: number;
  /** The time as the screen tells it: years after year 0, or in a model without horizons its own time. */
  readonly told: number;
}

/** Where the person is, or undefined while no model is open. Any model has one, whatever its time unit. */
export function hereIn({ document, session }: AppState): Here | undefined {
  if (session.model.status !== 'ready') return undefined;
  const model = session.model.value;
  const strategy = selectedStrategy(model, document);
  const base = strategiesOf(model, document)[0]!;
  const where = localityOf(document);
  const yearZero = yearZeroOf(model, where);
  const { stop } = model.simSpecs;
  const horizon = hasHorizons(model, where) ? session.horizon : undefined;
  return {
    model,
    strategy,
    experiment: experimentOf(model, strategy, document),
    base: experimentOf(model, base, document),
    isBase: isBase(strategy),
    yearZero,
    time: horizon === undefined ? stop : yearZero + horizon,
    told: horizon ?? stop,
  };
}

/** "Gå uppströms, år 20". */
export function momentWords({ strategy, told, model }: Here, language: Language): string {
  const { time: units } = words(language);
  const unit = model.simSpecs.timeUnit;
  const name = unit in units ? units[unit as keyof typeof units] : unit;
  return `${strategy.name[language]}, ${name} ${format(language).number(told, 1)}`;
}
