import { create, parseDependencies } from 'mathjs/number';
import { must } from '../base/assert.ts';
import { fail, ok } from '../base/result.ts';
import { readArithmetic } from './arithmetic.ts';
import { tokenizeNative } from './dialects/native.ts';
import { levelsOf, readTree } from './math-tree.ts';
import { errorAt } from './token.ts';
import { malformed } from './well-formed.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { SourceText } from '../base/source.ts';
import type { Expr } from '../model/expr.ts';
import type { Spelt } from './arithmetic.ts';
import type { MathNode } from './math-tree.ts';
import type { Token } from './token.ts';

/** Characters in an equation. */
export const MAX_LENGTH = 10_000;

/** Levels of the tree, so that all that follows may walk it by recursion: `a + b + c` has three. */
export const MAX_LEVELS = 1_000;

const math = create(must(parseDependencies, 'the parser of mathjs'));

/**
 * An equation's text as a tree, or all that is wrong with it. What a name means is not asked here: a call may be
 * of a function, of a table, or of nothing that exists.
 *
 * Of all but the simplest equations the tree is that of mathjs. It gets a made-up name `t<i>` for token i, number or name.
 * So it meets brackets, operators and names, none of them its own words, and every leaf of its tree says where it stands
 * in the author's text.
 */
export function parse(
  source: SourceText,
  spelt: Spelt = (name) => name,
): Result<Expr, readonly Diagnostic[]> {
  const count = source.text.length;
  if (count > MAX_LENGTH) {
    return fail([errorAt(source, 0, 'too-many', { what: 'characters', count, limit: MAX_LENGTH })]);
  }
  const simple = readArithmetic(source.text, spelt);
  if (simple !== undefined) return ok(simple);
  const tokens = tokenizeNative(source);
  if (!tokens.ok) return tokens;
  const problem = malformed(source, tokens.value);
  return problem ? fail([problem]) : parseByMathjs(source, tokens.value);
}

/** The tree of well-formed tokens. */
export function parseByMathjs(
  source: SourceText,
  tokens: readonly Token[],
): Result<Expr, readonly Diagnostic[]> {
  const root = math.parse(mathText(tokens)) as unknown as MathNode;
  const levels = tokens.length > MAX_LEVELS ? levelsOf(root) : 0;
  if (levels > MAX_LEVELS) {
    return fail([errorAt(source, 0, 'too-many', { what: 'levels', count: levels, limit: MAX_LEVELS })]);
  }
  const problems: Diagnostic[] = [];
  const expr = readTree(root, source, tokens, problems);
  return problems.length > 0 ? fail(problems) : ok(expr);
}

/** The part after `?` gets brackets of its own: mathjs would take the `:` of a conditional in it for a range. */
const mathText = (tokens: readonly Token[]): string =>
  tokens
    .map((token, i) => {
      if (token.kind !== 'symbol') return `t${i}`;
      if (token.symbol === '?') return '? (';
      return token.symbol === ':' ? ') :' : token.symbol;
    })
    .join(' ');
