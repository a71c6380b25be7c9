import type { Locality } from './experiment.ts';
import { horizons } from './horizons.ts';
import type { Model } from './model.ts';
import { valueIn } from './policy.ts';

/** Whether a unit is of people, or of people per time. */
export const isPeople = (unit: string): boolean => /^person(\/\w+)?$/.test(unit.trim());

/** Model time of year 0 on screen. */
export function yearZeroOf(model: Model, where: Locality): number {
  const { yearZero, start } = model.simSpecs;
  return yearZero === undefined ? start : valueIn(model, where, yearZero);
}

/** Whether a model can be read at every horizon: a stock and an inflow, in years, for long enough. */
export function hasHorizons(model: Model, where: Locality): boolean {
  const { timeUnit, stop } = model.simSpecs;
  return (
    (['stock', 'inflow'] as const).every((role) => model.outcomes.some((o) => o.role === role)) &&
    timeUnit === 'year' &&
    stop >= yearZeroOf(model, where) + horizons.at(-1)!
  );
}

/** Whether what a model is read for is people: a model of anything else is shown in its own words. */
export const countsPeople = (model: Model): boolean =>
  (['stock', 'inflow'] as const).every((role) => {
    const outcome = model.outcomes.find((o) => o.role === role);
    return isPeople(model.variables.get(outcome?.variable ?? '')?.unit.text ?? '');
  });
