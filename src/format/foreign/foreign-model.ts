import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Place, SourceText } from '../../base/source.ts';
import type { Curve, Term } from '../../equation/dialects/term.ts';
import type { FixedMethod, Method } from '../../model/model.ts';
import type { NamedUnit } from './units.ts';

/**
 * A foreign file as read: its definitions in syntax trees, with arrays, modules, macros and functions still in them.
 * `expand/` turns it into a `Model`. Names are as written; `canonical` says which are the same.
 */
export interface ForeignModel {
  readonly file: string;
  readonly name: string;
  readonly about: string;
  readonly dialect: 'xmile' | 'vensim';
  /**
   * Which program's author saw the results. An XMILE file that Vensim wrote keeps Vensim's ways where its words mean
   * something else by XMILE: INT and MOD round toward zero, a pipeline delay reads its time once.
   */
  readonly author: 'vensim' | 'other';
  readonly specs: ForeignSpecs;
  readonly dimensions: readonly Dimension[];
  /** What an array gives at a subscript that it does not have: NaN if the file says so, else 0 (XMILE 3.7.1). */
  readonly beyondArrays?: number;
  readonly main: Part;
  /** Models that modules stand for, by key: a canonical name, with the file in front if it is another. */
  readonly parts: ReadonlyMap<string, Part>;
  /** By canonical name; the same name may be defined for several numbers of inputs. */
  readonly macros: ReadonlyMap<string, readonly Macro[]>;
  /** Units that the file names, with what else they are called. */
  readonly units: readonly NamedUnit[];
  /** Where the diagram shows variables, by canonical name. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** Files behind the names that begin with a question mark (Vensim settings line 30). */
  readonly fileNames: ReadonlyMap<string, string>;
  /** The date at time 0, and Vensim's number for the time unit, from year (0) down to second. */
  readonly calendar?: {
    readonly unit: number;
    readonly year: number;
    readonly month: number;
    readonly day: number;
  };
  /** What was dropped or approximated. */
  readonly warnings: readonly Diagnostic[];
}

/** Times as written; a Vensim model may compute them. */
export interface ForeignSpecs {
  readonly start: Formula;
  readonly stop: Formula;
  readonly dt: Formula;
  readonly saveStep?: Formula;
  readonly method: Method;
  /** A fixed one, where the method chooses its own steps and the model goes by steps. */
  readonly otherwise?: Method;
  readonly timeUnit: string;
}

/** An expression with the text that its places count in. */
export interface Formula {
  readonly term: Term;
  readonly source: SourceText;
}

/** A dimension, or a Vensim range: an ordered list of elements, some of which may be names of other ranges. */
export interface Dimension {
  readonly name: string;
  readonly elements: readonly string[] | External;
  readonly maps: readonly { readonly to: string; readonly elements?: readonly string[] }[];
  /** Another name for the same range (`<->`). */
  readonly alias?: string;
  readonly place: Place;
}

/** A range read from a spreadsheet. */
export interface External {
  readonly call: Extract<Term, { kind: 'call' }>;
  readonly source: SourceText;
}

/** The definitions of one model: the main one, a module's or a macro's. */
export interface Part {
  readonly definitions: readonly Definition[];
  readonly modules: readonly Module[];
  /** How many steps of the run one of its own takes; 1 if it does not say. */
  readonly every?: number;
  /** Times of its own: it runs from its start to its stop within each step of what uses it. */
  readonly complete?: OwnTimes;
}

export interface OwnTimes {
  readonly start: Formula;
  readonly stop: Formula;
  readonly dt: Formula;
  readonly method: FixedMethod;
  /** The element that says so, in words of the file. */
  readonly what: string;
  readonly place: Place;
}

export interface Module {
  readonly name: string;
  /** The key of the part that it is an instance of. */
  readonly part: string;
  /** Each element of these is an instance by itself. */
  readonly dimensions: readonly string[];
  readonly connections: readonly { readonly to: string; readonly from: Term }[];
  readonly place: Place;
}

export interface Macro {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly fallback?: Formula }[];
  readonly outputs: readonly string[];
  readonly body: Part;
  /** An XMILE macro's value; a Vensim macro's is its variable of the same name. */
  readonly value?: Formula;
  readonly place: Place;
}

