import { accountOf, markOf, nameOf, numberOf, type MarkId } from './marks.ts';
import { lake, wayOf, type FlowId, type StockId } from './graph.ts';
import type { RiverSource } from './source.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Language } from '../../text/format.ts';
import type { Wording } from './labels.ts';
import type { Payer } from './payers.ts';
import type { RiverMoment } from './data.ts';

export interface CardRow {
  readonly label: string;
  readonly value: string;
  /** The variable that can say why it is so much; undefined for a sum of several. */
  readonly variable: VariableId | undefined;
}

/** What is told of one mark when a person asks: finished words. Parts that do not apply are empty. */
export interface CardText {
  readonly title: string;
  /** `86 personer per år` */
  readonly number: string;
  /** `bas 21`, or empty in base itself. */
  readonly base: string;
  /** The variable behind the number, as in a row. */
  readonly variable: VariableId | undefined;
  readonly stay: string;
  /** How the time is worked out: people over those who leave in a year. */
  readonly stayWhy: string;
  readonly lists: readonly { readonly title: string; readonly rows: readonly CardRow[] }[];
  readonly note: string;
}

/** What a card is made from, besides its mark. */
export interface CardSource {
  readonly moment: RiverMoment;
  readonly river: RiverSource;
  /** Of the people in some stocks; undefined if the model's costs are not known. */
  readonly payers: ((stocks: readonly StockId[]) => readonly Payer[]) | undefined;
  readonly wording: Wording;
  readonly language: Language;
}

export function cardOf(
  id: MarkId,
  { moment: { now, base }, river, payers, wording, language }: CardSource,
): CardText {
  const { words, numbers } = wording;
  const { card } = words;
  const mark = markOf(id);
  const head = {
    title: nameOf(id, words),
    number: `${numberOf(id, now, wording)} ${words.unit[mark.kind]}`,
    base: now === base ? '' : card.base(numberOf(id, base, wording)),
    variable: variableOf(id, river),
  };
  const has = (flow: FlowId): boolean => river.flows[flow].length > 0;
  const noStay = { stay: '', stayWhy: '' };
  const flowRows = (flows: readonly FlowId[]): readonly CardRow[] =>
    flows.filter(has).map((flow) => ({
      label: words.flow[flow],
      value: numbers.people(now.flows[flow]),
      variable: only(river.flows[flow]),
    }));
  switch (mark.kind) {
    case 'index':
      return { ...head, ...noStay, lists: [], note: card.bank };
    case 'flow': {
      const ends = (side: 'from' | 'to'): readonly CardRow[] => {
        const named = new Set(mark.flows.filter(has).map((flow) => wayOf(flow)[side]));
        return [...named].map((stock) => {
          const through = mark.flows.filter((flow) => wayOf(flow)[side] === stock);
          return {
            label: stock === undefined ? card.outsidePicture : nameOf(stock, words),
            value: numbers.people(through.reduce((sum, flow) => sum + now.flows[flow], 0)),
            variable: only(through.flatMap((flow) => river.flows[flow])),
          };
        });
      };
      const lists = [
        { title: card.from, rows: ends('from') },
        { title: card.to, rows: ends('to') },
      ];
      return { ...head, ...noStay, lists, note: '' };
    }
    case 'stock': {
      const account = accountOf(mark.stocks, now);
      const paid = payers?.(mark.stocks);
      const payerRows = paid?.map(({ actor, amount, unitCost }) => ({
        label: actor.name[language],
        value: numbers.money(amount),
        variable: unitCost,
      }));
      return {
        ...head,
        stay: account.stay === undefined ? '' : card.years(numbers.number(account.stay, 1)),
        stayWhy:
          account.stay === undefined
            ? ''
            : card.stayWhy(
                numberOf(id, now, wording),
                numbers.people(account.out.reduce((sum, flow) => sum + now.flows[flow], 0)),
              ),
        lists: [
          { title: card.in, rows: flowRows(account.in) },
          { title: card.out, rows: flowRows(account.out) },
          ...(payerRows && payerRows.length > 0 ? [{ title: card.payers, rows: payerRows }] : []),
        ],
        note: payerRows === undefined ? card.payersUnknown : payerRows.length === 0 ? card.payersNone : '',
      };
    }
  }
}

/** The variable whose value is the mark's number; undefined where the number is a sum that the model does not have. */
function variableOf(id: MarkId, river: RiverSource): VariableId | undefined {
  const mark = markOf(id);
  switch (mark.kind) {
    case 'index':
      return river.capability;
    case 'flow':
      return only(mark.flows.flatMap((flow) => river.flows[flow]));
    case 'stock':
      return mark.stocks.length === lake.length && lake.every((stock) => mark.stocks.includes(stock))
        ? river.lake
        : only(mark.stocks.flatMap((stock) => river.stocks[stock]));
  }
}

const only = (ids: readonly VariableId[]): VariableId | undefined => (ids.length === 1 ? ids[0] : undefined);
