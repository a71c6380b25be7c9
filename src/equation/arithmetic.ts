import type { Expr } from '../model/expr.ts';
import type { Token, TokenSymbol } from './token.ts';

/**
 * The tree of an equation of sums, products, brackets and calls alone, which most are; undefined if anything else is in
 * it, a sign included. A test holds it to be the tree that mathjs gives, which takes many times as long.
 * @param tokens well formed
 */
export function readArithmetic(tokens: readonly Token[]): Expr | undefined {
  let next = 0;
  const symbol = (): TokenSymbol | undefined => {
    const token = tokens[next];
    return token?.kind === 'symbol' ? token.symbol : undefined;
  };
  const spanFrom = (first: number) => ({
    from: tokens[first]!.span.from,
    to: tokens[next - 1]!.span.to,
  });

  function chain(operand: () => Expr | undefined, one: TokenSymbol, other: TokenSymbol): Expr | undefined {
    const first = next;
    let left = operand();
    for (let op = symbol(); op === one || op === other; op = symbol()) {
      const at = tokens[next++]!.span.from;
      const right = operand();
      if (left === undefined || right === undefined) return undefined;
      left = { kind: 'binary', op: op as '+' | '-' | '*' | '/', left, right, at, span: spanFrom(first) };
    }
    return left;
  }
  const sum = (): Expr | undefined => chain(product, '+', '-');
  const product = (): Expr | undefined => chain(atom, '*', '/');

  function atom(): Expr | undefined {
    const first = next;
    const token = tokens[next++];
    if (token?.kind === 'number') return { kind: 'number', value: token.value, span: token.span };
    if (token?.kind === 'name') {
      if (symbol() !== '(') return { kind: 'ref', name: token.name, span: token.span };
      const args = list();
      return args && { kind: 'call', fn: token.name, args, span: spanFrom(first) };
    }
    if (token?.symbol !== '(') return undefined;
    const inner = sum();
    return symbol() === ')' ? (next++, inner) : undefined;
  }

  /** From the bracket before the first argument to the one after the last. */
  function list(): readonly Expr[] | undefined {
    const args: Expr[] = [];
    next++;
    while (symbol() !== ')') {
      const arg = sum();
      if (arg === undefined) return undefined;
      args.push(arg);
      if (symbol() === ',') next++;
      else if (symbol() !== ')') return undefined;
    }
    next++;
    return args;
  }

  const tree = sum();
  return next === tokens.length ? tree : undefined;
}
