import { ref } from './build.ts';
import { hiddenId, make } from './making.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Formula } from '../foreign/foreign-model.ts';
import type { Context } from './world.ts';

/** Ways to make hidden variables that belong to one place of the model. */
export interface Tools {
  readonly valueOf: (formula: Formula) => Expr;
  readonly aux: (what: string, expr: Expr) => Expr;
  /** An auxiliary that its own expression or an earlier one may name. */
  readonly name: (what: string) => VariableId;
  readonly define: (id: VariableId, expr: Expr) => void;
  /** A value from the start of the run. */
  readonly frozen: (expr: Expr) => Expr;
}

export function toolsOf(context: Context): Tools {
  const name = (what: string): VariableId => hiddenId(context, what);
  const define = (id: VariableId, expr: Expr): void => make(context, id, { kind: 'aux', expr });
  return {
    name,
    define,
    valueOf: ({ term, source }) => context.world.rules.lower(term, { ...context, source }),
    aux: (what, expr) => {
      const id = name(what);
      define(id, expr);
      return ref(id);
    },
    frozen: (expr) => {
      if (expr.kind === 'number') return expr;
      const id = name('at start');
      make(context, id, { kind: 'stock', initial: expr, inflows: [], outflows: [] });
      return ref(id);
    },
  };
}
