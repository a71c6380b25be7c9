import { atYear, type Account, type Accounts } from './accounts.ts';
import type { Actor, ActorId } from './model.ts';
import type { Split } from './payers.ts';

/** Who pays the efforts, and whether anybody loses by it. Money in SEK, present value. */

/** Less than a krona is rounding. */
const krona = 1;

/** Shares are whole millionths of the efforts: to the krona of most sums, and short in a link. */
const parts = 1e6;

/**
 * Parts that add up to exactly 1, in proportion to weights: whole millionths by largest remainder.
 * @param weights 0 or more, and not all 0
 */
export function splitBy(weights: Readonly<Record<ActorId, number>>): Split {
  const whole = Object.values(weights).reduce((a, b) => a + b, 0);
  const exact = Object.entries(weights).map(([id, weight]) => ({ id, part: (weight / whole) * parts }));
  const rounded = new Map(exact.map(({ id, part }) => [id, Math.floor(part)]));
  const left = parts - [...rounded.values()].reduce((a, b) => a + b, 0);
  const byRemainder = exact.toSorted((a, b) => (b.part % 1) - (a.part % 1));
  for (const { id } of byRemainder.slice(0, left)) rounded.set(id, rounded.get(id)! + 1);
  return Object.fromEntries([...rounded].map(([id, part]) => [id, part / parts]));
}

/** How the accounts' efforts are paid now; undefined where there is nothing to pay. */
export function splitOf({ cash }: Accounts): Split | undefined {
  const paid = Object.fromEntries(cash.map(({ actor, paid: { 40: sek } }) => [actor!.id, Math.max(0, sek)]));
  return Object.values(paid).some((sek) => sek > krona) ? splitBy(paid) : undefined;
}

/** A split with one share at a value; the others make room, or fill up, in the proportions that they had. */
export function withShare(split: Split, id: ActorId, share: number): Split {
  const kept = Math.min(1, Math.max(0, share));
  const others = Object.entries(split).filter(([other]) => other !== id);
  const whole = others.reduce((sum, [, part]) => sum + part, 0);
  const partOf = (part: number): number => (whole > 0 ? part / whole : 1 / others.length);
  return splitBy({
    ...split,
    [id]: others.length === 0 ? 1 : kept,
    ...Object.fromEntries(others.map(([other, part]) => [other, (1 - kept) * partOf(part)])),
  });
}

export interface Standing {
  readonly actor: Actor;
  /** SEK */
  readonly amount: number;
}

/** Whether the efforts up to a year can be paid so that nobody has lost by then. */
export type FairSplit =
  | { readonly kind: 'nothing to pay' }
  /** Shares in proportion to what each gets back, so that all gain by the same part of it. */
  | { readonly kind: 'found'; readonly split: Split; readonly actors: ReadonlyMap<ActorId, Actor> }
  | {
      readonly kind: 'none';
      /** What the efforts cost, and what all who get something back get together. */
      readonly effort: number;
      readonly back: number;
      /** Those who lose even if they pay nothing, because their other costs have risen, and how much. */
      readonly losers: readonly Standing[];
      /** Who is furthest behind as the efforts are paid now. */
      readonly last: Standing;
    };

/** What an account gets back by a year, before it pays. */
const backAt = (accounts: Accounts, { paidOverTime, netOverTime }: Account, year: number): number =>
  atYear(accounts, paidOverTime, year) + atYear(accounts, netOverTime, year);

/**
 * A split by which nobody has lost by a year. There is one if and only if nobody's other costs have risen, and together
 * the actors get back what the efforts cost: nobody can pay more than they get back, and no share is below 0.
 */
export function fairSplit(accounts: Accounts, year: number): FairSplit {
  const { cash } = accounts;
  const standing = cash.map((account) => ({
    actor: account.actor!,
    back: backAt(accounts, account, year),
    net: atYear(accounts, account.netOverTime, year),
  }));
  const effort = cash.reduce((sum, { paidOverTime }) => sum + atYear(accounts, paidOverTime, year), 0);
  if (effort <= krona) return { kind: 'nothing to pay' };
  const back = standing.reduce((sum, s) => sum + Math.max(0, s.back), 0);
  const losers = standing.filter((s) => s.back < -krona);
  if (losers.length === 0 && back >= effort)
    return {
      kind: 'found',
      split: splitBy(Object.fromEntries(standing.map((s) => [s.actor.id, Math.max(0, s.back)]))),
      actors: new Map(standing.map(({ actor }) => [actor.id, actor])),
    };
  const last = standing.reduce((least, s) => (s.net < least.net ? s : least));
  return {
    kind: 'none',
    effort,
    back,
    losers: losers.map(({ actor, back: amount }) => ({ actor, amount })),
    last: { actor: last.actor, amount: last.net },
  };
}

/** The first whole year by which there is a split where nobody has lost; undefined if there is none within `last`. */
export function firstFairYear(accounts: Accounts, last = 40): number | undefined {
  for (let year = 1; year <= last; year++) if (fairSplit(accounts, year).kind === 'found') return year;
  return undefined;
}

export interface Shifted {
  readonly actor: Actor;
  readonly paid: number;
  /** What the actor would pay if all paid in proportion to what they get back. */
  readonly byGain: number;
  /** Paid for others; below 0 what others pay for it. Adds up to 0 over the actors. */
  readonly shifted: number;
}

/**
 * What actors pay for each other by a year: how much more or less than in proportion to what they get back. Undefined
 * where nothing is paid or nobody gets anything back.
 */
export function shiftedAt(accounts: Accounts, year: number): readonly Shifted[] | undefined {
  const rows = accounts.cash.map((account) => ({
    actor: account.actor!,
    paid: atYear(accounts, account.paidOverTime, year),
    back: Math.max(0, backAt(accounts, account, year)),
  }));
  const effort = rows.reduce((sum, { paid }) => sum + paid, 0);
  const back = rows.reduce((sum, row) => sum + row.back, 0);
  if (effort <= krona || back <= krona) return undefined;
  return rows.map(({ actor, paid, back: own }) => {
    const byGain = (effort * own) / back;
    return { actor, paid, byGain, shifted: paid - byGain };
  });
}
