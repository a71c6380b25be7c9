import { error } from '../../base/diagnostic.ts';
import type { Place } from '../../base/source.ts';
import type { Actor, LedgerSeries, Shares } from '../../model/model.ts';
import type { Bilingual, Variable, VariableId } from '../../model/variable.ts';
import { generated, type Draft } from './draft.ts';
import { unitCostOf, type ExpandedActor } from './expand-actors.ts';
import type { ExpandedLever } from './expand-levers.ts';
import { unknownReference } from './names.ts';
import * as words from './generated-words.ts';
import type { Entry } from './record.ts';
import type { ActorEntry, LedgerEntry } from './schema-money.ts';
import type { At } from './shape.ts';
import { checkShares, shareOf, type ActorKinds } from './shares.ts';

/** The variables of an account: a cost per unit of time, its present value as it arises, and that accumulated. */
interface AccountNames {
  readonly rate: VariableId;
  readonly flow: VariableId;
  readonly value: VariableId;
}

const accountOf = (who: string): AccountNames => ({
  rate: `cost_rate_${who}`,
  flow: `pv_flow_${who}`,
  value: `pv_${who}`,
});

const publicAccount = accountOf('public');
const totalAccount = accountOf('total');
const policyAccount: AccountNames = { ...accountOf('policy'), rate: 'policy_cost' };
const reinvestedAccount = accountOf('reinvested');

/** Declares the names that actors and the ledger make, even where their entries are wrong. */
export function declareLedger(
  actors: readonly Entry<ActorEntry>[],
  ledger: LedgerEntry | undefined,
  draft: Draft,
): void {
  const declare = ({ rate, ...account }: AccountNames, place: Place): void => {
    draft.names.declare({ value: rate, place }, 'aux');
    declareValue(account, place);
  };
  const declareValue = ({ flow, value }: Omit<AccountNames, 'rate'>, place: Place): void => {
    draft.names.declare({ value: flow, place }, 'flow');
    draft.names.declare({ value, place }, 'stock');
  };
  for (const { id } of actors) {
    if (!draft.names.checkForm(id)) continue;
    draft.names.declare({ value: unitCostOf(id.value), place: id.place }, 'parameter');
    if (ledger !== undefined) declare(accountOf(id.value), id.place);
  }
  if (ledger === undefined) return;
  const reinvested = ledger.reinvested === undefined ? [] : [reinvestedAccount];
  for (const account of [publicAccount, totalAccount, policyAccount, ...reinvested])
    declare(account, ledger.place);
  for (const { id } of ledger.transfers ?? []) declareValue(accountOf(id.value), id.place);
  for (const { value, place } of ledger.memo ?? []) declareValue(accountOf(value), place);
}

/** A sum that is shared between actors, per unit of time. */
interface Expense {
  readonly amount: VariableId;
  readonly payers: Shares;
}

/**
 * The ledger as ordinary variables. What an actor pays per unit of time is its unit cost × persons, and its share of
 * each charge and of each lever's cost. The public account sums actors with cash; the total adds production value;
 * the policy's account has the levers' costs alone. What is reinvested has an account of its own, in no sum.
 */
export function expandLedger(
  ledger: LedgerEntry,
  actors: readonly ExpandedActor[],
  kinds: ActorKinds,
  levers: readonly ExpandedLever[],
  draft: Draft,
): { readonly actors: readonly Actor[]; readonly series: LedgerSeries } {
  const { level, reinvested } = ledger;
  const memo = ledger.memo ?? [];
  for (const used of [ledger.persons, ledger.discount, ledger.from, level, reinvested, ...memo])
    if (used !== undefined) draft.names.refer(used, 'variable');
  const expenses = [...chargesOf(ledger, kinds, draft), ...leverExpenses(levers, draft)];
  const transfers = transfersOf(ledger, kinds, draft);
  const enter = (account: Account): void => draft.add(...entriesOf(account, ledger, draft.timeUnit));
  /** Accumulates a sum that is a variable already. */
  const accumulate = (
    amount: VariableId,
    id: string,
    place: Place,
  ): words.Texts & { readonly presentValue: VariableId } => {
    const names = { ...accountOf(id), rate: amount };
    const texts = textsOf(amount, draft);
    draft.add(...valueEntries({ names, whose: texts.name, place, origin: 'ledger' }, ledger, draft.timeUnit));
    return { name: texts.name, about: texts.about, presentValue: names.value };
  };
  for (const { id, name } of actors) {
    const names = accountOf(id.value);
    const unitCost = level === undefined ? unitCostOf(id.value) : `${unitCostOf(id.value)}*${level.value}`;
    const sums = [`${unitCost}*${ledger.persons.value}`, ...paidBy(id.value, expenses)];
    const received = transfers.filter(({ to }) => to === id.value).map(({ amount }) => ` - ${amount}`);
    for (const { from, amount } of transfers) if (from === id.value) sums.push(amount);
    const { place } = id;
    enter({
      names,
      sum: sums.join(' + ') + received.join(''),
      texts: words.costRate(name),
      whose: name,
      place,
      origin: `actor:${id.value}`,
    });
  }
  const ratesOf = (money: Actor['money']): readonly VariableId[] =>
    actors.filter((actor) => actor.money === money).map((actor) => accountOf(actor.id.value).rate);
  const effort = levers.flatMap(({ effortCost }) => effortCost ?? []);
  const { place } = ledger;
  for (const { names, terms, texts, whose } of [
    { names: publicAccount, terms: ratesOf('cash'), texts: words.publicCost, whose: words.sums.public },
    {
      names: totalAccount,
      terms: [publicAccount.rate, ...ratesOf('value')],
      texts: words.totalCost,
      whose: words.sums.total,
    },
    { names: policyAccount, terms: effort, texts: words.policyCost, whose: words.sums.policy },
    ...(reinvested === undefined
      ? []
      : [
          {
            names: reinvestedAccount,
            terms: [reinvested.value],
            texts: words.reinvestedCost,
            whose: words.sums.reinvested,
          },
        ]),
  ]) {
    enter({ names, sum: terms.join(' + ') || '0', texts, whose, place, origin: 'ledger' });
  }
  return {
    actors: actors.map(({ id, name, money }) => {
      const { rate, value } = accountOf(id.value);
      return { id: id.value, name, money, costRate: rate, presentValue: value };
    }),
    series: {
      publicCost: publicAccount.rate,
      totalCost: totalAccount.rate,
      effortCost: policyAccount.rate,
      publicValue: publicAccount.value,
      totalValue: totalAccount.value,
      effortValue: policyAccount.value,
      ...(reinvested === undefined ? {} : { reinvestedValue: reinvestedAccount.value }),
      transfers: transfers.map(({ id, amount, from, to }) => ({
        from,
        to,
        amount,
        presentValue: accumulate(amount, id.value, id.place).presentValue,
      })),
      memo: memo.map(({ value, place }) => accumulate(value, value, place)),
    },
  };
}

