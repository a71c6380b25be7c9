import { must } from '../../base/assert.ts';
import { horizons, type Horizon } from '../../app/state.ts';
import { seriesOf, type Locality, type Run } from '../../model/experiment.ts';
import type { Actor, ActorId, Model, Shares } from '../../model/model.ts';
import { valueIn } from '../../model/policy.ts';
import { savedBy, valueAt } from '../../model/reading.ts';
import type { VariableId } from '../../model/variable.ts';

type AtHorizons = Readonly<Record<Horizon, number>>;

/** What a strategy means for one purse against base. Money in SEK, present value from year 0. */
export interface Account {
  /** The actor, or undefined for the sum of all with cash. */
  readonly actor: Actor | undefined;
  /** What is paid of the strategy's effort. */
  readonly paid: AtHorizons;
  /** How much lower the other costs are; below 0 if they have risen. Net and paid together. */
  readonly back: AtHorizons;
  readonly net: AtHorizons;
  /** Accumulated net at each saved time. */
  readonly netOverTime: Float64Array;
  readonly breakEven: BreakEven;
}

/** When an account is above zero, in years after year 0, within the last horizon. */
export type BreakEven =
  /** Nothing paid and nothing gained, to the krona. */
  | { readonly kind: 'unchanged' }
  /** Never below zero. */
  | { readonly kind: 'always' }
  /** Above zero from a year on. */
  | { readonly kind: 'from'; readonly year: number }
  /** Above zero for a time, and below at the last horizon. */
  | { readonly kind: 'between'; readonly year: number; readonly until: number }
  | { readonly kind: 'never' };

export interface Accounts {
  /** Years after year 0 of the values over time. */
  readonly years: Float64Array;
  /** Actors whose money is cash, those who pay most first, then those who gain most. */
  readonly cash: readonly Account[];
  /** The sum of `cash`. */
  readonly sum: Account;
  /** Production value: no money in anyone's purse, and in no sum. */
  readonly value: readonly Account[];
}

/** The series that the accounts are made of: every actor's present value, and that of the effort. */
export const accountSeries = (model: Model): readonly VariableId[] =>
  model.ledger === undefined
    ? []
    : [...model.actors.map((actor) => actor.presentValue), model.ledger.effortValue];

/**
 * The accounts of a run against base; undefined if the model has no ledger or a run lacks its series.
 *
 * An actor's effort is exact: each lever costs lever × active × cost, all levers are switched by the same `active` and
 * no lever moves during a run, so that the levers' parts of the effort are the same at every time, and so in present
 * value.
 */
export function accountsOf(
  model: Model,
  where: Locality,
  run: Run,
  base: Run,
  yearZero: number,
): Accounts | undefined {
  const { ledger } = model;
  const series = accountSeries(model);
  const complete = [run, base].every((r) => series.every((name) => r.names.includes(name)));
  if (ledger === undefined || !complete) return undefined;

  const [ofRun, ofBase] = [effortShares(model, where, run), effortShares(model, where, base)];
  const paidAt = ({ id }: Actor, time: number): number =>
    (ofRun[id] ?? 0) * valueAt(run, ledger.effortValue, time) -
    (ofBase[id] ?? 0) * valueAt(base, ledger.effortValue, time);

  const years = run.times.map((time) => time - yearZero);
  const accountOf = (actor: Actor): Account => {
    const paid = atHorizons((h) => paidAt(actor, yearZero + h));
    const net = atHorizons((h) => savedBy(run, base, actor.presentValue, yearZero + h));
    const [with_, without] = [run, base].map((r) => must(seriesOf(r, actor.presentValue), actor.id));
    return close(
      actor,
      paid,
      net,
      with_!.map((value, i) => without![i]! - value),
      years,
    );
  };
  const accounts = (money: Actor['money']): readonly Account[] =>
    model.actors.filter((actor) => actor.money === money).map(accountOf);

  const cash = [...accounts('cash')].sort((a, b) => b.paid[40] - a.paid[40] || b.net[40] - a.net[40]);
  return { years, cash, sum: sumOf(cash, years), value: accounts('value') };
}

