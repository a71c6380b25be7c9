import type { Diagnostic } from '../base/diagnostic.ts';
import type { Expr } from '../model/expr.ts';
import type { Model } from '../model/model.ts';
import type { GraphicalFunction, Parameter, Stock, VariableId } from '../model/variable.ts';

/**
 * A model whose names, units and order are right: what every later stage works on. An expression's `ref` is a
 * variable other than a table, or a `RunName` (`equation/names.ts`); a `lookup` names a table; a `call` names an entry of
 * `equation/builtins` and has exactly the arguments of that entry's meaning (`time` is already added where it
 * needs it). Nothing else has to be resolved.
 *
 * Order of work in a run: parameters, then `constants`, then `initials` at the start, then `dynamic` at each moment.
 */
export interface CheckedModel {
  readonly model: Model;
  /** What a run may set, in the order of the file. */
  readonly parameters: readonly Parameter[];
  readonly tables: readonly GraphicalFunction[];
  readonly stocks: readonly CheckedStock[];
  /** One expression per flow and auxiliary. */
  readonly equations: ReadonlyMap<VariableId, Expr>;
  /** Flows and auxiliaries that depend on parameters and run names other than `time` alone: once per run. */
  readonly constants: readonly VariableId[];
  /** The other flows and auxiliaries, in an order in which each can be computed from stocks, parameters and earlier ones. */
  readonly dynamic: readonly VariableId[];
  /** All stocks, and those of `dynamic` that their initial values need, in order of computation at the start. */
  readonly initials: readonly VariableId[];
  readonly warnings: readonly Diagnostic[];
}

export interface CheckedStock {
  readonly stock: Stock;
  readonly initial: Expr;
}
