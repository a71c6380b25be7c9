import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { SourceText } from '../../base/source.ts';
import type { Span } from '../../model/expr.ts';

/** Signs and words of foreign equations, in one spelling. */
export type Sign =
  | '+' | '-' | '*' | '/' | '//' | '^' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '!' | "'" | '@'
  | '=' | '==' | ':=' | '<>' | '<' | '<=' | '>' | '>=' | '->' | '<->'
  | 'and' | 'or' | 'not' | 'mod' | 'if' | 'then' | 'else' | 'na'
  | 'except' | 'interpolate' | 'look forward' | 'hold backward' | 'raw'; // prettier-ignore

export type ForeignToken =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'sign'; readonly sign: Sign; readonly span: Span };

export type ForeignTokenizer = (source: SourceText) => Result<readonly ForeignToken[], Diagnostic>;

/** A number's whole spelling: digits with a point anywhere, and an exponent. */
export const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** The text that a sticky pattern matches at an index, or undefined. */
export function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/** The index after a comment in braces, which may hold further ones; the text's end if it is never closed. */
export function afterComment(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return text.length;
}

/** The index after a quoted stretch in which a backslash protects the next character; undefined if never closed. */
export function afterQuote(text: string, open: number): number | undefined {
  const quote = text[open];
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i + 1;
  }
  return undefined;
}
