import { must } from '../base/assert.ts';
import { seriesOf, type Locality, type Run } from './experiment.ts';
import { atHorizons, horizons, type AtHorizons } from './horizons.ts';
import type { Actor, ActorId, Model } from './model.ts';
import { shareOf, type Split } from './payers.ts';
import { valueIn } from './policy.ts';
import { between } from './reading.ts';
import type { VariableId } from './variable.ts';

/** What a strategy means for one purse against base. Money in SEK, present value from year 0. */
export interface Account {
  /** The actor; undefined for what is nobody's: the sum of all with cash, and what is reinvested. */
  readonly actor: Actor | undefined;
  /** What is paid of the strategy's effort. */
  readonly paid: AtHorizons;
  /** How much lower the other costs are; below 0 if they have risen. Net and paid together. */
  readonly back: AtHorizons;
  readonly net: AtHorizons;
  /** The same at each saved time. */
  readonly paidOverTime: Float64Array;
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
  /** Actors whose money is cash, in one order however the efforts are paid: those who pay most by the model first, then those who gain most. */
  readonly cash: readonly Account[];
  /** What of the savings is used once more: taken from no single purse. Undefined where nothing is. */
  readonly reinvested: Account | undefined;
  /** The sum of `cash` and of what is reinvested. */
  readonly sum: Account;
  /** Production value: no money in anyone's purse, and in no sum. */
  readonly value: readonly Account[];
}

/** The series that the accounts are made of: present values of actors, transfers, what is told of apart, the effort, and what is reinvested. */
export function accountSeries({ ledger, actors }: Model): readonly VariableId[] {
  if (ledger === undefined) return [];
  const { effortValue, reinvestedValue, transfers, memo } = ledger;
  return [
    ...[...actors, ...transfers, ...memo].map(({ presentValue }) => presentValue),
    effortValue,
    ...(reinvestedValue === undefined ? [] : [reinvestedValue]),
  ];
}

/**
 * The accounts of a run against base; undefined if the model has no ledger or a run lacks its series.
 *
 * An actor's effort is exact: each lever costs lever × active × cost, all levers are switched by the same `active` and
 * no lever moves during a run, so that the levers' parts of the effort are the same at every time, and so in present
 * value. Who pays changes nothing but who pays: nothing in a model depends on it.
 */
export function accountsOf(
  model: Model,
  where: Locality,
  run: Run,
  base: Run,
  yearZero: number,
  split?: Split,
): Accounts | undefined {
  const { ledger } = model;
  const series = accountSeries(model);
  const complete = [run, base].every((r) => series.every((name) => r.names.includes(name)));
  if (ledger === undefined || !complete) return undefined;

  const years = run.times.map((time) => time - yearZero);
  const valuesOf = (r: Run, name: VariableId): Float64Array => must(seriesOf(r, name), name);
  const [effort, effortOfBase] = [run, base].map((r) => valuesOf(r, ledger.effortValue));
  const [ofRun, ofBase] = [effortShares(model, where, run), effortShares(model, where, base)];
  const accountOf = (actor: Actor): Account => {
    const byModel = effort!.map(
      (sek, i) => (ofRun[actor.id] ?? 0) * sek - (ofBase[actor.id] ?? 0) * effortOfBase![i]!,
    );
    const chosen = actor.money === 'cash' ? (split?.[actor.id] ?? 0) : 0;
    const paid = split === undefined ? byModel : effort!.map((sek, i) => chosen * (sek - effortOfBase![i]!));
    const [with_, without] = [run, base].map((r) => valuesOf(r, actor.presentValue));
    const net = with_!.map((sek, i) => without![i]! - sek + byModel[i]! - paid[i]!);
    return account(actor, years, paid, net);
  };
  const accounts = (money: Actor['money']): readonly Account[] =>
    model.actors.filter((actor) => actor.money === money).map(accountOf);

  const paysByModel = ({ actor }: Account): number => ofRun[actor!.id] ?? 0;
  const cash = accounts('cash').toSorted(
    (a, b) => paysByModel(b) - paysByModel(a) || b.back[40] - a.back[40],
  );
  const reinvested = reinvestedIn(ledger.reinvestedValue, run, base, years);
  return {
    years,
    cash,
    reinvested,
    sum: sumOf(reinvested === undefined ? cash : [...cash, reinvested], years),
    value: accounts('value'),
  };
}

/** Something accumulated at a year, linear between saved times. */
export const atYear = ({ years }: Pick<Accounts, 'years'>, values: ArrayLike<number>, year: number): number =>
  years.length === 0 ? 0 : between(years, values, year);

function account(
  actor: Actor | undefined,
  years: Float64Array,
  paidOverTime: Float64Array,
  netOverTime: Float64Array,
): Account {
  const paid = atHorizons((h) => atYear({ years }, paidOverTime, h));
  const net = atHorizons((h) => atYear({ years }, netOverTime, h));
  const back = atHorizons((h) => paid[h] + net[h]);
  return { actor, paid, back, net, paidOverTime, netOverTime, breakEven: breakEvenOf(years, netOverTime) };
}

function sumOf(accounts: readonly Account[], years: Float64Array): Account {
  const total = (of: (account: Account) => Float64Array): Float64Array =>
    years.map((_, i) => accounts.reduce((sum, a) => sum + of(a)[i]!, 0));
  return account(
    undefined,
    years,
    total((a) => a.paidOverTime),
    total((a) => a.netOverTime),
  );
}

function reinvestedIn(
  series: VariableId | undefined,
  run: Run,
  base: Run,
  years: Float64Array,
): Account | undefined {
  if (series === undefined) return undefined;
  const [used, before] = [run, base].map((r) => must(seriesOf(r, series), series));
  const paid = used!.map((sek, i) => sek - before![i]!);
  return paid.every((sek) => Math.abs(sek) <= nothing)
    ? undefined
    : account(
        undefined,
        years,
        paid,
        paid.map((sek) => -sek),
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
