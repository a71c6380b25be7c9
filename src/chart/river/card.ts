import { accountOf, markOf, numberOf, type MarkId } from './marks.ts';
import { wayOf, type FlowId, type StockId } from './graph.ts';
import type { Language } from '../../text/format.ts';
import type { Wording } from './labels.ts';
import type { Payer } from './payers.ts';
import type { RiverMoment } from './data.ts';

export interface CardRow {
  readonly label: string;
  readonly value: string;
}

/** What is told of one mark when a person asks: finished words. Parts that do not apply are empty. */
export interface CardText {
  readonly title: string;
  /** `86 personer per år` */
  readonly number: string;
  /** `bas 21`, or empty in base itself. */
  readonly base: string;
  readonly stay: string;
  readonly lists: readonly { readonly title: string; readonly rows: readonly CardRow[] }[];
  readonly note: string;
}

/** The card of a mark. `payers` of the people in its stocks; undefined if the model's costs are not known. */
export function cardOf(
  id: MarkId,
  { now, base }: RiverMoment,
  wording: Wording,
  payers: ((stocks: readonly StockId[]) => readonly Payer[]) | undefined,
  language: Language,
): CardText {
  const { words, numbers } = wording;
  const { card } = words;
  const mark = markOf(id);
  const head = {
    title: words.mark[id],
    number: `${numberOf(id, now, wording)} ${words.unit[mark.kind]}`,
    base: now === base ? '' : card.base(numberOf(id, base, wording)),
  };
  const flowRows = (flows: readonly FlowId[]): readonly CardRow[] =>
    flows.map((flow) => ({ label: words.flow[flow], value: numbers.people(now.flows[flow]) }));
  switch (mark.kind) {
    case 'index':
      return { ...head, stay: '', lists: [], note: card.bank };
    case 'flow': {
      const ends = (side: 'from' | 'to'): readonly CardRow[] => {
        const named = new Set(mark.flows.map((flow) => wayOf(flow)[side]));
        return [...named].map((stock) => ({
          label: stock === undefined ? card.outsidePicture : words.mark[stock],
          value: numbers.people(
            mark.flows.reduce((sum, flow) => sum + (wayOf(flow)[side] === stock ? now.flows[flow] : 0), 0),
          ),
        }));
      };
      const lists = [
        { title: card.from, rows: ends('from') },
        { title: card.to, rows: ends('to') },
      ];
      return { ...head, stay: '', lists, note: '' };
    }
    case 'stock': {
      const account = accountOf(mark.stocks, now);
      const paid = payers?.(mark.stocks);
      const payerRows = paid?.map(({ actor, amount }) => ({
        label: actor.name[language],
        value: numbers.money(amount),
      }));
      return {
        ...head,
        stay: account.stay === undefined ? '' : card.years(numbers.number(account.stay, 1)),
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
