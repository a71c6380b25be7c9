import type { LifeCourse } from './life.ts';
import type { Bilingual, Evidence, Variable, VariableId } from './variable.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/source.ts';

export type Dialect = 'native' | 'xmile' | 'vensim';
/** Methods with steps of dt. */
export type FixedMethod = 'euler' | 'rk2' | 'rk4';
/** Methods that choose their own steps, to a tolerance: of Dormand and Prince, and of Rosenbrock's kind for stiff models. */
export type AdaptiveMethod = 'rk45' | 'stiff';
export type Method = FixedMethod | AdaptiveMethod;

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
  readonly clock?: Clock;
}

/**
 * The steps of a foreign model that changes its time step as it runs: stretches of even steps, and the times of the
 * rows. A run that asks for times of its own goes by those.
 */
export interface Clock {
  readonly stretches: readonly { readonly start: number; readonly dt: number; readonly steps: number }[];
  readonly saved: readonly number[];
}

/** The three places to stand at the river. */
export type LeverGroup = 'rescue' | 'swim' | 'upstream';

/** Where a lever stands in the panel; conditions are what an actor does for its own part, no measure to put money in. */
export type LeverPlace = LeverGroup | 'conditions';

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
  readonly group: LeverPlace;
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
  /** The unit of the setting itself, for a lever that is no share of an effort: years of age. */
  readonly unitWords?: Bilingual;
  /** Evidence for the effect (not for the cost). */
  readonly evidence: Evidence;
  /** What happens in the model when the lever moves, step by step. */
  readonly dynamics?: Bilingual;
  /** Who it reaches and who it may miss: a judgement, not a result of the model. */
  readonly fairness?: Bilingual;
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
  /** What of the savings is used once more, accumulated: in no actor's account, and a row of its own. */
  readonly reinvestedValue?: VariableId;
  /** What goes from one actor to another, accumulated: in both accounts, and nothing in their sum. */
  readonly transfers: readonly LedgerTransfer[];
  /** What is in the actors' accounts already and is told of apart. */
  readonly memo: readonly MemoItem[];
}

export interface LedgerTransfer {
  readonly from: ActorId;
  readonly to: ActorId;
  /** Series with the sum per unit of time, SEK. */
  readonly amount: VariableId;
  /** Series with the accumulated present value, SEK. */
  readonly presentValue: VariableId;
}

export interface MemoItem {
  readonly name: Bilingual;
  readonly about: Bilingual;
  /** Series with the accumulated present value, SEK. */
  readonly presentValue: VariableId;
}

/** What the screen shows first. `stock` and `inflow` always stand side by side. */
export interface Outcome {
  readonly variable: VariableId;
  readonly role: 'stock' | 'inflow' | 'other';
  readonly better: 'lower' | 'higher';
  readonly name: Bilingual;
  /** The unit in words: personer per år. */
  readonly unitWords: Bilingual;
  /** What happens to so many a year, after the number: hamnar utanför. */
  readonly happens?: Bilingual;
}

/** A municipality or case: values that differ from the file's. A stock's value is its initial value. */
export interface Preset {
  readonly id: string;
  readonly name: Bilingual;
  readonly about: Bilingual;
  /** What its facts set and scale is in here too. */
  readonly values: Readonly<Record<VariableId, number>>;
  /** What is known of the municipality, by the id of the fact. */
  readonly municipality?: Readonly<Record<string, number>>;
}

/** A parameter multiplied by what makes a variable, at rest, equal to its target. */
export interface Calibration {
  readonly id: string;
  readonly variable: VariableId;
  /** The parameters that are multiplied, all by the same factor. */
  readonly by: readonly VariableId[];
  /** Bounds of the factor. */
  readonly min: number;
  readonly max: number;
  /** What to reach; without it the fact's value, and only where that is given. */
  readonly target?: VariableId | number;
  /** The fact that asks for the target. */
  readonly fact?: string;
}

/**
 * How the model finds the state in which nothing changes. `neutral` variables are held still while it is looked for:
 * they compare with the initial state, which is not known yet. Each reference, a parameter, then takes the value that its
 * variable has there.
 */
export interface Equilibrium {
  readonly neutral: Readonly<Record<VariableId, number>>;
  readonly references: Readonly<Record<VariableId, VariableId>>;
  readonly calibrations: readonly Calibration[];
}

/** Something that is known of a municipality, and what follows from it. */
export interface Fact {
  readonly id: string;
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly unitWords: Bilingual;
  readonly min: number;
  readonly max: number;
  /** The parameter that it is. */
  readonly sets?: VariableId;
  /** The series that shows it, if no parameter does. */
  readonly measure?: VariableId;
  /** Parameters that grow in proportion to it. */
  readonly scales: readonly VariableId[];
  /** The value for which the file's parameters hold; undefined if only a run tells. */
  readonly from?: number;
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

export interface Arrays {
  readonly dimensions: readonly { readonly name: string; readonly elements: readonly string[] }[];
  /** By an array's name: its dimensions, in the order of its subscripts. */
  readonly of: Readonly<Record<string, readonly string[]>>;
}

export interface Model {
  readonly id: string;
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly file: string;
  /** Parts that it shares with other models; what is from one has `part:<id>` as its origin. */
  readonly parts?: readonly { readonly id: string; readonly name: Bilingual }[];
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
  /** How to find the state in which nothing changes; without it runs begin with the file's own values. */
  readonly equilibrium?: Equilibrium;
  /** What makes a model out of any municipality, in the order in which it is asked for. */
  readonly municipality?: readonly Fact[];
  /** How the model follows one person; undefined if it does not. */
  readonly life?: LifeCourse;
  /** What the model is not for, a sentence each. */
  readonly limits?: readonly Bilingual[];
  /** Another program's model had modules: what was `x` in one of them is `module.x`. */
  readonly hasModules?: true;
  /** The arrays of another program's model: its variables are their elements, `name[element,…]`. */
  readonly arrays?: Arrays;
  /** Where the diagram shows variables. */
  readonly diagram?: Readonly<Record<VariableId, { readonly x: number; readonly y: number }>>;
  /** What the reader missed that stops no run, such as a text in one of the languages. */
  readonly warnings?: readonly Diagnostic[];
}
