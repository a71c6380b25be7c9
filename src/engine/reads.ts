import { childrenOf, eachPart } from '../equation/parts.ts';
import type { Expr } from '../model/expr.ts';
import type { VariableId } from '../model/variable.ts';

type Equations = ReadonlyMap<VariableId, Expr>;
type Past = Extract<Expr, { kind: 'past' }>;

/** What has to be known of an equation before it is carried out, so that its tree need not be walked for each. */
interface Traits {
  /** The names that it reads at the moment at which it is computed; some perhaps twice. */
  readonly reads: string[];
  /** Where it reads the past. */
  readonly past: Past[];
  /** How many parts it has. */
  parts: number;
}

const known = new WeakMap<Equations, ReadonlyMap<VariableId, Traits>>();

export function traitsOf(equations: Equations): ReadonlyMap<VariableId, Traits> {
  let traits = known.get(equations);
  if (traits === undefined) {
    const found = new Map<VariableId, Traits>();
    for (const [id, equation] of equations) {
      const own: Traits = { reads: [], past: [], parts: 0 };
      collect(equation, own);
      found.set(id, own);
    }
    traits = found;
    known.set(equations, traits);
  }
  return traits;
}

/** So many names are compared with a new one before it is kept. */
const fewNames = 16;

function collect(expr: Expr, into: Traits): void {
  into.parts++;
  switch (expr.kind) {
    case 'number':
      return;
    case 'ref': {
      const { reads } = into;
      if (reads.length > fewNames || !reads.includes(expr.name)) reads.push(expr.name);
      return;
    }
    case 'binary':
      collect(expr.left, into);
      collect(expr.right, into);
      return;
    case 'past':
      into.past.push(expr);
  }
  for (const child of childrenOf(expr)) collect(child, into);
}

/** All names that `roots` are worked out from, themselves included, through the equations given. */
export function reach(roots: Iterable<string>, equations: Equations): ReadonlySet<string> {
  const traits = traitsOf(equations);
  const reached = new Set(roots);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const name of reached) for (const read of traits.get(name)?.reads ?? none) reached.add(read);
  return reached;
}

const none: readonly string[] = [];

/** The names that an expression reads, of now and of earlier. */
export function readsOf(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  eachPart(expr, (part) => {
    if (part.kind === 'ref' || part.kind === 'past') names.add(part.name);
  });
  return names;
}
