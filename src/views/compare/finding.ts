import type { Reading, StrategyReading } from '../../app/readings.ts';
import { horizons, type Horizon } from '../../app/state.ts';
import { must } from '../../base/assert.ts';
import { seriesOf } from '../../model/experiment.ts';
import { contestOf, standings, type Contest } from './contest.ts';
import { meetings, type Meeting } from './crossings.ts';
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
  if (rows.length === 1) {
    const change = Math.round(only!.stock![horizon]) - Math.round(reading.base.stock[horizon]);
    const more = change > 0 ? voice.words.explore.more : voice.words.explore.fewer;
    return {
      title:
        change === 0
          ? c.oneAlike(name(only!), horizon)
          : c.one(name(only!), more(f.people(Math.abs(change))), horizon),
      text: c.costs(f.money(only!.cost)),
      crossing: undefined,
    };
  }
  const contest = contestOf(rows);
  const all = contest !== undefined && contest.rivals.length === rows.length;
  const best = contest && fewestWords(contest, name, c);
  const rank = contest && rankSentence(contest, reading, voice);
  const crossing = contest && answering(contest, reading);
  if (all) {
    const money = contest.sum === 0 ? c.noMoney : c.sameMoney(f.money(contest.sum));
    return { title: best!, text: [money, rank].filter(Boolean).join(' '), crossing };
  }
  const among = contest && [c.amongSame(contest.rivals.map(name)), best, rank].filter(Boolean).join(' ');
  return { title: c.otherMoney, text: among ?? '', crossing };
}

/** "Färrest utanför om 4 år: Dra upp. Om 20 och 40 år: Gå uppströms." Those printed alike are named together. */
function fewestWords(
  { rivals }: Contest,
  name: (row: StrategyReading) => string,
  c: CompareVoice['c'],
): string {
  const parts: { years: number[]; names: readonly string[] }[] = [];
  for (const horizon of horizons) {
    const places = standings(
      rivals.map((row) => row.stock![horizon]),
      'lower',
    );
    // Where all are alike nobody is best, and all are named.
    const named = rivals.filter((_, i) => places[i] === 'best');
    const names = (named.length === 0 ? rivals : named).map(name);
    const last = parts.at(-1);
    if (last !== undefined && last.names.join() === names.join()) last.years.push(horizon);
    else parts.push({ years: [horizon], names });
  }
  return parts.length === 1 && parts[0]!.names.length === rivals.length ? c.alike : c.fewest(parts);
}

/** The rival with fewest outside at a horizon, if it is one alone as printed. */
function fewestAt({ rivals }: Contest, horizon: Horizon): StrategyReading | undefined {
  const places = standings(
    rivals.map((row) => row.stock![horizon]),
    'lower',
  );
  const best = rivals.filter((_, i) => places[i] === 'best');
  return best.length === 1 ? best[0] : undefined;
}

/** Where the one that is best in the end goes below the one that is best at first, for good. */
function answering(contest: Contest, { stock, yearZero }: Reading): Meeting | undefined {
  const [first, last] = [fewestAt(contest, 4), fewestAt(contest, 40)];
  if (first === undefined || last === undefined || first === last) return undefined;
  return meetings([first, last], stock.variable, yearZero, 40).findLast((meeting) => meeting.lower === last);
}

/** "Gå uppströms har flest utanför av de tre de första 9 åren och färrest efter drygt 12 år." */
function rankSentence(
  contest: Contest,
  reading: Reading,
  { c, format: f, language }: CompareVoice,
): string | undefined {
  const winner = fewestAt(contest, 40);
  if (winner === undefined) return undefined;
  const others = contest.rivals.filter((row) => row !== winner);
  const { mostUntil, fewestFrom } = rankOver(winner, others, reading);
  const name = winner.strategy.name[language];
  const count = contest.rivals.length;
  const years = (year: number): string =>
    year - Math.trunc(year) < 0.05 ? f.year(year) : c.littleMore(f.year(year));
  if (fewestFrom === 0) return c.fewestAlways(name, count);
  return mostUntil >= 2
    ? c.mostThenFewest(name, count, f.year(mostUntil), years(fewestFrom))
    : c.fewestAfter(name, count, years(fewestFrom));
}

/** Lines nearer than this are printed alike. */
const alike = 0.5;

/**
 * Until when a line lies above all others (0 if it never does at first), and from when below them for good (0 if it
 * always does), in years after year 0; linear between saved times.
 */
function rankOver(
  winner: StrategyReading,
  others: readonly StrategyReading[],
  { stock, yearZero }: Reading,
): { readonly mostUntil: number; readonly fewestFrom: number } {
  const values = (row: StrategyReading): Float64Array =>
    must(seriesOf(row.run!, stock.variable), stock.variable);
  const own = values(winner);
  const rest = others.map(values);
  const { times } = winner.run!;
  const above = own.map((value, i) => value - Math.max(...rest.map((row) => row[i]!)));
  const below = own.map((value, i) => value - Math.min(...rest.map((row) => row[i]!)));
  let [mostUntil, fewestFrom, wasAbove, ended] = [0, 0, false, false];
  for (let i = 1; i < times.length && times[i]! <= yearZero + 40; i++) {
    const year = times[i]! - yearZero;
    if (year <= 0) continue;
    const zero = (gaps: Float64Array): number => {
      const share = gaps[i - 1]! / (gaps[i - 1]! - gaps[i]!);
      return times[i - 1]! + share * (times[i]! - times[i - 1]!) - yearZero;
    };
    if (!ended && above[i]! > alike) wasAbove = true;
    if (!ended && above[i]! < 0) {
      ended = true;
      if (wasAbove) mostUntil = zero(above);
    }
    if (below[i - 1]! > 0 && below[i]! <= 0) fewestFrom = zero(below);
    else if (below[i]! > alike) fewestFrom = year;
  }
  return { mostUntil, fewestFrom };
}
