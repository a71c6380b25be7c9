import type { Horizon } from '../../app/state.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import { purseMarks, type PurseMark } from '../../chart/marks.ts';
import { isCash, sumOf, type FlowEnd, type PayersFlowData } from '../../chart/payers-flow-data.ts';
import type { Voice } from '../voice.ts';
import type { Account, Accounts } from '../../model/accounts.ts';
import { turning } from './sentences.ts';

/** The known actors' lines; others take what is left, in order. */
const known: Readonly<Record<string, PurseMark>> = {
  kommun: 'purse-1',
  fk: 'purse-2',
  af: 'purse-3',
  region: 'purse-4',
  ratt: 'purse-5',
  ovriga: 'purse-6',
};

function marksFor(accounts: readonly Account[]): (id: string) => PurseMark {
  const ids = accounts.map(({ actor }) => actor!.id);
  const taken = new Set(ids.map((id) => known[id]));
  const free = purseMarks.filter((mark) => !taken.has(mark));
  const others = ids.filter((id) => known[id] === undefined);
  return (id) => known[id] ?? free[others.indexOf(id) % free.length] ?? 'purse-6';
}

/** A little past the horizon, so that one sees where the lines are going. */
const lastYear: Readonly<Record<Horizon, number>> = { 4: 8, 20: 24, 40: 40 };

/** Accumulated net of every actor with cash, in millions of SEK. */
export function netLines(accounts: Accounts, horizon: Horizon, voice: Voice): LinesData {
  const { words, format: f, language } = voice;
  const markOf = marksFor(accounts.cash);
  const last = lastYear[horizon];
  const turned = turning(accounts, last, voice);
  return {
    times: accounts.years,
    series: accounts.cash.map(({ actor, netOverTime }) => ({
      id: actor!.id,
      label: actor!.name[language],
      mark: markOf(actor!.id),
      values: netOverTime.map((sek) => sek / 1e6),
      selected: true,
    })),
    horizon,
    bands: [4, 20].filter((end) => end <= last),
    last,
    yStart: 'zero',
    ...(turned && { crossing: { ...turned, value: 0 } }),
    print: (millions) => f.millionsDifference(millions * 1e6),
    language,
    words: words.chart,
  };
}

/** Half a million: what is printed as nothing is not drawn. */
const least = 0.5e6;

/**
 * Left the efforts, and as one water what costs have risen besides; right what is got back. Production value comes last
 * on its side.
 */
export function payersFlow(
  { cash, value }: Accounts,
  withValue: boolean,
  horizon: Horizon,
  { words: { money: w }, format: f, language }: Voice,
): PayersFlowData {
  const production = withValue ? value : [];
  const endOf = ({ actor }: Account, amount: number): FlowEnd => ({
    id: actor!.id,
    label: actor!.name[language],
    amount,
    kind: actor!.money,
  });
  const largestFirst = (ends: readonly FlowEnd[]): readonly FlowEnd[] =>
    ends.filter((end) => end.amount >= least).sort((a, b) => b.amount - a.amount);
  const back = (accounts: readonly Account[], sign: 1 | -1): readonly FlowEnd[] =>
    largestFirst(accounts.map((account) => endOf(account, sign * account.back[horizon])));

  const dearer = back(cash, -1);
  const risen: FlowEnd = {
    id: 'risen',
    label: dearer.length === 1 ? w.dearer(dearer[0]!.label) : w.dearerMany(dearer.length),
    amount: sumOf(dearer),
    kind: 'lost cash',
  };
  const payers = [
    ...largestFirst(cash.map((account) => endOf(account, account.paid[horizon]))),
    ...(dearer.length === 0 ? [] : [risen]),
    ...back(production, -1).map((end): FlowEnd => ({
      ...end,
      label: w.lessValue(end.label),
      kind: 'lost value',
    })),
  ];
  const gainers = [...back(cash, 1), ...back(production, 1)];
  const print = (sek: number): string => f.number(sek / 1e6, 0);
  const cashOf = (ends: readonly FlowEnd[]): string => print(sumOf(ends.filter(isCash)));
  const sums = w.flowSums(cashOf(payers), cashOf(gainers));
  const change = f.millionsDifference(production.reduce((sum, account) => sum + account.net[horizon], 0));
  return {
    payers,
    gainers,
    print,
    words: {
      pays: w.pays,
      back: w.back,
      actor: w.actor,
      nothingIn: w.nothingIn,
      nothingBack: w.nothingBack,
      notes: [production.length === 0 ? `${sums}.` : `${sums}; ${w.flowValue(change)}.`, w.flowScale],
    },
  };
}
