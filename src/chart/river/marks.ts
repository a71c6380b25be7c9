import { allStocks, flows, lake, wayOf, type FlowId, type StockId } from './graph.ts';
import type { RiverSource } from './source.ts';
import { longOutside, type Wording } from './labels.ts';
import { stageFlowsOf, stageStocksOf, type Stages } from './stages.ts';
import type { ChartTable } from '../chart.ts';
import type { RiverMoment, RiverState } from './data.ts';

/** Something in the picture that can be pointed at: water that people are in, a stream of them, or the bank. */
export type Mark =
  | { readonly kind: 'stock'; readonly stocks: readonly StockId[] }
  | { readonly kind: 'flow'; readonly flows: readonly FlowId[] }
  | { readonly kind: 'index' };

const stock = (...stocks: StockId[]): Mark => ({ kind: 'stock', stocks });
const flow = (...flowIds: FlowId[]): Mark => ({ kind: 'flow', flows: flowIds });

/** Every mark, in stream order: children, young people, newcomers, adults, outside, back, and out of the picture. */
export const marks = {
  births: flow('births'),
  preschool: stock('preschool'),
  pupils: flow('pupils', 'pupilsRisk'),
  school: stock('school'),
  schoolRisk: stock('schoolRisk'),
  upper: stock('upper'),
  upperRisk: stock('upperRisk'),
  leaveToWork: flow('leaveToWork', 'leaveRiskToWork'),
  leaving: flow('leaveToNothing', 'leaveRiskToNothing'),
  young: stock('young'),
  youngToWork: flow('youngToWork'),
  youngToOutside: flow('youngToOutside'),
  arrivals: flow('arrivals'),
  programme: stock('programme'),
  programmeToGap: flow('programmeToGap'),
  gap: stock('gap'),
  newcomersToWork: flow('programmeToWork', 'gapToWork'),
  gapToOutside: flow('gapToOutside'),
  established: stock('established'),
  workToOutside: flow('workToOutside'),
  lake: stock(...lake),
  recent: stock('recent'),
  between: stock('between'),
  entrenched: stock('entrenched'),
  coordinated: stock('coordinated'),
  pulledUp: flow('pulledUp'),
  recovered: stock('recovered'),
  relapse: flow('relapse'),
  ownWay: flow('ownWayRecent', 'ownWayEntrenched'),
  ageInside: flow('ageEstablished', 'ageRecovered'),
  ageOutside: flow('ageRecent', 'ageBetween', 'ageEntrenched', 'ageCoordinated'),
  bank: { kind: 'index' },
} as const satisfies Readonly<Record<string, Mark>>;

/** In a picture of stages every stock and every flow is a mark of its own. */
export type MarkId = keyof typeof marks | StockId | FlowId;
export const markIds = Object.keys(marks) as (keyof typeof marks)[];

export function markOf(id: MarkId): Mark {
  if (id in marks) return marks[id as keyof typeof marks];
  return isStock(id) ? stock(id) : flow(id as FlowId);
}

const isStock = (id: string): id is StockId => (allStocks as readonly string[]).includes(id);

export const nameOf = (id: MarkId, { mark, flow: names }: Wording['words']): string =>
  id in mark ? mark[id as keyof typeof mark] : names[id as FlowId];

/** The marks of a model: those that it has a variable for. */
export function marksOf(source: RiverSource): readonly MarkId[] {
  let known = knownMarks.get(source);
  if (known === undefined) {
    known = source.stages ? stageMarks(source.stages) : markIds.filter((id) => isThere(markOf(id), source));
    knownMarks.set(source, known);
  }
  return known;
}
const knownMarks = new WeakMap<RiverSource, readonly MarkId[]>();

/** Stage by stage: what comes in, the stage, what goes out; the bank last. */
function stageMarks(stages: Stages): readonly MarkId[] {
  const streams = stageFlowsOf(stages);
  const from = (id: StockId | undefined): readonly MarkId[] =>
    streams.filter((flowId) => wayOf(flowId).from === id);
  return [...from(undefined), ...stageStocksOf(stages).flatMap((id) => [id, ...from(id)]), 'bank'];
}

