import { error } from '../../base/diagnostic.ts';
import type { Place } from '../../base/source.ts';
import type { Actor, LedgerSeries, Shares } from '../../model/model.ts';
import type { Bilingual, Variable, VariableId } from '../../model/variable.ts';
import { distributionOf, evidenceOf, generated, inBothLanguages, type Draft } from './draft.ts';
import type { ExpandedLever } from './expand-levers.ts';
import * as words from './generated-words.ts';
import type { ActorEntry, LedgerEntry } from './schema.ts';
import type { At, Entry } from './shape.ts';
import { checkShares, shareOf, type ActorKinds } from './shares.ts';

/** The variables that an actor is made into. */
const actorNames = (id: string) => ({
  unitCost: `c_${id}`,
  costRate: `cost_rate_${id}`,
  flow: `pv_flow_${id}`,
  value: `pv_${id}`,
});

const policyNames = { costRate: 'policy_cost', flow: 'pv_flow_policy', value: 'pv_policy' };

/** Declares the names that actors and the ledger make, even where their entries are wrong. */
export function declareLedger(
  actors: readonly Entry<ActorEntry>[],
  ledger: LedgerEntry | undefined,
  draft: Draft,
): void {
  const declare = (value: string, kind: Variable['kind'], place: Place): boolean =>
    draft.names.declare({ value, place }, kind);
  const declareSums = (names: { costRate: string; flow: string; value: string }, place: Place): void => {
    declare(names.costRate, 'aux', place);
    declare(names.flow, 'flow', place);
    declare(names.value, 'stock', place);
  };
  for (const { id } of actors) {
    if (!draft.names.checkForm(id)) continue;
    declare(actorNames(id.value).unitCost, 'parameter', id.place);
    if (ledger !== undefined) declareSums(actorNames(id.value), id.place);
  }
  if (ledger === undefined) return;
  for (const names of [actorNames('public'), actorNames('total'), policyNames])
    declareSums(names, ledger.place);
}

interface ActorDraft {
  readonly id: At<string>;
  readonly name: Bilingual;
  readonly money: Actor['money'];
}

/** Who can pay: actors with cash. */
export const actorKinds = (actors: readonly Entry<ActorEntry>[]): ActorKinds =>
  new Map(actors.map(({ id, value }) => [id.value, value?.money ?? 'cash']));

/** A unit cost per actor, with or without a ledger. */
export function expandActors(entries: readonly Entry<ActorEntry>[], draft: Draft): readonly ActorDraft[] {
  return entries.flatMap(({ id, value }) => {
    if (value === undefined) return [];
    const name = inBothLanguages(value.name, 'name', id, id.value.replaceAll('_', ' '), draft.report);
    const { unit_cost: cost } = value;
    const variable = actorNames(id.value).unitCost;
    draft.variables.push({
      ...words.unitCost(name),
      kind: 'parameter',
      id: variable,
      unit: generated(`SEK/(person*${draft.timeUnit})`, id.place),
      place: id.place,
      origin: `actor:${id.value}`,
      value: cost.value.value,
      distribution: distributionOf(cost, variable, draft.report),
      evidence: evidenceOf(cost, { value: variable, place: cost.place }, draft.report),
    });
    return [{ id, name, money: value.money ?? 'cash' }];
  });
}

/**
 * The ledger as ordinary variables. Per actor: cost per unit of time = unit cost × persons + its share of each
 * charge and of each lever's cost, and the present value of that, accumulated. And the sums of them.
 */
export function expandLedger(
  ledger: LedgerEntry,
  actors: readonly ActorDraft[],
  kinds: ActorKinds,
  levers: readonly ExpandedLever[],
  draft: Draft,
): { readonly actors: readonly Actor[]; readonly series: LedgerSeries } {
  for (const reference of [ledger.persons, ledger.discount, ledger.from])
    draft.names.refer(reference, 'variable');
  const expenses = [
    ...(ledger.charges ?? []).flatMap(({ id, value }) => {
      if (value === undefined) return [];
      draft.names.refer(value.amount, 'variable');
      return [{ amount: value.amount.value, payers: checkShares(value.payers, id, kinds, draft) }];
    }),
    ...levers.flatMap(({ effortCost, lever: { id, payers, place } }) => {
      if (effortCost === undefined) return [];
      if (Object.keys(payers).length === 0)
        draft.report(error('missing-key', { key: 'payers', within: id }, place));
      return [{ amount: effortCost, payers }];
    }),
  ];
  const book = new Book(ledger, draft);
  for (const { id, name } of actors) {
    const names = actorNames(id.value);
    const equation = [`${names.unitCost}*${ledger.persons.value}`, ...paidBy(id.value, expenses)].join(' + ');
    book.enter(names, equation, words.costRate(name), name, id.place, `actor:${id.value}`);
  }
  const costsOf = (money: Actor['money']): string =>
    actors
      .filter((a) => a.money === money)
      .map((a) => actorNames(a.id.value).costRate)
      .join(' + ') || '0';
  const total = `${actorNames('public').costRate} + ${costsOf('value')}`;
  const effort = levers.flatMap((l) => l.effortCost ?? []).join(' + ') || '0';
  book.enter(
    actorNames('public'),
    costsOf('cash'),
    words.publicCost,
    words.sums.public,
    ledger.place,
    'ledger',
  );
  book.enter(actorNames('total'), total, words.totalCost, words.sums.total, ledger.place, 'ledger');
  book.enter(policyNames, effort, words.policyCost, words.sums.policy, ledger.place, 'ledger');
  return {
    actors: actors.map(({ id, name, money }) => {
      const { costRate, value } = actorNames(id.value);
      return { id: id.value, name, money, costRate, presentValue: value };
    }),
    series: {
      publicCost: actorNames('public').costRate,
      totalCost: actorNames('total').costRate,
      effortCost: policyNames.costRate,
      publicValue: actorNames('public').value,
      totalValue: actorNames('total').value,
      effortValue: policyNames.value,
    },
  };
}

/** An actor's shares of all expenses, expenses with the same share together. */
function paidBy(
  actor: string,
  expenses: readonly { readonly amount: VariableId; readonly payers: Shares }[],
): readonly string[] {
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

/** Enters a cost, the flow of its present value, and that value accumulated. */
class Book {
  readonly #ledger: LedgerEntry;
  readonly #draft: Draft;

  constructor(ledger: LedgerEntry, draft: Draft) {
    this.#ledger = ledger;
    this.#draft = draft;
  }

  enter(
    names: { costRate: string; flow: string; value: string },
    equation: string,
    costRate: words.Texts,
    whose: Bilingual,
    place: Place,
    origin: string,
  ): void {
    const base = { place, origin };
    const rate = generated(`SEK/${this.#draft.timeUnit}`, place);
    const { discount, from } = this.#ledger;
    const present = `${names.costRate}*${discount.value}*${from.value}`;
    this.#draft.variables.push(
      {
        ...base,
        ...costRate,
        kind: 'aux',
        id: names.costRate,
        unit: rate,
        equation: generated(equation, place),
      },
      {
        ...base,
        ...words.presentFlow(whose),
        kind: 'flow',
        id: names.flow,
        unit: rate,
        equation: generated(present, place),
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
    );
  }
}
