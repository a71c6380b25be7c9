import { error } from '../../base/diagnostic.ts';
import { placeAt } from '../../base/source.ts';
import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from '../../base/diagnostic.ts';
import type { Place, SourceText } from '../../base/source.ts';
import type { Curve, Term } from '../../equation/dialects/term.ts';
import type { Expr, Span } from '../../model/expr.ts';
import type { FixedMethod } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Conveyor, Definition, ForeignModel, Oven } from '../foreign/foreign-model.ts';
import type { DataFiles } from '../data/data-files.ts';
import type { Binding, Dimensions, Range } from './dimensions.ts';

/** Where a variable comes from: its definition, and whether it is one of ours and so not shown. */
interface Origin {
  readonly definition: Definition;
  readonly hidden: boolean;
}

/** A variable of the model that is being made. */
export type Made = Origin &
  (
    | { readonly kind: 'aux' | 'flow'; readonly expr: Expr }
    | {
        readonly kind: 'stock';
        readonly initial: Expr;
        readonly inflows: readonly VariableId[];
        readonly outflows: readonly VariableId[];
        readonly nonNegative?: boolean;
      }
    | { readonly kind: 'table'; readonly curve: Curve; readonly extrapolate: boolean }
  );

/** Bounds on what a file of a few lines can make. */
export const limits = {
  variables: 100_000,
  elements: 100_000,
  nodes: 1_000_000,
  /** Nodes that are put together on the way, and those of the finished model, each counted wherever it is used. */
  made: 4_000_000,
  parts: 1_000_000,
  macroDepth: 200,
  moduleDepth: 30,
  modules: 10_000,
} as const;

/** A bound is passed, and told of: what is still to be made would be thrown away. */
export const isFull = (world: World): boolean =>
  world.size > limits.nodes || world.made.size > limits.variables || world.elements.size > limits.variables;

/** All that is known while a foreign model is expanded, and what has been made of it so far. */
export interface World {
  readonly foreign: ForeignModel;
  readonly dimensions: Dimensions;
  readonly files: DataFiles;
  readonly made: Map<VariableId, Made>;
  /** What ACTIVE INITIAL gives while initial values are worked out. */
  readonly activeInitials: Map<VariableId, Expr>;
  /** Every element that has an equation, by its id. */
  readonly elements: Map<VariableId, ElementEntry>;
  /** Names given to hidden variables so far, per owner. */
  readonly counts: Map<VariableId, number>;
  /** Results that all elements of an array share, by the term that they come from. */
  readonly shared: WeakMap<object, Map<string, unknown>>;
  /** Variables that have data instead of an equation, and of which no file has any; where they are defined. */
  readonly withoutData: Map<VariableId, Diagnostic['where']>;
  readonly conveyors: WaitingConveyor[];
  readonly queues: WaitingQueue[];
  readonly ovens: WaitingOven[];
  /** How many steps of the run one of a module's own takes, by the prefix of its names; the main model's is empty. */
  readonly steps: Map<string, number>;
  readonly completeRuns: CompleteRun[];
  readonly shifts: WaitingShift[];
  readonly loops: WaitingLoop[];
  /** Flows that stand still while a step is worked out in stages. */
  readonly stepwise: Set<VariableId>;
  /** Queues of which single batches are read. */
  readonly counted: Set<VariableId>;
  /** The rules of expansion, which use one another. */
  readonly rules: Rules;
  /** Names whose values are being worked out aside. */
  readonly open?: Set<string>;
  readonly report: (d: Diagnostic) => void;
  /** Nodes of the equations that have been gone through, and of the expressions that came of them. */
  size: number;
  parts: number;
  /** Where the definition stands that is being made. */
  at: Diagnostic['where'];
  /** Modules so far, each element of an array of them counted. */
  modules: number;
}

/** What each rule needs of the others; `expand` puts them together. */
export interface Rules {
  /** A foreign equation as a scalar expression of the model that is being made. */
  readonly lower: (term: Term, context: Context) => Expr;
  /** Whether a call is of a function that runs through its arguments' dimensions by itself. */
  readonly runsThrough: (term: Extract<Term, { kind: 'call' }>, context: Context) => boolean;
  /** Makes every variable of a scope. */
  readonly emitScope: (world: World, scope: Scope) => void;
}

