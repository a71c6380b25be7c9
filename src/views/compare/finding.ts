import type { Reading, StrategyReading } from '../../app/readings.ts';
import { horizons, type Horizon } from '../../app/state.ts';
import { must } from '../../base/assert.ts';
import { seriesOf } from '../../model/experiment.ts';
import { contestOf, standings, type Contest } from '../contest.ts';
import { meetings, type Meeting } from './crossings.ts';
import { quantityOf, type Quantity } from './quantity.ts';
import type { CompareVoice } from './voice.ts';

/** The claim of the screen, and the sentences under it. */
export interface Finding {
  readonly title: string;
  readonly text: string;
  /** The crossing that answers who is best when; the others are in a table. */
  readonly crossing: Meeting | undefined;
}

/** What the runs allow to be said of the strategies on screen; undefined while one of them is computed. */
export function findingOf(
  reading: Reading,
  rows: readonly StrategyReading[],
  horizon: Horizon,
  voice: CompareVoice,
): Finding | undefined {
  const { c, format: f, language } = voice;
  if (rows.length === 0 || reading.base.stock === undefined || rows.some((row) => row.stock === undefined))
    return undefined;
  const name = (row: StrategyReading): string => row.strategy.name[language];
  const [only] = rows;
  const quantity = quantityOf(reading.model, reading.stock, voice);
  if (rows.length === 1) {
    return {
      title: oneWords(only!, reading.base, quantity, horizon, voice),
      text: c.costs(f.money(only!.cost)),
      crossing: undefined,
    };
  }
  const contest = contestOf(rows);
  const all = contest !== undefined && contest.rivals.length === rows.length;
  const best = contest && bestWords(contest, quantity, voice);
  const rank = contest && rankSentence(contest, reading, quantity, voice);
  const crossing = contest && answering(contest, reading, quantity);
  if (all) {
    const money = contest.sum === 0 ? c.noMoney : c.sameMoney(f.money(contest.sum));
    return { title: best!, text: [money, rank].filter(Boolean).join(' '), crossing };
  }
  const among = contest && [c.amongSame(contest.rivals.map(name)), best, rank].filter(Boolean).join(' ');
  return { title: c.otherMoney, text: among ?? '', crossing };
}

/** "Dra upp: 294 färre utanför om 20 år än i bas." */
function oneWords(
  { strategy, stock }: StrategyReading,
  base: StrategyReading,
  { noun, counted, shown, printDifference }: Quantity,
  horizon: Horizon,
  { c, words: { explore }, format: f, language }: CompareVoice,
): string {
  const name = strategy.name[language];
  const change = shown(stock![horizon]) - shown(base.stock![horizon]);
  if (change === 0) return c.oneAlike(name, noun, horizon);
  if (!counted) return c.oneOther(name, noun, printDifference(change), horizon);
  const people = f.people(Math.abs(change));
  return c.one(name, change < 0 ? explore.fewer(people) : explore.more(people), noun, horizon);
}

/** "Färrest utanför om 4 år: Dra upp. Om 20 och 40 år: Gå uppströms." Those printed alike are named together. */
function bestWords({ rivals }: Contest, quantity: Quantity, { c, language }: CompareVoice): string {
  const { noun, counted, outcome } = quantity;
  const parts: { years: number[]; names: readonly string[] }[] = [];
  for (const horizon of horizons) {
    const best = bestAt(rivals, quantity, horizon);
    // Where all are alike nobody is best, and all are named.
    const names = (best.length === 0 ? rivals : best).map(({ strategy }) => strategy.name[language]);
    const last = parts.at(-1);
    if (last !== undefined && last.names.join() === names.join()) last.years.push(horizon);
    else parts.push({ years: [horizon], names });
  }
  if (parts.length === 1 && parts[0]!.names.length === rivals.length) return c.alike(noun);
  const lead = outcome.better === 'higher' ? c.lead.highest : counted ? c.lead.fewest : c.lead.lowest;
  return c.finding(lead(noun), parts);
}

/** The best at a horizon, as printed; none where all are alike. */
function bestAt(
  rivals: readonly StrategyReading[],
  { outcome, shown }: Quantity,
  horizon: Horizon,
): readonly StrategyReading[] {
  const values = rivals.map((row) => row.stock![horizon]);
  const places = standings(values, outcome.better, shown);
  return rivals.filter((_, i) => places[i] === 'best');
}

