import type { StrategyReading } from '../app/readings.ts';
import { isBase } from '../app/strategies.ts';
import { strongestTie, winsOf, type Certainty } from '../model/certainty.ts';
import type { Horizon } from '../model/horizons.ts';
import type { Model, Outcome } from '../model/model.ts';
import type { Win } from '../text/listed.ts';
import { certaintyWords } from '../text/certainty.ts';
import { contestOf } from './contest.ts';
import type { Voice } from './voice.ts';

/** What is compared: base first, then the strategies in the order of the screen. */
export interface Compared {
  readonly base: StrategyReading;
  readonly others: readonly StrategyReading[];
}

/** Below this a rank correlation of some hundred runs may be chance. */
const leastCorrelation = 0.15;

/** A strategy, and one that it is held against. */
interface Duel {
  readonly first: StrategyReading;
  readonly second: StrategyReading;
}

/** Those that cost the same, the one first that the middle values find best. */
function rankedRivals(
  others: readonly StrategyReading[],
  stock: Outcome,
  horizon: Horizon,
): readonly StrategyReading[] {
  const sign = stock.better === 'lower' ? 1 : -1;
  return (contestOf(others)?.rivals ?? [])
    .filter(({ stock: middle }) => middle !== undefined)
    .toSorted((a, b) => sign * (a.stock![horizon] - b.stock![horizon]));
}

/** In how many draws the first is better than the second. */
function winsIn(certainty: Certainty, { base, others }: Compared, stock: Outcome): (duel: Duel) => number {
  const place = (row: StrategyReading): number => [base, ...others].indexOf(row);
  return ({ first, second }) => winsOf(certainty, place(first), place(second), stock.better);
}

/**
 * How sure the answer is, in sentences: every strategy against base, and of those that cost the same, the one that the
 * middle values find best against the others.
 */
export function certaintySentences(
  certainty: Certainty,
  compared: Compared,
  stock: Outcome,
  horizon: Horizon,
  { language, format: f }: Voice,
): readonly string[] {
  const w = certaintyWords(language);
  const { base, others } = compared;
  const of = f.people(certainty.runs);
  const name = (row: StrategyReading): string => row.strategy.name[language];
  const wins = winsIn(certainty, compared, stock);
  const counted = (rows: readonly StrategyReading[], duel: (row: StrategyReading) => Duel): readonly Win[] =>
    rows.map((row) => ({ name: name(row), wins: f.people(wins(duel(row))) }));
  const [best, ...beaten] = rankedRivals(others, stock, horizon);
  return [
    w.againstBase(
      counted(others, (first) => ({ first, second: base })),
      of,
    ),
    ...(best === undefined || beaten.length === 0
      ? []
      : [
          w.against(
            name(best),
            counted(beaten, (second) => ({ first: best, second })),
            of,
          ),
        ]),
    ...(others.length > Math.max(1, contestOf(others)?.rivals.length ?? 0) ? [w.otherMoney] : []),
  ];
}

/**
 * The assumption that goes most with the lead of the best over the one that it beats least often, or of the only
 * strategy over base. To be said when all draws are there: of a few it is another one each time.
 */
export function tieSentences(
  certainty: Certainty,
  compared: Compared,
  stock: Outcome,
  model: Model,
  horizon: Horizon,
  { language, format: f }: Voice,
): readonly string[] {
  const w = certaintyWords(language);
  const { base, others } = compared;
  const wins = winsIn(certainty, compared, stock);
  const [best, ...beaten] = rankedRivals(others, stock, horizon);
  const closest =
    best && beaten.toSorted((a, b) => wins({ first: best, second: a }) - wins({ first: best, second: b }))[0];
  const [only] = others.length === 1 ? others : [];
  return [
    ...(only === undefined ? [] : said({ first: only, second: base })),
    ...(best === undefined || closest === undefined ? [] : said({ first: best, second: closest })),
  ];

  function said({ first, second }: Duel): readonly string[] {
    const place = (row: StrategyReading): number => [base, ...others].indexOf(row);
    const tie = strongestTie(certainty, place(first), place(second));
    const assumption = tie && model.variables.get(tie.parameter)?.name[language];
    if (assumption === undefined || Math.abs(tie!.correlation) < leastCorrelation) return [];
    const won = wins({ first, second });
    const say = won === 0 || won === certainty.runs ? w.sways : w.turns;
    const other = second === base ? w.base : second.strategy.name[language];
    // More of the difference is worse for the first where lower is better.
    const higher = (stock.better === 'lower' ? 1 : -1) * tie!.correlation > 0;
    return [say(assumption, higher, first.strategy.name[language], other, f.number(tie!.correlation, 2))];
  }
}

/** What of a screen is compared: all that it shows, once. */
export const comparedOf = (base: StrategyReading, onScreen: readonly StrategyReading[]): Compared => ({
  base,
  others: onScreen.filter((row) => !isBase(row.strategy)),
});