/** The variables of the main model, of a module or of one call of a macro. */
export interface Scope {
  /** `hares.` in front of the names of a module. */
  readonly prefix: string;
  readonly entries: Map<string, Entry>;
  /** The scope of the model that the module or the macro's call stands in. */
  readonly parent?: Scope;
  /** A module's instances: one, or one for each element of its dimensions. */
  readonly modules: Map<string, readonly Scope[]>;
  /** Which elements of arrays of modules this one is for, the outermost first. */
  readonly around: readonly Binding[];
  /** Of a macro: all its variables are ours. */
  readonly hidden: boolean;
  readonly depth: number;
}

export type Entry = VariableEntry | BoundEntry;

/** A macro's input: whatever the call gave. */
export interface BoundEntry {
  readonly kind: 'bound';
  readonly expr: Expr;
}

export interface VariableEntry {
  readonly kind: 'variable';
  readonly name: string;
  readonly scope: Scope;
  /** One range per subscript: the smallest that holds all elements in use. */
  readonly ranges: readonly Range[];
  readonly elements: ReadonlyMap<string, ElementEntry>;
  /** Made elsewhere: a further result of a macro where that is used, or an array that a macro was given. */
  readonly given?: true;
}

/** One element of an array, or a scalar. */
export interface ElementEntry {
  readonly id: VariableId;
  readonly definition: Definition;
  readonly subscripts: readonly string[];
  readonly bindings: readonly Binding[];
  /** Where in a list of numbers this element's number stands. */
  readonly place: number;
  /** The scope in which the equation's names are looked up. */
  readonly scope: Scope;
}

/** Where an equation is being expanded. */
export interface Context {
  readonly world: World;
  readonly scope: Scope;
  /** The variable whose equation it is: hidden variables take its name. */
  readonly owner: VariableId;
  readonly definition: Definition;
  readonly source: SourceText;
  /** What the ranges of the left side stand for. */
  readonly bindings: readonly Binding[];
  readonly left: readonly string[];
  /** What the ranges that an array function runs through stand for, innermost first. */
  readonly loops: ReadonlyMap<string, Binding>;
}

/** A conveyor that waits until all variables are made. */
export interface WaitingConveyor {
  readonly id: VariableId;
  readonly conveyor: Conveyor;
  readonly contents?: readonly number[];
  readonly context: Context;
}

/** A queue, likewise. */
export interface WaitingQueue {
  readonly id: VariableId;
  readonly context: Context;
}

/** A model that is run from its start to its stop within each step of what uses it. */
export interface CompleteRun {
  /** What the names of its variables begin with. */
  readonly prefix: string;
  readonly start: Expr;
  readonly stop: Expr;
  readonly dt: Expr;
  /** A number, or what the run around it gives. */
  readonly steps: Expr;
  readonly method: FixedMethod;
  /** In words of the file. */
  readonly what: string;
  readonly place: Place;
}

/** Stocks whose contents move on by one, likewise. */
export interface WaitingShift {
  readonly stocks: readonly VariableId[];
  readonly condition: Expr;
  /** Whether what comes to the last one stays there with what it holds. */
  readonly accumulates: Expr;
  /** What the first one holds afterwards. */
  readonly given: Expr;
  readonly context: Context;
}

/**
 * A loop of equations that waits until all variables are made: values that give themselves when they are worked out from
 * themselves, or that make others zero.
 */
export type WaitingLoop = {
  readonly unknowns: readonly VariableId[];
  /** What comes of them, one for each. */
  readonly results: readonly Expr[];
  /** Where the search begins in the first step. */
  readonly start: readonly Expr[];
  readonly context: Context;
} & (
  | { readonly kind: 'repeat' }
  | {
      readonly kind: 'zero';
      /** What makes of each value, and of each result, something near 1. */
      readonly scales: { readonly x: readonly Expr[]; readonly z: readonly Expr[] };
      readonly tolerance: Expr;
    }
);

/** An oven, likewise. */
export interface WaitingOven {
  readonly id: VariableId;
  readonly oven: Oven;
  readonly context: Context;
}

export const keyOf = (subscripts: readonly string[]): string => subscripts.join(',');

export function complain<C extends DiagnosticCode>(
  context: Context,
  span: Span,
  code: C,
  args: DiagnosticArgs[C],
): void {
  const { source, world, owner } = context;
  world.report(error(code, args, { ...placeAt(source, span.from), variable: owner }));
}

export const isVensim = (context: Context): boolean => context.world.foreign.dialect === 'vensim';
