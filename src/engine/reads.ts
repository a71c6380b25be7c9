import { childrenOf, eachPart } from '../equation/parts.ts';
import type { Expr } from '../model/expr.ts';
import type { VariableId } from '../model/variable.ts';

type Equations = ReadonlyMap<VariableId, Expr>;
type Past = Extract<Expr, { kind: 'past' }>;

/** What has to be known of an equation before it is carried out, so that its tree need not be walked for each. */
interface Traits {
  /** The names that it reads at the moment at which it is computed; some perhaps twice. */
  readonly reads: readonly string[];
  /** Where it reads the past. */
  readonly past: readonly Past[];
  /** How many parts it has. */
  readonly parts: number;
}

const known = new WeakMap<Equations, ReadonlyMap<VariableId, Traits>>();

export function traitsOf(equations: Equations): ReadonlyMap<VariableId, Traits> {
  const before = known.get(equations);
  if (before !== undefined) return before;
  const traits = new Map<VariableId, Traits>();
  for (const [id, equation] of equations) traits.set(id, newTraits(equation));
  known.set(equations, traits);
  return traits;
}

/** So many names are compared with a new one before it is kept. */
const fewNames = 16;

function newTraits(equation: Expr): Traits {
  const reads: string[] = [];
  let past: readonly Past[] = [];
  let parts = 0;
  const look = (expr: Expr): void => {
    parts++;
    if (expr.kind === 'number') return;
    if (expr.kind === 'ref') {
      if (reads.length > fewNames || !reads.includes(expr.name)) reads.push(expr.name);
    } else if (expr.kind === 'binary') {
      look(expr.left);
      look(expr.right);
    } else {
      if (expr.kind === 'past') past = [...past, expr];
      childrenOf(expr).forEach(look);
    }
  };
  look(equation);
  // A copy is no longer than it must be.
  return { reads: reads.slice(), past, parts };
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
