import { error } from '../../base/diagnostic.ts';
import { fail } from '../../base/result.ts';
import { isNumberList, numberList } from '../../equation/dialects/number-list.ts';
import { termReader } from '../../equation/dialects/parse-term.ts';
import { xmileTokens } from '../../equation/dialects/xmile-tokens.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { SourceText } from '../../base/source.ts';
import type { Term } from '../../equation/dialects/term.ts';

/** An equation, the numbers of an array in their order, or nothing but comments. */
export type Equation =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  | { readonly kind: 'none' };

const MOST_CHARACTERS = 1_000_000;

export function readEquation(source: SourceText): Result<Equation, Diagnostic> {
  const { text, file, line, column } = source;
  if (text.length > MOST_CHARACTERS) {
    const args = { what: 'characters', count: text.length, limit: MOST_CHARACTERS } as const;
    return fail(error('too-many', args, { file, line, column }));
  }
  const tokens = xmileTokens(source);
  if (!tokens.ok) return fail(tokens.error);
  const reader = termReader(source, tokens.value, 'xmile');
  if (tokens.value.length === 0) return reader.finish({ kind: 'none' });
  if (isNumberList(reader)) return reader.finish({ kind: 'numbers', values: numberList(reader) });
  return reader.finish({ kind: 'term', term: reader.term() });
}
