import { afterComment, afterQuote } from '../../equation/dialects/tokens.ts';
import type { SourceText } from '../../base/source.ts';

/** One statement of a Vensim file, `equation ~ units ~ comment |`, each piece with its place. */
export type Entry =
  | {
      readonly kind: 'equation';
      readonly equation: SourceText;
      readonly unit: SourceText;
      readonly about: string;
      /** The file ends before it does. */
      readonly unfinished?: true;
    }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'macro'; readonly head: SourceText }
  | { readonly kind: 'end of macro' };

/** Where the equations end and the drawing and the settings begin. */
const SKETCH = /\\{2,3}---\/\/\//;
const SETTINGS = /\/\/\/---\\{2,3}/;
const MACRO = /:MACRO:[^\n(]*\([^)]*\)/iy;
const END_OF_MACRO = /:END OF MACRO:/iy;

export interface Sections {
  readonly equations: string;
  readonly sketch: string;
  readonly settings: string;
}

export function sectionsOf(text: string): Sections {
  const [drawing, settings] = [text.search(SKETCH), text.search(SETTINGS)].map((at) => (at < 0 ? text.length : at)) as [number, number]; // prettier-ignore
  return {
    equations: text.slice(0, Math.min(drawing, settings)),
    sketch: text.slice(drawing, Math.max(drawing, settings)),
    settings: text.slice(settings),
  };
}

/**
 * The statements of a file in order, one more than `most` at the most. One that is cut off at the end of the file is
 * given as far as it goes.
 */
export function entriesOf(text: string, file: string, most: number): readonly Entry[] {
  const entries: Entry[] = [];
  const place = placer(text, file);
  let i = /^\s*\{UTF-?8\}/i.exec(text)?.[0].length ?? 0;
  while (i < text.length && entries.length <= most) {
    i = afterBlank(text, i);
    if (i >= text.length) break;
    END_OF_MACRO.lastIndex = MACRO.lastIndex = i;
    const end = END_OF_MACRO.exec(text);
    if (end) {
      entries.push({ kind: 'end of macro' });
      i += end[0].length;
      continue;
    }
    const macro = MACRO.exec(text);
    if (macro) {
      entries.push({ kind: 'macro', head: place(i, i + macro[0].length) });
      i += macro[0].length;
      continue;
    }
    const from = i;
    const equationEnd = endOfEquation(text, i);
    if (text[i] === '*') {
      entries.push({ kind: 'group', name: text.slice(i, equationEnd).replace(/\*+/g, '').trim() });
      i = text.indexOf('|', equationEnd);
      i = i < 0 ? text.length : i + 1;
      continue;
    }
    const unitFrom = text[equationEnd] === '~' ? equationEnd + 1 : equationEnd;
    const unitEnd = endOfRemark(text, unitFrom);
    const aboutFrom = text[unitEnd] === '~' ? unitEnd + 1 : unitEnd;
    const bar = text.indexOf('|', aboutFrom);
    const aboutEnd = bar < 0 ? text.length : bar;
    entries.push({
      kind: 'equation',
      equation: place(from, equationEnd),
      unit: place(unitFrom, unitEnd),
      about: text.slice(aboutFrom, aboutEnd).replace(/~[^~]*:SUPPLEMENTARY[^~]*/i, '').replace(/\\\r?\n/g, '').replace(/\s+/g, ' ').trim(), // prettier-ignore
      ...(bar < 0 ? { unfinished: true as const } : {}),
    });
    i = aboutEnd + 1;
  }
  return entries;
}

function afterBlank(text: string, start: number): number {
  let i = start;
  for (;;) {
    while (i < text.length && /\s/.test(text[i]!)) i++;
    if (text[i] !== '{') return i;
    i = afterComment(text, i);
  }
}

/** The equation ends at `~` or `|` outside quotes and comments. A quote that is never closed is a plain sign. */
function endOfEquation(text: string, start: number): number {
  let i = start;
  while (i < text.length) {
    const char = text[i]!;
    if (char === '~' || char === '|') return i;
    if (char === '{') i = afterComment(text, i);
    else if (char === '"') i = afterQuote(text, i) ?? i + 1;
    else i++;
  }
  return text.length;
}

function endOfRemark(text: string, start: number): number {
  let i = start;
  while (i < text.length && text[i] !== '~' && text[i] !== '|') i++;
  return i;
}

/** Gives slices of a text their line and column; slices must be asked for in ascending order. */
function placer(text: string, file: string): (from: number, to: number) => SourceText {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  return (from, to) => {
    for (; at < from; at++) {
      if (text[at] !== '\n') continue;
      line++;
      lineStart = at + 1;
    }
    return { text: text.slice(from, to), file, line, column: from - lineStart + 1 };
  };
}
