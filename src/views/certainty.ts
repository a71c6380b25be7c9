import type { StrategyReading } from '../app/readings.ts';
import { isBase } from '../app/strategies.ts';
import { strongestTie, winsOf, type Certainty } from '../model/certainty.ts';
import type { Horizon } from '../model/horizons.ts';
import type { Model, Outcome } from '../model/model.ts';
import type { Win } from '../text/certainty-sv.ts';
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

/**
 * How sure the answer is, in sentences: every strategy against base; of those that cost the same, the one that the
 * middle values find best against the others; and the assumption that goes most with its lead over the one that it
 * beats least often.
 */
export function certaintySentences(
  certainty: Certainty,
  { base, others }: Compared,
  stock: Outcome,
  model: Model,
  horizon: Horizon,
  { language, format: f }: Voice,
): readonly string[] {
  const w = certaintyWords(language);
  const { runs } = certainty;
  const of = f.people(runs);
  const name = (row: StrategyReading): string => row.strategy.name[language];
  const place = (row: StrategyReading): number => [base, ...others].indexOf(row);
  const wins = (a: StrategyReading, b: StrategyReading): number =>
    winsOf(certainty, place(a), place(b), stock.better);

  const sign = stock.better === 'lower' ? 1 : -1;
  const counted = (rows: readonly StrategyReading[], won: (row: StrategyReading) => number): readonly Win[] =>
    rows.map((row) => ({ name: name(row), wins: f.people(won(row)) }));
  const rivals = contestOf(others)?.rivals ?? [];
  const [best, ...beaten] = rivals
    .filter(({ stock: middle }) => middle !== undefined)
    .toSorted((a, b) => sign * (a.stock![horizon] - b.stock![horizon]));
  const closest = best && beaten.toSorted((a, b) => wins(best, a) - wins(best, b))[0];
  const [only] = others.length === 1 ? others : [];
  return [
    w.againstBase(
      counted(others, (row) => wins(row, base)),
      of,
    ),
    ...(best === undefined || beaten.length === 0
      ? []
      : [
          w.against(
            name(best),
            counted(beaten, (row) => wins(best, row)),
            of,
          ),
        ]),
    ...(others.length > Math.max(1, rivals.length) ? [w.otherMoney] : []),
    ...(only === undefined ? [] : tieSentence(only, base)),
    ...(best === undefined || closest === undefined ? [] : tieSentence(best, closest)),
  ];

  function tieSentence(first: StrategyReading, second: StrategyReading): readonly string[] {
    const tie = strongestTie(certainty, place(first), place(second));
    const assumption = tie && model.variables.get(tie.parameter)?.name[language];
    if (assumption === undefined || Math.abs(tie!.correlation) < leastCorrelation) return [];
    const won = wins(first, second);
    const said = won === 0 || won === runs ? w.sways : w.turns;
    const other = second === base ? w.base : name(second);
    // More of the difference is worse for the first where lower is better.
    const higher = sign * tie!.correlation > 0;
    return [said(assumption, higher, name(first), other, f.number(tie!.correlation, 2))];
  }
}

/** What of a screen is compared: all that it shows, once. */
export const comparedOf = (base: StrategyReading, onScreen: readonly StrategyReading[]): Compared => ({
  base,
  others: onScreen.filter((row) => !isBase(row.strategy)),
});