function textsOf(id: VariableId, { variables }: Draft): words.Texts {
  const variable = variables.get(id);
  // One that is missing has been reported.
  return { name: variable?.name ?? { sv: id, en: id }, about: variable?.about ?? { sv: '', en: '' } };
}

function chargesOf({ charges }: LedgerEntry, kinds: ActorKinds, draft: Draft): readonly Expense[] {
  return (charges ?? []).flatMap(({ id, value }) => {
    if (value === undefined) return [];
    draft.names.refer(value.amount, 'variable');
    return [{ amount: value.amount.value, payers: checkShares(value.payers, id, kinds, draft) }];
  });
}

interface Transfer {
  readonly id: At<string>;
  readonly amount: VariableId;
  readonly from: string;
  readonly to: string;
}

/** Sums from one actor to another. Only cash moves, and not to oneself. */
function transfersOf({ transfers }: LedgerEntry, kinds: ActorKinds, draft: Draft): readonly Transfer[] {
  const payers = [...kinds].filter(([, money]) => money === 'cash').map(([id]) => id);
  return (transfers ?? []).flatMap(({ id, value }) => {
    if (value === undefined) return [];
    const { amount, from, to } = value;
    draft.names.refer(amount, 'variable');
    for (const actor of [from, to]) {
      const others = actor === to ? payers.filter((id) => id !== from.value) : payers;
      if (!others.includes(actor.value)) draft.report(unknownReference(actor, 'payer', others));
    }
    return [{ id, amount: amount.value, from: from.value, to: to.value }];
  });
}

function leverExpenses(levers: readonly ExpandedLever[], draft: Draft): readonly Expense[] {
  return levers.flatMap(({ effortCost, lever: { id, payers, place } }) => {
    if (effortCost === undefined) return [];
    if (Object.keys(payers).length === 0)
      draft.report(error('missing-key', { key: 'payers', within: id }, place));
    return [{ amount: effortCost, payers }];
  });
}

/** An actor's shares of all expenses; those of which it pays the same share stand together. */
function paidBy(actor: string, expenses: readonly Expense[]): readonly string[] {
  const byShare = new Map<string, VariableId[]>();
  for (const { amount, payers } of expenses) {
    const share = shareOf(actor, payers);
    if (share !== undefined) byShare.set(share, [...(byShare.get(share) ?? []), amount]);
  }
  return [...byShare].map(([share, amounts]) => {
    const sum = amounts.length === 1 ? amounts[0]! : `(${amounts.join(' + ')})`;
    return share === '1' ? sum : `${share}*${sum}`;
  });
}

interface Account {
  readonly names: AccountNames;
  /** Equation of the cost per unit of time. */
  readonly sum: string;
  readonly texts: words.Texts;
  readonly whose: Bilingual;
  readonly place: Place;
  readonly origin: string;
}

function entriesOf(account: Account, ledger: LedgerEntry, timeUnit: string): readonly Variable[] {
  const { names, sum, texts, place, origin } = account;
  const unit = generated(`SEK/${timeUnit}`, place);
  return [
    { place, origin, ...texts, kind: 'aux', id: names.rate, unit, equation: generated(sum, place) },
    ...valueEntries(account, ledger, timeUnit),
  ];
}

/** The present value of a sum as it arises, and that accumulated. */
function valueEntries(
  { names, whose, place, origin }: Pick<Account, 'names' | 'whose' | 'place' | 'origin'>,
  { discount, from }: LedgerEntry,
  timeUnit: string,
): readonly Variable[] {
  const base = { place, origin };
  return [
    {
      ...base,
      ...words.presentFlow(whose),
      kind: 'flow',
      id: names.flow,
      unit: generated(`SEK/${timeUnit}`, place),
      equation: generated(`${names.rate}*${discount.value}*${from.value}`, place),
    },
    {
      ...base,
      ...words.presentValue(whose),
      kind: 'stock',
      id: names.value,
      unit: generated('SEK', place),
      initial: generated('0', place),
      inflows: [names.flow],
      outflows: [],
      nonNegative: false,
    },
  ];
}
