import type { Expr } from '../model/expr.ts';

const none: readonly Expr[] = [];

/** A value some whole steps ago, as our own equations have it. */
export const PAST = 'past';

/** The expressions of which one is made, in the order in which they are written. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'number':
    case 'ref':
      return none;
    case 'negate':
    case 'not':
      return [expr.arg];
    case 'lookup':
      return [expr.x];
    case 'binary':
      return [expr.left, expr.right];
    case 'if':
      return [expr.test, expr.then, expr.otherwise];
    case 'past':
      return [expr.steps, expr.initial];
    case 'call':
      return expr.args;
  }
}

/** The expression with others in their place; itself if none is another. */
export function withChildren(expr: Expr, of: (child: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'number':
    case 'ref':
      return expr;
    case 'negate':
    case 'not': {
      const arg = of(expr.arg);
      return arg === expr.arg ? expr : { ...expr, arg };
    }
    case 'lookup': {
      const x = of(expr.x);
      return x === expr.x ? expr : { ...expr, x };
    }
    case 'binary': {
      const [left, right] = [of(expr.left), of(expr.right)];
      return left === expr.left && right === expr.right ? expr : { ...expr, left, right };
    }
    case 'if': {
      const [test, then, otherwise] = [of(expr.test), of(expr.then), of(expr.otherwise)];
      const same = test === expr.test && then === expr.then && otherwise === expr.otherwise;
      return same ? expr : { ...expr, test, then, otherwise };
    }
    case 'past': {
      const [steps, initial] = [of(expr.steps), of(expr.initial)];
      return steps === expr.steps && initial === expr.initial ? expr : { ...expr, steps, initial };
    }
    case 'call': {
      const args = expr.args.map(of);
      return args.every((arg, i) => arg === expr.args[i]) ? expr : { ...expr, args };
    }
  }
}

/** `past(name, steps, initial)` as it is read, as what it means; undefined for any other call. */
export function pastIn({ fn, args, span }: Extract<Expr, { kind: 'call' }>): Expr | undefined {
  const [name, steps, initial] = args;
  if (fn !== PAST || args.length !== 3 || name?.kind !== 'ref' || !steps || !initial) return undefined;
  return { kind: 'past', name: name.name, steps, initial, span };
}

/** Visits the parts of an expression, itself first. */
export function eachPart(expr: Expr, visit: (part: Expr) => void): void {
  visit(expr);
  // Most parts are of these three kinds, and make no list here.
  if (expr.kind === 'number' || expr.kind === 'ref') return;
  if (expr.kind === 'binary') {
    eachPart(expr.left, visit);
    eachPart(expr.right, visit);
  } else for (const child of childrenOf(expr)) eachPart(child, visit);
}

/** The names that an expression reads at the moment at which it is computed. */
export function namesIn(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  eachPart(expr, (part) => part.kind === 'ref' && names.add(part.name));
  return names;
}
