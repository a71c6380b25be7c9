import { assert, must } from '../base/assert.ts';
import { errorAt } from './token.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source.ts';
import type { BinaryOp, Expr, Span } from '../model/expr.ts';
import type { Token } from './token.ts';

/** The only kinds of mathjs node that well-formed tokens can give. */
export type MathNode =
  | { readonly type: 'SymbolNode'; readonly name: string }
  | { readonly type: 'ParenthesisNode'; readonly content: MathNode }
  | { readonly type: 'OperatorNode'; readonly op: string; readonly args: readonly MathNode[] }
  | { readonly type: 'RelationalNode'; readonly params: readonly MathNode[] }
  | { readonly type: 'FunctionNode'; readonly fn: MathNode; readonly args: readonly MathNode[] }
  | {
      readonly type: 'ConditionalNode';
      readonly condition: MathNode;
      readonly trueExpr: MathNode;
      readonly falseExpr: MathNode;
    };

function childrenOf(node: MathNode): readonly MathNode[] {
  switch (node.type) {
    case 'SymbolNode':
      return [];
    case 'ParenthesisNode':
      return [node.content];
    case 'OperatorNode':
    case 'FunctionNode':
      return node.args;
    case 'RelationalNode':
      return node.params;
    case 'ConditionalNode':
      return [node.condition, node.trueExpr, node.falseExpr];
  }
}

export function levelsOf(root: MathNode): number {
  let levels = 0;
  for (let row: readonly MathNode[] = [root]; row.length > 0; row = row.flatMap(childrenOf)) levels++;
  return levels;
}

/** An expression and the numbers of its first and last token, brackets around it included. */
interface Piece {
  readonly expr: Expr;
  readonly first: number;
  readonly last: number;
}

/** A mathjs tree as an expression. What only looks right is added to `problems`; the rest of the tree is still read. */
export function readTree(
  root: MathNode,
  source: SourceText,
  tokens: readonly Token[],
  problems: Diagnostic[],
): Expr {
  const token = (i: number): Token => must(tokens[i], `token ${i}`);
  const spanOf = (first: number, last: number): Span => ({
    from: token(first).span.from,
    to: token(last).span.to,
  });
  const textOf = (first: number, last: number): string =>
    source.text.slice(token(first).span.from, token(last).span.to);
  const discourage = (first: number, last: number, instead: string): void => {
    const found = textOf(first, last);
    problems.push(errorAt(source, token(first).span.from, 'not-allowed', { found, instead }));
  };

  function piece(node: MathNode): Piece {
    switch (node.type) {
      case 'SymbolNode':
        return leaf(Number(node.name.slice(1)));
      case 'ParenthesisNode': {
        const { expr, first, last } = piece(node.content);
        return { expr, first: first - 1, last: last + 1 };
      }
      case 'OperatorNode':
        return node.args.length === 1
          ? prefix(node.op, node.args[0]!)
          : binary(node.op, node.args[0]!, node.args[1]!);
      case 'RelationalNode':
        return comparisonChain(node.params);
      case 'FunctionNode':
        return call(node.fn, node.args);
      case 'ConditionalNode':
        return conditional(node.condition, node.trueExpr, node.falseExpr);
    }
  }

  function leaf(i: number): Piece {
    const leaf = token(i);
    assert(leaf.kind !== 'symbol', 'a leaf is a number or a name');
    const { span } = leaf;
    const expr: Expr =
      leaf.kind === 'number'
        ? { kind: 'number', value: leaf.value, span }
        : { kind: 'ref', name: leaf.name, span };
    return { expr, first: i, last: i };
  }

  function prefix(op: string, argument: MathNode): Piece {
    const arg = piece(argument);
    const first = arg.first - 1;
    const { last } = arg;
    if (op !== 'not' && isBareNot(argument)) discourage(first, last, `${op}(${textOf(arg.first, last)})`);
    if (op === '+') return { expr: arg.expr, first, last };
    const kind = op === 'not' ? 'not' : 'negate';
    return { expr: { kind, arg: arg.expr, span: spanOf(first, last) }, first, last };
  }

  function binary(op: string, leftNode: MathNode, rightNode: MathNode): Piece {
    const [left, right] = [piece(leftNode), piece(rightNode)];
    const { first } = left;
    const { last } = right;
    if (op !== 'and' && op !== 'or') {
      // `not a > b` would be `(not a) > b`, which nobody means.
      if (isBareNot(leftNode)) discourage(first, last, `not (${textOf(first + 1, last)})`);
      if (isBareNot(rightNode))
        discourage(first, last, `${textOf(first, left.last + 1)} (${textOf(right.first, last)})`);
    }
    const at = token(left.last + 1).span.from;
    const span = spanOf(first, last);
    return {
      expr: { kind: 'binary', op: op as BinaryOp, left: left.expr, right: right.expr, at, span },
      first,
      last,
    };
  }

  /** `a < b < c`: in some languages both hold, in others the truth of `a < b` is compared with c. */
  function comparisonChain(params: readonly MathNode[]): Piece {
    const pieces = params.map(piece);
    const pairs = pieces.slice(1).map((right, i) => textOf(pieces[i]!.first, right.last));
    const [first, last] = [pieces[0]!.first, pieces.at(-1)!.last];
    discourage(first, last, pairs.join(' and '));
    return { expr: pieces[0]!.expr, first, last };
  }

  function call(fn: MathNode, argumentNodes: readonly MathNode[]): Piece {
    const callee = piece(fn);
    assert(callee.expr.kind === 'ref', 'only a name can be called');
    const args = argumentNodes.map(piece);
    const { first } = callee;
    const last = (args.at(-1)?.last ?? first + 1) + 1;
    const span = spanOf(first, last);
    return { expr: { kind: 'call', fn: callee.expr.name, args: args.map((a) => a.expr), span }, first, last };
  }

  function conditional(testNode: MathNode, thenNode: MathNode, otherwiseNode: MathNode): Piece {
    assert(thenNode.type === 'ParenthesisNode', 'the part after ? has the brackets that were added');
    const [test, then, otherwise] = [piece(testNode), piece(thenNode.content), piece(otherwiseNode)];
    const { first } = test;
    const { last } = otherwise;
    const span = spanOf(first, last);
    return {
      expr: { kind: 'if', test: test.expr, then: then.expr, otherwise: otherwise.expr, span },
      first,
      last,
    };
  }

  return piece(root).expr;
}

const isBareNot = (node: MathNode): boolean => node.type === 'OperatorNode' && node.op === 'not';
