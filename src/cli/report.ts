import type { Diagnostic } from '../base/diagnostic.ts';
import { describe } from '../text/diagnostics.ts';

/**
 * A diagnostic as one line: `FILE:LINE:COL: error CODE: words`, and what to do about it.
 * @param model what the model was called, for a diagnostic that points at no file
 */
export function lineOf(diagnostic: Diagnostic, model: string, language: 'sv' | 'en'): string {
  const { file, line, column } = diagnostic.where;
  const place = [file ?? model, line, column].filter((part) => part !== undefined).join(':');
  const { words, todo } = describe(diagnostic, language);
  return `${place}: ${diagnostic.severity} ${diagnostic.code}: ${words} ${todo}`
    .replaceAll(/\s+/g, ' ')
    .trim();
}
