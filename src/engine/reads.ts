import type { Expr } from '../equation/expr.ts';

/** The parts of an expression, itself first. */
export function* partsOf(expr: Expr): Iterable<Expr> {
  const open = [expr];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    yield part;
    switch (part.kind) {
      case 'number':
      case 'ref':
        break;
      case 'negate':
      case 'not':
        open.push(part.arg);
        break;
      case 'lookup':
        open.push(part.x);
        break;
      case 'binary':
        open.push(part.left, part.right);
        break;
      case 'if':
        open.push(part.test, part.then, part.otherwise);
        break;
      case 'call':
        open.push(...part.args);
        break;
    }
  }
}

/** All names that `roots` are worked out from, themselves included, through the equations given. */
export function reach(roots: Iterable<string>, equations: ReadonlyMap<string, Expr>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const equation = equations.get(name);
    if (equation === undefined) continue;
    for (const part of partsOf(equation)) if (part.kind === 'ref') open.push(part.name);
  }
  return reached;
}
