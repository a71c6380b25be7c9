import type { Bilingual, Evidence, Variable, VariableId } from './variable.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/source.ts';

export type Dialect = 'native' | 'xmile' | 'vensim';
export type Method = 'euler' | 'rk2' | 'rk4';

/** XMILE sim_specs. `saveStep` is a whole number of `dt`. Times are in `timeUnit`. */
export interface SimSpecs {
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
  readonly saveStep: number;
  readonly method: Method;
  readonly timeUnit: string;
  /** The parameter whose value is year 0 on screen; horizons count from it. */
  readonly yearZero?: VariableId;
}

/** The three places to stand at the river. */
export type LeverGroup = 'rescue' | 'swim' | 'upstream';

/** A lever setting in words. Text may name a parameter in braces: `{rescue_slots_ref} som i dag`. */
export interface Zone {
  readonly at: number;
  readonly text: Bilingual;
}

/** Who pays a sum: a parameter or a number between 0 and 1 per actor; one of them may be `rest`. */
export type Shares = Readonly<Record<ActorId, VariableId | number | 'rest'>>;

/** What the decision maker may set. */
export interface Lever {
  readonly id: string;
  /** The parameter that the lever sets. */
  readonly variable: VariableId;
  readonly group: LeverGroup;
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly zones: readonly Zone[];
  /** Parameter with the cost per year at full lever, SEK/year; absent if the lever moves no new money. */
  readonly cost?: VariableId;
  /** Parameter with the mean time until the lever is felt, years. */
  readonly delay?: VariableId;
  readonly payers: Shares;
  /** What full lever amounts to, for display: a parameter and its word, such as 200 places. */
  readonly measure?: { readonly variable: VariableId; readonly word: Bilingual };
  /** Evidence for the effect (not for the cost). */
  readonly evidence: Evidence;
  readonly place: Place;
}

export type ActorId = string;

/** Someone who pays or gains. `value` is production value: never added to cash. */
export interface Actor {
  readonly id: ActorId;
  readonly name: Bilingual;
  readonly money: 'cash' | 'value';
  /** Series with the actor's cost per year, SEK/year. */
  readonly costRate: VariableId;
  /** Series with the actor's accumulated present value, SEK. */
  readonly presentValue: VariableId;
}

/** Series that sum the ledger. Each is a variable of the model. */
export interface LedgerSeries {
  readonly publicCost: VariableId;
  readonly totalCost: VariableId;
  readonly effortCost: VariableId;
  readonly publicValue: VariableId;
  readonly totalValue: VariableId;
  readonly effortValue: VariableId;
}

/** What the screen shows first. `stock` and `inflow` always stand side by side. */
export interface Outcome {
  readonly variable: VariableId;
  readonly role: 'stock' | 'inflow' | 'other';
  readonly better: 'lower' | 'higher';
  readonly name: Bilingual;
  /** The unit in words: personer per år. */
  readonly unitWords: Bilingual;
}

/** A municipality or case: values that differ from the file's. A stock's value is its initial value. */
export interface Preset {
  readonly id: string;
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly values: Readonly<Record<VariableId, number>>;
}

/** A ready strategy: a yearly sum spread evenly, in lever share, over some levers. */
export interface ReadyStrategy {
  readonly id: string;
  readonly group: LeverGroup;
  readonly name: Bilingual;
  readonly levers: readonly string[];
  /** SEK per year. */
  readonly yearlyCost: number;
}

export interface Model {
  readonly id: string;
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly file: string;
  readonly dialect: Dialect;
  readonly simSpecs: SimSpecs;
  /** In the order of the file; generated ones follow their source. */
  readonly variables: ReadonlyMap<VariableId, Variable>;
  readonly levers: readonly Lever[];
  readonly actors: readonly Actor[];
  readonly ledger?: LedgerSeries;
  readonly outcomes: readonly Outcome[];
  readonly presets: readonly Preset[];
  readonly strategies: readonly ReadyStrategy[];
  /** Where the diagram shows variables. */
  readonly diagram?: Readonly<Record<VariableId, { readonly x: number; readonly y: number }>>;
  /** What the reader missed that stops no run, such as a text in one of the languages. */
  readonly warnings?: readonly Diagnostic[];
}