/** One equation of a variable; an array may need several. */
export interface Definition {
  readonly name: string;
  /** The dimensions or elements that it is for; empty for a scalar. */
  readonly subscripts: readonly string[];
  /** The array's dimensions, where `subscripts` names elements of them (XMILE). */
  readonly dimensions?: readonly string[];
  /** The equation is for one element of the subscripts alone, counted row by row from 0. */
  readonly nth?: number;
  readonly except: readonly (readonly string[])[];
  /** Made by a writer for its own use; never shown. */
  readonly hidden?: true;
  readonly body: Body;
  readonly source: SourceText;
  readonly unit: SourceText;
  readonly about: string;
  readonly place: Place;
}

export type Interpolation = 'interpolate' | 'look forward' | 'hold backward' | 'raw';

export type CurveShape = 'continuous' | 'extrapolate' | 'discrete';

export type Body =
  | {
      readonly kind: 'formula';
      readonly term: Term;
      readonly flow: boolean;
      /** A flow that never runs backwards. */
      readonly uniflow: boolean;
      readonly leak?: Leak;
      /** It leaves a queue whose way ahead is blocked (XMILE 3.7.3). */
      readonly overflow?: true;
      /** Where on a conveyor it puts what enters; at the beginning if it does not say. */
      readonly spread?: 'even' | 'dest' | 'source' | 'dist';
      /** What `dist` spreads by: a graphical function or an array, over the way from the entry to the exit. */
      readonly distribution?: Formula;
      /** What the downstream stock receives for each unit that leaves the upstream one (XMILE 4.3). */
      readonly multiplier?: Term;
      /** The graphical function that the formula goes through. */
      readonly curve?: Curve;
      readonly shape?: CurveShape;
      /** For data that are read from a file. */
      readonly interpolation?: Interpolation;
    }
  | StockBody
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  | { readonly kind: 'curve'; readonly curve: Curve; readonly shape: CurveShape }
  | { readonly kind: 'data'; readonly interpolation: Interpolation }
  /** No equation: an input of a module, or a mistake. */
  | { readonly kind: 'none' };

export interface StockBody {
  readonly kind: 'stock';
  readonly initial: Term;
  /** The rate of a Vensim level. */
  readonly rate?: Term;
  readonly inflows: readonly string[];
  readonly outflows: readonly string[];
  readonly nonNegative: boolean;
  readonly conveyor?: Conveyor;
  /** It lets out what it took in first, as far as there is room ahead (XMILE 3.7.3). */
  readonly queue?: true;
  readonly oven?: Oven;
  /** What stands on a conveyor at the start, the exit first. */
  readonly contents?: readonly number[];
}

/** What makes a stock a conveyor (XMILE 4.2.1): what enters leaves after `length`, less what leaks on the way. */
export interface Conveyor {
  readonly length: Formula;
  readonly capacity?: Formula;
  readonly inLimit?: Formula;
  /** While it is not 0, what enters gets the length of the moment; else the last one that it had. */
  readonly sample?: Formula;
  /** While it is not 0, nothing moves. */
  readonly arrest?: Formula;
  /** A share of what is left leaks at each moment, rather than the same amount throughout. */
  readonly exponential: boolean;
  /** All that is on it moves at the speed of the moment, so that nothing overtakes (isee). */
  readonly fifo: boolean;
  /** What enters comes in lots, each limit for a whole time unit. */
  readonly discrete: boolean;
  /** From a queue: one batch in a step, and no batch in parts. */
  readonly oneAtATime: boolean;
  readonly wholeBatches: boolean;
}

/**
 * What makes a stock an oven (isee): it fills until its time or its capacity is reached, is closed for `cook`, lets all of
 * it out at once, and stays empty for `clean`.
 */
export interface Oven {
  readonly cook: Formula;
  readonly capacity?: Formula;
  readonly fill?: Formula;
  readonly clean?: Formula;
  /** While it is not 0, nothing moves and no time passes for it. */
  readonly arrest?: Formula;
}

/** A flow that leaks from a conveyor (XMILE 4.3). */
export interface Leak {
  /** The fraction that leaks; undefined if the flow's own equation is that. */
  readonly fraction?: Formula;
  /** The part of the conveyor that leaks, from its entry (0) to its exit (1). */
  readonly from: number;
  readonly to: number;
  /** Only whole units leak. */
  readonly integers: boolean;
}
