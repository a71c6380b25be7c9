import type { Reading, StrategyReading } from '../../app/readings.ts';
import type { Strategy } from '../../app/state.ts';
import type { Policy } from '../../model/experiment.ts';
import type { Model, ReadyStrategy } from '../../model/model.ts';
import { readyPolicy, valueIn } from '../../model/policy.ts';
import { passesBelow, type Crossing } from '../../model/reading.ts';

/** What a newcomer is given to place, SEK per year. */
export const givenSum = 5e6;
/** How far the lines are drawn, years. */
export const playedYears = 20;
/** People outside for long per year of birth: what the guess is compared with. */
export const guessedSeries = 'cohort_size';

/** How many are born a year where the model is set; undefined if it does not say. */
export function birthsIn({ model, where }: Pick<Reading, 'model' | 'where'>): number | undefined {
  const births = model.municipality?.find((fact) => fact.id === 'births')?.sets;
  return births === undefined ? undefined : Math.round(valueIn(model, where, births));
}

/** Whether a model has all that the first minute tells of. */
export const hasFirstMinute = (model: Model): boolean =>
  model.municipality?.some((fact) => fact.id === 'births' && fact.sets !== undefined) === true &&
  model.variables.has(guessedSeries) &&
  model.strategies.length === 3;

/** One of the three places, and the own strategy that stands there if it has been tried. */
export interface TriedPlace {
  readonly ready: ReadyStrategy;
  readonly policy: Policy;
  readonly row: StrategyReading | undefined;
}

/**
 * The places in an order that differs from person to person, and is the same for one person: none of them is first.
 * @param lot any whole number of the person's, such as the guess
 */
export function placesOf(reading: Reading, lot: number): readonly TriedPlace[] {
  const { model, where, strategies } = reading;
  const places = model.strategies.map((ready): TriedPlace => {
    const policy = readyPolicy(model, where, ready, givenSum);
    return { ready, policy, row: strategies.find((s) => isSame(s.strategy, policy)) };
  });
  return inOrderOf(places, lot);
}

/** One of the six orders of three: each is as common as the others. */
export function inOrderOf<T>(places: readonly T[], lot: number): readonly T[] {
  const turned = places.map((_, i) => places[(i + lot) % places.length]!);
  return lot % 2 === 0 ? turned : turned.reverse();
}

/** An own strategy with these settings, to the eighth decimal, which is as far as settings are kept. */
const isSame = ({ ready, policy: own }: Strategy, policy: Policy): boolean =>
  !ready && sameSettings(own, policy);

function sameSettings(a: Policy, b: Policy): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Math.abs(a[key]! - (b[key] ?? NaN)) < 1e-7)
  );
}

/** Whether a strategy has been run as it now stands: a new one first shows what it was copied from. */
export const hasRun = ({ strategy, run }: StrategyReading): boolean =>
  run !== undefined && sameSettings(run.experiment.policy, strategy.policy);

/** Where one of two places passes the other within the years that are drawn. */
export interface PlaceCrossing extends Crossing {
  /** Years after year 0. */
  readonly year: number;
  readonly later: TriedPlace;
  readonly earlier: TriedPlace;
}

/** The first crossing of two places' lines, whichever way they cross. */
export function crossingOf(
  { stock, yearZero }: Reading,
  a: TriedPlace,
  b: TriedPlace,
): PlaceCrossing | undefined {
  const [first, second] = [a.row?.run, b.row?.run];
  if (first === undefined || second === undefined) return undefined;
  const end = yearZero + playedYears;
  const ways = [
    { later: a, earlier: b, at: passesBelow(first, second, stock.variable) },
    { later: b, earlier: a, at: passesBelow(second, first, stock.variable) },
  ];
  const [found] = ways
    .flatMap(({ later, earlier, at }) =>
      at !== undefined && at.time > yearZero + leastYears && at.time <= end
        ? [{ ...at, year: at.time - yearZero, later, earlier }]
        : [],
    )
    .sort((x, y) => x.time - y.time);
  return found;
}

/** Lines that begin as one part and meet within the first weeks without meaning anything. */
const leastYears = 0.5;