function isThere(mark: Mark, source: RiverSource): boolean {
  switch (mark.kind) {
    case 'stock':
      return mark.stocks.some((id) => source.stocks[id].length > 0);
    case 'flow':
      return mark.flows.some((id) => source.flows[id].length > 0);
    case 'index':
      return true;
  }
}

/** People in some stocks together. */
export const peopleAmong = (ids: readonly StockId[], { stocks }: RiverState): number =>
  ids.reduce((sum, id) => sum + stocks[id], 0);

/** The number of a mark: people, people per year, or a share between 0 and 1. */
export function valueOf(id: MarkId, state: RiverState): number {
  const mark = markOf(id);
  switch (mark.kind) {
    case 'stock':
      return peopleAmong(mark.stocks, state);
    case 'flow':
      return mark.flows.reduce((sum, flowId) => sum + state.flows[flowId], 0);
    case 'index':
      return state.capability;
  }
}

/** A mark's number in words. */
export const numberOf = (id: MarkId, state: RiverState, { numbers }: Wording): string =>
  markOf(id).kind === 'index' ? numbers.number(valueOf(id, state)) : numbers.people(valueOf(id, state));

/** `Dras upp, 86 personer per år, bas 21` */
export function spokenMark(id: MarkId, { now, base }: RiverMoment, wording: Wording): string {
  const { words } = wording;
  const unit = words.unit[markOf(id).kind];
  const number = numberOf(id, now, wording);
  const name = nameOf(id, words);
  return now === base
    ? words.spokenBase(name, number, unit)
    : words.spoken(name, number, unit, numberOf(id, base, wording));
}

/** Two sentences: who falls and who comes back; how many are outside and how high the bank is. */
export function describe({ year, now, base, source }: RiverMoment, wording: Wording): string {
  const { words, numbers } = wording;
  const bank = { bank: numberOf('bank', now, wording), bankBase: numberOf('bank', base, wording) };
  if (source.stages !== undefined) {
    const { outside, words: own } = source.stages;
    return words.stages.summary({
      where: words.stages[own].outside,
      year: numbers.year(year),
      outside: numbers.people(peopleAmong(outside, now)),
      base: numbers.people(peopleAmong(outside, base)),
      ...bank,
    });
  }
  return words.summary({
    year: numbers.year(year),
    leaving: numberOf('leaving', now, wording),
    pulledUp: numberOf('pulledUp', now, wording),
    ownWay: numberOf('ownWay', now, wording),
    outside: numbers.people(longOutside(now)),
    base: numbers.people(longOutside(base)),
    ...bank,
  });
}

/** The picture as numbers, mark by mark in stream order. */
export function table({ now, base, source }: RiverMoment, wording: Wording): ChartTable {
  const { words, numbers } = wording;
  const { unit, now: nowWord, base: baseWord, difference } = words.table;
  return {
    columns: [unit, nowWord, baseWord, difference],
    rows: marksOf(source).map((id) => {
      const index = markOf(id).kind === 'index';
      const change = valueOf(id, now) - valueOf(id, base);
      return {
        id,
        label: nameOf(id, words),
        cells: [
          words.unit[markOf(id).kind],
          numberOf(id, now, wording),
          numberOf(id, base, wording),
          index ? `${change > 0.005 ? '+' : ''}${numbers.number(change)}` : numbers.peopleDifference(change),
        ],
      };
    }),
  };
}

export interface Account {
  readonly in: readonly FlowId[];
  readonly out: readonly FlowId[];
  /** Years: people over all that goes out. Undefined where nobody stays. */
  readonly stay: number | undefined;
}

/** What comes into some stocks and goes out of them, largest first, and how long people are there on average. */
export function accountOf(stockIds: readonly StockId[], state: RiverState): Account {
  const within = (id: StockId | undefined): boolean => id !== undefined && stockIds.includes(id);
  const largest = (a: FlowId, b: FlowId): number => state.flows[b] - state.flows[a];
  const into = flows.filter((id) => within(wayOf(id).to) && !within(wayOf(id).from)).sort(largest);
  const out = flows.filter((id) => within(wayOf(id).from) && !within(wayOf(id).to)).sort(largest);
  const leaving = out.reduce((sum, id) => sum + state.flows[id], 0);
  const people = peopleAmong(stockIds, state);
  return { in: into, out, stay: leaving > 0 ? people / leaving : undefined };
}
