import { parse } from '../equation/parse.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import { ok } from '../base/result.ts';
import type { SourceText } from '../base/source.ts';
import type { Expr } from '../model/expr.ts';

/** Trees that are kept: those of a model of this size, or of several smaller. */
const limit = 20_000;

const kept = new Map<string, Expr>();

/**
 * As `parse`. The trees of texts that were parsed before are kept, so that after an edit of one equation only its own
 * text is parsed: spans count within the text, wherever it stands. Mistakes say where, and are parsed anew.
 */
export function parsed(source: SourceText): Result<Expr, readonly Diagnostic[]> {
  const before = kept.get(source.text);
  if (before !== undefined) return ok(before);
  const answer = parse(source);
  if (answer.ok) {
    if (kept.size >= limit) kept.clear();
    kept.set(source.text, answer.value);
  }
  return answer;
}
