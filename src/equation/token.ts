import { error } from '../base/diagnostic.ts';
import { placeAt } from '../base/source.ts';
import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source.ts';
import type { Span } from '../model/expr.ts';

export const SYMBOLS = [
  '<=', '>=', '==', '!=', '<', '>', '+', '-', '*', '/', '^', '(', ')', ',', '?', ':', 'and', 'or', 'not',
] as const; // prettier-ignore
export type TokenSymbol = (typeof SYMBOLS)[number];

/** A word or sign of an equation, and where it stands in the text. */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'symbol'; readonly symbol: TokenSymbol; readonly span: Span };

/** An error at an index of an equation's text. */
export const errorAt = <C extends DiagnosticCode>(
  source: SourceText,
  index: number,
  code: C,
  args: DiagnosticArgs[C],
): Diagnostic => error(code, args, placeAt(source, index));

export const textOf = (source: SourceText, span: Span): string => source.text.slice(span.from, span.to);