const atHorizons = (at: (horizon: Horizon) => number): AtHorizons => ({ 4: at(4), 20: at(20), 40: at(40) });

function close(
  actor: Actor | undefined,
  paid: AtHorizons,
  net: AtHorizons,
  netOverTime: Float64Array,
  years: Float64Array,
): Account {
  const back = atHorizons((h) => paid[h] + net[h]);
  return { actor, paid, back, net, netOverTime, breakEven: breakEvenOf(years, netOverTime) };
}

function sumOf(accounts: readonly Account[], years: Float64Array): Account {
  const total = (of: (account: Account) => number): number => accounts.reduce((sum, a) => sum + of(a), 0);
  const overTime = years.map((_, i) => total((a) => a.netOverTime[i]!));
  return close(
    undefined,
    atHorizons((h) => total((a) => a.paid[h])),
    atHorizons((h) => total((a) => a.net[h])),
    overTime,
    years,
  );
}

/** Each actor's share of the effort of a run: its shares of the levers, weighted by what they cost there. */
function effortShares(model: Model, where: Locality, run: Run): Readonly<Record<ActorId, number>> {
  const { policy, scenario } = run.experiment;
  const valueOf = (name: VariableId): number => policy[name] ?? scenario[name] ?? valueIn(model, where, name);
  const costs = model.levers.map(({ cost, variable, payers }) => ({
    payers,
    cost: cost === undefined ? 0 : valueOf(variable) * valueOf(cost),
  }));
  const all = costs.reduce((sum, { cost }) => sum + cost, 0);
  if (all === 0) return {};
  return Object.fromEntries(
    model.actors.map(({ id }) => [
      id,
      costs.reduce((sum, { cost, payers }) => sum + cost * shareOf(id, payers, valueOf), 0) / all,
    ]),
  );
}

function shareOf(id: ActorId, shares: Shares, valueOf: (name: VariableId) => number): number {
  const number = (share: VariableId | number): number => (typeof share === 'number' ? share : valueOf(share));
  const share = shares[id];
  if (share === undefined) return 0;
  if (share !== 'rest') return number(share);
  return Object.values(shares).reduce<number>(
    (rest, other) => (other === 'rest' ? rest : rest - number(other)),
    1,
  );
}

/** Less than a krona is rounding. */
const nothing = 1;

/**
 * When accumulated net is above zero for good. What is above at the last horizon counts from where it last came up
 * through zero, linear between saved times.
 */
export function breakEvenOf(years: ArrayLike<number>, net: ArrayLike<number>): BreakEven {
  const last = horizons.at(-1)!;
  const places: { readonly year: number; readonly net: number }[] = [];
  for (let i = 0; i < years.length && years[i]! <= last; i++)
    if (years[i]! >= 0) places.push({ year: years[i]!, net: net[i]! });
  const at = (i: number): number => {
    const [a, b] = [places[i - 1]!, places[i]!];
    return a.year + (a.net / (a.net - b.net)) * (b.year - a.year);
  };
  const below = (i: number): boolean => places[i]!.net < -nothing;
  const lastBelow = places.findLastIndex((_, i) => below(i));
  if (places.every((p) => Math.abs(p.net) <= nothing)) return { kind: 'unchanged' };
  if (lastBelow < 0) return { kind: 'always' };
  if (lastBelow < places.length - 1) return { kind: 'from', year: at(lastBelow + 1) };
  const lastAbove = places.findLastIndex((p) => p.net > nothing);
  if (lastAbove < 0) return { kind: 'never' };
  let first = lastAbove;
  while (first > 0 && places[first - 1]!.net >= 0) first--;
  return { kind: 'between', year: first === 0 ? 0 : at(first), until: at(lastAbove + 1) };
}
