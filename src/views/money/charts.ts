import type { Horizon } from '../../app/state.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import { purseMarks, type PurseMark } from '../../chart/marks.ts';
import type { FlowEnd, PayersFlowData } from '../../chart/payers-flow-data.ts';
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
  const { words: w, format: f, language } = voice;
  const markOf = marksFor(accounts.cash);
  const turned = turning(accounts, horizon);
  const last = lastYear[horizon];
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
    ...(turned && {
      crossing: {
        year: turned.year,
        value: 0,
        words: w.money.turnsPositive(turned.account.actor!.name[language], f.year(turned.year)),
      },
    }),
    print: (millions) => f.millionsDifference(millions * 1e6),
    language,
    words: w.chart,
  };
}

/** Half a million: what is printed as nothing is not drawn. */
const shown = 0.5e6;

/** Left the efforts and the costs that have risen, right those that have fallen; production value last. */
export function payersFlow(
  { cash, value }: Accounts,
  withValue: boolean,
  horizon: Horizon,
  { words: { money: w }, format: f, language }: Voice,
): PayersFlowData {
  const accounts = [...cash, ...(withValue ? value : [])];
  const ends = (
    amount: (account: Account) => number,
    label: (name: string) => string = (name) => name,
    kind?: FlowEnd['kind'],
  ): readonly FlowEnd[] =>
    accounts
      .map((account): FlowEnd => {
        const actor = account.actor!;
        return {
          id: actor.id,
          label: label(actor.name[language]),
          amount: amount(account),
          kind: kind ?? (actor.money === 'cash' ? 'cash' : 'value'),
        };
      })
      .filter((end) => end.amount >= shown)
      .sort((a, b) => Number(a.kind === 'value') - Number(b.kind === 'value') || b.amount - a.amount);
  const print = (sek: number): string => f.number(sek / 1e6, 0);
  const payers = [...ends((a) => a.paid[horizon]), ...ends((a) => -a.back[horizon], w.dearer, 'loss')];
  const gainers = ends((a) => a.back[horizon]);
  const sum = (all: readonly FlowEnd[]): string => print(all.reduce((total, end) => total + end.amount, 0));
  return {
    payers,
    gainers,
    print,
    words: {
      pays: w.pays,
      back: w.back,
      actor: w.actor,
      nothingIn: w.nothingIn,
      notes: [w.flowSums(sum(payers), sum(gainers)), w.flowScale],
    },
  };
}
