import { LineCounter, parseDocument, type ErrorCode, type Node } from 'yaml';
import { error, type Diagnostic, type YamlProblem } from '../../base/diagnostic.ts';
import type { Place } from '../../base/source.ts';

/** An open file: its text, the place of any index in it, and where mistakes go. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly placeOf: (index: number) => Place;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface OpenDocument {
  readonly source: Source;
  /** Undefined if the file is empty. */
  readonly root: Node | undefined;
}

/**
 * Parses YAML. Every scalar stays the text that its author wrote: `1`, `no` and `1/16` get a meaning from the schema.
 * Undefined if the text is not YAML, which has then been reported.
 */
export function openDocument(text: string, file: string, report: Source['report']): OpenDocument | undefined {
  const lines = new LineCounter();
  const placeOf = (index: number): Place => {
    const { line, col } = lines.linePos(index);
    return { file, line, column: col };
  };
  const document = parse(text, lines);
  if (document === undefined) {
    report(error('yaml-syntax', { problem: 'depth' }, { file, line: 1, column: 1 }));
    return undefined;
  }
  const mistakes = [...document.errors, ...document.warnings];
  let lastLine = 0;
  for (const { code, pos } of mistakes) {
    const place = placeOf(pos[0]);
    // One slip gives a chain of complaints on its line: the first says what it is.
    if (place.line === lastLine) continue;
    lastLine = place.line;
    report(error('yaml-syntax', { problem: problemOf(code, text, pos[0]) }, place));
  }
  if (mistakes.length > 0) return undefined;
  return { source: { file, text, placeOf, report }, root: document.contents ?? undefined };
}

/** Undefined when the text is nested so deep that the parser, which is recursive, runs out of stack. */
function parse(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      schema: 'failsafe',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
    });
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

const problems: Partial<Record<ErrorCode, YamlProblem>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  MULTILINE_IMPLICIT_KEY: 'indent',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  BLOCK_IN_FLOW: 'indent',
  BAD_SCALAR_START: 'character',
  BAD_DQ_ESCAPE: 'escape',
  MISSING_CHAR: 'unclosed',
  TAG_RESOLVE_FAILED: 'tag',
  MULTIPLE_TAGS: 'tag',
  MULTIPLE_ANCHORS: 'alias',
  BAD_ALIAS: 'alias',
  ALIAS_PROPS: 'alias',
  MULTIPLE_DOCS: 'documents',
  RESOURCE_EXHAUSTION: 'depth',
};

function problemOf(code: ErrorCode, text: string, index: number): YamlProblem {
  if (code === 'UNEXPECTED_TOKEN' && text[index] === '*') return 'character';
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    // The same complaint for `a: b: c` and for a line that is indented too far below a finished value.
    const line = text.slice(index, (text.indexOf('\n', index) + 1 || text.length + 1) - 1);
    return /:\s/.test(line) ? 'colon' : 'indent';
  }
  return problems[code] ?? 'other';
}
