import type { StrategyReading } from '../app/readings.ts';
import { sameMoneyWithin } from '../app/readings.ts';
import { isBase } from '../app/strategies.ts';
import { strongestTie, winsOf, type Certainty } from '../model/certainty.ts';
import type { Horizon } from '../model/horizons.ts';
import type { Model, Outcome } from '../model/model.ts';
import { certaintyWords } from '../text/certainty.ts';
import type { Voice } from './voice.ts';

/** What is compared: base first, then the strategies in the order of the screen. */
export interface Compared {
  readonly base: StrategyReading;
  readonly others: readonly StrategyReading[];
}

/** Below this a rank correlation of some hundred runs may be chance. */
const leastCorrelation = 0.15;

/**
 * How sure the answer is, a sentence each: every strategy against base; the one that the middle values find best
 * against the others, where they cost the same; and the assumption that goes most with its lead over the next best.
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
  const ranked = others.toSorted((a, b) => sign * ((a.stock?.[horizon] ?? 0) - (b.stock?.[horizon] ?? 0)));
  const same = costTheSame(others);
  const [best, ...rest] = same ? ranked : [];
  const [leader, next] = others.length === 1 ? [others[0]!, base] : [best, rest[0]];
  return [
    ...others.map((row) => w.againstBase(name(row), f.people(wins(row, base)), of)),
    ...(best === undefined
      ? []
      : rest.map((row) => w.against(name(best), name(row), f.people(wins(best, row)), of))),
    ...(others.length > 1 && !same ? [w.otherMoney] : []),
    ...(leader === undefined || next === undefined ? [] : tieSentence(leader, next)),
    w.measured(stock.name[language], stock.better === 'lower'),
  ];

  function tieSentence(first: StrategyReading, second: StrategyReading): readonly string[] {
    const tie = strongestTie(certainty, place(first), place(second));
    const assumption = tie && model.variables.get(tie.parameter)?.name[language];
    if (assumption === undefined || Math.abs(tie!.correlation) < leastCorrelation) return [];
    const said = wins(first, second) === runs ? w.sways : w.turns;
    const other = second === base ? w.base : name(second);
    // More of the difference is worse for the first where lower is better.
    const higher = sign * tie!.correlation > 0;
    return [said(assumption, higher, name(first), other, f.number(tie!.correlation, 2))];
  }
}

/** Strategies that cost the same, so that one may be said to be better than another. */
function costTheSame(rows: readonly StrategyReading[]): boolean {
  const costs = rows.map(({ cost }) => cost);
  const most = Math.max(...costs);
  return rows.length > 1 && most - Math.min(...costs) <= sameMoneyWithin * most;
}

/** What of a screen is compared: all that it shows, once. */
export const comparedOf = (base: StrategyReading, onScreen: readonly StrategyReading[]): Compared => ({
  base,
  others: onScreen.filter((row) => !isBase(row.strategy)),
});
