import type { SourceText } from '../base/source.ts';
import type { Aux, Flow, Variable } from '../model/variable.ts';

/** What has an equation that is computed at each moment. */
export const isComputed = (variable: Variable): variable is Flow | Aux =>
  variable.kind === 'flow' || variable.kind === 'aux';

/** A stock's initial value, a flow's or an auxiliary's equation; parameters and tables have none. */
export function equationOf(variable: Variable): SourceText | undefined {
  if (variable.kind === 'stock') return variable.initial;
  return isComputed(variable) ? variable.equation : undefined;
}
