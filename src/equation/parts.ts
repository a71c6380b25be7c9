import type { Expr } from '../model/expr.ts';

/** Visits the parts of an expression, itself first. */
export function eachPart(expr: Expr, visit: (part: Expr) => void): void {
  visit(expr);
  switch (expr.kind) {
    case 'number':
    case 'ref':
      break;
    case 'negate':
    case 'not':
      eachPart(expr.arg, visit);
      break;
    case 'lookup':
      eachPart(expr.x, visit);
      break;
    case 'binary':
      eachPart(expr.left, visit);
      eachPart(expr.right, visit);
      break;
    case 'if':
      eachPart(expr.test, visit);
      eachPart(expr.then, visit);
      eachPart(expr.otherwise, visit);
      break;
    case 'past':
      eachPart(expr.steps, visit);
      eachPart(expr.initial, visit);
      break;
    case 'call':
      for (const arg of expr.args) eachPart(arg, visit);
      break;
  }
}

/** The names that an expression reads at the moment at which it is computed. */
export function namesIn(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  eachPart(expr, (part) => part.kind === 'ref' && names.add(part.name));
  return names;
}
