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
}

/** Where the person is, or undefined while no model is open. Any model has one, whatever its time unit. */
export function hereIn({ document, session }: AppState): Here | undefined {
  if (session.model.status !== 'ready') return undefined;
  const model = session.model.value;
  const strategy = selectedStrategy(model, document);
  const base = strategiesOf(model, document)[0]!;
  const where = localityOf(document);
  const yearZero = yearZeroOf(model, where);
  return {
    model,
    strategy,
    experiment: experimentOf(model, strategy, document),
    base: experimentOf(model, base, document),
    isBase: isBase(strategy),
    yearZero,
    time: hasHorizons(model, where) ? yearZero + session.horizon : model.simSpecs.stop,
  };
}

/** "Gå uppströms, år 20". */
export function momentWords({ strategy, time, yearZero, model }: Here, language: Language): string {
  const { time: units } = words(language);
  const unit = model.simSpecs.timeUnit;
  const name = unit in units ? units[unit as keyof typeof units] : unit;
  return `${strategy.name[language]}, ${name} ${format(language).number(time - yearZero, 1)}`;
}
