import type { SourceText } from '../base/source.ts';
import type { Expr } from '../model/expr.ts';
import type { Aux, Flow, Variable } from '../model/variable.ts';

/** What has an equation that is computed at each moment. */
export const isComputed = (variable: Variable): variable is Flow | Aux =>
  variable.kind === 'flow' || variable.kind === 'aux';

/** What a foreign reader has worked out already; all its names are resolved. */
export const exprOf = (variable: Variable): Expr | undefined =>
  variable.kind === 'stock' ? variable.initialExpr : isComputed(variable) ? variable.expr : undefined;

/** A stock's initial value, a flow's or an auxiliary's equation; parameters and tables have none. */
export function equationOf(variable: Variable): SourceText | undefined {
  if (variable.kind === 'stock') return variable.initial;
  return isComputed(variable) ? variable.equation : undefined;
}
