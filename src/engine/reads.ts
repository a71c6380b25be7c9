import type { Expr } from '../equation/expr.ts';

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
    case 'call':
      for (const arg of expr.args) eachPart(arg, visit);
      break;
  }
}

/** All names that `roots` are worked out from, themselves included, through the equations given. */
export function reach(roots: Iterable<string>, equations: ReadonlyMap<string, Expr>): ReadonlySet<string> {
  const reached = new Set(roots);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const name of reached) {
    const equation = equations.get(name);
    if (equation !== undefined) eachPart(equation, (part) => part.kind === 'ref' && reached.add(part.name));
  }
  return reached;
}
