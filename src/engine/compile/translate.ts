import { assertNever } from '../../base/assert.ts';
import type { Expr } from '../../model/expr.ts';
import type { Ops } from '../../numeric/ops.ts';
import { isThisStep } from '../history.ts';

/** What an equation is made of, for one kind of kernel. */
export interface Terms<V, M, I> {
  readonly ops: Ops<V, M, I>;
  readonly ref: (name: string) => V;
  readonly lookup: (table: string, x: V) => V;
  /** A variable's value some steps ago; `initial` before the start. Without steps, what this one began with. */
  readonly past: (name: string, steps: V | undefined, initial: V) => V;
  /** A builtin, or `^`. */
  readonly call: (fn: string, args: readonly V[]) => V;
}

/** An equation's value in the terms of a kernel. Both sides of a condition are computed. */
export function translate<V, M, I>(expr: Expr, terms: Terms<V, M, I>): V {
  const { ops: o } = terms;
  const value = (e: Expr): V => {
    switch (e.kind) {
      case 'number':
        return o.num(e.value);
      case 'ref':
        return terms.ref(e.name);
      case 'negate':
        return o.neg(value(e.arg));
      case 'if':
        return o.choose(truth(e.test), value(e.then), value(e.otherwise));
      case 'lookup':
        return terms.lookup(e.table, value(e.x));
      case 'past':
        return terms.past(e.name, isThisStep(e.steps) ? undefined : value(e.steps), value(e.initial));
      case 'call':
        return terms.call(e.fn, e.args.map(value));
      case 'not':
        return o.choose(truth(e), o.num(1), o.num(0));
      case 'binary':
        switch (e.op) {
          case '+':
            return o.add(value(e.left), value(e.right));
          case '-':
            return o.sub(value(e.left), value(e.right));
          case '*':
            return o.mul(value(e.left), value(e.right));
          case '/':
            return o.div(value(e.left), value(e.right));
          case '^':
            return terms.call('^', [value(e.left), value(e.right)]);
          default:
            return o.choose(truth(e), o.num(1), o.num(0));
        }
      default:
        return assertNever(e);
    }
  };
  const truth = (e: Expr): M => {
    if (e.kind === 'not') return o.not(truth(e.arg));
    if (e.kind === 'binary') {
      switch (e.op) {
        case '<':
          return o.lt(value(e.left), value(e.right));
        case '<=':
          return o.le(value(e.left), value(e.right));
        case '>':
          return o.lt(value(e.right), value(e.left));
        case '>=':
          return o.le(value(e.right), value(e.left));
        case '==':
          return o.eq(value(e.left), value(e.right));
        case '!=':
          return o.ne(value(e.left), value(e.right));
        case 'and':
          return o.both(truth(e.left), truth(e.right));
        case 'or':
          return o.either(truth(e.left), truth(e.right));
        default:
      }
    }
    return o.ne(value(e), o.num(0));
  };
  return value(expr);
}
