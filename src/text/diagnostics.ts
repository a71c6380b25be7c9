import type { Diagnostic } from '../base/diagnostic.ts';
import { inEnglish } from './diagnostics-en.ts';
import { inSwedish } from './diagnostics-sv.ts';
import type { DiagnosticWords, Told } from './told.ts';

const tables: Readonly<Record<'sv' | 'en', DiagnosticWords>> = { sv: inSwedish, en: inEnglish };

/** A diagnostic in words. Its place is not in them: it stands before the line, or is where the editor points. */
export function describe(diagnostic: Diagnostic, language: 'sv' | 'en'): Told {
  // The table pairs each code with its own arguments, which the type of a union of pairs cannot say.
  const tell = tables[language][diagnostic.code] as (args: Diagnostic['args']) => Told;
  return tell(diagnostic.args);
}
