import type { LeverGroup } from '../../model/model.ts';
import type { FlowId, StockId, Tone } from './graph.ts';

/** A pool's place: its middle in shares of the land, how many times wider than high it is, and how its water looks. */
interface StagePool {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  /** The share of the land's height that it may fill: decides the scale. */
  readonly room: number;
  readonly tone: Tone;
  /** People there are in nobody's hands: its water turns. */
  readonly turns?: boolean;
  /** People there have been outside for long: its water is darker. */
  readonly deep?: boolean;
}

/** Where a stream begins or ends: in a pool, in shares of its half width and half height, or on land, in shares of it. */
export type StageEnd =
  | { readonly in: StockId; readonly x: number; readonly y: number }
  | { readonly land: readonly [x: number, y: number] };

/** How a stream bends: lying down, upright, or along a height (a share of the land) between two upright falls. */
type StageBend = 'drift' | 'fall' | { readonly along: number };

export interface StageStream {
  readonly from: StageEnd;
  readonly to: StageEnd;
  readonly bend: StageBend;
  /** Where the stream leads: decides how its water looks. */
  readonly tone: Tone;
  /** An upright stream's words stand at its left: at its right there is another. */
  readonly left?: boolean;
}

/** A picture of pools in columns and streams between them. What returns bends back. */
export interface Stages {
  /** Which words are its own. */
  readonly words: 'samordning' | 'etablering';
  readonly pools: Readonly<Partial<Record<StockId, StagePool>>>;
  readonly streams: Readonly<Partial<Record<FlowId, StageStream>>>;
  /** The stream at whose lower edge the bank lies. */
  readonly bank: FlowId;
  /** The stream that is drawn as a rope, if somebody pulls. */
  readonly rope?: FlowId;
  /** Groups of people outside, of whom the headline is the sum. */
  readonly outside: readonly StockId[];
  /** Where the three stand, in shares of the land; who has no lever in the model is not there. */
  readonly stands: Readonly<Partial<Record<LeverGroup, readonly [x: number, y: number]>>>;
}

export const inPool = (id: StockId, x: number, y: number): StageEnd => ({ in: id, x, y });
export const onLand = (x: number, y: number): StageEnd => ({ land: [x, y] });

export const stageStocksOf = ({ pools }: Stages): readonly StockId[] => Object.keys(pools) as StockId[];
export const stageFlowsOf = ({ streams }: Stages): readonly FlowId[] => Object.keys(streams) as FlowId[];

export const poolColor = ({ tone, deep }: StagePool): string =>
  deep === true
    ? 'var(--stock-entrenched)'
    : { 'on-track': 'var(--flow-in)', risk: 'var(--stock-risk)', outside: 'var(--stock-outside)' }[tone];