const alone = (rows: readonly StrategyReading[]): StrategyReading | undefined =>
  rows.length === 1 ? rows[0] : undefined;

/** Where the one that is best in the end passes the one that is best at first, for good. */
function answering(
  { rivals }: Contest,
  { stock, yearZero }: Reading,
  quantity: Quantity,
): Meeting | undefined {
  const first = alone(bestAt(rivals, quantity, 4));
  const last = alone(bestAt(rivals, quantity, 40));
  if (first === undefined || last === undefined || first === last) return undefined;
  const side = stock.better === 'lower' ? 'lower' : 'higher';
  return meetings([first, last], stock.variable, {
    from: yearZero,
    years: 40,
    apart: quantity.apart,
  }).findLast((meeting) => meeting[side] === last);
}

/** "Gå uppströms har flest utanför av de tre de första 9 åren och färrest efter drygt 12 år." */
function rankSentence(
  { rivals }: Contest,
  reading: Reading,
  quantity: Quantity,
  { c, format: f, language }: CompareVoice,
): string | undefined {
  const { noun, counted, outcome } = quantity;
  if (!counted || outcome.better === 'higher') return undefined;
  const winner = alone(bestAt(rivals, quantity, 40));
  if (winner === undefined) return undefined;
  const others = rivals.filter((row) => row !== winner);
  const { mostUntil, fewestFrom } = rankOver(winner, others, reading, quantity.apart);
  const [name, other] = [winner, others[0]!].map(({ strategy }) => strategy.name[language]) as [
    string,
    string,
  ];
  const count = rivals.length;
  const years = (year: number): string =>
    year - Math.trunc(year) < 0.05 ? f.year(year) : c.littleMore(f.year(year));
  // All begin alike: what parts within the first year has parted at once.
  if (count === 2) {
    if (fewestFrom < 1) return c.fewerAlways(name, noun, other);
    const say = mostUntil >= 1 ? c.moreThenFewer : c.fewerAfter;
    return say(name, noun, other, years(fewestFrom));
  }
  if (fewestFrom < 1) return c.fewestAlways(name, noun, count);
  return mostUntil >= 2
    ? c.mostThenFewest(name, noun, count, f.year(mostUntil), years(fewestFrom))
    : c.fewestAfter(name, noun, count, years(fewestFrom));
}

/**
 * Until when a line lies above all others (0 if it never does at first), and from when below them for good: where it
 * last crosses them, or parts from them if it never was above. In years after year 0, linear between saved times.
 */
function rankOver(
  winner: StrategyReading,
  others: readonly StrategyReading[],
  { stock, yearZero }: Reading,
  apart: number,
): { readonly mostUntil: number; readonly fewestFrom: number } {
  const values = (row: StrategyReading): Float64Array =>
    must(seriesOf(row.run!, stock.variable), stock.variable);
  const own = values(winner);
  const rest = others.map(values);
  const { times } = winner.run!;
  const above = own.map((value, i) => value - Math.max(...rest.map((row) => row[i]!)));
  const below = own.map((value, i) => value - Math.min(...rest.map((row) => row[i]!)));
  const zero = (gaps: Float64Array, i: number): number => {
    const share = gaps[i - 1]! / (gaps[i - 1]! - gaps[i]!);
    return times[i - 1]! + share * (times[i]! - times[i - 1]!) - yearZero;
  };
  let [mostUntil, crossed, alike, wasAbove, ended] = [0, 0, 0, false, false];
  for (let i = 1; i < times.length && times[i]! <= yearZero + 40; i++) {
    if (times[i]! <= yearZero) continue;
    if (!ended && above[i]! > apart) wasAbove = true;
    if (!ended && above[i]! < 0) {
      ended = true;
      if (wasAbove) mostUntil = zero(above, i);
    }
    if (below[i - 1]! > 0 && below[i]! <= 0) crossed = zero(below, i);
    if (Math.abs(below[i]!) < apart) alike = times[i]! - yearZero;
  }
  const everAbove = below.some((gap, i) => times[i]! > yearZero && times[i]! <= yearZero + 40 && gap > apart);
  return { mostUntil, fewestFrom: everAbove ? crossed : alike };
}
