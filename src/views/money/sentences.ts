import { horizons, type Horizon } from '../../model/horizons.ts';
import type { Actor } from '../../model/model.ts';
import type { FairSplit, Standing } from '../../model/split.ts';
import { firstYear } from '../break-even.ts';
import { listed, withinSentence } from '../../text/listed.ts';
import { moneyWords } from '../../text/money.ts';
import type { Voice } from '../voice.ts';
import type { Account, Accounts } from '../../model/accounts.ts';

/** Less than a krona is rounding, and is said as nothing. */
const krona = 1;
/** What the table shows: whole millions. What is said must not disagree with it. */
const shown = (sek: number): number => Math.round(sek / 1e6);

/**
 * "Försäkringskassan betalar mest. Kommunen vinner mest." Those who are equal as shown are named together; "all",
 * "alone" and "nobody" are said only when it is so to the krona.
 */
export function finding(accounts: Accounts, horizon: Horizon, { words, language }: Voice): string {
  const w = words.money;
  const names = (found: readonly Account[]): string =>
    found
      .map(({ actor }, i) =>
        i === 0 ? actor!.name[language] : withinSentence(actor!.name[language], language),
      )
      .join(` ${w.and} `);
  const paid = (account: Account): number => account.paid[horizon];
  const net = (account: Account): number => account.net[horizon];
  const payers = accounts.cash.filter((account) => paid(account) > krona);
  const gainers = accounts.cash.filter((account) => net(account) > krona);
  const paying =
    payers.length === 0
      ? w.nobodyPays
      : payers.length === 1
        ? w.paysAll(names(payers))
        : w.paysMost(names(largest(payers, paid)));
  const gaining =
    gainers.length === 0
      ? w.nobodyGains(horizon)
      : gainers.every((account) => shown(net(account)) === 0)
        ? w.hardlyGains(horizon)
        : gainers.length === 1
          ? w.gainsAlone(names(gainers))
          : w.gainsMost(names(largest(gainers, net)));
  return `${paying} ${gaining}`;
}

/** Those whose amount is the largest as shown; to the krona where all are shown as nothing. */
function largest(accounts: readonly Account[], of: (account: Account) => number): readonly Account[] {
  const most = Math.max(...accounts.map(of));
  const isMost =
    shown(most) === 0 ? (sek: number) => most - sek < krona : (sek: number) => shown(sek) === shown(most);
  return accounts.filter((account) => isMost(of(account)));
}

/** "Alla betalare är på minus när mandatperioden är slut.", or undefined where nobody pays. */
export function termSentence({ cash }: Accounts, { words }: Voice): string | undefined {
  const payers = cash.filter(({ paid }) => paid[4] > krona);
  if (payers.length === 0) return undefined;
  return words.money.payersBehind(payers.filter(({ net }) => shown(net[4]) < 0).length, payers.length);
}

/** Where an account comes up through zero, in words. */
export interface Turning {
  readonly year: number;
  readonly words: string;
}

/** "Kommunen går plus år 8": of the payers that come up through zero by a year, the one that gains most in 20 years. */
export function turning(
  accounts: Accounts,
  last: number,
  { words, format, language }: Voice,
): Turning | undefined {
  const [first] = accounts.cash
    .flatMap(({ actor, paid, net, breakEven }) =>
      paid[40] > krona && breakEven.kind === 'from' && breakEven.year <= last
        ? [{ name: actor!.name[language], year: breakEven.year, gain: net[20] }]
        : [],
    )
    .sort((a, b) => b.gain - a.gain);
  return (
    first && { year: first.year, words: words.money.turnsPositive(first.name, firstYear(first.year, format)) }
  );
}

/** What looking for a split where nobody loses has given: the shares, or what stands in the way and when it is gone. */
export function fairWords(
  found: FairSplit,
  years: number,
  first: number | undefined,
  { words, format, language }: Voice,
): string {
  const w = moneyWords(language);
  const nameOf = ({ name }: Actor): string => withinSentence(name[language], language);
  const list = (parts: readonly string[]): string => listed(parts, words.money.and);
  switch (found.kind) {
    case 'nothing to pay':
      return w.split.nothing;
    case 'found': {
      const shares = Object.entries(found.split).filter(([, share]) => share > 0);
      return w.fair.found(
        years,
        list(
          shares
            .toSorted(([, a], [, b]) => b - a)
            .map(([id, share]) => `${nameOf(found.actors.get(id)!)} ${format.percent(share, 1)}`),
        ),
      );
    }
    case 'none': {
      const { effort, back, losers, last } = found;
      const loss = (s: Standing): string => w.fair.loser(nameOf(s.actor), format.money(s.amount));
      return [
        back < effort
          ? w.fair.lacking(years, format.money(effort), format.money(back), format.money(effort - back))
          : w.fair.none(years),
        losers.length > 0 ? w.fair.losers(list(losers.map(loss)), losers.length > 1) : '',
        w.fair.last(nameOf(last.actor), format.money(last.amount)),
        first === undefined ? w.fair.never(horizons.at(-1)!) : w.fair.first(first),
      ]
        .filter((sentence) => sentence !== '')
        .join(' ');
    }
  }
}
