import type { Diagnostic } from '../base/diagnostic.ts';
import { describe } from '../text/diagnostics.ts';
import { format, type Language } from '../text/format.ts';
import { workWords } from '../text/work.ts';

/** A message with its place in the file; either may be empty. */
export interface ToldLine {
  readonly place: string;
  readonly text: string;
}

/** Diagnostics as lines for reading, each thing once, and how many more there are. */
export function linesOf(
  diagnostics: readonly Diagnostic[],
  language: Language,
  most: number,
): readonly ToldLine[] {
  const f = format(language);
  const w = workWords(language);
  const lines = new Map<string, ToldLine>();
  for (const diagnostic of diagnostics) {
    const { line, column } = diagnostic.where;
    const place = line === undefined ? '' : w.file.place(f.people(line), f.people(column ?? 1));
    const { words, todo } = describe(diagnostic, language);
    lines.set(`${place} ${words}`, { place, text: `${words} ${todo}`.trim() });
  }
  const all = [...lines.values()];
  const rest = all.length - most;
  return rest <= 0 ? all : [...all.slice(0, most), { place: '', text: w.open.more(f.people(rest)) }];
}

const printers = {
  sv: new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }),
};

/** When a work was saved: "21 november kl. 22:10". */
export const whenSaved = (saved: number, language: Language): string => printers[language].format(saved);
