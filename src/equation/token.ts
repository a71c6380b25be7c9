import { error } from '../base/diagnostic.ts';
import { placeAt } from '../base/source.ts';
import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { SourceText } from '../base/source.ts';
import type { Span } from './expr.ts';

/** Signs with which every dialect's equations are written once their own words are translated. */
export const SYMBOLS = [
  '<=', '>=', '==', '!=', '<', '>', '+', '-', '*', '/', '^', '(', ')', ',', '?', ':', 'and', 'or', 'not',
] as const; // prettier-ignore
export type TokenSymbol = (typeof SYMBOLS)[number];

/** `span` is the piece of the author's text that the token stands for, whatever it was called there. */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'symbol'; readonly symbol: TokenSymbol; readonly span: Span };

/** A dialect's reader: its text in tokens that mean the same in every dialect, or all that is wrong with its signs. */
export type Tokenizer = (source: SourceText) => Result<readonly Token[], readonly Diagnostic[]>;

/** An error at an index of an equation's text. */
export const errorAt = <C extends DiagnosticCode>(
  source: SourceText,
  index: number,
  code: C,
  args: DiagnosticArgs[C],
): Diagnostic => error(code, args, placeAt(source, index));

export const textOf = (source: SourceText, span: Span): string => source.text.slice(span.from, span.to);
