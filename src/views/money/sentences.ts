import type { Horizon } from '../../app/state.ts';
import type { Voice } from '../voice.ts';
import type { Account, Accounts, BreakEven } from './accounts.ts';

/** Less than a krona is rounding, and is said as nothing. */
const krona = 1;

export const paysAnything = (account: Account, horizon: Horizon): boolean => account.paid[horizon] > krona;

/**
 * "Försäkringskassan betalar mest. Kommunen vinner mest." Those who are equal as printed are named together; "nobody"
 * is said only when it is so to the krona.
 */
export function finding(accounts: Accounts, horizon: Horizon, { words, language }: Voice): string {
  const w = words.money;
  const names = (found: readonly Account[]): string =>
    found.map(({ actor }) => actor!.name[language]).join(` ${w.and} `);
  const payers = accounts.cash.filter((account) => paysAnything(account, horizon));
  const paying =
    payers.length === 0
      ? w.nobodyPays
      : payers.length === 1
        ? w.paysAll(names(payers))
        : w.paysMost(names(largest(payers, (a) => a.paid[horizon])));
  const gainers = accounts.cash.filter((account) => account.net[horizon] > krona);
  const gaining =
    gainers.length === 0
      ? w.nobodyGains(horizon)
      : gainers.length === 1
        ? w.gainsAlone(names(gainers))
        : w.gainsMost(names(largest(gainers, (a) => a.net[horizon])));
  return `${paying} ${gaining}`;
}

/** Those whose amount, in whole millions as on the screen, is the largest. */
function largest(accounts: readonly Account[], of: (account: Account) => number): readonly Account[] {
  const shown = (account: Account): number => Math.round(of(account) / 1e6);
  const most = Math.max(...accounts.map(shown));
  return accounts.filter((account) => shown(account) === most);
}

/** "Alla betalare är på minus när mandatperioden är slut.", or undefined where nobody pays. */
export function termSentence(accounts: Accounts, { words }: Voice): string | undefined {
  const payers = accounts.cash.filter((account) => paysAnything(account, 4));
  if (payers.length === 0) return undefined;
  const behind = payers.filter((account) => account.net[4] < -krona);
  return words.money.payersBehind(behind.length, payers.length);
}

/** "år 8": the first whole year at whose beginning the account is above zero. */
const firstYear = (year: number, format: Voice['format']): string => format.year(Math.ceil(year - 1e-9));

export function breakEvenWords(breakEven: BreakEven, last: Horizon, { words, format }: Voice): string {
  const w = words.money.breakEven;
  switch (breakEven.kind) {
    case 'unchanged':
      return w.unchanged;
    case 'always':
      return w.always;
    case 'from':
      return w.from(firstYear(breakEven.year, format));
    case 'between': {
      const { year, until } = breakEven;
      // Above zero at no whole year: the year in which it is.
      const first = Math.ceil(year) > until ? Math.trunc(year) : Math.ceil(year);
      return w.between(format.year(first), format.year(until));
    }
    case 'never':
      return w.never(last);
  }
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
