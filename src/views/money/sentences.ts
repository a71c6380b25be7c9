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

/** "år 8": the year whole, since the model is not sharper than that. */
export function breakEvenWords(breakEven: BreakEven, last: Horizon, { words, format }: Voice): string {
  const w = words.money.breakEven;
  switch (breakEven.kind) {
    case 'unchanged':
      return w.unchanged;
    case 'always':
      return w.always;
    case 'from':
      return w.from(format.year(breakEven.year));
    case 'between':
      return w.between(format.year(breakEven.year), format.year(breakEven.until));
    case 'never':
      return w.never(last);
  }
}

/** Who answers the screen's question when its line comes up through zero: the largest gainer among those that were below. */
export function turning(
  accounts: Accounts,
  horizon: Horizon,
): { readonly account: Account; readonly year: number } | undefined {
  return [...accounts.cash]
    .sort((a, b) => b.net[horizon] - a.net[horizon])
    .flatMap((account) =>
      account.breakEven.kind === 'from' && account.net[horizon] > 0 && paysAnything(account, horizon)
        ? [{ account, year: account.breakEven.year }]
        : [],
    )[0];
}
