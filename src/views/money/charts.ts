import type { Horizon } from '../../app/state.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import { purseMarks, type PurseMark } from '../../chart/marks.ts';
import { isCash, sumOf, type FlowEnd, type PayersFlowData } from '../../chart/payers-flow-data.ts';
import type { Voice } from '../voice.ts';
import type { Account, Accounts } from './accounts.ts';
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

/** Left the efforts and what is lost besides, right what is got back; production value last on each side. */
export function payersFlow(
  { cash, value }: Accounts,
  withValue: boolean,
  horizon: Horizon,
  { words: { money: w }, format: f, language }: Voice,
): PayersFlowData {
  const accounts = [...cash, ...(withValue ? value : [])];
  const lostLabel = { cash: w.dearer, value: w.lessValue };
  const ends = (lost: boolean, amountOf: (account: Account) => number): readonly FlowEnd[] =>
    accounts
      .map((account): FlowEnd => {
        const { id, money, name } = account.actor!;
        return {
          id,
          label: lost ? lostLabel[money](name[language]) : name[language],
          amount: amountOf(account),
          kind: lost ? `lost ${money}` : money,
        };
      })
      .filter((end) => end.amount >= least)
      .sort((a, b) => Number(isCash(b)) - Number(isCash(a)) || b.amount - a.amount);
  const print = (sek: number): string => f.number(sek / 1e6, 0);
  const payers = [...ends(false, (a) => a.paid[horizon]), ...ends(true, (a) => -a.back[horizon])];
  const gainers = ends(false, (a) => a.back[horizon]);
  const cashOf = (all: readonly FlowEnd[]): string => print(sumOf(all.filter(isCash)));
  const production = value.reduce((sum, account) => sum + account.net[horizon], 0);
  const sums = w.flowSums(cashOf(payers), cashOf(gainers));
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
      notes: [
        withValue ? `${sums}; ${w.flowValue(f.millionsDifference(production))}.` : `${sums}.`,
        w.flowScale,
      ],
    },
  };
}
