import { eachPart } from '../equation/parts.ts';
import type { Expr } from '../model/expr.ts';

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

/** The names that an expression reads, of now and of earlier. */
export function readsOf(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  eachPart(expr, (part) => {
    if (part.kind === 'ref' || part.kind === 'past') names.add(part.name);
  });
  return names;
}
