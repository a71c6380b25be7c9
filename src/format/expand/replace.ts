import type { Expr, Span } from '../../model/expr.ts';

/** The expression with another in place of each name that it reads. */
export function replaceNames(expr: Expr, of: (name: string, span: Span) => Expr): Expr {
  const inner = (e: Expr): Expr => replaceNames(e, of);
  switch (expr.kind) {
    case 'number':
      return expr;
    case 'ref':
      return of(expr.name, expr.span);
    case 'negate':
    case 'not':
      return { ...expr, arg: inner(expr.arg) };
    case 'binary':
      return { ...expr, left: inner(expr.left), right: inner(expr.right) };
    case 'if':
      return { ...expr, test: inner(expr.test), then: inner(expr.then), otherwise: inner(expr.otherwise) };
    case 'lookup':
      return { ...expr, x: inner(expr.x) };
    case 'past':
      return { ...expr, steps: inner(expr.steps), initial: inner(expr.initial) };
    case 'call':
      return { ...expr, args: expr.args.map(inner) };
  }
}
