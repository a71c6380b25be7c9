import { fewestInGroups, type Passing, type Reading, type StrategyReading } from '../../app/readings.ts';
import type { Horizon } from '../../app/state.ts';
import { isBase } from '../../app/strategies.ts';
import { listed } from '../../text/listed.ts';
import type { Voice } from '../voice.ts';

/** "Färrest utanför om 4 år: Dra upp. Om 20 och 40 år: Gå uppströms." */
export function finding(reading: Reading, { words, language }: Voice): string | undefined {
  // Who is best is said only of strategies that cost the same.
  if (reading.fewest === undefined || reading.sameMoney === undefined) return undefined;
  return words.explore.finding(
    fewestInGroups(reading.fewest).map(({ strategy, years }) => ({
      years: listed(years.map(String), words.explore.and),
      name: strategy.name[language],
    })),
  );
}

export function moneySentence(reading: Reading, { words, format }: Voice): string {
  return reading.sameMoney === undefined
    ? words.explore.differentMoney
    : words.explore.sameMoney(
        format.money(reading.sameMoney),
        reading.strategies.filter(({ strategy }) => strategy.ready && !isBase(strategy)).length,
      );
}

/** "261 färre", "20 fler" or undefined when equal as printed: what is said must not disagree with what is shown. */
export function difference(value: number, base: number, { words, format }: Voice): string | undefined {
  const change = Math.round(value) - Math.round(base);
  if (change === 0) return undefined;
  const count = format.people(Math.abs(change));
  return change < 0 ? words.explore.fewer(count) : words.explore.more(count);
}

/** A value at a horizon beside base's, for the headline and for the spoken result. */
export function resultAt(
  selected: StrategyReading,
  base: StrategyReading,
  horizon: Horizon,
  voice: Voice,
):
  | { readonly value: string; readonly difference: string; readonly same: boolean; readonly base: string }
  | undefined {
  if (selected.stock === undefined || base.stock === undefined) return undefined;
  const change = difference(selected.stock[horizon], base.stock[horizon], voice);
  return {
    value: voice.format.people(selected.stock[horizon]),
    difference: change ?? voice.words.explore.sameAsBase,
    same: change === undefined,
    base: voice.format.people(base.stock[horizon]),
  };
}

/** "år 12: Gå uppströms går om Dra upp": the year whole, since the model is not sharper than that. */
export const passingSentence = (passing: Passing, { words, format, language }: Voice): string =>
  words.explore.passes(
    format.year(passing.year),
    passing.later.name[language],
    passing.earlier.name[language],
  );

/** The chip's number; a strategy with another budget than the ready ones says so. */
export function chipValue(
  row: StrategyReading,
  reading: Reading,
  horizon: Horizon,
  { words, format }: Voice,
): string {
  if (row.stock === undefined) return '';
  const people = format.people(row.stock[horizon]);
  const sameTerms = isBase(row.strategy) || row.comparable || reading.sameMoney === undefined;
  return sameTerms ? people : words.explore.butFor(people, format.money(row.cost));
}
